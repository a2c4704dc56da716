//! Texts of errors with values, which contain placeholders. A page does not replace them.

use super::declared_catalog::Declared;
use error_catalog_core::syntax::ast::Meaning;
use error_catalog_core::syntax::template::{Piece, pieces};

/// Returns the reason that a text of the page cannot be the text of a row: of `meaning`, or of a new row.
pub(super) fn check_text(
    declared: &Declared<'_>,
    meaning: Option<&Meaning>,
    text: &str,
) -> Result<(), String> {
    if meaning.is_some_and(|meaning| meaning.value_braces.is_some()) {
        return Err("the row has values".to_owned());
    }
    if declared.ast.statements().error_type.is_empty() {
        return Ok(());
    }
    match pieces(text).unwrap_or_default().iter().find_map(placeholder) {
        Some(name) => Err(format!("its text has `{{{name}}}`, and the row has no such value")),
        None => Ok(()),
    }
}

fn placeholder<'a>(piece: &Piece<'a>) -> Option<&'a str> {
    match piece {
        Piece::Value { name, .. } => Some(name),
        Piece::Text(_) => None,
    }
}
