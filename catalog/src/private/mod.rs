//! What the expansion of `error_catalog!` is made of, and what it and the lookups stand on. No part of the public
//! interface, and nothing that a user names.

mod calls;
mod column;
mod disjoint;
mod envelope;
mod hash;
mod impls;
mod made_of;
pub mod names;
mod packed;
pub(crate) mod table;
pub(crate) mod unlisted;

#[cfg(feature = "schemars")]
pub use crate::schemars::{Text, schema_of_rows};
#[cfg(feature = "serde")]
pub use crate::serde::{deserialize_known, serialize_known};
#[cfg(feature = "schemars")]
pub use ::schemars;
#[cfg(feature = "serde")]
pub use ::serde;
pub use calls::{
    candidate, code, deprecated, display, help, meanings, message, name, place, row_of_code, row_of_name,
    rows_of_symbol, section, symbol, table, unknown_code, unknown_name,
};
pub use column::{Column, debug_columns, value, values_by_index, view};
pub use disjoint::{Codes, Declared, assert_disjoint};
pub use envelope::Envelope;
pub use error_catalog_macros::expand;
pub use made_of::MadeOf;
pub use packed::Packed;
pub use table::{FormerNames, Index, OptionalText, Rows, Shared, Table, in_slot_order};
