//! The formats that a catalog is exported in.

pub(crate) mod languages;
pub(crate) mod meaning_json;
