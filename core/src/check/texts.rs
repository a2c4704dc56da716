//! Checks all texts: they are not empty, have no misplaced invisible characters, no spaces at their ends, and are not too
//! long.

use super::limits::MAX_TEXT_BYTES;
use crate::Report;
use crate::syntax::ast::{Text, span_of};
use crate::syntax::find_misplaced;
use proc_macro2::{Ident, Span, TokenStream};
use std::fmt::Display;

/// Checks a text that cannot be left out.
pub(super) fn check_text(what: &str, text: &Text, report: &mut Report) {
    check(&what, &text.value, &|| text.span, "fill it in", report);
}

/// Checks a message. Each row needs one in a catalog with the statement `needed_by`.
pub(super) fn check_message(
    message: Option<&Text>,
    name: &Ident,
    needed_by: Option<&Ident>,
    report: &mut Report,
) {
    match (message, needed_by) {
        (Some(message), _) => check_text("the message", message, report),
        (None, Some(statement)) => {
            let message =
                format!("`{name}` has no message, which `{statement}` requires: write `{name} \"…\"`");
            report.error(name.span(), message);
        }
        (None, None) => {}
    }
}

/// Checks a text that can be left out.
pub(super) fn check_optional_text(what: &str, text: &Text, report: &mut Report) {
    check(&what, &text.value, &|| text.span, "leave it out", report);
}

/// Checks a text of a column, which may be empty. Computes its span only for an error, because tables have many of them.
pub(super) fn check_column_text(column: &str, text: &str, span: &dyn Fn() -> Span, report: &mut Report) {
    if !text.is_empty() {
        check(&format_args!("`{column}`"), text, span, "write `\"\"`", report);
    }
}

/// Checks a code of a string catalog, and returns whether it is valid.
pub(super) fn check_code_text(code: &str, tokens: &TokenStream, report: &mut Report) -> bool {
    check(
        &"the code",
        code,
        &|| span_of(tokens).unwrap_or_else(Span::call_site),
        "write the text that the server sends",
        report,
    )
}

/// Checks an identifier that is printed, such as the name of a variant. Rust allows variation selectors in it.
pub(super) fn check_word(what: &str, word: &str, span: Span, report: &mut Report) {
    if !word.is_ascii() {
        check(&what, word, &|| span, "", report);
    }
}

fn check(
    what: &dyn Display,
    text: &str,
    span: &dyn Fn() -> Span,
    remedy_if_empty: &str,
    report: &mut Report,
) -> bool {
    let trimmed = text.trim();
    let message = if trimmed.is_empty() {
        format!("{what} is empty: {remedy_if_empty}")
    } else if let Some(found) = find_misplaced(text) {
        match found {
            '\n' => format!(
                "{what} has a line break: write it in one line, or end the line with `\\` to continue it in the next"
            ),
            _ if found.is_control() => {
                format!("{what} has a control character ({}): remove it", found.escape_unicode())
            }
            _ => format!("{what} has an invisible character ({}): remove it", found.escape_unicode()),
        }
    } else if trimmed.len() != text.len() {
        format!("{what} begins or ends with a space: write {trimmed:?}")
    } else if text.len() > MAX_TEXT_BYTES {
        format!("{what} has {} bytes, more than the limit of {MAX_TEXT_BYTES}: shorten it", text.len())
    } else {
        return true;
    };
    report.error(span(), message);
    false
}
