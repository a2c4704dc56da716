//! Compiles the cases in `ui/`: one case per rule with its errors, and in `ui/pass/` declarations in unusual surroundings.

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*.rs");
    cases.pass("ui/pass/*.rs");
}

#[test]
fn each_case_has_its_errors_and_each_error_its_case() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let named = |extension: &str| -> BTreeSet<String> {
        let files = std::fs::read_dir(&ui).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|path| path.extension().is_some_and(|found| found == extension));
        files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    assert!(!named("rs").is_empty());
    assert_eq!(named("rs"), named("stderr"));
}
