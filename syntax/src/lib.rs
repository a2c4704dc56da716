//! What a declaration of `error_catalog!` says: its syntax tree, and the parser that reads it from tokens.
//!
//! The macro and the tool read declarations with this one parser. It is a plain library on `proc_macro2`, whose
//! spans it keeps for every node: inside a procedural macro they are rustc's; elsewhere, with proc-macro2's feature
//! `span-locations`, they give bytes, lines and columns of the source. No rule is checked here but the grammar.
//!
//! ```
//! use error_catalog_syntax::{Report, parse};
//!
//! let mut report = Report::default();
//! let declaration = r#"pub enum Vendor: i32 { 1 => Busy "busy", 2 => Gone }"#;
//! let catalog = parse(declaration.parse()?, &mut report).expect("the header is readable");
//! assert_eq!(catalog.name, "Vendor");
//! assert_eq!(catalog.rows.len(), 1);
//! assert_eq!(report.errors()[0].to_string(), "expected the message, a string in double quotes");
//! # Ok::<(), proc_macro2::LexError>(())
//! ```
//!
//! It is released together with `error-catalog`, and has no stable interface of its own.

#![forbid(unsafe_code)]

pub mod ast;
pub mod attribute;
pub mod baseline;
mod code;
mod invisible;
pub mod literal;
pub mod names;
mod nearest;
mod parse;
mod raw;
mod report;

pub use baseline::Baseline;
pub use code::Code;
pub use invisible::is_invisible;
pub use nearest::nearest;
pub use parse::parse;
pub use raw::{Int, Raw, is_static_str};
pub use report::{Error, Report};
