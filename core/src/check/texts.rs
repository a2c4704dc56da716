//! One rule for all texts, whoever reads them: not empty, nothing invisible in them, no blanks at their ends, not too
//! long.

use super::limits::BYTES_OF_A_TEXT;
use crate::Report;
use crate::syntax::ast::{Text, span_of};
use crate::syntax::is_invisible;
use proc_macro2::{Span, TokenStream};
use std::fmt::Display;

/// A text that the vendor has.
pub(super) fn check_text(what: &str, text: &Text, report: &mut Report) {
    check(&what, &text.value, &|| text.span, "write what the vendor says", report);
}

/// A text that can be left out.
pub(super) fn check_optional_text(what: &str, text: &Text, report: &mut Report) {
    check(&what, &text.value, &|| text.span, "leave it out", report);
}

/// A text of a column, where an empty one says that there is nothing to say. Its span is asked for only if need be:
/// most tables have more of these than of any other.
pub(super) fn check_column_text(column: &str, text: &str, span: &dyn Fn() -> Span, report: &mut Report) {
    if !text.is_empty() {
        check(&format_args!("`{column}`"), text, span, "write `\"\"`", report);
    }
}

/// A code of a string catalog; whether it is one.
pub(super) fn check_code_text(code: &str, written: &TokenStream, report: &mut Report) -> bool {
    check(
        &"the code",
        code,
        &|| span_of(written).unwrap_or_else(Span::call_site),
        "write what the server sends",
        report,
    )
}

/// A word of the source that is a text too, such as the name of a variant. Rust lets it have variation selectors.
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
    } else if let Some(found) = text.chars().find(|char| is_invisible(*char)) {
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
        format!("{what} has blanks at its ends: write {trimmed:?}")
    } else if text.len() > BYTES_OF_A_TEXT {
        format!("{what} has {} bytes, and holds {BYTES_OF_A_TEXT} at most: shorten it", text.len())
    } else {
        return true;
    };
    report.error(span(), message);
    false
}
