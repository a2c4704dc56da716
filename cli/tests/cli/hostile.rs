//! Catalogs with texts that the macro could not check: none of them controls a terminal, and none is lost.

use crate::{example, file};
use serde_json::Value;

const EN: &str = "\u{1b}[2J\u{9b}31m";
const ANYTHING: &str = "\u{202e}\u{2066}\0\u{1b}[2J";

fn hostile(arguments: &[&str]) -> String {
    example("hostile_catalogs", arguments)
}

/// Checks whether the only control characters are line ends and the tool's own colors.
fn is_harmless(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        let color = after.strip_prefix('[').and_then(|color| color.split_once('m'));
        let Some((_, after)) = color.filter(|(color, _)| {
            color.chars().all(|character| character.is_ascii_digit() || character == ';')
        }) else {
            return false;
        };
        if !is_visible(before) {
            return false;
        }
        rest = after;
    }
    is_visible(rest)
}

/// Checks whether a text has no control characters except those that the tool writes itself: line ends, and tabs between
/// the fields of a row in a pipe.
fn is_visible(text: &str) -> bool {
    text.chars().all(|character| {
        matches!(character, '\n' | '\t')
            || !(character.is_control() || "\u{202e}\u{2066}".contains(character))
    })
}

#[test]
fn texts_are_escaped_on_a_terminal() {
    let log = file("hostile.log", "errcode='a b' javascript:alert('symbol') errcode=type\n");
    for arguments in [
        &["explain", "a b"][..],
        &["explain", "a b", "--lang", "en"],
        &["search", "blank", "--lang", "en"],
        &["search", "[2J"],
        &["list"],
        &["list", "Hostile"],
        &["annotate", "--lang", "en", &log],
    ] {
        let shown = hostile(&[&["--color", "always"], arguments].concat());
        assert!(is_harmless(&shown), "{arguments:?}: {shown:?}");
        let plain = hostile(arguments);
        assert!(is_harmless(&plain) && !plain.contains('\u{1b}'), "{arguments:?}: {plain:?}");
        if arguments != ["list"] {
            assert!(plain.contains(r"\u{1b}[2J"), "{arguments:?}: {plain:?}");
        }
    }
}

#[test]
fn exports_are_exact() {
    let of_blank = |form| hostile(&["export", "Hostile", "--format", form]);
    for (form, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let text = of_blank(form);
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let headings = reader.headers().expect("headings").clone();
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("records");
        let row = rows.iter().find(|row| &row[1] == "a b").expect("the row");
        let field = |name| headings.iter().position(|heading| heading == name).map(|index| &row[index]);
        assert_eq!((field("message_en"), field("anything")), (Some(EN), Some(ANYTHING)), "{form}");
    }
    let statement = of_blank("sql");
    assert!(statement.contains(&format!("'{EN}'")) && statement.contains(&format!("'{ANYTHING}'")));

    for form in ["json", "jsonl"] {
        let text = of_blank(form);
        assert!(is_visible(&text), "JSON has escapes for what is not seen: {text:?}");
        let objects: Vec<Value> = match form {
            "json" => serde_json::from_str(&text).expect("JSON"),
            _ => text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect(),
        };
        let object = objects.iter().find(|object| object["code"] == "a b").expect("the row");
        assert_eq!(object["translations"]["en"], EN);
        assert_eq!(object["columns"]["anything"], ANYTHING);
    }
}

/// A program reads the texts unchanged; a spreadsheet gets no text that it would run.
#[test]
fn a_spreadsheet_gets_no_formulas() {
    let records = |catalog, form, delimiter, arguments: &[&str]| {
        let text = hostile(&[&["export", catalog, "--format", form], arguments].concat());
        let records = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(records.as_bytes());
        let records: Vec<Vec<String>> = reader.deserialize().collect::<Result<_, _>>().expect("records");
        (text.starts_with('\u{feff}'), records)
    };
    for (form, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let mut escaped = Vec::new();
        for catalog in ["Hostile", "错误"] {
            let (exact_has_mark, exact) = records(catalog, form, delimiter, &[]);
            let (has_mark, guarded) = records(catalog, form, delimiter, &["--for-spreadsheets"]);
            assert!(has_mark && !exact_has_mark, "{form}");
            assert_eq!(guarded.len(), exact.len());
            for (guarded, exact) in guarded.iter().flatten().zip(exact.iter().flatten()) {
                if guarded != exact {
                    assert_eq!(guarded, &format!("'{exact}"));
                    escaped.push(exact.clone());
                }
            }
        }
        assert_eq!(escaped, ["=cmd|' /C calc'!A0", "\t=1+1", "＝1+1"], "{form}");
    }
    let quoted = hostile(&["export", "错误", "--format", "csv", "--for-spreadsheets"]);
    assert!(quoted.contains(",-9223372036854775808,\"最小\","), "{quoted}");
}

#[test]
fn a_type_of_very_many_parameters_is_rejected() {
    for (name, ty) in [
        ("angles.rs", format!("{}{}", "A<".repeat(100_000), ">".repeat(100_000))),
        ("references.rs", "&".repeat(100_000) + "str"),
    ] {
        let declaration = format!(
            "error_catalog! {{ pub enum P: i32 {{\n    column x: {ty};\n    1 => A \"a\" {{ x: 1 }},\n}} }}\n"
        );
        let page = crate::file("angles.csv", "code,message\n1,b\n");
        let (status, _, err) =
            crate::outcome(crate::errcat(&["sync", &crate::file(name, declaration), &page]));
        assert!(status == 2 && err.contains("line 2: expected the type of column `x`"), "{status} {err}");
    }
}

#[test]
fn lines_with_trailing_commas_are_rejected_with_the_reason() {
    let lines = "{\"code\":1,\"message\":\"a\",}\n".repeat(3);
    let (status, _, err) =
        crate::outcome(crate::errcat(&["import", &crate::file("trailing.jsonl", lines), "--name", "X"]));
    assert!(status == 2 && err.contains("line 1: it is not JSON (trailing comma"), "{err}");
}
