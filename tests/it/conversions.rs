//! Conversions between raw codes, rows and names, and their errors.

use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Raw, error_catalog};
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
    assert_eq!((error.catalog(), error.to_string().as_str()), ("WeCom", "no WeCom code has this name"));
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
