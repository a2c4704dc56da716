//! Java: an enum with `fromCode`, which returns an empty `Optional` for a code that the catalog does not have.

use super::column::{ColumnType, ExportColumn, columns, has_advice};
use super::translation::{Translation, translations};
use super::{Constant, constants, is_text, number, preface, quoted, type_name, utf16_escape, within};
use crate::catalog::table::{ErrorValue, Meaning, Row, Table};
use crate::catalog::value::{CellValue, advice_parts};
use crate::error::{Error, Result};
use crate::output::escape::is_unsafe;
use askama::Template;
use heck::{ToLowerCamelCase, ToShoutySnakeCase};
use std::fmt::Write as _;
use std::io::Write;

/// Names that a constant of a code cannot have: the class's own constants.
const CONSTANTS: &[&str] = &["BY_CODE"];
/// The types that the class uses by their simple names.
const TYPES: &[&str] =
    &["Deprecated", "Integer", "Long", "Meaning", "Override", "Retry", "String", "StringBuilder"];

/// Further types that the class uses if an error has values.
const VALUE_TYPES: &[&str] = &["Double", "Filler", "Math", "Number", "NumberFormatException", "Object"];

/// The limit of an enum: its constants are initialized in one method, which has at most 64 KiB of bytecode, 27 bytes for
/// each constant.
const MAX_ROWS: usize = 2_000;

/// Names that a column cannot have: the other methods of a meaning, those of every object, and keywords.
#[rustfmt::skip]
const METHODS: &[&str] = &[
    "help", "message", "messageIn", "name", "symbol",
    "clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait",
    "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const", "continue", "default",
    "do", "double", "else", "enum", "extends", "false", "final", "finally", "float", "for", "goto", "if", "implements",
    "import", "instanceof", "int", "interface", "long", "native", "new", "null", "package", "private", "protected",
    "public", "return", "short", "static", "strictfp", "super", "switch", "synchronized", "this", "throw", "throws",
    "transient", "true", "try", "void", "volatile", "while",
];

/// The number of rows whose meanings are created by one class, since a method and a class have limits too.
const PART: usize = 100;

#[derive(Template)]
#[template(path = "catalog.java.jinja", escape = "none")]
struct Class<'a> {
    table: &'a Table,
    class: String,
    raw: &'static str,
    boxed: &'static str,
    preface: Vec<String>,
    /// The members of the enum, then their aliases.
    constants: Vec<Constant<'a>>,
    /// The rows whose meanings each part creates.
    parts: Vec<&'a [Row]>,
    columns: Vec<ExportColumn>,
    has_advice: bool,
    has_values: bool,
    translations: Vec<Translation>,
    /// A boolean expression.
    success: String,
}

/// Writes a Java enum with the catalog.
pub(crate) fn write_java(table: &Table, lang: Option<&str>, out: &mut dyn Write) -> Result<()> {
    if table.rows.len() > MAX_ROWS {
        let (catalog, codes) = (table.name, table.rows.len());
        return Err(Error::JavaLimit { catalog, codes, limit: MAX_ROWS });
    }
    let (raw, boxed) = raw(table);
    let mut constants = constants(table, lang, member, CONSTANTS);
    constants.sort_by_key(|constant| constant.alias_of.is_some());
    let successes: Vec<String> = constants
        .iter()
        .filter(|constant| constant.row.success && constant.alias_of.is_none())
        .map(|constant| format!("this == {}", constant.name))
        .collect();
    let has_values = table.has_values();
    let [mut types, mut methods] = [TYPES.to_vec(), METHODS.to_vec()];
    if has_values {
        types.extend(VALUE_TYPES);
        methods.push("values");
    }
    let columns = columns(table, str::to_lower_camel_case, &methods);
    let file = Class {
        table,
        parts: table.rows.chunks(PART).collect(),
        has_advice: has_advice(&columns),
        has_values,
        translations: translations(table, &columns),
        columns,
        class: type_name(table, &types),
        raw,
        boxed,
        preface: preface(table, "java").iter().map(javadoc_text).collect(),
        constants,
        success: if successes.is_empty() { "false".to_owned() } else { successes.join(" || ") },
    };
    file.write_into(out)?;
    writeln!(out)?;
    Ok(())
}

