#![doc = include_str!("docs.md")]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}

mod catalog;
mod code;
mod columns;
mod disjoint;
mod entry;
mod error;
mod failure;
mod hash;
mod impls;
#[cfg(feature = "miette")]
mod miette;
mod packed;
mod raw;
#[cfg(feature = "serde")]
mod reply;
mod retry;
mod section;
mod table;
mod unlisted;
pub mod vendor;
#[cfg(feature = "serde")]
mod wire;

pub use catalog::Catalog;
pub use code::Code;
pub use columns::{Columns, Value};
pub use entry::{Deprecated, Entry, Meanings};
pub use error::{InvalidCode, UnknownCode, UnknownName};
pub use failure::Failure;
pub use raw::Raw;
#[cfg(feature = "serde")]
pub use reply::Reply;
pub use retry::Retry;
pub use section::Section;

/// What the expansion of [`error_catalog!`] is made of. No part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::catalog::{
        candidate, display, row_of_code, row_of_name, rows_of_symbol, table, unknown_code, unknown_name,
    };
    pub use crate::columns::value;
    pub use crate::disjoint::{Comparable, Declared, RawCode, assert_disjoint};
    pub use crate::packed::Packed;
    pub use crate::table::{Field, Index, OptionalText, Shared, Table, in_slot_order};
    #[cfg(feature = "serde")]
    pub use crate::wire::{deserialize_known, serialize_known};
    pub use error_catalog_macros::expand;
    #[cfg(feature = "serde")]
    pub use serde;
}

/// Declares a catalog: one table of error codes becomes one enum with lookups, conversions and metadata,
/// checked at compile time.
#[doc = include_str!("macro.md")]
#[macro_export]
macro_rules! error_catalog {
    ($($catalog:tt)*) => {
        $crate::__private::expand! { { $crate } { $($catalog)* } }
    };
}
