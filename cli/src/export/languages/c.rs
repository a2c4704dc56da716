//! C: a single header for C99 and later, with constants, and functions that return `NULL` or `false` for a code that the
//! catalog does not have.

use super::column::{ColumnType, ExportColumn, columns, has_advice};
use super::translation::{Translation, translations};
use super::{Constant, constants, is_text, number, preface, quoted, successes, within};
use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::{CellValue, advice_parts};
use crate::output::escape::{Escaped, is_unsafe};
use askama::Template;
use heck::{ToShoutySnakeCase, ToSnakeCase};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The C type of the codes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codes {
    /// Constants of an enum, which are `int`.
    Int,
    /// Macros of this type.
    Wide {
        raw: &'static str,
        constant: &'static str,
    },
    Text,
}

impl Codes {
    fn of(table: &Table) -> Self {
        if is_text(table) {
            Self::Text
        } else if within(table, i32::MIN.into(), i32::MAX.into()) {
            Self::Int
        } else if within(table, i64::MIN.into(), i64::MAX.into()) {
            Self::Wide { raw: "int64_t", constant: "INT64_C" }
        } else {
            Self::Wide { raw: "uint64_t", constant: "UINT64_C" }
        }
    }

    fn raw(self) -> &'static str {
        match self {
            Self::Int => "int",
            Self::Wide { raw, .. } => raw,
            Self::Text => "const char *",
        }
    }

    fn is_int(self) -> bool {
        self == Self::Int
    }

    fn code(self, row: &Row) -> String {
        match (self, number(row)) {
            (Self::Int, number) if number.starts_with("0x") => number,
            (Self::Wide { constant, .. }, number) if number.starts_with("0x") => {
                format!("{constant}({number})")
            }
            _ => self.literal(&row.code),
        }
    }

    fn literal(self, code: &CellValue) -> String {
        match (self, code) {
            (Self::Text, _) => literal(&code.to_string()),
            // In C the minus is an operator, and its operand must fit the type.
            (Self::Int, CellValue::Integer(value)) if *value == i32::MIN.into() => {
                "(-2147483647 - 1)".to_owned()
            }
            (Self::Wide { constant, .. }, CellValue::Integer(value)) if *value == i64::MIN.into() => {
                format!("({constant}(-9223372036854775807) - 1)")
            }
            (Self::Wide { constant, .. }, _) => format!("{constant}({code})"),
            (Self::Int, _) => code.to_string(),
        }
    }
}

/// Names that a column cannot have: the other fields of a meaning, macros of the included headers, and keywords.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "code", "help", "message", "name", "symbol",
    "bool", "false", "offsetof", "true",
    "alignas", "alignof", "asm", "auto", "break", "case", "char", "const", "constexpr", "continue", "default", "do",
    "double", "else", "enum", "extern", "float", "for", "goto", "if", "inline", "int", "long", "nullptr", "register",
    "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "thread_local", "typedef", "typeof",
    "union", "unsigned", "void", "volatile", "while",
    "values",
];
const FIELDS_WITHOUT_VALUES: &[&str] = FIELDS.split_at(FIELDS.len() - 1).0;

#[derive(Template)]
#[template(path = "catalog.h.jinja", escape = "none")]
struct Header<'a> {
    table: &'a Table,
    codes: Codes,
    prefix: &'a str,
    upper: &'a str,
    preface: Vec<String>,
    constants: Vec<Constant<'a>>,
    columns: Vec<ExportColumn>,
    has_advice: bool,
    has_values: bool,
    translations: Vec<Translation>,
    /// The declaration of a parameter or field that holds a code.
    parameter: String,
    /// Conditions of the binary search.
    less: String,
    equal: String,
    /// Conditions, one of which is true if the code means success.
    successes: Vec<String>,
}

