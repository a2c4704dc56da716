//! The implementation of `error_catalog!` as a plain library on `proc_macro2`: syntax, checks, lookups and expansion.
//!
//! The procedural macro, the command-line tool, the tests and the fuzzers all use it. Every node keeps its spans: inside a
//! procedural macro they are rustc's; elsewhere, with proc-macro2's feature `span-locations`, they give bytes, lines and
//! columns of the source.
//!
//! ```
//! use error_catalog_core::{Report, syntax::parse};
//!
//! let mut report = Report::default();
//! let declaration = r#"pub enum Vendor: i32 { 1 => Busy "busy", 2 Gone "gone" }"#;
//! let catalog = parse(declaration.parse()?, &mut report).expect("the header is readable");
//! assert_eq!(catalog.name, "Vendor");
//! assert_eq!(catalog.rows.len(), 1);
//! assert_eq!(report.errors()[0].to_string(), "expected `=>` after the code");
//! # Ok::<(), proc_macro2::LexError>(())
//! ```
//!
//! It is released together with `error-catalog`, and has no stable interface of its own.

#![forbid(unsafe_code)]

// Text is tokenized by the compiler's own lexer in a macro.
extern crate proc_macro;

pub mod baseline;
mod check;
mod derive_coded;
mod expand;
mod model;
mod perfect_hash;
mod pipeline;
#[cfg(any(test, properties))]
pub mod properties;
mod report;
mod spelling;
pub mod syntax;
#[cfg(test)]
mod tests;
mod union;

pub use baseline::Baseline;
pub use derive_coded::derive_coded;
pub use pipeline::{expand, expand_items};
pub use report::Report;
pub use spelling::nearest;
pub use union::expand_union;
