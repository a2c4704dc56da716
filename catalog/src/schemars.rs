//! JSON Schema by [`schemars`](https://docs.rs/schemars). The schema of a catalog allows its own codes, that of a `Code` any
//! code, each as serde writes it.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::columns::Value;
use crate::meaning::Meaning;
use alloc::borrow::Cow;
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
pub fn schema_of_rows<C: Catalog>() -> Schema {
    let rows: Vec<Schema> = C::ALL.iter().map(|row| schema_of_row(*row)).collect();
    let mut schema = json_schema!({ "type": instance_type::<C>(), "oneOf": rows });
    if let Some(title) = C::TITLE {
        schema.insert("description".to_string(), title.into());
    }
    schema
}

fn schema_of_row<C: Catalog>(row: C) -> Schema {
    let names: Vec<&str> = row.meanings().map(Meaning::name).collect();
    let messages: Vec<&str> = row.meanings().map(Meaning::message).collect();
    let mut description = messages.join(" | ");
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

/// Returns the JSON type of the codes.
fn instance_type<C: Catalog>() -> &'static str {
    let text = C::ALL.first().is_some_and(|row| matches!(Value::of(&row.code()), Value::Text(_)));
    if text { "string" } else { "integer" }
}
