//! The tests that SECURITY.md names are there.

use std::path::Path;

/// Each link of the form `` [`test`](file) ``.
fn named_tests(text: &str) -> Vec<(&str, &str)> {
    let links = text.split("[`").skip(1);
    links
        .filter_map(|link| link.split_once("`]("))
        .map(|(test, rest)| (test, until_parenthesis(rest)))
        .collect()
}

fn until_parenthesis(text: &str) -> &str {
    text.split_once(')').expect("a link ends").0
}

#[test]
fn each_named_test_is_where_it_is_said_to_be() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = std::fs::read_to_string(top.join("SECURITY.md")).unwrap();
    let named = named_tests(&text);
    assert!(named.len() > 15, "{named:?}");
    for (test, file) in named {
        let source =
            std::fs::read_to_string(top.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let place = source.find(&format!("fn {test}()")).unwrap_or_else(|| panic!("{file} has no {test}"));
        let attributes = source[..place].rsplit("\n\n").next().unwrap();
        assert!(attributes.contains("#[test]"), "{test} of {file} is no test");
    }
}

#[test]
fn no_crate_has_unsafe_code() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for root in
        ["core/src/lib.rs", "macros/src/lib.rs", "catalog/src/lib.rs", "cli/src/lib.rs", "cli/src/main.rs"]
    {
        let source = std::fs::read_to_string(top.join(root)).unwrap();
        assert!(source.contains("#![forbid(unsafe_code)]"), "{root}");
    }
}
