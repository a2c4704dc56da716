//! What holds whatever the input: one function a property, which panics where it does not hold. The fuzzers in `fuzz/`
//! try them on inputs that they make up, the tests on those that were kept in `fuzz/corpus/`.

#![forbid(unsafe_code)]
#![allow(clippy::missing_panics_doc, reason = "to panic is how a property says that it does not hold")]

// As in a crate that is a macro.
extern crate proc_macro;

pub mod baseline;
pub mod expander;
pub mod reply;

// The macro as a plain library: a procedural macro exports nothing but itself.
#[path = "../../../macros/src/check/mod.rs"]
mod check;
#[path = "../../../macros/src/expand/mod.rs"]
mod expand;
#[path = "../../../macros/src/lookup/mod.rs"]
mod lookup;
#[path = "../../../macros/src/model.rs"]
mod model;
#[path = "../../../macros/src/order.rs"]
mod order;
#[allow(dead_code, reason = "the macro's own entry is not called here")]
#[path = "../../../macros/src/pipeline.rs"]
mod pipeline;

use std::fs::read;
use std::path::{Path, PathBuf};

/// Tries a property on each input of a corpus, in the order of their names.
///
/// # Panics
///
/// Where the property does not hold, or the folder has no inputs.
pub fn each_of(corpus: &Path, holds: impl Fn(&[u8])) {
    let entries = corpus.read_dir().unwrap_or_else(|error| panic!("{}: {error}", corpus.display()));
    let mut inputs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{} is empty", corpus.display());
    for input in inputs {
        // Shown where a property fails.
        println!("{}", input.display());
        holds(&read(&input).unwrap());
    }
}
