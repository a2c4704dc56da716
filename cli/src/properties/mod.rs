//! Properties that hold for any input: each is a function that panics if it does not hold. The fuzzers in `fuzz/` call them
//! with generated inputs, and the tests here with the corpus in `fuzz/corpus/`.

#![allow(clippy::missing_panics_doc, reason = "a property panics if it does not hold")]

mod annotate;
#[cfg(test)]
mod linear_memory;

pub use annotate::check_annotate_passes_bytes;

use crate::error::Error;
use crate::import::declaration::{DeclarationOptions, declaration};
use crate::import::document::{Columns, Document, FileFormat, ReadOptions, Role, of_bytes};
use crate::sync::find_declaration::declarations;
use crate::sync::{SyncError, SyncOptions, sync};
use clap::ValueEnum;
use error_catalog_core::{Report, expand_items};
use std::path::Path;

/// Returns the declaration that `import` prints for a file, or `None` if it rejects the file.
pub(crate) fn imported(file: &[u8]) -> Option<String> {
    declared(&document(file)?)
}

/// Returns the declaration that `import` prints for a document, or `None` if it rejects the document.
fn declared(document: &Document) -> Option<String> {
    if document.entries.is_empty() {
        return None;
    }
    let title = document.title.as_deref();
    let head = DeclarationOptions { name: "Vendor", title, source: Some("file"), lang: None, success: &[] };
    let declaration = declaration(document, &head).map_err(is_one_line).ok()?;
    let mut printed = Vec::new();
    declaration.write(&mut printed).expect("memory can be written");
    Some(String::from_utf8(printed).expect("a declaration is text"))
}

/// Checks that the macro accepts the declaration that `import` prints for a file.
pub fn check_import_is_accepted(file: &[u8]) {
    if let Some(printed) = imported(file) {
        check_is_accepted(&printed);
    }
}

fn check_is_accepted(printed: &str) {
    if let Err(errors) = accepts(printed) {
        panic!("{errors}\n{printed}");
    }
}

/// Checks both properties of `import` for a file whose first line is the way to read it: the name of a format, as after
/// `--from`, `pattern` and a regular expression, or `records` and a `JSONPath`.
pub fn check_import_with_options(input: &[u8]) {
    let Some((options, file)) = options_and_file(input) else { return };
    let Ok(document) = of_bytes(file.to_vec(), Path::new("file"), &options, &|_| {}).map_err(is_one_line)
    else {
        return;
    };
    if let Some(printed) = declared(&document) {
        check_is_accepted(&printed);
        check_is_in_sync(&printed, &document);
    }
}

fn options_and_file(input: &[u8]) -> Option<(ReadOptions, &[u8])> {
    let end = input.iter().position(|byte| *byte == b'\n')?;
    let line = str::from_utf8(&input[..end]).ok()?;
    let mut options = ReadOptions::default();
    match line.split_once(' ') {
        Some(("pattern", pattern)) => options.patterns = vec![pattern.parse().ok()?],
        Some(("records", path)) => options.records = Some(path.to_owned()),
        Some(_) => return None,
        None => options.format = Some(FileFormat::from_str(line, false).ok()?),
    }
    Some((options, &input[end + 1..]))
}

/// Expands each declaration in a file. Returns the errors of the macro, one per line, as `line:column: message`.
pub(crate) fn accepts(file: &str) -> Result<(), String> {
    proc_macro2::extra::invalidate_current_thread_spans();
    let tokens = file.parse().map_err(|error: proc_macro2::LexError| error.to_string())?;
    let mut report = Report::default();
    let runtime = "::error_catalog".parse().expect("a path");
    for (_, declaration) in declarations(tokens).map_err(|error| error.to_string())? {
        expand_items(&runtime, declaration, &mut report);
    }
    let reported: Vec<String> = report
        .errors()
        .iter()
        .map(|error| {
            let start = error.span().start();
            format!("{}:{}: {error}", start.line, start.column + 1)
        })
        .collect();
    if reported.is_empty() { Ok(()) } else { Err(reported.join("\n")) }
}

