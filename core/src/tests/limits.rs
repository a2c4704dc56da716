//! Checks each limit of a catalog at its boundary. Only the checks run, because an expansion of this size takes long.

use crate::Report;
use crate::check::{
    self,
    limits::{MAX_MEANINGS, MAX_TEXT_BYTES, MAX_TOTAL_TEXT_BYTES},
};
use crate::syntax::parse;
use proc_macro2::TokenStream;

/// Returns the errors about a catalog with these rows.
fn errors(rows: &[String]) -> String {
    errors_of("u32", rows)
}

fn errors_of(raw: &str, rows: &[String]) -> String {
    let catalog = format!("pub enum Big: {raw} {{ {} }}", rows.concat());
    let mut report = Report::default();
    let parsed = parse(catalog.parse().unwrap(), &mut report).unwrap();
    check::check_catalog(&parsed, &TokenStream::new(), &mut report);
    report.errors().iter().map(ToString::to_string).collect()
}

fn row(code: usize, bytes_of_message: usize) -> String {
    format!("{code} => _ \"{}\",", "m".repeat(bytes_of_message))
}

fn assert_reports(errors: &str, message: &str) {
    assert!(errors.contains(message), "no `{message}` in: {errors}");
}

#[test]
fn length_of_a_message() {
    assert_eq!(errors(&[row(1, MAX_TEXT_BYTES)]), "");
    assert_reports(
        &errors(&[row(1, MAX_TEXT_BYTES + 1)]),
        "the message has 65536 bytes, more than the limit of 65535: shorten it",
    );
}

#[test]
fn length_of_a_column() {
    let with_column = |bytes: usize| {
        let row = format!("1 => One \"one\" {{ en: \"{}\" }},", "e".repeat(bytes));
        errors(&["translation en;".to_owned(), row])
    };
    assert_eq!(with_column(MAX_TEXT_BYTES), "");
    assert_reports(
        &with_column(MAX_TEXT_BYTES + 1),
        "`en` has 65536 bytes, more than the limit of 65535: shorten it",
    );
    let default = format!("translation en = \"{}\";", "e".repeat(MAX_TEXT_BYTES + 1));
    assert_reports(
        &errors(&[default, row(1, 1)]),
        "`en` has 65536 bytes, more than the limit of 65535: shorten it",
    );
}

#[test]
fn number_of_rows() {
    let mut rows: Vec<String> = (0..MAX_MEANINGS).map(|code| row(code, 1)).collect();
    assert_eq!(errors(&rows), "");
    rows.push(row(MAX_MEANINGS, 1));
    assert_reports(
        &errors(&rows),
        "catalog `Big` has 100001 rows and `or`s, more than the limit of 100000: split the table",
    );
}

#[test]
fn bytes_of_text() {
    // A code and a name of four bytes each, and the longest message.
    let full = 8 + MAX_TEXT_BYTES;
    let mut rows = vec!["translation en = \"\";".to_owned()];
    rows.extend((100..100 + MAX_TOTAL_TEXT_BYTES / full).map(|index| {
        let message = "m".repeat(MAX_TEXT_BYTES);
        format!("\"c{index}\" => N{index} \"{message}\",")
    }));
    // Each kind of text once, of 32 bytes without the message.
    let last = |bytes: usize| {
        let message = "m".repeat(bytes - 32);
        format!("\"code\" => Name SYMBOL \"{message}\" {{ help: \"help it\", en: \"in English!\" }}")
    };
    rows.push(last(MAX_TOTAL_TEXT_BYTES % full));
    assert_eq!(errors_of("&'static str", &rows), "");
    rows.pop();
    rows.push(last(MAX_TOTAL_TEXT_BYTES % full + 1));
    assert_reports(
        &errors_of("&'static str", &rows),
        "the texts of catalog `Big` have 16777216 bytes, more than the limit of 16777215: split the table",
    );
}
