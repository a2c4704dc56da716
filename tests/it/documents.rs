//! The documents: both READMEs have the same examples, and relative links and the paths in the guide for contributors
//! lead to files.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn document(name: &str) -> String {
    let path = root().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Splits a document into its code blocks, info strings included, and the lines between them.
fn parts(document: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut code, mut prose) = (Vec::new(), Vec::new());
    for (index, part) in document.split("```").enumerate() {
        if index % 2 == 1 {
            code.push(part);
        } else {
            prose.extend(part.lines());
        }
    }
    (code, prose)
}

#[test]
fn both_readmes_have_the_same_examples() {
    let [english, chinese] = ["README.md", "README.zh-CN.md"].map(document);
    let (code, translated_code) = (parts(&english).0, parts(&chinese).0);
    assert_eq!(translated_code, code);
    assert!(code.len() > 3);
}

/// Returns the targets of `[…](…)`.
fn links(document: &str) -> Vec<&str> {
    let (_, prose) = parts(document);
    prose.iter().flat_map(|line| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn relative_links_lead_to_files_of_the_checkout() {
    let names = [
        "README.md",
        "README.zh-CN.md",
        "cli/README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/import.md",
        "docs/maintain.md",
        "docs/migrate.md",
        "docs/patterns.md",
        "docs/why.md",
    ];
    for name in names {
        let folder = root().join(name).parent().expect("a folder").to_owned();
        for link in links(&document(name)) {
            let path = link.split('#').next().expect("the first part");
            let is_file = link.starts_with("https://") || path.is_empty() || folder.join(path).exists();
            assert!(is_file, "{name} links to {link}, which does not exist");
        }
    }
}

/// Text in backquotes that begins with a folder of the workspace is a path, up to a `*`.
#[test]
fn paths_in_the_contributing_guide_exist() {
    let document = document("CONTRIBUTING.md");
    let named = document.split('`').skip(1).step_by(2).filter_map(|text| {
        let path = text.split('*').next().expect("the first");
        let folder = path.split_once('/')?.0;
        (!path.contains(char::is_whitespace) && !folder.is_empty() && root().join(folder).is_dir())
            .then_some(path)
    });
    let paths: Vec<&str> = named.collect();
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        assert!(root().join(path).exists(), "CONTRIBUTING.md names {path}, which does not exist");
    }
}
