//! The properties, on the inputs in `fuzz/corpus/`: a few of each kind, and every one that a property once failed on.

use crate::properties::{baseline, expander};
use std::fs::read;
use std::path::{Path, PathBuf};

/// Calls a property with each input of a corpus, in the order of their names.
fn each_of(corpus: &str, holds: impl Fn(&[u8])) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    // The published package does not contain the corpora.
    if !fuzz.exists() {
        return;
    }
    let folder = fuzz.join("corpus").join(corpus);
    let mut inputs: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{} is empty", folder.display());
    for input in inputs {
        // Printed if the property fails.
        println!("{}", input.display());
        holds(&read(&input).unwrap());
    }
}

#[test]
fn the_expander_answers_any_tokens() {
    each_of("expander", |bytes| expander::answers_any_tokens(&String::from_utf8_lossy(bytes)));
}

#[test]
fn any_bytes_are_a_baseline_or_refused() {
    each_of("baseline", baseline::reads_any_bytes);
}
