//! JSON Schema, draft 2020-12: each code of the catalog with title and description, and any code under `$defs`.

use super::{is_text, preface};
use crate::catalog::table::{Row, Table};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes the schema of the catalog's codes.
pub(crate) fn write_json_schema(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let codes: Vec<Value> = table.rows.iter().map(code).collect();
    let raw = if is_text(table) { "string" } else { "integer" };
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "description": preface(table, "json-schema").join("\n"),
        "oneOf": codes,
        "$defs": {
            "Any": {
                "title": format!("Code of {}", table.name),
                "description": "Any code that a server sends, whether the catalog has it or not.",
                "anyOf": [{ "$ref": "#" }, { "type": raw }],
            },
        },
    });
    writeln!(out, "{schema:#}")
}

fn code(row: &Row) -> Value {
    let mut schema = Map::new();
    let [names, messages] = [
        |meaning: &crate::catalog::table::Meaning| meaning.name,
        |meaning: &crate::catalog::table::Meaning| meaning.message,
    ]
    .map(|text| row.meanings.iter().map(text).collect::<Vec<_>>().join(" | "));
    let helps: Vec<&str> = row.meanings.iter().filter_map(|meaning| meaning.help).collect();
    let description = std::iter::once(messages.as_str()).chain(helps).collect::<Vec<_>>().join("\n\n");
    schema.insert("const".to_owned(), (&row.code).into());
    schema.insert("title".to_owned(), names.into());
    schema.insert("description".to_owned(), description.into());
    if row.deprecated.is_some() {
        schema.insert("deprecated".to_owned(), true.into());
    }
    schema.into()
}
