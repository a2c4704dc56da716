//! The texts that people read: not empty, nothing invisible in them, not too long.

use super::limits::BYTES_OF_A_TEXT;
use error_catalog_syntax::Report;
use error_catalog_syntax::ast::Text;
use proc_macro2::Span;

pub(super) fn text_is_clean(what: &str, text: &Text, report: &mut Report) {
    let value = &text.value;
    let message = if value.trim().is_empty() {
        let remedy = if what == "the help" { "leave it out" } else { "write what the vendor says" };
        format!("{what} is empty: {remedy}")
    } else if let Some(control) = value.chars().find(|char| char.is_control() || is_invisible(*char)) {
        format!("{what} has a control character ({}): remove it", control.escape_unicode())
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

/// What changes how the text around it looks, and is not to be seen itself: zero-width and bidirectional controls.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