/// Checks that `sync` has nothing to edit in the declaration that `import` prints for a file.
pub fn check_import_is_in_sync(file: &[u8]) {
    let Some(document) = document(file) else { return };
    if let Some(printed) = declared(&document) {
        check_is_in_sync(&printed, &document);
    }
}

fn check_is_in_sync(printed: &str, document: &Document) {
    proc_macro2::extra::invalidate_current_thread_spans();
    let synced = sync(printed, document, SyncOptions::default()).expect("it is a declaration");
    assert_eq!(synced.text, printed);
    assert!(synced.changes.is_empty() && synced.missing_rows.is_empty(), "{synced:?}");
}

/// Checks that `sync` edits any page into any Rust file or rejects the file, and that a second `sync` has nothing to edit.
/// The page follows the line `=== page`.
pub fn check_sync_is_idempotent(input: &[u8]) {
    const PAGE: &[u8] = b"\n=== page\n";
    let Some(at) = input.windows(PAGE.len()).position(|window| window == PAGE) else { return };
    let (source, page) = (&input[..at], &input[at + PAGE.len()..]);
    let (Ok(source), Some(document)) = (str::from_utf8(source), document(page)) else { return };
    proc_macro2::extra::invalidate_current_thread_spans();
    let options = SyncOptions { deprecate_removed: true, ..SyncOptions::default() };
    match sync(source, &document, options) {
        Ok(first) => {
            let second = sync(&first.text, &document, options).expect("what is edited can be read");
            assert_eq!(second.text, first.text);
        }
        Err(error) => assert!(error != SyncError::NoFixpoint, "{source}"),
    }
}

/// Reads a file by its own headings or, if that finds no entries, by columns that the user names.
fn document(file: &[u8]) -> Option<Document> {
    let named = [Role::Code, Role::Message, Role::Symbol, Role::Column("more".to_owned())];
    [Columns::Recognized, Columns::InOrder(named.to_vec())].into_iter().find_map(|columns| {
        let options = ReadOptions { columns, ..ReadOptions::default() };
        let document =
            of_bytes(file.to_vec(), Path::new("file"), &options, &|_| {}).map_err(is_one_line).ok()?;
        (!document.entries.is_empty()).then_some(document)
    })
}

#[allow(clippy::needless_pass_by_value, reason = "as map_err calls it")]
fn is_one_line(error: Error) {
    let message = error.to_string();
    let has_place = message.contains("file") || message.starts_with("--pattern");
    assert!(has_place && !message.contains('\n'), "{message}");
}

#[cfg(test)]
mod tests {
    use super::{
        check_annotate_passes_bytes, check_import_is_accepted, check_import_is_in_sync,
        check_import_with_options, check_sync_is_idempotent,
    };
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
        let mut inputs: Vec<PathBuf> =
            folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
        inputs.sort();
        assert!(!inputs.is_empty(), "{} is empty", folder.display());
        for input in inputs {
            // Printed if the property fails.
            println!("{}", input.display());
            property(&read(&input).unwrap());
        }
    }

    #[test]
    fn annotate_passes_every_byte_on_however_it_arrives() {
        check_corpus("annotate", check_annotate_passes_bytes);
    }

    #[test]
    fn the_macro_accepts_what_import_prints() {
        check_corpus("import", check_import_is_accepted);
    }

    #[test]
    fn an_imported_file_is_in_sync() {
        check_corpus("import", check_import_is_in_sync);
    }

    #[test]
    fn a_file_read_with_options_is_accepted_and_in_sync() {
        check_corpus("readers", check_import_with_options);
    }

    #[test]
    fn sync_is_idempotent() {
        check_corpus("sync", check_sync_is_idempotent);
    }
}
