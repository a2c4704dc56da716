//! JSON Schema, draft 2020-12: each code of the catalog with title and description, and under `$defs` any code and, if
//! errors have values, the errors as a server writes them. A schema is data, so `serde_json` writes it instead of a template.

use super::error_value::{JsonType, errors, json_type};
use super::{is_text, preface};
use crate::catalog::table::{ErrorValue, Meaning, Row, Table};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes the schema of the catalog's codes.
pub(crate) fn write_json_schema(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let codes: Vec<Value> = table.rows.iter().map(code).collect();
    let raw = if is_text(table) { "string" } else { "integer" };
    let mut schema = json!({
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
    if table.has_values() {
        schema["$defs"]["Error"] = json!({
            "title": format!("Error of {}", table.name),
            "description": "An error as the server writes it: its code, its message, and its values by name.",
            "oneOf": errors(table).map(|(row, meaning)| error(row, meaning)).collect::<Vec<_>>(),
        });
    }
    writeln!(out, "{schema:#}")
}

fn error(row: &Row, meaning: &Meaning) -> Value {
    let mut schema = json!({
        "title": meaning.name,
        "type": "object",
        "properties": { "code": { "const": Value::from(&row.code) }, "message": { "type": "string" } },
        "required": ["code", "message"],
    });
    if !meaning.values.is_empty() {
        let properties = meaning.values.iter().map(|value| (value.name.to_owned(), value_schema(value)));
        schema["properties"]["values"] = json!({
            "type": "object",
            "properties": properties.collect::<Map<_, _>>(),
            "required": meaning.values.iter().map(|value| value.name).collect::<Vec<_>>(),
            "additionalProperties": false,
        });
        schema["required"] = json!(["code", "message", "values"]);
    } else if row.meanings.iter().any(|other| !other.values.is_empty()) {
        // An error with values has another meaning of the code, and another schema.
        schema["properties"]["values"] = false.into();
    }
    schema
}

fn value_schema(value: &ErrorValue) -> Value {
    let (kind, is_nullable) = json_type(value);
    let name = match kind {
        JsonType::Integer => "integer",
        JsonType::Float => "number",
        JsonType::Bool => "boolean",
        JsonType::Text => "string",
        JsonType::Any => return json!({ "type": ["string", "number", "boolean", "null"] }),
    };
    if is_nullable { json!({ "type": [name, "null"] }) } else { json!({ "type": name }) }
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
