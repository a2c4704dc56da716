//! The texts that people read: not empty, nothing invisible in them, not too long.

use super::limits::BYTES_OF_A_TEXT;
use error_catalog_syntax::ast::Text;
use error_catalog_syntax::{Report, is_invisible};
use proc_macro2::Span;

pub(super) fn text_is_clean(what: &str, text: &Text, report: &mut Report) {
    let value = &text.value;
    let message = if value.trim().is_empty() {
        let remedy = if what == "the help" { "leave it out" } else { "write what the vendor says" };
        format!("{what} is empty: {remedy}")
    } else if let Some(found) = value.chars().find(|char| is_invisible(*char)) {
        let kind = if found.is_control() { "a control character" } else { "an invisible character" };
        format!("{what} has {kind} ({}): remove it", found.escape_unicode())
    } else if value.trim() != value {
        format!("{what} has blanks at its ends: write {:?}", value.trim())
    } else {
        return text_is_within_limits(what, value, text.span, report);
    };
    report.error(text.span, message);
}

pub(super) fn text_is_within_limits(what: &str, text: &str, span: Span, report: &mut Report) {
    if text.len() > BYTES_OF_A_TEXT {
        let message =
            format!("{what} has {} bytes, and holds {BYTES_OF_A_TEXT} at most: shorten it", text.len());
        report.error(span, message);
    }
}
