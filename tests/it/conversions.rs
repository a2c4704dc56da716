//! Conversions between raw codes, rows and names, and their errors.

use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Code, Raw, Section, UnknownName, error_catalog};
use std::error::Error;

#[test]
fn the_discriminant_is_the_code() {
    for row in WeCom::ALL {
        assert_eq!(*row as i32, row.code());
        assert_eq!(i32::from(*row), row.code());
        assert_eq!(WeCom::try_from(row.code()), Ok(*row));
    }
}

#[test]
fn an_unknown_code_is_an_error_that_keeps_it() {
    let error = Youdu::try_from(123_456).unwrap_err();
    assert_eq!((error.catalog(), error.code()), ("Youdu", 123_456));
    assert_eq!(error.to_string(), "unknown Youdu code 123456");
    let _: &dyn Error = &error;
}

#[test]
fn from_str_is_the_inverse_of_name() {
    for row in WeCom::ALL {
        assert_eq!(row.name().parse(), Ok(*row));
    }
    assert_eq!("NotExistJobId".parse(), Ok(Youdu::RepeatUserId));
    let error = "40001".parse::<WeCom>().unwrap_err();
    assert_eq!((error.catalog(), error.to_string().as_str()), ("WeCom", "no WeCom code is named \"40001\""));
}

#[test]
fn a_later_meaning_is_a_pattern_for_the_same_row() {
    let found = match Youdu::from_code(300_311) {
        Some(Youdu::NotExistJobId) => "jobId",
        _ => "another",
    };
    assert_eq!(found, "jobId");
}

#[test]
fn only_a_catalog_without_success_is_an_error() {
    error_catalog! {
        enum Failures: u8 {
            1 => Broken "broken",
        }
    }
    let error: Box<dyn Error> = Box::new(Failures::Broken);
    assert_eq!(error.to_string(), "1 broken");

    // The inherent constant takes precedence over the trait's, so this is `false` for a type that is not an `Error`.
    trait Otherwise {
        const IS_ERROR: bool = false;
    }
    impl<T> Otherwise for T {}
    struct Probe<T>(std::marker::PhantomData<T>);
    impl<T: Error> Probe<T> {
        const IS_ERROR: bool = true;
    }
    const _: () =
        assert!(Probe::<Failures>::IS_ERROR && !Probe::<WeCom>::IS_ERROR && !Probe::<Youdu>::IS_ERROR);
}

#[test]
fn a_tool_reads_codes_without_knowing_their_type() {
    fn explain<C: Catalog>(typed: &str) -> Option<C> {
        C::from_code(C::Raw::parse(typed)?)
    }
    assert_eq!(explain::<WeCom>("40001"), Some(WeCom::InvalidSecret));
    assert_eq!(explain::<WeCom>("-1"), Some(WeCom::SystemBusy));
    assert_eq!(explain::<WeCom>("40001x"), None);
    assert_eq!(explain::<WeCom>("99999999999"), None);
}

error_catalog! {
    enum State: &'static str {
        "00000" => Done "done",
        "23505" => UniqueViolation "unique violation",
        "23_long_code_of_a_vendor_that_is_much_longer_than_any_code_from_the_wire" => Long "long",
    }
}

error_catalog! {
    enum Http: u16 {
        translation de = "";
        section Client "client error" de "Anfragefehler" 400..=499 { 404 => NotFound "not found" }
        section Server "server error" 500..=599 { 500 => Internal "internal error", 503 => INTERNAL "busy" }
    }
}

#[test]
fn the_errors_are_static_and_bounded() {
    fn parse(text: &str) -> Result<State, Box<dyn Error>> {
        let by_code = State::try_from(text)?;
        assert_eq!(by_code, text);
        Ok(text.parse::<State>().or(Ok::<_, UnknownName>(by_code))?)
    }
    assert_eq!(parse("23505").unwrap(), State::UniqueViolation);
    let long = "\u{1b}[2J".repeat(1 << 18);
    let errors = [parse(&long).unwrap_err(), Box::new(long.parse::<State>().unwrap_err())];
    for error in errors {
        let (display, debug) = (error.to_string(), format!("{error:?}"));
        assert!(display.len() < 300 && debug.len() < 300, "{display}\n{debug}");
        assert!(display.contains(r#""\u{1b}[2J"#) && display.ends_with("… of 1048576 bytes"), "{display}");
    }
    assert_eq!(State::try_from("99999").unwrap_err().code(), Some("99999"));
    let cut = State::try_from(&*format!("{}忙", "x".repeat(62))).unwrap_err();
    assert_eq!(cut.to_string(), format!("unknown State code \"{}\"… of 65 bytes", "x".repeat(62)));
}

#[test]
#[allow(clippy::nonminimal_bool, reason = "both directions are tested")]
fn codes_and_rows_compare_in_both_directions() {
    let code = Code::<Http>::new(404);
    assert!(404 == code && code == 404 && Http::NotFound == 404 && 404 == Http::NotFound);
    assert!(Http::NotFound == code && code == Http::NotFound && 405 != code && Http::Internal != code);
    let code: Code<State> = "23505".parse().unwrap();
    let row = State::UniqueViolation;
    assert!("23505" == code && row == "23505" && *"23505" == row && row == code && code == row);
    assert!(row != "00000" && "00000" != code && State::Done != code && row == *"23505");
}

#[test]
fn an_unknown_code_has_the_section_of_its_range() {
    let code = Code::<Http>::new(418);
    assert_eq!(code.section().map(Section::name), Some("Client"));
    assert_eq!(code.to_string(), "418 unknown Http code in section client error");
    assert_eq!(code.in_lang("de-AT").to_string(), "418 unknown Http code in section Anfragefehler");
    assert_eq!(Code::<Http>::new(599).section().map(Section::name), Some("Server"));
    assert_eq!(Code::<Http>::new(600).section(), None);
    assert_eq!(Code::<Http>::new(600).to_string(), "600 unknown Http code");
    assert_eq!(Code::<Http>::new(404).section(), Http::NotFound.section());
}

#[test]
fn names_are_found_in_any_case() {
    assert_eq!(Http::from_name_ignoring_case("NOTFOUND"), Some(Http::NotFound));
    assert_eq!(Http::from_name_ignoring_case("INTERNAL"), Some(Http::INTERNAL));
    assert_eq!(Http::from_name_ignoring_case("internal"), None);
    assert_eq!(Http::from_name_ignoring_case("no"), None);
}

#[test]
fn integers_are_const() {
    const CODE: Code<Http> = Code::new(404);
    const KNOWN: Option<Http> = Http::from_code(CODE.integer());
    assert_eq!(KNOWN, Some(Http::NotFound));
}
