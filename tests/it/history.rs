//! A catalog's history: former names, and the records of its baseline.

use error_catalog::{Catalog, Meaning, error_catalog};

error_catalog! {
    /// A catalog in its third version.
    pub enum Gateway: i32 {
        baseline "it/history.baseline";
        success 0;
        reserved 1003, 1010..=1019;
        shared symbol E_SHARED, E_KEPT;
        0 => Ok "success",
        1001 => NoAccount was Missing was Absent E_NO_ACCOUNT "no such account",
        1002 => _ was Locked "account is locked"
             or Suspended was Barred "account is suspended",
        1005 => Busy E_BUSY was E_TOO_BUSY was "isv.busy" "busy"
             or Sluggish _ was E_SLOW "slow" { symbol: "isv.slow" },
        1006 => Dropped _ was E_DROPPED "its symbol was dropped",
        1007 => Shared E_SHARED_NEW was E_SHARED "first of those that shared a symbol",
        1008 => Shares _ was E_SHARED was E_KEPT "second of those",
        1009 => Keeps E_KEPT "a symbol that another row has dropped",
        1004 => r#Gone was r#type was "account is gone",
    }
}

error_catalog! {
    enum Sql: &'static str {
        baseline "it/history-of-strings.baseline";
        reserved "42P02", "XX000"..="XXZZZ";
        "23505" => Unique was Duplicate unique_violation was duplicate_key "unique",
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
    assert_eq!(names[..5], ["Ok", "NoAccount", "E1002", "Suspended", "Gone"]);
    // Directly before a message, `was` is a symbol.
    assert_eq!(Gateway::Gone.symbol(), Some("was"));
    assert_eq!(Gateway::NoAccount.symbol(), Some("E_NO_ACCOUNT"));
}

#[test]
fn a_former_symbol_is_found_and_no_meaning_has_it() {
    const FOUND: &[Gateway] = Gateway::with_symbol("E_TOO_BUSY");
    assert_eq!(FOUND, [Gateway::Busy]);
    let cases: [(&str, &[Gateway]); 9] = [
        ("E_BUSY", &[Gateway::Busy]),
        ("isv.busy", &[Gateway::Busy]),
        ("E_SLOW", &[Gateway::Busy]),
        ("isv.slow", &[Gateway::Busy]),
        ("E_DROPPED", &[Gateway::Dropped]),
        ("E_SHARED", &[Gateway::Shared, Gateway::Shares]),
        ("E_KEPT", &[Gateway::Shares, Gateway::Keeps]),
        ("_", &[]),
        ("", &[]),
    ];
    for (symbol, rows) in cases {
        assert_eq!(Gateway::with_symbol(symbol), rows, "{symbol}");
        assert_eq!(<Gateway as Catalog>::with_symbol(symbol), rows, "{symbol}");
    }
    let symbols: Vec<_> = Gateway::ALL
        .iter()
        .flat_map(|row| row.meanings())
        .filter_map(error_catalog::Meaning::symbol)
        .collect();
    assert_eq!(symbols, ["E_NO_ACCOUNT", "was", "E_BUSY", "isv.slow", "E_SHARED_NEW", "E_KEPT"]);
    assert_eq!(Sql::with_symbol("duplicate_key"), [Sql::Unique]);
}
