//! Lists the rows that the page no longer has, or marks them as deprecated. None is removed, because servers may still send
//! the code.

use super::declared_catalog::{Declared, name};
use super::layout::Layout;
use super::report::{Change, ChangeKind};
use super::{MissingRow, PassEdits};
use crate::import::declaration::literal;
use crate::import::document::Document;
use crate::sync::difference::Difference;
use error_catalog_core::syntax::ast::Row;
use error_catalog_core::syntax::attribute::has_path;
use std::collections::BTreeMap;

const NOTE: &str = "no longer in the vendor's table";

/// Lists every row that the page no longer has, and marks it as deprecated if `deprecate` is true.
pub(super) fn deprecate_rows(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    declared: &Declared<'_>,
    difference: &Difference<'_>,
    document: &Document,
    deprecate: bool,
) {
    let mut meanings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, meaning) in &difference.removed {
        meanings.entry(*row).or_default().push(*meaning);
    }
    // A row that cannot be read may be one of those that seem to be removed.
    let is_sure = document.unread.is_empty();
    if deprecate && !is_sure && !meanings.is_empty() {
        pass.notes.push("no row is marked as deprecated, because rows of the page cannot be read".to_owned());
    }
    for (index, gone) in meanings {
        let row = &declared.ast.rows[index];
        let code = declared.codes[index].as_ref();
        let named = |meaning: &usize| name(&row.meanings[*meaning], code).into_owned();
        let Some(code) = code else { continue };
        let shown = format!("{} {}", shown(code), gone.iter().map(named).collect::<Vec<_>>().join(", "));
        let is_whole = gone.len() == row.meanings.len();
        if deprecate && is_sure && is_whole && !is_deprecated(row) {
            let at = row.code.tokens.clone().into_iter().next().map(|token| layout.bytes(token.span()).start);
            let Some(at) = at else { continue };
            let between = layout
                .indent(at)
                .map_or(" ".to_owned(), |indent| format!("{}{indent}", layout.line_end_at(at)));
            pass.edits.insert(at, format!("#[deprecated(note = {})]{between}", literal(NOTE)));
            pass.changes.push(Change {
                kind: ChangeKind::Deprecated,
                row: shown,
                detail: "deprecated".to_owned(),
                line: None,
            });
        } else {
            let message = row
                .message(gone[0])
                .map_or_else(|| row.meanings[gone[0]].name.source(), |it| it.value.clone());
            let state = if is_deprecated(row) { "kept, deprecated" } else { "kept" };
            pass.missing_rows.push(MissingRow { row: shown, detail: format!("{message}: {state}") });
        }
    }
}

pub(super) fn shown(code: &error_catalog_core::syntax::Code) -> String {
    match code {
        error_catalog_core::syntax::Code::Int(code) => code.to_string(),
        error_catalog_core::syntax::Code::Str(code) => code.clone(),
    }
}

fn is_deprecated(row: &Row) -> bool {
    row.attrs.iter().any(|attribute| has_path(&attribute.meta, "deprecated"))
}
