//! TypeScript: a constant object and its union type, entries, and lookups that take any code a server sends.

use super::column::{ColumnType, ExportColumn, columns, has_advice};
use super::error_value::{self, json_type};
use super::translation::{Translation, translations};
use super::{
    Constant, constants, is_text, number, preface, quoted, separate, successes, type_name, utf16_escape,
    within,
};
use crate::catalog::table::{ErrorValue, Meaning, Row, Table};
use crate::catalog::value::{CellValue, advice_parts};
use crate::export::fields::meanings;
use crate::output::escape::{Escaped, is_unsafe};
use askama::Template;
use heck::ToLowerCamelCase;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The largest integer that a JavaScript number holds without loss.
const SAFE: i128 = (1 << 53) - 1;
/// Names that the constant object cannot have: the other exports of the module.
const EXPORTS: &[&str] = &[
    "Entry",
    "entries",
    "Failure",
    "isKnown",
    "isSuccess",
    "meanings",
    "messageIn",
    "messageOf",
    "Retry",
    "Values",
    "withSymbol",
];

/// Names that a column cannot have: the other fields of an entry.
const FIELDS: &[&str] = &["code", "help", "message", "name", "symbol", "values"];

/// The JavaScript type of the codes.
#[derive(Clone, Copy)]
enum Codes {
    String,
    Number,
    BigInt,
}

impl Codes {
    fn of(table: &Table) -> Self {
        if is_text(table) {
            Self::String
        } else if within(table, -SAFE, SAFE) {
            Self::Number
        } else {
            Self::BigInt
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::BigInt => "bigint",
        }
    }

    fn literal(self, row: &Row) -> String {
        // prettier writes hexadecimal digits in lower case.
        match self {
            Self::String => literal(&row.code.to_string()),
            Self::Number => number(row).to_lowercase(),
            Self::BigInt => format!("{}n", number(row).to_lowercase()),
        }
    }
}

#[derive(Template)]
#[template(path = "catalog.ts.jinja", escape = "none")]
struct Module<'a> {
    table: &'a Table,
    name: String,
    codes: Codes,
    raw: &'static str,
    preface: Vec<String>,
    constants: Vec<Constant<'a>>,
    /// The columns, each with whether its type is `bigint`.
    columns: Vec<(ExportColumn, bool)>,
    has_advice: bool,
    has_values: bool,
    translations: Vec<Translation>,
    /// The elements of an array literal.
    successes: String,
}

/// Writes a TypeScript module with the catalog.
pub(crate) fn write_typescript(table: &Table, lang: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let codes = Codes::of(table);
    let successes: Vec<String> = successes(table).map(|row| codes.literal(row)).collect();
    let columns = columns(table, str::to_lower_camel_case, FIELDS);
    let with_size = |column: ExportColumn| {
        let is_big = is_big(table, &column);
        (column, is_big)
    };
    let file = Module {
        table,
        has_advice: has_advice(&columns),
        has_values: table.has_values(),
        translations: translations(table, &columns),
        columns: columns.into_iter().map(with_size).collect(),
        name: type_name(table, EXPORTS),
        codes,
        raw: codes.name(),
        preface: comment_lines(preface(table, "typescript")),
        constants: constants(table, lang, str::to_owned, &["__proto__"]),
        successes: wrapped_list(&successes),
    };
    file.write_into(out)?;
    writeln!(out)
}

