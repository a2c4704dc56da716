//! The properties on the inputs in `fuzz/corpus/`: a few of each kind, and every one with which a property once failed.

use error_catalog_properties::{baseline, expander, reply};
use std::path::Path;

fn each_of(corpus: &str, holds: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(corpus);
    error_catalog_properties::each_of(&folder, holds);
}

#[test]
fn the_expander_answers_any_tokens() {
    each_of("expander", |bytes| expander::answers_any_tokens(&String::from_utf8_lossy(bytes)));
}

#[test]
fn any_bytes_are_a_baseline_or_refused() {
    each_of("baseline", baseline::reads_any_bytes);
}

#[test]
fn a_reply_is_what_one_writes_by_hand() {
    each_of("reply", reply::is_what_one_writes_by_hand);
}
