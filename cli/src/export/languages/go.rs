//! Go: typed constants, and methods on a type that holds any code a server sends.

use super::column::{ColumnType, ExportColumn, columns, has_advice};
use super::translation::{Translation, translations};
use super::{Constant, constants, is_text, number, preface, quoted, separate, successes, symbols, within};
use crate::catalog::table::{ErrorValue, Meaning, Row, Table};
use crate::catalog::value::{CellValue, advice_parts};
use crate::output::escape::{Escaped, is_unsafe};
use askama::Template;
use error_catalog_core::syntax::{CodeFormat, Digits, Int, Notation, Shown};
use heck::ToUpperCamelCase;
use std::io::{self, Write};

/// Words that cannot be the name of a package that others import.
const KEYWORDS: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
    "internal",
    "main",
    "vendor",
];

/// Names that a column cannot have: the other fields and methods of a meaning.
const FIELDS: &[&str] = &["Help", "Message", "MessageIn", "Name", "Symbol", "Values"];
const FIELDS_WITHOUT_VALUES: &[&str] = FIELDS.split_at(FIELDS.len() - 1).0;

#[derive(Template)]
#[template(path = "catalog.go.jinja", escape = "none")]
struct Package<'a> {
    table: &'a Table,
    package: String,
    raw: &'static str,
    preface: Vec<String>,
    constants: Vec<Constant<'a>>,
    columns: Vec<ExportColumn>,
    has_advice: bool,
    has_values: bool,
    translations: Vec<Translation>,
    /// The width of the longest field, since gofmt aligns their types.
    width: usize,
    successes: Vec<String>,
    /// Each symbol with the literals of its codes.
    symbols: Vec<(&'a str, Vec<String>)>,
}

/// Writes a Go package with the catalog.
pub(crate) fn write_go(table: &Table, lang: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let raw = raw(table);
    let codes = |rows: Vec<&Row>| rows.into_iter().map(|row| code_literal(raw, row)).collect();
    let package = package(table.name);
    let mut preface = preface(table, "go");
    // The first line of the file says that it is generated, in the form that Go's tools recognize.
    preface.pop();
    preface[0].replace_range(0..4, &format!("Package {package} has the "));
    let has_values = table.has_values();
    let fields = if has_values { FIELDS } else { FIELDS_WITHOUT_VALUES };
    let columns = columns(table, to_exported, fields);
    let width = columns.iter().map(|column| column.name.chars().count()).fold("Message".len(), usize::max);
    let file = Package {
        table,
        has_advice: has_advice(&columns),
        has_values,
        translations: translations(table, &columns),
        columns,
        width,
        package,
        raw,
        preface: comment_lines(preface),
        constants: constants(table, lang, |name| format!("Code{}", to_exported(name)), &[]),
        successes: codes(successes(table).collect()),
        symbols: symbols(table).into_iter().map(|(symbol, rows)| (symbol, codes(rows))).collect(),
    };
    file.write_into(out)?;
    writeln!(out)
}

