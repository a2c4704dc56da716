//! The formats that a catalog is exported in.

pub(crate) mod csv;
mod fields;
pub(crate) mod languages;
pub(crate) mod markdown;
pub(crate) mod meaning_json;
pub(crate) mod sql;
pub(crate) mod toml;
