//! The JSON of a meaning, the same in every command.

use crate::table::{Meaning, Row, Table};
use error_catalog::Deprecated;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// The object with the documented keys.
pub(crate) fn meaning(table: &Table, row: &Row, meaning: &Meaning) -> Value {
    let columns: Map<String, Value> = table
        .columns
        .iter()
        .map(|name| (*name).to_owned())
        .zip(meaning.columns.iter().map(Value::from))
        .collect();
    json!({
        "catalog": table.name,
        "code": Value::from(&row.code),
        "name": meaning.name,
        "symbol": meaning.symbol,
        "message": meaning.message,
        "help": meaning.help,
        "section": row.section.map(|(_, title)| title),
        "deprecated": row.deprecated.map(deprecated),
        "columns": columns,
    })
}

fn deprecated(deprecated: &Deprecated) -> Value {
    json!({ "since": deprecated.since, "note": deprecated.note })
}

/// Writes one array, an object a line, so that two exports can be compared by line.
pub(crate) fn write_array(out: &mut dyn Write, objects: impl IntoIterator<Item = Value>) -> io::Result<()> {
    let mut separator = "[\n";
    let mut end = "[]\n";
    for object in objects {
        write!(out, "{separator}{object}")?;
        separator = ",\n";
        end = "\n]\n";
    }
    out.write_all(end.as_bytes())
}
