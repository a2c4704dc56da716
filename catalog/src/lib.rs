#![doc = include_str!("docs.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
mod readme_in_chinese {}

mod attempts;
mod catalog;
mod code;
mod code_format;
mod coded;
mod columns;
mod deprecated;
mod diagnostic_bounds;
mod disjoint;
mod display;
mod envelope;
mod error;
mod failure;
mod into_failure;
mod language;
mod macro_support;
mod meaning;
#[cfg(feature = "miette")]
mod miette;
mod raw;
mod retry;
mod row_lookup;
#[cfg(feature = "schemars")]
mod schemars;
mod section;
#[cfg(feature = "serde")]
mod serde;
mod table;
mod union;
pub mod vendor;

pub use attempts::{Attempts, NextStep};
pub use catalog::Catalog;
pub use code::Code;
pub use coded::{Coded, Message, Values};
pub use columns::{Columns, Value};
pub use deprecated::Deprecated;
pub use error::{InvalidCode, UnknownCode, UnknownName};
/// Implements [`Coded`](trait@Coded) for an error type of your own.
pub use error_catalog_macros::Coded;
pub use failure::Failure;
pub use language::in_lang::InLang;
pub use language::languages::Languages;
pub use meaning::{Meaning, Meanings};
pub use raw::Raw;
pub use retry::Retry;
pub use section::{Section, SectionRange};
#[cfg(feature = "serde")]
pub use serde::Reply;
pub use table::DeclaredValue;
pub use union::MemberOf;

/// Used by the expansion of [`error_catalog!`], and not part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::macro_support::*;
}

/// Declares a catalog: turns one table of error codes into an enum with lookups, conversions and metadata, checked at
/// compile time.
#[doc = include_str!("macro.md")]
#[macro_export]
macro_rules! error_catalog {
    ($($catalog:tt)*) => {
        $crate::__private::expand! { { $crate } { $($catalog)* } }
    };
}
