//! The parts of the expansion of `error_catalog!` that are the same for every catalog. Hidden from users.

mod catalog_macro;
mod column;
mod disjoint;
mod error_macro;
pub mod names;
mod union_macro;
mod value_of;

pub use crate::code_format::{CodeFormat, Notation};
#[cfg(feature = "alloc")]
pub use crate::coded::{BoxedError, failure_of};
pub use crate::coded::{
    display_coded, fill_in, first_meaning, meaning_named, translation, write_inner, write_line,
};
pub use crate::diagnostic_bounds::{OnlyFailures, Readable, Row};
pub use crate::display::{debug_row, display_row};
pub use crate::envelope::{Envelope, KeyPath, Step, Success};
pub use crate::into_failure::{Or, WithSuccess, WithoutSuccess};
#[cfg(feature = "miette")]
pub use crate::miette::{DiagnosticText, diagnostic_code, diagnostic_help, diagnostic_url};
pub use crate::row_lookup::{Rows, candidate, parse_name, row_of_code, row_of_name, rows_of_symbol};
#[cfg(feature = "schemars")]
pub use crate::schemars::{Text, schema_of_errors, schema_of_rows};
#[cfg(feature = "serde")]
pub use crate::serde::{deserialize_known, serialize_coded, serialize_known};
pub use crate::table::{
    Codes, DeclaredValue, DeclaredValues, FormerNames, FormerSymbols, Index, OptionalText, Packed,
    PerfectHash, Shared, Table, Texts, Translations, in_slot_order,
};
pub use crate::union::columns::{
    UnionColumns, common_code_format, common_display, common_language, envelope, name_of_column, value_named,
};
pub use crate::union::members::{Member, locate, members_of};
pub use crate::union::rows::{
    Position, Symbols, count_former_names, count_meanings, count_rows, former_names, position_of_meaning,
    rows_in_code_order,
};
#[cfg(feature = "miette")]
pub use ::miette;
#[cfg(feature = "schemars")]
pub use ::schemars;
#[cfg(feature = "serde")]
pub use ::serde;
pub use column::{Column, OptionalValue, debug_columns, value, values_by_index, view};
pub use disjoint::{assert_disjoint, assert_member, panic_with_unused_row};
pub use error_catalog_macros::{expand, expand_union};
pub use value_of::{AsError, OfAny, OfDebug, OfDisplay, OfOption, ValueOf};
