//! Meanings as JSON objects, in the same form for every command.

use super::fields::{Field, meanings};
use crate::catalog::table::{Meaning, Row, Table};
use crate::output::escape::EscapingWriter;
use error_catalog::{Deprecated, Section};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Returns the object of a meaning, with the keys that `export --help` documents.
pub(crate) fn to_object(table: &Table, row: &Row, meaning: &Meaning) -> Value {
    let field = |field: Field| Value::from(&field.value(table, row, meaning));
    let translations =
        table.translations.iter().map(|(lang, column)| (*lang, field(Field::MessageIn(*column))));
    let columns = table.columns.iter().zip(&meaning.columns).enumerate();
    let columns = columns.filter(|(index, _)| !table.is_translation(*index));
    let columns = columns.map(|(_, (name, value))| (*name, Value::from(value)));
    let titles = row.section.map(|section| object(section.titles().iter().copied()));
    json!({
        "catalog": table.name,
        "code": Value::from(&row.code),
        "name": meaning.name,
        "symbol": meaning.symbol,
        "message": meaning.message,
        "help": meaning.help,
        "success": row.success,
        "section": row.section.map(Section::title),
        "section_name": row.section.map(Section::name),
        "section_titles": titles,
        "deprecated": row.deprecated.map(deprecated),
        "translations": object(translations),
        "columns": object(columns),
        "title": table.title,
        "source": table.source,
        "lang": table.lang,
    })
}

fn object<V: Into<Value>>(entries: impl Iterator<Item = (&'static str, V)>) -> Map<String, Value> {
    entries.map(|(key, value)| (key.to_owned(), value.into())).collect()
}

fn deprecated(deprecated: &Deprecated) -> Value {
    json!({ "since": deprecated.since, "note": deprecated.note })
}

/// Returns the objects of all meanings, in code order.
pub(crate) fn objects(table: &Table) -> impl Iterator<Item = Value> {
    meanings(table).map(|(row, meaning)| to_object(table, row, meaning))
}

/// Writes one object per line.
pub(crate) fn write_lines(data: &mut dyn Write, objects: impl IntoIterator<Item = Value>) -> io::Result<()> {
    let mut out = EscapingWriter::json(data);
    objects.into_iter().try_for_each(|object| writeln!(out, "{object}"))
}

/// Writes an array with one object per line, so that line-based tools can compare two exports.
pub(crate) fn write_array(data: &mut dyn Write, objects: impl IntoIterator<Item = Value>) -> io::Result<()> {
    let mut out = EscapingWriter::json(data);
    let mut separator = "[\n";
    let mut end = "[]\n";
    for object in objects {
        write!(out, "{separator}{object}")?;
        separator = ",\n";
        end = "\n]\n";
    }
    out.write_all(end.as_bytes())
}