impl Class<'_> {
    fn code(&self, row: &Row) -> String {
        let code = row.code.to_string();
        match self.raw {
            "String" => literal(&code),
            "long" => code.parse().map_or(code, long),
            _ => number(row),
        }
    }

    fn documentation(&self, constant: &Constant<'_>) -> Vec<String> {
        constant.paragraphs(self.table).iter().map(javadoc_text).collect()
    }

    /// Returns the arguments of `new Meaning(…)`.
    fn arguments(&self, row: &Row, meaning: &Meaning) -> String {
        let texts = [Some(meaning.name), meaning.symbol, Some(meaning.message), meaning.help];
        let texts = texts.map(|text| text.map_or("null".to_owned(), literal));
        let values = self.columns.iter().map(|column| self.value(column, row, meaning));
        let value_types = self.has_values.then(|| value_types(meaning));
        texts.into_iter().chain(value_types).chain(values).collect::<Vec<_>>().join(", ")
    }

    fn value(&self, column: &ExportColumn, row: &Row, meaning: &Meaning) -> String {
        match column.value(self.table, row, meaning) {
            None => "null".to_owned(),
            Some(cell) if column.kind == ColumnType::Text => literal(&cell.to_field()),
            Some(CellValue::Retry(advice)) => {
                let (advice, times) = advice_parts(advice);
                format!("new Retry(Retry.Advice.{}, {})", advice.to_uppercase(), times.unwrap_or(0))
            }
            Some(CellValue::Float(value)) => format!("{value:?}"),
            Some(CellValue::Integer(value)) => long(value),
            Some(cell) => cell.to_string(),
        }
    }
}

/// Returns the names of the values with their types in Rust, as a map, or `null` if the message has no placeholders.
fn value_types(meaning: &Meaning) -> String {
    if !meaning.is_template {
        return "null".to_owned();
    }
    let entry = |value: &ErrorValue| {
        format!("java.util.Map.entry({}, {})", literal(value.name), literal(value.type_name))
    };
    format!("java.util.Map.ofEntries({})", meaning.values.iter().map(entry).collect::<Vec<_>>().join(", "))
}

/// Returns the literal of a `long`, which holds the bits of an unsigned integer.
fn long(value: i128) -> String {
    format!("{}L", value as i64)
}

fn column_type(column: &ExportColumn) -> &'static str {
    match column.kind {
        ColumnType::Text => "String",
        ColumnType::Integer | ColumnType::Unsigned => "long",
        ColumnType::Float => "double",
        ColumnType::Bool => "boolean",
        ColumnType::Retry => "Retry",
    }
}

fn raw(table: &Table) -> (&'static str, &'static str) {
    if is_text(table) {
        ("String", "String")
    } else if within(table, i32::MIN.into(), i32::MAX.into()) {
        ("int", "Integer")
    } else {
        ("long", "Long")
    }
}

fn member(name: &str) -> String {
    let name = name.to_shouty_snake_case();
    if name.starts_with(|first: char| first.is_alphabetic()) { name } else { format!("E{name}") }
}

/// Escapes a text for Javadoc, which is HTML. A backslash is escaped too: the compiler reads `\u` even in a comment.
fn javadoc_text(text: impl AsRef<str>) -> String {
    let mut escaped = String::new();
    for character in text.as_ref().chars() {
        let is_markup = matches!(character, '&' | '<' | '>' | '@' | '{' | '}' | '\\' | '*');
        if is_markup || is_unsafe(character) {
            // Writing to a string cannot fail.
            _ = write!(escaped, "&#{};", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

fn literal(text: &str) -> String {
    quoted(text, |character| is_unsafe(character).then(|| utf16_escape(character)))
}
