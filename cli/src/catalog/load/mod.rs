//! Loads catalogs from files: an export of errcat, a declaration's source, or a vendor's page.

mod errcat_export;
mod rust_source;

use super::table::Table;
use crate::error::{Error, Result};
use crate::import::declaration::{DeclarationOptions, declaration as imported};
use crate::import::document::{self, Document, ReadOptions};
use crate::import::identifier::is_identifier;
use crate::output::escape::is_unsafe;
use crate::sync::find_catalogs;
use heck::ToUpperCamelCase;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Adds the catalogs of some files to those that are built in. A catalog replaces the built-in one with its name. `report`
/// is called for each part of a file that is left out.
///
/// # Errors
///
/// Returns the error of the first file that is not a table, or of two files that contain the same catalog.
pub(crate) fn with_files(
    mut catalogs: Vec<Table>,
    files: &[PathBuf],
    report: &dyn Fn(String),
) -> Result<Vec<Table>> {
    let mut files_of: HashMap<String, &Path> = HashMap::new();
    for file in files {
        for table in load(file, report)? {
            let name = table.name.to_ascii_lowercase();
            if let Some(other) = files_of.insert(name, file) {
                let [file, other] = [file, other].map(|file| file.display().to_string());
                return Err(Error::SameCatalog { name: table.name, file, other });
            }
            catalogs.retain(|other| !other.name.eq_ignore_ascii_case(table.name));
            catalogs.push(table);
        }
    }
    Ok(catalogs)
}

/// Reads the catalogs of a file.
fn load(path: &Path, report: &dyn Fn(String)) -> Result<Vec<Table>> {
    let file = path.display().to_string();
    let bytes = document::file_bytes(path, &file)?;
    if path.extension().is_some_and(|extension| extension == "rs") {
        let source = String::from_utf8(bytes).map_err(|_| Error::NotTable {
            file: file.clone(),
            why: "it is not UTF-8, which Rust source must be".to_owned(),
        })?;
        return declared(&source, &file);
    }
    if let Some(records) = errcat_export::records(&bytes) {
        let not_table = |why| Error::NotTable { file: file.clone(), why };
        return records.and_then(|records| errcat_export::tables(&records)).map_err(not_table);
    }
    let document = document::of_bytes(bytes, path, &ReadOptions::default(), &|note| {
        report(format!("{file}, {note}"));
    })
    .map_err(with_import)?;
    document.check_conflicting_tables(&file, |_| false).map_err(with_import)?;
    if document.entries.is_empty() {
        return Err(Error::Unreadable { file });
    }
    if !document.unread.is_empty() {
        let (rows, verb) = (document.unread.len(), if document.unread.len() == 1 { "row" } else { "rows" });
        report(format!(
            "{file}: {rows} {verb} cannot be read; errcat import {file} --name Vendor lists them"
        ));
    }
    from_page(&document, path, &file)
}

/// Replaces an error that recommends an option of import, which `--table` does not have, by one that recommends import.
fn with_import(error: Error) -> Error {
    let (file, why, option) = match error {
        Error::NoTable { file } => {
            (file, "it has no table; for a list or source code,".to_owned(), "--pattern PATTERN".to_owned())
        }
        Error::NoTableButPreset { file, count, option } => (
            file,
            format!("it has no table, but --from {option} finds {count} rows in it:"),
            format!("--from {option}"),
        ),
        Error::NoMatch { file } => {
            (file, "nothing in it matches the pattern of a row:".to_owned(), "--pattern PATTERN".to_owned())
        }
        Error::SlowPattern { file, line } => (
            file,
            format!("matching the pattern of a row takes too long from line {line} on:"),
            "--pattern PATTERN".to_owned(),
        ),
        Error::NoColumns { file, line, headings, columns } => (
            file,
            format!("it has no columns for code and message (line {line}: {headings}):"),
            format!("--columns {columns}"),
        ),
        Error::SeveralRecords { file, first, second } => (
            file,
            format!("it has several lists of records, such as {first} and {second}:"),
            format!("--records '{first}'"),
        ),
        Error::Undecodable { file, line, encoding } => (
            file,
            format!("it is not valid {encoding} at line {line}; correct the line, or"),
            "--encoding ENCODING".to_owned(),
        ),
        Error::ConflictingTables { file, codes, meanings, selection } => {
            return Error::NotTable {
                why: format!(
                    "code {codes} means {meanings}; load the output of errcat import {file} --name Vendor, which selects {selection}"
                ),
                file,
            };
        }
        error => return error,
    };
    let why =
        format!("{why} run errcat import {file} --name Vendor {option} > vendor.rs, and load vendor.rs");
    Error::NotTable { file, why }
}

/// Reads the catalog of a page as `import` prints it.
fn from_page(document: &Document, path: &Path, file: &str) -> Result<Vec<Table>> {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_upper_camel_case();
    let name = if is_identifier(&stem) { &stem } else { "Table" };
    let successes = document.entries.iter().filter(|entry| entry.is_success);
    let mut success: Vec<String> = successes.map(|entry| entry.code.to_string()).collect();
    success.dedup();
    let file_name = path.file_name().and_then(|name| name.to_str()).filter(|name| !name.contains(is_unsafe));
    let head = DeclarationOptions {
        name,
        title: document.title.as_deref(),
        source: document.source.as_deref().or(file_name),
        lang: document.lang.as_deref(),
        success: &success,
    };
    let mut source = Vec::new();
    imported(document, &head)?.write(&mut source)?;
    declared(&String::from_utf8_lossy(&source), file)
}

/// Reads the catalogs that a source file declares.
fn declared(source: &str, file: &str) -> Result<Vec<Table>> {
    let not_table = |why: String| Error::NotTable { file: file.to_owned(), why };
    let catalogs = find_catalogs(source).map_err(|error| not_table(error.to_string()))?;
    catalogs.iter().map(|catalog| rust_source::table(catalog).map_err(not_table)).collect()
}
