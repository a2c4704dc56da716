//! The messages of constants that are elsewhere in a file, as in `var messages = map[int]string{NotFound: "not found"}`. They
//! are found by patterns without a code, and belong to the constants with their symbols.

use super::line_numbers::Lines;
use super::pattern::{Pattern, RowMatch};
use super::rows::Rows;
use super::source_literals::text_of_source;
use std::collections::HashMap;

/// The messages of constants, by their symbols.
#[derive(Default)]
pub(super) struct MessagesBySymbol<'t> {
    messages: HashMap<&'t str, SymbolMessage<'t>>,
}

/// The message of a constant.
pub(super) struct SymbolMessage<'t> {
    /// As it is written in the source.
    pub(super) source: &'t str,
    /// The line of another message of the constant.
    pub(super) other: Option<usize>,
}

impl<'t> MessagesBySymbol<'t> {
    pub(super) fn get(&self, symbol: &str) -> Option<&SymbolMessage<'t>> {
        self.messages.get(symbol)
    }

    /// Adds a match of a pattern without a code, unless the rows take too much memory. The first message of a symbol counts.
    pub(super) fn add(
        &mut self,
        pattern: &Pattern,
        found: &RowMatch<'_, 't>,
        lines: &mut Lines<'_>,
        rows: &mut Rows<'_>,
    ) {
        let text_of = |name: &str| pattern.column(name).and_then(|column| found.texts.get(column)).copied();
        let Some((symbol, source)) = text_of("symbol").zip(text_of("message")) else { return };
        if symbol.is_empty() || source.is_empty() || repeats(symbol, &text_of_source(source)) {
            return;
        }
        if let Some(first) = self.messages.get_mut(symbol) {
            if first.source != source {
                first.other.get_or_insert(lines.at(found.offset));
            }
        } else if rows.reserve(100, 0) {
            self.messages.insert(symbol, SymbolMessage { source, other: None });
        }
    }
}

/// Checks whether a text is only the symbol or its end, in any case: functions such as `String()` return names.
fn repeats(symbol: &str, text: &str) -> bool {
    let letters = |text: &str| text.replace(['_', '-', '.'], "").to_lowercase();
    !text.contains(char::is_whitespace) && letters(symbol).ends_with(&letters(text))
}
