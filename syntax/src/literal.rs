//! Reads string literals, which are most of a table. Macros run unoptimised, so that what is done to every one of them
//! is felt in every build.

use proc_macro2::Literal;

/// What a string literal says; `None` for any other literal, and for one with a suffix. The text of a literal without
/// escapes is what stands between its quotes.
pub fn read(literal: &Literal) -> Option<String> {
    let source = literal.to_string();
    match source.strip_prefix('"').and_then(|source| source.strip_suffix('"')) {
        Some(text) if !text.contains('\\') && !text.contains('\r') => Some(text.to_owned()),
        _ => match syn::Lit::new(literal.clone()) {
            syn::Lit::Str(literal) if literal.suffix().is_empty() => Some(literal.value()),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_string_literals_say_something() {
        let read_source = |source: &str| read(&source.parse().unwrap());
        for source in ["1", "'c'", "b\"bytes\"", "c\"text\"", "\"text\"suffix", "'\"'"] {
            assert_eq!(read_source(source), None, "{source}");
        }
        for source in ["\"a\\\"b\"", "r#\"a\"b\"#", "\"a\\x22b\"", "\"a\\\n  \\\"b\""] {
            assert_eq!(read_source(source).as_deref(), Some("a\"b"), "{source}");
        }
        assert_eq!(read_source("\"a\r\nb\"").as_deref(), Some("a\nb"), "as rustc reads a line end");
    }
}
