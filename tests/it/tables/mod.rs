//! Well-known tables, declared as a user would declare them, with codes and symbols that occur twice.

mod errno;
mod postgres;

use errno::Errno;
use postgres::SqlState;
use std::collections::BTreeMap;

#[test]
fn six_codes_of_postgresql_have_two_names() {
    let shared: BTreeMap<&str, Vec<&str>> = SqlState::ALL
        .iter()
        .filter(|row| row.meanings().len() > 1)
        .map(|row| (row.code(), row.meanings().map(error_catalog::Meaning::name).collect()))
        .collect();
    let expected = [
        ("22008", ["DatetimeFieldOverflow", "DatetimeValueOutOfRange"]),
        ("2202E", ["ArrayElementError", "ArraySubscriptError"]),
        ("26000", ["InvalidSqlStatementName", "UndefinedPstatement"]),
        ("34000", ["InvalidCursorName", "UndefinedCursor"]),
        ("3D000", ["InvalidCatalogName", "UndefinedDatabase"]),
        ("3F000", ["InvalidSchemaName", "UndefinedSchema"]),
    ];
    assert_eq!(shared, expected.map(|(code, names)| (code, names.to_vec())).into());
    assert_eq!(SqlState::ArraySubscriptError, SqlState::ArrayElementError);
}

#[test]
fn five_names_of_postgresql_have_two_codes() {
    let codes = |symbol| SqlState::with_symbol(symbol).iter().map(|row| row.code()).collect::<Vec<_>>();
    assert_eq!(codes("string_data_right_truncation"), ["01004", "22001"]);
    assert_eq!(codes("null_value_not_allowed"), ["22004", "39004"]);
    assert_eq!(codes("modifying_sql_data_not_permitted"), ["2F002", "38002"]);
    assert_eq!(codes("prohibited_sql_statement_attempted"), ["2F003", "38003"]);
    assert_eq!(codes("reading_sql_data_not_permitted"), ["2F004", "38004"]);
    assert_eq!(codes("array_subscript_error"), ["2202E"], "the symbol of a second meaning");
}

#[test]
fn two_numbers_of_linux_have_two_symbols() {
    assert_eq!(Errno::ALL.len(), 131);
    assert_eq!(Errno::with_symbol("EWOULDBLOCK"), Errno::with_symbol("EAGAIN"));
    assert_eq!(Errno::Ewouldblock, Errno::Eagain);
    assert_eq!(Errno::Edeadlock as u16, 35);
    assert_eq!(Errno::from_code(11).unwrap().to_string(), "11 Try again | Operation would block");
    assert_eq!(Errno::ALL.iter().filter(|row| row.meanings().len() == 2).count(), 2);
    // Linux does not use two of the numbers.
    let gaps: Vec<u16> = (1..=133).filter(|code| Errno::from_code(*code).is_none()).collect();
    assert_eq!(gaps, [41, 58]);
}
