//! The property of `Reply` on the inputs in `fuzz/corpus/`: a few of each kind, and every one that it once failed on.

use super::reply_property::check_against_structs;
use std::fs::read;
use std::path::Path;

#[test]
fn a_reply_equals_structs_written_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/reply");
    let mut inputs: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(inputs.len() > 5, "{} has {} inputs", folder.display(), inputs.len());
    for input in inputs {
        // Printed if the property fails.
        println!("{}", input.display());
        check_against_structs(&read(&input).unwrap());
    }
}
