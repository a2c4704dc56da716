//! Meanings as JSON objects, in the same form for every command.

use super::fields::{Field, meanings};
use crate::catalog::table::{EnvelopeKeys, ErrorValue, Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::output::escape::EscapingWriter;
use error_catalog::{Deprecated, Section, SectionRange};
use error_catalog_core::syntax::Code;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Returns the object of a meaning, with the keys that `export --help` documents.
pub(crate) fn to_object(table: &Table, row: &Row, meaning: &Meaning) -> Value {
    let columns = table.columns.iter().zip(&meaning.columns).enumerate();
    let columns = columns.filter(|(index, _)| !table.is_translation(*index));
    let columns = columns.map(|(_, (name, value))| (*name, Value::from(value)));
    let titles = row.section.map(|section| object(section.titles().iter().copied()));
    let mut record = json!({
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
        "translations": translations(table, row, meaning),
        "columns": object(columns),
        "title": table.title,
        "source": table.source,
        "lang": table.lang,
    });
    if let Some(printed) = row.printed {
        record["printed"] = printed.into();
    }
    if table.has_values() {
        let values = || meaning.values.iter().map(error_value).collect::<Value>();
        record["values"] = meaning.is_template.then(values).into();
    }
    record
}

/// Returns the message in each language except the vendor's own.
pub(crate) fn translations(table: &Table, row: &Row, meaning: &Meaning) -> Map<String, Value> {
    object(
        table.translations.iter().map(|(lang, column)| {
            (*lang, Value::from(&Field::MessageIn(*column).value(table, row, meaning)))
        }),
    )
}

fn object<V: Into<Value>>(entries: impl Iterator<Item = (&'static str, V)>) -> Map<String, Value> {
    entries.map(|(key, value)| (key.to_owned(), value.into())).collect()
}

fn error_value(value: &ErrorValue) -> Value {
    json!({ "name": value.name, "type": value.type_name })
}

fn deprecated(deprecated: &Deprecated) -> Value {
    json!({ "since": deprecated.since, "note": deprecated.note })
}

/// Returns the objects of all meanings, in code order. They have more keys than those of other commands, so that an export
/// is read back without loss.
pub(crate) fn objects(table: &Table) -> impl Iterator<Item = Value> {
    meanings(table).map(|(row, meaning)| {
        let mut object = to_object(table, row, meaning);
        let section = row.section;
        object["section_order"] = section.and_then(|section| table.order_of(section)).into();
        object["section_range"] = section.map_or(Value::Null, ranges);
        object["former"] = row.former.clone().into();
        object["former_symbols"] = row.former_symbols.clone().into();
        object["type"] = table.raw.into();
        object["column_types"] = table.column_types.as_deref().map(|types| column_types(table, types)).into();
        if table.exhaustive {
            object["exhaustive"] = true.into();
        }
        if let Some(unknown) = table.unknown {
            object["unknown"] = unknown.into();
        }
        if let Some((display, _)) = table.display {
            object["display"] = display.into();
        }
        if let Some(error_type) = table.error_type {
            object["error_type"] = error_type.into();
        }
        if let Some(source) = &meaning.error_source {
            object["source_value"] = error_value(source);
        }
        if let Some(EnvelopeKeys { code, siblings }) = &table.envelope {
            object["envelope"] = json!({ "code": code, "siblings": siblings });
        }
        if !table.retired.is_empty() {
            let code = |code: &Code| Value::from(&CellValue::from(code.clone()));
            let ranges = table.retired.iter().map(|(first, last)| json!([code(first), code(last)]));
            object["retired"] = ranges.collect();
        }
        object
    })
}

/// Returns the type of each column that is not a translation.
fn column_types(table: &Table, types: &[String]) -> Map<String, Value> {
    let types = table.columns.iter().zip(types).enumerate();
    let types = types.filter(|(column, _)| !table.is_translation(*column));
    object(types.map(|(_, (name, of_column))| (*name, of_column.as_str())))
}

/// Returns the range of a section, or a list if there are several.
fn ranges(section: &Section) -> Value {
    let mut ranges: Vec<Value> = section.ranges().map(range).collect();
    if ranges.len() > 1 { ranges.into() } else { ranges.pop().unwrap_or_default() }
}

fn range(range: SectionRange) -> Value {
    match range {
        SectionRange::Integers { first, last } => {
            let [first, last] = [first, last].map(|code| Value::from(&CellValue::Integer(code)));
            json!({ "first": first, "last": last })
        }
        SectionRange::Strings { first, last } => json!({ "first": first, "last": last }),
        SectionRange::Prefix(prefix) => json!({ "prefix": prefix }),
        _ => Value::Null,
    }
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
