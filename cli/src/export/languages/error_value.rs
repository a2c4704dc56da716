//! The values of errors in other languages: the JSON type that serde writes for a value of each Rust type.

use crate::catalog::table::{ErrorValue, Meaning, Row, Table};
use crate::export::fields::meanings;
use error_catalog_core::syntax::Raw;

/// The JSON type of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum JsonType {
    Integer,
    Float,
    Bool,
    Text,
    /// A type of the declaration's own crate: its value may be anything but a map or a list.
    Any,
}

/// Returns the JSON type of a value, and whether it may be null.
pub(super) fn json_type(value: &ErrorValue) -> (JsonType, bool) {
    let optional = value.type_name.strip_prefix("Option<").and_then(|inner| inner.strip_suffix('>'));
    let kind = match optional.unwrap_or(value.type_name) {
        name if Raw::int(name).is_some() => JsonType::Integer,
        "f32" | "f64" => JsonType::Float,
        "bool" => JsonType::Bool,
        "String" | "&'static str" | "char" => JsonType::Text,
        _ => return (JsonType::Any, true),
    };
    (kind, optional.is_some())
}

/// Returns every error, in the order of the codes. Each meaning of a shared code is an error of its own.
pub(super) fn errors(table: &Table) -> impl Iterator<Item = (&Row, &Meaning)> {
    meanings(table).filter(|(row, _)| !row.success)
}
