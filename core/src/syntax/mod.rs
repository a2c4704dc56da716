//! The syntax of a declaration: its tree, and the parser that reads it from tokens. Only the grammar is checked here.

pub mod ast;
pub mod attribute;
mod code;
mod code_format;
mod code_literal;
pub mod identifier;
mod invisible;
pub mod language;
pub mod literal;
mod parse;
mod raw;
pub mod sections;
pub mod statements;
pub mod template;

pub use code::Code;
pub use code_format::{CodeFormat, Digits, FormatError, Notation, Shown};
pub use invisible::{find_misplaced, is_invisible, is_misplaced};
pub use parse::{Computed, RowTexts, compute, parse};
pub use raw::{Int, Raw, is_advice, is_static_str, type_source};
