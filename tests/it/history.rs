//! A catalog's history: former names, and the records of its baseline.

use error_catalog::{Catalog, Meaning, error_catalog};

error_catalog! {
    /// A catalog in its third version.
    pub enum Gateway: i32 {
        baseline "it/history.baseline";
        success 0;
        reserved 1003, 1010..=1019;
        0 => Ok "success",
        1001 => NoAccount was Missing was Absent E_NO_ACCOUNT "no such account",
        1002 => _ was Locked "account is locked"
             or Suspended was Barred "account is suspended",
        1004 => r#Gone was r#type was "account is gone",
    }
}

error_catalog! {
    enum Sql: &'static str {
        baseline "it/history-of-strings.baseline";
        reserved "42P02", "XX000"..="XXZZZ";
        "23505" => Unique was Duplicate unique_violation "unique",
    }
}

#[test]
#[allow(deprecated, reason = "it is what is tested")]
fn a_former_name_is_a_constant_and_a_pattern() {
    const OLD: Gateway = Gateway::Absent;
    assert_eq!(OLD, Gateway::NoAccount);
    assert!(matches!(Gateway::NoAccount, Gateway::Missing));
    assert!(matches!(Gateway::E1002, Gateway::Locked) && matches!(Gateway::E1002, Gateway::Barred));
    assert_eq!(Gateway::r#type, Gateway::Gone);
}

#[test]
fn a_former_name_is_found_and_no_meaning_has_it() {
    const FOUND: Option<Gateway> = Gateway::from_name("Missing");
    assert_eq!(FOUND, Some(Gateway::NoAccount));
    for (name, row) in [
        ("Absent", Gateway::NoAccount),
        ("Locked", Gateway::E1002),
        ("Barred", Gateway::Suspended),
        ("type", Gateway::Gone),
        ("NoAccount", Gateway::NoAccount),
    ] {
        assert_eq!(Gateway::from_name(name), Some(row), "{name}");
        assert_eq!(<Gateway as Catalog>::from_name(name), Some(row), "{name}");
        assert_eq!(name.parse::<Gateway>().ok(), Some(row), "{name}");
    }
    for name in ["", "missing", "Missin", "Missing ", "r#type", "E_NO_ACCOUNT"] {
        assert_eq!(Gateway::from_name(name), None, "{name}");
    }
    assert_eq!(Sql::from_name("Duplicate"), Some(Sql::Unique));

    let names: Vec<_> = Gateway::ALL.iter().flat_map(|row| row.meanings()).map(Meaning::name).collect();
    assert_eq!(names, ["Ok", "NoAccount", "E1002", "Suspended", "Gone"]);
    // Directly before a message, `was` is a symbol.
    assert_eq!(Gateway::Gone.symbol(), Some("was"));
    assert_eq!(Gateway::NoAccount.symbol(), Some("E_NO_ACCOUNT"));
}