impl Module<'_> {
    /// Returns the value of a column with the space or line break before it.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "a template passes references")]
    fn value(&self, column: &ExportColumn, is_big: &bool, row: &Row, meaning: &Meaning) -> Option<String> {
        let cell = column.value(self.table, row, meaning)?;
        Some(match (column.kind, &cell) {
            (ColumnType::Text, _) => wrapped_literal(&column.name, &cell.to_field()),
            (_, CellValue::Retry(advice)) => match advice_parts(*advice) {
                (advice, Some(times)) => format!(" {{ advice: \"{advice}\", times: {times} }}"),
                (advice, None) => format!(" {{ advice: \"{advice}\" }}"),
            },
            (_, CellValue::Float(value)) => format!(" {}", format!("{value:?}").trim_end_matches(".0")),
            _ if *is_big => format!(" {cell}n"),
            _ => format!(" {cell}"),
        })
    }

    fn code(&self, row: &Row) -> String {
        self.codes.literal(row)
    }

    /// Returns the constants of the errors that have values, and the values.
    fn errors_with_values(&self) -> impl Iterator<Item = (&Constant<'_>, &'static [ErrorValue])> {
        let errors = self.constants.iter().map(|constant| (constant, constant.meaning.values));
        errors.filter(|(constant, values)| !constant.row.success && !values.is_empty())
    }

    /// Returns the constants of the errors without values whose code has another meaning with values.
    fn errors_without_values_next_to_others(&self) -> impl Iterator<Item = &Constant<'_>> {
        self.constants.iter().filter(|constant| {
            let mut meanings = constant.row.meanings.iter();
            constant.meaning.values.is_empty() && meanings.any(|meaning| !meaning.values.is_empty())
        })
    }

    fn documentation(&self, constant: &Constant<'_>) -> Vec<String> {
        let mut lines = comment_lines(separate(constant.paragraphs(self.table)));
        if let Some(note) = constant.deprecation() {
            let note = comment_lines(vec![note]).concat();
            lines.extend([String::new(), format!("@deprecated {note}")]);
        }
        lines
    }
}

/// Returns whether a column has an integer that needs a `bigint`.
fn is_big(table: &Table, column: &ExportColumn) -> bool {
    meanings(table).any(|(row, meaning)| {
        matches!(column.value(table, row, meaning), Some(CellValue::Integer(value)) if value.abs() > SAFE)
    })
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "a template passes references")]
fn column_type(column: &ExportColumn, is_big: &bool) -> &'static str {
    match column.kind {
        ColumnType::Text => "string",
        ColumnType::Integer | ColumnType::Unsigned if *is_big => "bigint",
        ColumnType::Integer | ColumnType::Unsigned | ColumnType::Float => "number",
        ColumnType::Bool => "boolean",
        ColumnType::Retry => "Retry",
    }
}

fn value_type(value: &ErrorValue) -> String {
    let (kind, is_nullable) = json_type(value);
    let name = match kind {
        error_value::JsonType::Integer | error_value::JsonType::Float => "number",
        error_value::JsonType::Bool => "boolean",
        error_value::JsonType::Text => "string",
        error_value::JsonType::Any => return "string | number | boolean | null".to_owned(),
    };
    if is_nullable { format!("{name} | null") } else { name.to_owned() }
}

/// Escapes lines for a comment that a text must not end early, and in which a text is not a tag such as `@deprecated`.
fn comment_lines(lines: Vec<String>) -> Vec<String> {
    let escape = |line: String| {
        let escaped =
            Escaped(&line).to_string().replace("*/", "*\\/").replace("{@", "{\\@").replace(" @", " \\@");
        if escaped.starts_with('@') { format!("\\{escaped}") } else { escaped }
    };
    lines.into_iter().map(escape).collect()
}

fn wrapped_list(items: &[String]) -> String {
    let line = items.join(", ");
    if line.len() < 30 { line } else { format!("\n  // prettier-ignore\n  {line},\n") }
}

/// Returns the literal with the space or line break before it. Prettier breaks a line that is wider than 80 columns, but
/// only after a field name of more than four letters.
fn wrapped_literal(field: &str, text: &str) -> String {
    let literal = literal(text);
    let is_wide = field.width() > 4 && 4 + field.width() + 2 + literal.width() + 1 > 80;
    let separator = if is_wide { "\n      " } else { " " };
    format!("{separator}{literal}")
}

fn literal(text: &str) -> String {
    let count = |quote| text.matches(quote).count();
    let double = quoted(text, |character| is_unsafe(character).then(|| utf16_escape(character)));
    if count('"') <= count('\'') {
        return double;
    }
    let inner = &double[1..double.len() - 1];
    format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "\\'"))
}
