//! Python: an enum whose members equal the raw codes, with the texts of the catalog as properties.

use super::column::{ColumnType, ExportColumn, columns, has_advice};
use super::translation::{Translation, translations};
use super::{Constant, constants, is_text, number, preface, quoted, successes, type_name};
use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::{CellValue, advice_parts};
use crate::output::escape::{Escaped, is_unsafe};
use askama::Template;
use heck::{ToShoutySnakeCase, ToSnakeCase};
use std::io::{self, Write};

/// Names that the enum cannot have: the module's other names, and capitalized keywords.
const TAKEN: &[&str] = &[
    "Decimal",
    "Enum",
    "False",
    "IntEnum",
    "Literal",
    "Mapping",
    "Meaning",
    "NamedTuple",
    "None",
    "Retry",
    "True",
];

/// Names that a column cannot have: the other attributes of a meaning, the methods of a tuple, and keywords.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "count", "fill_in", "help", "index", "message", "message_in", "name", "symbol", "values",
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
];

#[derive(Template)]
#[template(path = "catalog.py.jinja", escape = "none")]
struct Module<'a> {
    table: &'a Table,
    name: String,
    is_text: bool,
    raw: &'static str,
    base: &'static str,
    import: &'static str,
    preface: Vec<String>,
    constants: Vec<Constant<'a>>,
    columns: Vec<ExportColumn>,
    has_advice: bool,
    has_values: bool,
    translations: Vec<Translation>,
    /// The argument of `frozenset`, in parentheses unless it is empty.
    successes: String,
}

/// Writes a Python module with the catalog.
pub(crate) fn write_python(table: &Table, lang: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let is_text = is_text(table);
    let (raw, base, import) =
        if is_text { ("str", "str, Enum", "Enum") } else { ("int", "IntEnum", "IntEnum") };
    let successes: Vec<String> = successes(table).map(|row| code_literal(is_text, row)).collect();
    let columns = columns(table, str::to_snake_case, FIELDS);
    let file = Module {
        table,
        has_advice: has_advice(&columns),
        has_values: table.has_values(),
        translations: translations(table, &columns),
        columns,
        name: type_name(table, TAKEN),
        is_text,
        raw,
        base,
        import,
        preface: preface(table, "python").iter().map(docstring_text).collect(),
        constants: constants(table, lang, member, &[]),
        successes: match successes.as_slice() {
            [] => String::new(),
            [one] => format!("({one},)"),
            several => format!("({})", several.join(", ")),
        },
    };
    file.write_into(out)?;
    writeln!(out)
}

impl Module<'_> {
    fn value(&self, column: &ExportColumn, row: &Row, meaning: &Meaning) -> String {
        match column.value(self.table, row, meaning) {
            None => "None".to_owned(),
            Some(cell) if column.kind == ColumnType::Text => literal(&cell.to_field()),
            Some(CellValue::Retry(advice)) => match advice_parts(advice) {
                (advice, Some(times)) => format!("Retry(\"{advice}\", {times})"),
                (advice, None) => format!("Retry(\"{advice}\")"),
            },
            Some(CellValue::Bool(true)) => "True".to_owned(),
            Some(CellValue::Bool(false)) => "False".to_owned(),
            Some(CellValue::Float(value)) => format!("{value:?}"),
            Some(cell) => cell.to_string(),
        }
    }

    fn code(&self, row: &Row) -> String {
        code_literal(self.is_text, row)
    }

    fn documentation(&self, constant: &Constant<'_>) -> Vec<String> {
        let mut paragraphs = constant.paragraphs(self.table);
        paragraphs.extend(constant.deprecation().map(|note| format!(".. deprecated:: {note}")));
        paragraphs.iter().map(docstring_text).collect()
    }
}

fn column_type(column: &ExportColumn) -> &'static str {
    match column.kind {
        ColumnType::Text if column.is_optional => "str | None",
        ColumnType::Text => "str",
        ColumnType::Integer | ColumnType::Unsigned => "int",
        ColumnType::Float => "float",
        ColumnType::Bool => "bool",
        ColumnType::Retry => "Retry",
    }
}

fn code_literal(is_text: bool, row: &Row) -> String {
    if is_text {
        return literal(&row.code.to_string());
    }
    let number = number(row);
    // black writes hexadecimal digits in upper case.
    number.strip_prefix("0x").map_or(number.clone(), |digits| format!("0x{}", digits.to_uppercase()))
}

/// Returns the name of a member, such as `INVALID_SECRET`.
fn member(name: &str) -> String {
    let name = name.to_shouty_snake_case();
    if name.starts_with(|first: char| first.is_alphabetic()) { name } else { format!("E{name}") }
}

/// Escapes a paragraph for a docstring, and trims it as black does.
fn docstring_text(text: impl AsRef<str>) -> String {
    let escaped = Escaped(text.as_ref()).to_string().replace('\\', "\\\\").replace('"', "\\\"");
    escaped.trim().to_owned()
}

#[allow(clippy::ref_option_ref, reason = "a template passes a field by reference")]
fn optional_literal(text: &Option<&str>) -> String {
    text.map_or("None".to_owned(), literal)
}

fn literal(text: &str) -> String {
    let count = |quote| text.matches(quote).count();
    let double = quoted(text, |character| {
        let code = u32::from(character);
        is_unsafe(character)
            .then(|| if code > 0xffff { format!("\\U{code:08x}") } else { format!("\\u{code:04x}") })
    });
    if count('"') == 0 || count('\'') > 0 && count('"') <= count('\'') {
        return double;
    }
    let inner = &double[1..double.len() - 1];
    format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "\\'"))
}
