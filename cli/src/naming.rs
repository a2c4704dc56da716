//! What can be a name in a declaration, and what Rust or the macro has taken.

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
        && !KEYWORDS.contains(&symbol)
}

/// Whether Rust or the macro has the name for something else.
pub(crate) fn is_taken(name: &str) -> bool {
    KEYWORDS.contains(&name) || GENERATED.contains(&name) || name.starts_with("__")
}

const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

/// What every catalog has already.
const GENERATED: &[&str] = &[
    "ALL",
    "code",
    "deprecated",
    "from_code",
    "from_name",
    "help",
    "is_success",
    "meanings",
    "message",
    "name",
    "section",
    "symbol",
    "with_symbol",
];

#[cfg(test)]
mod tests {
    use super::GENERATED;

    /// The macro's own list is in a crate that can export nothing but the macro.
    #[test]
    fn the_macro_generates_the_same_names() {
        let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/../macros/src/check.rs");
        let rules = std::fs::read_to_string(rules).unwrap();
        let list = rules.split_once("const GENERATED: ").unwrap().1.split_once("];").unwrap().0;
        let names: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert_eq!(names, GENERATED);
    }
}
