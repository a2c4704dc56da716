//! Compiles the cases in `ui/`: one case per rule with its errors, and in `ui/pass/` declarations in unusual surroundings.

use std::collections::BTreeSet;
use std::path::Path;

/// All cases are checked by one cargo, as long as none of them has to run.
#[test]
fn cases_have_their_errors() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}

#[test]
fn unusual_surroundings_compile() {
    trybuild::TestCases::new().pass("ui/pass/*.rs");
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