/// Writes a C header with the catalog.
pub(crate) fn write_c(table: &Table, lang: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let codes = Codes::of(table);
    let prefix = to_ascii(&table.name.to_snake_case());
    let upper = prefix.to_uppercase();
    let convention = |name: &str| format!("{upper}_{}", to_ascii(&name.to_shouty_snake_case()));
    let has_values = table.has_values();
    let fields = if has_values { FIELDS } else { FIELDS_WITHOUT_VALUES };
    let columns = columns(table, |name| to_ascii(&name.to_snake_case()), fields);
    let taken = [
        "H",
        "DEPRECATED",
        "RETRY_NEVER",
        "RETRY_UP_TO",
        "RETRY_ALLOWED",
        "RETRY_LATER",
        "RETRY_AFTER_RENEWAL",
    ]
    .map(|name| format!("{upper}_{name}"));
    let compare = |left: &str, operator: &str, right: &str| {
        if codes == Codes::Text {
            format!("strcmp({left}, {right}) {operator} 0")
        } else {
            format!("{left} {operator} {right}")
        }
    };
    let is_code = |row: &Row| compare("code", "==", &codes.code(row));
    let space = if codes == Codes::Text { "" } else { " " };
    let file = Header {
        table,
        has_advice: has_advice(&columns),
        has_values,
        translations: translations(table, &columns),
        columns,
        codes,
        prefix: &prefix,
        upper: &upper,
        preface: comment_lines(&preface(table, "c")),
        constants: constants(table, lang, convention, &taken.each_ref().map(String::as_str)),
        parameter: format!("{}{space}code", codes.raw()),
        less: compare(&format!("{prefix}_meanings[middle].code"), "<", "code"),
        equal: compare(&format!("{prefix}_meanings[first].code"), "==", "code"),
        successes: successes(table).map(is_code).collect(),
    };
    file.write_into(out)?;
    writeln!(out)
}

impl Header<'_> {
    fn value(&self, column: &ExportColumn, row: &Row, meaning: &Meaning) -> String {
        match column.value(self.table, row, meaning) {
            None => "NULL".to_owned(),
            Some(cell) if column.kind == ColumnType::Text => literal(&cell.to_field()),
            Some(CellValue::Retry(advice)) => {
                let (advice, times) = advice_parts(advice);
                let advice = advice.to_uppercase();
                format!("{{{}_RETRY_{advice}, {}}}", self.upper, times.unwrap_or(0))
            }
            Some(CellValue::Float(value)) => format!("{value:?}"),
            Some(cell @ CellValue::Integer(_)) if column.kind == ColumnType::Unsigned => {
                format!("UINT64_C({cell})")
            }
            Some(cell @ CellValue::Integer(_)) => {
                Codes::Wide { raw: "int64_t", constant: "INT64_C" }.literal(&cell)
            }
            Some(cell) => cell.to_string(),
        }
    }

    /// Returns the declaration of a field.
    fn field(&self, column: &ExportColumn) -> String {
        let kind = match column.kind {
            ColumnType::Text => "const char *",
            ColumnType::Integer => "int64_t ",
            ColumnType::Unsigned => "uint64_t ",
            ColumnType::Float => "double ",
            ColumnType::Bool => "bool ",
            ColumnType::Retry => return format!("struct {}_retry {}", self.prefix, column.name),
        };
        format!("{kind}{}", column.name)
    }

    fn code(&self, row: &Row) -> String {
        self.codes.code(row)
    }

    fn documentation(&self, constant: &Constant<'_>) -> Vec<String> {
        let mut paragraphs = constant.paragraphs(self.table);
        paragraphs.extend(constant.deprecation().map(|note| format!("Deprecated: {note}")));
        comment_lines(&paragraphs)
    }
}

/// Replaces characters beyond ASCII by their code points: C99 has them in names only as `\u`, and not all linkers take them.
fn to_ascii(name: &str) -> String {
    let mut ascii = String::new();
    for character in name.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            // Writing to a string cannot fail.
            _ = write!(ascii, "U{:04X}", u32::from(character));
        }
    }
    ascii
}

/// Escapes lines for a comment that a text must not end early. Older compilers read `??/` as a backslash, even in a comment.
fn comment_lines(lines: &[String]) -> Vec<String> {
    let escape = |line: &String| {
        let mut text = Escaped(line).to_string();
        for (from, to) in [("*/", "* /"), ("/*", "/ *"), ("??", "? ?")] {
            while text.contains(from) {
                text = text.replace(from, to);
            }
        }
        text
    };
    lines.iter().map(escape).collect()
}

#[allow(clippy::ref_option_ref, reason = "a template passes a field by reference")]
fn optional_literal(text: &Option<&str>) -> String {
    text.map_or("NULL".to_owned(), literal)
}

/// Returns the names of the values as a literal, or `NULL` if the message has no placeholders.
fn value_names(meaning: &Meaning) -> String {
    if !meaning.is_template {
        return "NULL".to_owned();
    }
    literal(&meaning.values.iter().map(|value| value.name).collect::<Vec<_>>().join(","))
}

/// Returns the text as a literal. An octal escape always has three digits, so that a digit after it is not part of it.
/// The second of two question marks is escaped, because they could begin a trigraph.
fn literal(text: &str) -> String {
    let escaped = quoted(text, |character| {
        let octal = |escaped: String, byte| escaped + &format!("\\{byte:03o}");
        is_unsafe(character).then(|| character.encode_utf8(&mut [0; 4]).bytes().fold(String::new(), octal))
    });
    escaped.replace("??", "?\\?")
}
