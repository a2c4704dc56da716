//! Checks the properties with the inputs in `fuzz/corpus/`: a few of each kind, and every one that a property once failed
//! on.

use crate::properties::{baseline, expander};
use std::fs::read;
use std::path::{Path, PathBuf};

/// Calls a property with each input of a corpus, in the order of their names.
fn check_corpus(name: &str, property: impl Fn(&[u8])) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    // The published package does not contain the corpora.
    if !fuzz.exists() {
        return;
    }
    let folder = fuzz.join("corpus").join(name);
    let mut inputs: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{} is empty", folder.display());
    for input in inputs {
        // Printed if the property fails.
        println!("{}", input.display());
        property(&read(&input).unwrap());
    }
}

#[test]
fn the_expander_accepts_or_rejects_any_tokens() {
    check_corpus("expander", |bytes| expander::check_any_tokens(&String::from_utf8_lossy(bytes)));
}

#[test]
fn any_text_with_values_is_accepted_or_rejected() {
    check_corpus("texts", |bytes| expander::check_any_text_with_values(&String::from_utf8_lossy(bytes)));
}

#[test]
fn any_bytes_are_a_baseline_or_rejected() {
    check_corpus("baseline", baseline::check_any_bytes);
}
