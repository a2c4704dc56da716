//! What can be a name in a declaration, and what Rust or the macro has taken.

use error_catalog_core::syntax::names::{is_generated, is_usable};

/// Whether a text can name an enum or a variant. The scripts are those that tables are written in.
pub(crate) fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| is_name_char(first) && !first.is_ascii_digit() && first != '_')
        && name.chars().all(is_name_char)
        && !is_taken(name)
}

pub(crate) fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether a symbol can stand before the message as it is.
pub(crate) fn is_symbol_token(symbol: &str) -> bool {
    symbol.starts_with(|first: char| first.is_ascii_alphabetic())
        && symbol.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && is_usable(symbol)
}

/// Whether Rust or the macro has the name for something else.
pub(crate) fn is_taken(name: &str) -> bool {
    !is_usable(name) || is_generated(name)
}

#[cfg(test)]
mod tests {
    use super::{is_identifier, is_symbol_token, is_taken};
    use error_catalog_core::syntax::names::GENERATED;

    #[test]
    fn what_the_macro_or_rust_has_taken_names_nothing() {
        for name in GENERATED.into_iter().chain(["type", "Self", "gen", "async", "__values"]) {
            assert!(is_taken(name) && !is_identifier(name), "{name}");
        }
        assert!(!is_symbol_token("Self") && !is_symbol_token("type") && is_symbol_token("message"));
        assert!(is_identifier("Busy") && is_identifier("未知") && !is_identifier("3d"));
    }
}
