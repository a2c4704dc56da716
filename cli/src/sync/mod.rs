//! Edits a vendor's new page into a declaration. Texts of the vendor are replaced literal by literal, new rows are inserted
//! in code order, and every other byte of the file stays.
//!
//! The text is edited in passes until nothing is left to do. Each pass parses the text that the previous one wrote: a row is
//! first updated, then moved; a symbol is first given to a second code, then declared shared.

mod declared_catalog;
mod declared_column;
mod declared_text;
mod deprecate_rows;
pub(crate) mod difference;
mod edits;
pub(crate) mod find_declaration;
mod insert_rows;
mod layout;
mod move_rows;
mod report;
mod shared_symbols;
#[cfg(test)]
mod tests;
mod update_rows;

pub(crate) use find_declaration::{SyncError, find_catalogs};
pub(crate) use report::Change;

use crate::import::declaration::Names;
use crate::import::document::Document;
use crate::sync::difference::difference;
use declared_catalog::Declared;
use edits::Edits;
use error_catalog_core::syntax::Raw;
use error_catalog_core::syntax::identifier::unraw;
use layout::Layout;
use report::ChangeKind;
use std::collections::HashSet;

/// The result of a sync.
#[derive(Debug)]
pub(crate) struct Synced {
    /// The new text of the file, equal to the old one if nothing changes.
    pub(crate) text: String,
    /// The changes, in the order of the page.
    pub(crate) changes: Vec<Change>,
    /// Rows that the page no longer has.
    pub(crate) missing_rows: Vec<String>,
    /// Rows and values of the page that the declaration cannot have, one sentence each.
    pub(crate) rejected: Vec<String>,
    /// Differences that a person has to decide on.
    pub(crate) notes: Vec<String>,
}

/// The options of a sync.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct SyncOptions<'a> {
    /// The name of the catalog, if the file has several.
    pub(crate) catalog: Option<&'a str>,
    /// True to mark rows that the page no longer has as deprecated.
    pub(crate) deprecate_removed: bool,
}

/// The limit of passes. A row that changes in one pass may move in the next, so few passes are needed.
const PASSES: usize = 8;

/// The properties of a declaration that decide how a page is read.
#[derive(Debug)]
pub(crate) struct DeclaredTypes {
    /// The type of the codes.
    pub(crate) codes: Raw,
    /// The language of the messages.
    pub(crate) lang: Option<String>,
    /// Codes with several meanings.
    pub(crate) shared: HashSet<String>,
}

impl DeclaredTypes {
    /// Finds the declaration of the catalog with this name, or the only one.
    pub(crate) fn of(source: &str, catalog: Option<&str>) -> Result<Self, SyncError> {
        let ast = find_declaration::find(source, catalog)?;
        let declared = Declared::of(&ast)?;
        let rows = ast.rows.iter().zip(&declared.codes);
        let shared = rows.filter(|(row, _)| row.meanings.len() > 1).filter_map(|(_, code)| code.as_ref());
        Ok(Self {
            codes: declared.raw,
            lang: ast.statements().lang.first().map(|lang| lang.value.value.clone()),
            shared: shared.map(deprecate_rows::shown).collect(),
        })
    }
}

/// Brings the declaration in the text of a Rust file up to date with a page.
pub(crate) fn sync(source: &str, document: &Document, options: SyncOptions<'_>) -> Result<Synced, SyncError> {
    let mut text = source.to_owned();
    let (mut changes, mut placement_notes) = (Vec::new(), Vec::new());
    for _ in 0..PASSES {
        let pass = run_pass(&text, document, options)?;
        if pass.edits.is_empty() {
            let deprecated = changes.iter().filter(|change: &&Change| change.kind == ChangeKind::Deprecated);
            let deprecated: HashSet<&str> = deprecated.map(|change| change.row.as_str()).collect();
            let missing = pass.missing_rows.into_iter().filter(|row| !deprecated.contains(row.row.as_str()));
            let missing_rows = missing.map(|row| format!("{} {}", row.row, row.detail)).collect();
            let notes = placement_notes.into_iter().chain(pass.notes).collect();
            return Ok(Synced { text, changes, missing_rows, rejected: pass.rejected, notes });
        }
        text = pass.edits.apply(&text);
        changes.extend(pass.changes);
        placement_notes.extend(pass.placement_notes);
    }
    Err(SyncError::NoFixpoint)
}

/// The edits that one pass over the text finds.
#[derive(Default)]
struct PassEdits {
    edits: Edits,
    changes: Vec<Change>,
    missing_rows: Vec<MissingRow>,
    rejected: Vec<String>,
    notes: Vec<String>,
    /// Notes on new rows, which the next pass no longer finds.
    placement_notes: Vec<String>,
}

/// A row that the page no longer has.
struct MissingRow {
    /// The code and the name of the row.
    row: String,
    /// Its message and its state.
    detail: String,
}

/// Finds the edits of one pass.
fn run_pass(text: &str, document: &Document, options: SyncOptions<'_>) -> Result<PassEdits, SyncError> {
    let ast = find_declaration::find(text, options.catalog)?;
    let layout = Layout::of(text, &ast);
    let declared = Declared::of(&ast)?;
    let view = declared.view();
    let difference = difference(&view, document);

    let mut pass = PassEdits::default();
    update_rows::update_rows(&mut pass, &layout, &declared, &difference);
    deprecate_rows::deprecate_rows(
        &mut pass,
        &layout,
        &declared,
        &difference,
        document,
        options.deprecate_removed,
    );
    let sections = ast.sections.iter().map(|section| unraw(&section.name));
    let mut names = Names::with_taken(&document.entries, declared.is_text(), declared.names(), sections);
    insert_rows::insert_rows(&mut pass, &layout, &declared, &difference, &mut names);
    report_columns_left_out(&mut pass, &declared, document);
    if pass.edits.is_empty() {
        move_rows::move_rows(&mut pass, &layout, &declared, &difference, document, &mut names);
    }
    if pass.edits.is_empty() {
        shared_symbols::update_shared_symbols(&mut pass, &layout, &declared);
    }
    Ok(pass)
}

/// Reports columns of the page that the catalog lacks, or whose type is neither text nor number.
fn report_columns_left_out(pass: &mut PassEdits, declared: &Declared<'_>, document: &Document) {
    for role in &document.roles {
        if let Some(name) = role.column_name()
            && !declared.columns.iter().any(|column| column.name == name && column.is_known())
        {
            pass.notes.push(format!(
                "the column {name} is left out: the catalog has no text or number column of that name"
            ));
        }
    }
}
