//! Checks that the macro accepts the declaration of an export, even of one whose fields are forged.

use crate::properties::{accepts, check_import_is_in_sync, imported};

/// The fields of a row of an export, without the titles of sections in other languages.
const FIELDS: [&str; 13] = [
    "catalog",
    "code",
    "name",
    "symbol",
    "message",
    "help",
    "success",
    "section",
    "section_name",
    "deprecated",
    "title",
    "source",
    "lang",
];
const ROWS: [[&str; 13]; 3] = [
    ["V", "1", "One", "E_ONE", "one", "", "true", "Sign-in", "SignIn", "", "title", "source", "en"],
    ["V", "2", "Two", "", "two", "help", "false", "Sign-in", "SignIn", "yes", "title", "source", "en"],
    ["V", "3", "Three", "E_ONE", "three", "", "false", "", "", "since 1.2: old", "title", "source", "en"],
];
/// Values that are invalid in some field.
const VALUES: [&str; 40] = [
    "",
    " ",
    "-",
    "_",
    "1x",
    "x1",
    "self",
    "Self",
    "type",
    "r#type",
    "a b",
    "a.b",
    "中文",
    "é",
    "__x",
    "ALL",
    "One",
    "E1",
    "message",
    "yes",
    "no",
    "true",
    "since",
    "since ",
    "since : x",
    "since : ",
    "since x: ",
    "since  1: y",
    "since: x",
    "0",
    "00",
    "-1",
    "0x10",
    "99999999999999999999",
    "\\",
    "\u{200b}",
    "up_to 3",
    "en",
    "zh_TW",
    "!",
];
/// Headings between the name of the section and `deprecated`.
const TITLES: [&[&str]; 16] = [
    &["section_1x"],
    &["section_en", "section_EN"],
    &["section_"],
    &["section_zh_TW", "section_zh-tw", "section_zhTw"],
    &["section_en_"],
    &["section_english"],
    &["section_self"],
    &["section_en "],
    &["section_é"],
    &["section_r#en"],
    &["section_en", "section_en"],
    &["section_as", "section_in"],
    &["message_en", "message_no", "section_it"],
    &["message_en", "message_EN"],
    &["message_as"],
    &["message_x_y"],
];
/// Headings of columns.
const COLUMNS: [&[&str]; 9] = [
    &["en"],
    &["type"],
    &["column_message", "column_column_message"],
    &["a", "a"],
    &["A", "a"],
    &["_x"],
    &["retry"],
    &["参数", "エラー"],
    &["code"],
];

/// Returns an export of these rows with more headings, whose cells are all `cell`.
fn export(rows: &[[&str; 13]], titles: &[&str], columns: &[&str], cell: &str) -> String {
    let line = |fields: &[&str], titles: Vec<&str>, columns: Vec<&str>| {
        let cells =
            fields[..9].iter().copied().chain(titles).chain(fields[9..].iter().copied()).chain(columns);
        cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",") + "\n"
    };
    let row = |row: &[&str; 13]| line(row, vec![cell; titles.len()], vec![cell; columns.len()]);
    line(&FIELDS, titles.to_vec(), columns.to_vec()) + &rows.iter().map(row).collect::<String>()
}

fn check(export: &str) -> bool {
    let Some(declaration) = imported(export.as_bytes()) else { return false };
    accepts(&declaration).unwrap_or_else(|errors| panic!("{errors}\n{export}\n{declaration}"));
    check_import_is_in_sync(export.as_bytes());
    true
}

#[test]
fn declarations_with_any_field_are_accepted() {
    let mut read = 0;
    for field in 0..FIELDS.len() {
        for value in VALUES {
            for row in 0..ROWS.len() {
                let mut rows = ROWS;
                rows[row][field] = value;
                read += usize::from(check(&export(&rows, &[], &[], "")));
            }
            let rows = ROWS.map(|mut row| {
                row[field] = value;
                row
            });
            check(&export(&rows, &[], &[], ""));
        }
    }
    assert!(read > 1000, "{read} of {}", FIELDS.len() * VALUES.len() * ROWS.len());
}

#[test]
fn one_column_is_the_advice_unless_one_is_called_retry() {
    let declared = |columns: &[&str]| imported(export(&ROWS, &[], columns, "never").as_bytes()).unwrap();
    let two = declared(&["参数", "エラー"]);
    assert!(two.contains("column 参数: Retry") && two.contains("column エラー: &'static str"), "{two}");
    let three = declared(&["参数", "retry"]);
    assert!(three.contains("column 参数: Retry") && three.contains("column retry: Retry"), "{three}");
}

#[test]
fn declarations_with_any_headings_are_accepted() {
    for cell in ["", "x", "up_to 3", "never", "-"] {
        for titles in TITLES {
            assert!(check(&export(&ROWS, titles, &[], cell)), "{titles:?}");
        }
        for columns in COLUMNS {
            assert!(check(&export(&ROWS, &[], columns, cell)), "{columns:?}");
        }
    }
}
