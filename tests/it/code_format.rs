//! Codes are printed in the form of the statement `display` everywhere, and each form can be read back.

use error_catalog::{Code, Failure, UnknownCode, disjoint, error_catalog};
use std::fmt::Write;

error_catalog! {
    /// Components of a chip.
    enum Chip: u32 {
        display "0x{code:08x}";
        translation de = "";
        section Fmc "first mutable code" base 0x000F_0000 { 0x14 => Cert "bad certificate" { de: "Zertifikat" } }
        0x0001_0001 => Image "bad image" { help: "flash it" } or Header "bad header",
        0x0001_0002 => Nameless,
    }
}

error_catalog! {
    enum Letter: i16 {
        display "E{code:04}";
        success 0;
        0 => Ok "ok",
        42 => Odd "odd",
        -7 => Below "below",
        12345 => Wide "wide",
        7 => _,
    }
}

error_catalog! {
    enum Named: u8 { display "{name}"; 1 => Timeout, 2 => Busy "try later" or Full "full" }
}

error_catalog! {
    enum Symbols: i32 { display "{symbol}"; 1 => A E_A "first", 2 => B E_B or C E_C "third" }
}

error_catalog! {
    enum State: &'static str { display "SQLSTATE {code}!"; "23505" => Unique "not unique", "4\"2" => Quoted }
}

/// Every notation, with the same format for `format!`.
macro_rules! notations {
    ($($name:ident: $raw:ident $form:literal $written:literal;)*) => {$(
        #[test]
        fn $name() {
            error_catalog! {
                enum Any: $raw { display $form; 0 => Zero "zero", 16 => Sixteen "sixteen", 127 => Most "most" }
            }
            for row in Any::ALL {
                assert_eq!(row.to_string(), format!(concat!($written, " {}"), row.message(), code = row.code()));
                assert_eq!(row.to_string(), Code::from(*row).to_string());
            }
            for code in [1, 15, 100, $raw::MIN, $raw::MAX] {
                if Any::from_code(code).is_none() {
                    let unknown = format!($written, code = code);
                    assert_eq!(Code::<Any>::new(code).to_string(), format!("{unknown} unknown Any code"));
                    assert_eq!(Any::try_from(code).unwrap_err().to_string(), format!("unknown Any code {unknown}"));
                }
            }
        }
    )*};
}

notations! {
    plain: i8 "{code}" "{code}";
    decimal: i8 "{code:05}" "{code:05}";
    hexadecimal: i8 "0x{code:x}" "0x{code:x}";
    padded: u16 "0x{code:04X}" "0x{code:04X}";
    prefixed: i64 "{code:#018x}" "{code:#018x}";
    octal: i32 "0o{code:o}" "0o{code:o}";
    binary: u8 "{code:#010b}" "{code:#010b}";
    surrounded: u64 "<{code:03}>" "<{code:03}>";
    braces: isize "{{{code}}}" "{{{code}}}";
}

#[test]
fn rows_codes_and_failures() {
    assert_eq!(Chip::Image.to_string(), "0x00010001 bad image | bad header");
    assert_eq!(format!("{:#}", Chip::Image), "0x00010001 bad image: flash it | bad header");
    assert_eq!(Chip::Cert.to_string(), "0x000f0014 bad certificate");
    assert_eq!(Code::from(Chip::Cert).in_lang("de").to_string(), "0x000f0014 Zertifikat");
    assert_eq!(Chip::Nameless.to_string(), "0x00010002 Nameless");
    assert_eq!(Failure::new(Chip::Image).unwrap().to_string(), "0x00010001 bad image | bad header");
    assert_eq!(
        Failure::<Chip>::new(0xf_0015).unwrap().to_string(),
        "0x000f0015 unknown Chip code in section first mutable code"
    );
    assert_eq!(format!("{:>30}", Code::<Chip>::new(1)), "  0x00000001 unknown Chip code");
}

#[test]
fn letters_and_signs() {
    let printed = Letter::ALL.iter().map(ToString::to_string);
    assert!(printed.eq(["E-007 below", "E0000 ok", "E0007 E7", "E0042 odd", "E12345 wide"]));
    assert_eq!(Code::<Letter>::new(-8).to_string(), "E-008 unknown Letter code");
}

#[test]
fn names_and_symbols_replace_the_code() {
    let printed = Named::ALL.iter().map(ToString::to_string);
    assert!(printed.eq(["Timeout", "Busy try later | full"]));
    assert_eq!(Code::<Named>::new(3).to_string(), "3 unknown Named code");
    let printed = Symbols::ALL.iter().map(ToString::to_string);
    assert!(printed.eq(["E_A first", "E_B B | third"]));
    assert_eq!(format!("{:?}", Code::from(Symbols::A)), "Symbols::A = 1 \"first\"");
}

#[test]
fn a_string_is_quoted_if_the_catalog_does_not_have_it() {
    assert_eq!(State::Unique.to_string(), "SQLSTATE 23505! not unique");
    assert_eq!(State::Quoted.to_string(), "SQLSTATE 4\"2! Quoted");
    let unknown: Code<State> = "2\n".parse().unwrap();
    assert_eq!(unknown.to_string(), r#"SQLSTATE "2\n"! unknown State code"#);
    assert_eq!(format!("{unknown:?}"), r#"State("2\n")"#);
    assert_eq!(State::try_from("x").unwrap_err().to_string(), r#"unknown State code SQLSTATE "x"!"#);
}

#[test]
fn debug_output_has_the_notation() {
    assert_eq!(
        format!("{:?}", Code::from(Chip::Image)),
        r#"Chip::Image = 0x00010001 "bad image" | "bad header""#
    );
    assert_eq!(format!("{:?}", Code::<Chip>::new(10)), "Chip(0x0000000a)");
}

#[test]
fn the_code_itself_stays_a_number() {
    assert_eq!(Chip::Image.code(), 0x1_0001);
    assert_eq!("65537".parse::<Code<Chip>>().unwrap(), Chip::Image);
    let unknown: UnknownCode<u32> = Chip::try_from(1).unwrap_err();
    assert_eq!((unknown.code(), unknown.catalog()), (1, "Chip"));
    assert_eq!(serde_json::to_string(&Code::from(Chip::Image)).unwrap(), "65537");
}

/// Counts the pieces in which a text is written.
struct Pieces(usize);

impl Write for Pieces {
    fn write_str(&mut self, _: &str) -> std::fmt::Result {
        self.0 += 1;
        Ok(())
    }
}

#[test]
fn a_row_is_one_piece() {
    let mut pieces = Pieces(0);
    write!(pieces, "{}", Chip::Cert).unwrap();
    assert_eq!(pieces.0, 1);
}

#[test]
fn an_error_type_prints_its_code_so() {
    error_catalog! {
        enum Shop: u16 {
            display "SHOP-{code:05}";
            error ShopFailure;
            7 => Many { max: u8 } "at most {max}",
            8 => Gone "gone",
        }
    }
    assert_eq!(ShopFailure::Many { max: 3 }.to_string(), "SHOP-00007 at most 3");
    assert_eq!(ShopFailure::Gone.to_string(), "SHOP-00008 gone");
    assert_eq!(
        Failure::from(ShopFailure::Many { max: 3 }).to_string(),
        "SHOP-00007 at most {max} (server: \"at most 3\")"
    );
}

disjoint!(Chip, Letter);
