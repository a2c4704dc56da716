//! The documents beside the code: the two READMEs say the same, links work where the documents are read, and the places
//! that DEVELOPMENT.md names are there.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn document(name: &str) -> String {
    let path = root().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The code blocks with what is said of them, and the lines between.
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
fn the_readmes_have_the_same_code_and_the_same_outline() {
    let [english, chinese] = ["README.md", "README.zh-CN.md"].map(document);
    let ((code, prose), (translated_code, translated)) = (parts(&english), parts(&chinese));
    assert_eq!(translated_code, code);
    assert!(code.len() > 5);
    for mark in ["# ", "## ", "- ", "| "] {
        let count = |lines: &[&str]| lines.iter().filter(|line| line.starts_with(mark)).count();
        assert_eq!(count(&translated), count(&prose), "lines that begin with {mark:?}");
    }
    assert!(english.contains("/README.zh-CN.md)") && chinese.contains("/README.md)"), "each links the other");
}

/// The targets of `[…](…)`.
fn links(document: &str) -> Vec<&str> {
    let (_, prose) = parts(document);
    prose.iter().flat_map(|line| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next()).collect()
}

/// A crate's page at crates.io has the README and no file beside it.
#[test]
fn the_links_of_a_crates_page_lead_somewhere_without_the_repository() {
    for name in ["README.md", "README.zh-CN.md", "cli/README.md"] {
        let document = document(name);
        for link in links(&document) {
            assert!(link.starts_with("https://") || link.starts_with('#'), "{name}: {link}");
            // docs.rs shows the files of a package.
            if let Some(file) = link.strip_prefix("https://docs.rs/crate/") {
                let (package, file) = file.split_once("/latest/source/").expect("a file of a package");
                let folder = if package == "errcat" { "cli" } else { "catalog" };
                let is_copied = file == "README.md";
                assert!(is_copied || root().join(folder).join(file).is_file(), "{name}: {link}");
            }
        }
    }
}

/// What is in backquotes and begins with a folder of the workspace is a path, up to a `*`.
#[test]
fn the_places_that_development_md_names_are_there() {
    let document = document("DEVELOPMENT.md");
    let named = document.split('`').skip(1).step_by(2).filter_map(|text| {
        let path = text.split('*').next().expect("the first");
        let folder = path.split_once('/')?.0;
        (!path.contains(char::is_whitespace) && !folder.is_empty() && root().join(folder).is_dir())
            .then_some(path)
    });
    let paths: Vec<&str> = named.collect();
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        assert!(root().join(path).exists(), "DEVELOPMENT.md names {path}, which is not there");
    }
}
