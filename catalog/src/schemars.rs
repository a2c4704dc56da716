//! JSON Schema by [`schemars`](https://docs.rs/schemars). The schema of a catalog allows the codes of its rows, and the
//! schema of a `Code` allows any code, both as serde writes them.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::columns::Value;
use crate::meaning::Meaning;
use crate::table::DeclaredValue;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// Allows any code, and describes those of the catalog.
///
/// ```
/// use error_catalog::{Code, vendor::Youdu};
///
/// let schema = schemars::schema_for!(Code<Youdu>);
/// assert_eq!(schema.get("anyOf").unwrap()[0]["$ref"], "#/$defs/Youdu");
/// assert_eq!(schema.get("anyOf").unwrap()[1]["type"], "integer");
/// ```
impl<C: Catalog + JsonSchema> JsonSchema for Code<C> {
    fn schema_name() -> Cow<'static, str> {
        format!("Code_of_{}", C::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("error_catalog::Code<{}>", C::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let known = generator.subschema_for::<C>();
        json_schema!({
            "description": format!("Any code of {}, whether the catalog has it or not.", C::NAME),
            "anyOf": [known, { "type": instance_type::<C>() }],
        })
    }
}

/// The type of names in schemars.
#[doc(hidden)]
pub type Text = Cow<'static, str>;

/// Returns a schema of the codes of a catalog, each with its names as the title, and its messages and help texts as the
/// description.
#[doc(hidden)]
#[must_use]
pub fn schema_of_rows<C: Catalog>(generator: &SchemaGenerator) -> Schema {
    let mut rows: Vec<Schema> = C::ALL.iter().map(|row| schema_of_row(*row)).collect();
    let unknown = C::UNKNOWN.filter(|_| generator.contract().is_deserialize());
    let mut schema = match unknown {
        Some(unknown) => {
            rows.push(
                json_schema!({ "description": format!("Any other code, read as {}.", unknown.name()) }),
            );
            json_schema!({ "type": instance_type::<C>(), "anyOf": rows })
        }
        None => json_schema!({ "type": instance_type::<C>(), "oneOf": rows }),
    };
    if let Some(title) = C::TITLE {
        schema.insert("description".to_string(), title.into());
    }
    schema
}

fn schema_of_row<C: Catalog>(row: C) -> Schema {
    let names: Vec<&str> = row.meanings().map(Meaning::name).collect();
    let messages = row.meanings().map(Meaning::message).filter(|message| !message.is_empty());
    let mut description = messages.collect::<Vec<_>>().join(" | ");
    for help in row.meanings().filter_map(Meaning::help) {
        description.push_str("\n\n");
        description.push_str(help);
    }
    let mut schema = json_schema!({
        "const": Code::from(row),
        "title": names.join(" | "),
        "description": description,
    });
    if row.meanings().next().is_some_and(|meaning| meaning.deprecated().is_some()) {
        schema.insert("deprecated".to_string(), true.into());
    }
    schema
}

/// Returns a schema of the errors of a catalog as serde writes them: code, message, and the values by name.
#[doc(hidden)]
#[must_use]
pub fn schema_of_errors<C: Catalog>() -> Schema {
    let rows = C::ALL.iter().filter(|row| !row.is_success());
    let errors: Vec<Schema> = rows.flat_map(|row| row.meanings()).map(schema_of_error).collect();
    json_schema!({ "oneOf": errors })
}

fn schema_of_error<C: Catalog>(meaning: Meaning<C>) -> Schema {
    let mut schema = json_schema!({
        "title": meaning.name(),
        "type": "object",
        "properties": {
            "code": { "const": Code::from(meaning.row()) },
            "message": { "type": "string" },
        },
        "required": ["code", "message"],
    });
    let names: Vec<&str> = meaning.values().iter().map(DeclaredValue::name).collect();
    if !names.is_empty() {
        let properties: BTreeMap<&str, Schema> =
            meaning.values().iter().map(|value| (value.name(), schema_of_value(value))).collect();
        let values = json_schema!({
            "type": "object",
            "properties": properties,
            "required": names,
            "additionalProperties": false,
        });
        if let Some(properties) = schema.get_mut("properties").and_then(|found| found.as_object_mut()) {
            properties.insert("values".to_string(), values.into());
        }
        if let Some(required) = schema.get_mut("required").and_then(|found| found.as_array_mut()) {
            required.push("values".into());
        }
    } else if meaning.row().meanings().any(|other| !other.values().is_empty())
        && let Some(properties) = schema.get_mut("properties").and_then(|found| found.as_object_mut())
    {
        // An error with values has another meaning of the code, and another schema.
        properties.insert("values".to_string(), false.into());
    }
    schema
}

/// Allows what serde writes for a value of this type. A type that is not known may be written as anything but a map.
fn schema_of_value(value: &DeclaredValue) -> Schema {
    match value.type_name() {
        "i8" | "i16" | "i32" | "i64" | "isize" | "u8" | "u16" | "u32" | "u64" | "usize" | "NonZeroI8"
        | "NonZeroI16" | "NonZeroI32" | "NonZeroI64" | "NonZeroIsize" | "NonZeroU8" | "NonZeroU16"
        | "NonZeroU32" | "NonZeroU64" | "NonZeroUsize" => json_schema!({ "type": "integer" }),
        "f32" | "f64" => json_schema!({ "type": "number" }),
        "bool" => json_schema!({ "type": "boolean" }),
        "String" | "&'static str" | "char" => json_schema!({ "type": "string" }),
        _ => json_schema!({ "type": ["string", "number", "boolean", "null"] }),
    }
}

/// Returns the JSON type of the codes.
fn instance_type<C: Catalog>() -> &'static str {
    let text = C::ALL.first().is_some_and(|row| matches!(Value::of(&row.code()), Value::Text(_)));
    if text { "string" } else { "integer" }
}
