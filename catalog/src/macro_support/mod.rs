//! The parts of the expansion of `error_catalog!` that are the same for every catalog. Hidden from users.

mod catalog_macro;
mod column;
mod disjoint;
pub mod names;

pub use crate::display::display_row;
pub use crate::envelope::{Envelope, Path, Step, Success};
pub use crate::into_failure::{WithSuccess, WithoutSuccess};
pub use crate::rows::{Rows, candidate, row_of_code, row_of_name, rows_of_symbol};
#[cfg(feature = "schemars")]
pub use crate::schemars::{Text, schema_of_rows};
#[cfg(feature = "serde")]
pub use crate::serde::{deserialize_known, serialize_known};
pub use crate::table::{
    Codes, FormerNames, FormerSymbols, Index, OptionalText, Packed, PerfectHash, Shared, Table, Texts,
    Translations, in_slot_order,
};
#[cfg(feature = "schemars")]
pub use ::schemars;
#[cfg(feature = "serde")]
pub use ::serde;
pub use column::{Column, debug_columns, value, values_by_index, view};
pub use disjoint::{Declared, assert_disjoint};
pub use error_catalog_macros::expand;
