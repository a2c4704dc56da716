//! Checks whether a declaration can have a name, and whether Rust or the macro reserve it.

use error_catalog_core::syntax::identifier::{is_generated, is_usable};

/// Checks whether a text can name an enum or a variant, in the scripts of common tables.
pub(crate) fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| is_name_char(first) && !first.is_ascii_digit() && first != '_')
        && name.chars().all(is_name_char)
        && !is_taken(name)
}

pub(crate) fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Checks whether a text can name a column of a catalog. The scripts are those of vendors' headings.
pub(crate) fn is_column_name(name: &str) -> bool {
    /// A longer heading is a sentence.
    const LONGEST: usize = 64;
    // These are neither combined with others nor replaced when Rust normalizes identifiers.
    let is_letter = |c: char| {
        c.is_ascii_lowercase()
            || matches!(c, '\u{4e00}'..='\u{9fff}' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '가'..='힣' | 'ß'..='ö' | 'ø'..='ÿ')
    };
    name.len() <= LONGEST
        && name.starts_with(|first: char| is_letter(first) && first != 'ー')
        && name.chars().all(|c| is_letter(c) || c.is_ascii_digit() || c == '_')
        && !is_taken(name)
}

/// Checks whether a symbol can precede the message as a token.
pub(crate) fn is_symbol_token(symbol: &str) -> bool {
    symbol.starts_with(|first: char| first.is_ascii_alphabetic())
        && symbol.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && is_usable(symbol)
}

/// Checks whether Rust or the macro reserve the name.
pub(crate) fn is_taken(name: &str) -> bool {
    !is_usable(name) || is_generated(name)
}

#[cfg(test)]
mod tests {
    use super::{is_identifier, is_symbol_token, is_taken};
    use error_catalog_core::syntax::identifier::GENERATED;

    #[test]
    fn reserved_words_are_not_names() {
        for name in GENERATED.into_iter().chain(["type", "Self", "gen", "async", "__values"]) {
            assert!(is_taken(name) && !is_identifier(name), "{name}");
        }
        assert!(!is_symbol_token("Self") && !is_symbol_token("type") && is_symbol_token("message"));
        assert!(is_identifier("Busy") && is_identifier("未知") && !is_identifier("3d"));
    }
}