impl Package<'_> {
    /// Pads a field of the struct.
    fn padded(&self, name: &str) -> String {
        format!("{name:<width$}", width = self.width)
    }

    fn value(&self, column: &ExportColumn, row: &Row, meaning: &Meaning) -> Option<String> {
        let cell = column.value(self.table, row, meaning)?;
        Some(match (column.kind, &cell) {
            (ColumnType::Text, _) => literal(&cell.to_field()),
            (_, CellValue::Retry(advice)) => {
                let (advice, times) = advice_parts(*advice);
                let times = times.map_or(String::new(), |times| format!(", Times: {times}"));
                format!("Retry{{Advice: Retry{}{times}}}", advice.to_upper_camel_case())
            }
            (_, CellValue::Float(value)) => format!("{value:?}"),
            _ => cell.to_string(),
        })
    }

    fn code(&self, row: &Row) -> String {
        code_literal(self.raw, row)
    }

    /// Returns the expression for any code `c` as it is printed, in the form that the catalog declares.
    fn printed_code(&self) -> String {
        let Some((_, CodeFormat { before, shown, after })) = &self.table.display else {
            return format!("fmt.Sprint({}(c))", self.raw);
        };
        let (verb, operand) = match shown {
            Shown::Name | Shown::Symbol | Shown::Text => ("%v".to_owned(), self.raw.to_owned()),
            Shown::Number(Digits { int, notation, width }) => {
                let (letter, operand) = match notation {
                    Notation::Decimal => ('d', self.raw.to_owned()),
                    // Rust prints the bits of a negative number, Go a minus sign.
                    Notation::LowerHex => ('x', unsigned(*int)),
                    Notation::UpperHex => ('X', unsigned(*int)),
                    Notation::Octal => ('o', unsigned(*int)),
                    Notation::Binary => ('b', unsigned(*int)),
                };
                (if *width == 0 { format!("%{letter}") } else { format!("%0{width}{letter}") }, operand)
            }
        };
        let [before, after] = [before, after].map(|text| text.replace('%', "%%"));
        format!("fmt.Sprintf({}, {operand}(c))", literal(&format!("{before}{verb}{after}")))
    }

    fn documentation(&self, constant: &Constant<'_>) -> Vec<String> {
        let mut paragraphs = constant.paragraphs(self.table);
        paragraphs[0].insert_str(0, &format!("{} is ", constant.name));
        paragraphs.extend(constant.deprecation().map(|note| format!("Deprecated: {note}")));
        comment_lines(paragraphs)
    }
}

/// Returns Go's unsigned type with as many bits as a type of Rust.
fn unsigned(int: Int) -> String {
    format!("uint{}", (int.max - int.min).count_ones())
}

fn column_type(column: &ExportColumn) -> &'static str {
    match column.kind {
        ColumnType::Text => "string",
        ColumnType::Integer => "int64",
        ColumnType::Unsigned => "uint64",
        ColumnType::Float => "float64",
        ColumnType::Bool => "bool",
        ColumnType::Retry => "Retry",
    }
}

/// Returns the names of the values with their types in Rust, as a map.
fn value_types(meaning: &Meaning) -> String {
    let pair = |value: &ErrorValue| format!("{}: {}", literal(value.name), literal(value.type_name));
    format!("map[string]string{{{}}}", meaning.values.iter().map(pair).collect::<Vec<_>>().join(", "))
}

fn code_literal(raw: &str, row: &Row) -> String {
    if raw == "string" { literal(&row.code.to_string()) } else { number(row) }
}

fn raw(table: &Table) -> &'static str {
    if is_text(table) {
        "string"
    } else if within(table, i32::MIN.into(), i32::MAX.into()) {
        "int32"
    } else if within(table, i64::MIN.into(), i64::MAX.into()) {
        "int64"
    } else {
        "uint64"
    }
}

fn package(name: &str) -> String {
    let name = name.to_lowercase().replace('_', "");
    if KEYWORDS.contains(&name.as_str()) || !name.starts_with(char::is_alphabetic) {
        format!("{name}codes")
    } else {
        name
    }
}

fn to_exported(name: &str) -> String {
    if name.starts_with(char::is_uppercase) && !name.contains('_') {
        name.to_owned()
    } else {
        name.to_upper_camel_case()
    }
}

/// Returns the lines of a comment. Two quotes in a row are separated, since gofmt makes a typographic quote of them.
fn comment_lines(paragraphs: Vec<String>) -> Vec<String> {
    let escape = |line: String| {
        let mut text = Escaped(&line).to_string();
        for quotes in ["``", "''"] {
            while text.contains(quotes) {
                text = text.replace(quotes, &format!("{} {}", &quotes[..1], &quotes[1..]));
            }
        }
        text.trim_end().to_owned()
    };
    separate(paragraphs).into_iter().map(escape).collect()
}

fn literal(text: &str) -> String {
    quoted(text, |character| {
        let code = u32::from(character);
        is_unsafe(character)
            .then(|| if code > 0xffff { format!("\\U{code:08x}") } else { format!("\\u{code:04x}") })
    })
}
