//! Properties that hold for any input: each is a function that panics if its property does not hold.
//!
//! The tests call them with the inputs in `fuzz/corpus/`, the fuzzers in `fuzz/` with inputs that they generate.

#![allow(missing_docs, clippy::missing_panics_doc, reason = "a property fails by a panic")]

pub mod baseline;

pub mod expander;
