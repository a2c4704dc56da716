//! Writes tokens as text for the compiler's own lexer. The macro runs unoptimized in its users' builds, where each token is
//! a call, and `Literal::string` checks for each character whether it is printable.

use proc_macro2::TokenStream;
use std::borrow::Cow;

/// Returns a text as a literal.
pub(super) fn lex_literal(text: &str) -> TokenStream {
    let mut source = String::with_capacity(text.len() + 2);
    push_literal(&mut source, text);
    lex(&source)
}

/// Parses a text to tokens. In a macro this bypasses `proc_macro2`, whose unoptimized lexer would parse the text first.
pub(super) fn lex(source: &str) -> TokenStream {
    let read = if proc_macro::is_available() {
        source.parse::<proc_macro::TokenStream>().ok().map(TokenStream::from)
    } else {
        source.parse().ok()
    };
    read.unwrap_or_else(|| {
        quote::quote!(::core::compile_error!("error-catalog generated invalid Rust: please report this"))
    })
}

/// Writes a text as a literal. Searches for one character at a time, because std has optimized code for that.
pub(super) fn push_literal(source: &mut String, text: &str) {
    let mut text = Cow::Borrowed(text);
    for (character, escape) in ESCAPED {
        if text.contains(character) {
            text = text.replace(character, escape).into();
        }
    }
    source.push('"');
    source.push_str(&text);
    source.push('"');
}

/// Characters that need an escape, or would break a line. The backslash is first, because the other escapes contain it.
const ESCAPED: [(char, &str); 5] =
    [('\\', r"\\"), ('"', r#"\""#), ('\n', r"\n"), ('\r', r"\r"), ('\0', r"\0")];

#[cfg(test)]
mod tests {
    use super::lex_literal;

    #[test]
    fn every_character_is_read_as_itself() {
        let block = |first: u32| (first..first + 0x100).filter_map(char::from_u32).collect::<String>();
        for text in (0..=0x10_FF00).step_by(0x100).map(block) {
            let read: syn::LitStr = syn::parse_str(&lex_literal(&text).to_string()).unwrap();
            assert_eq!(read.value(), text);
        }
    }

    #[test]
    fn characters_with_a_meaning_are_escaped() {
        assert_eq!(lex_literal("\"a\\b\"\r\n\0\u{7f}忙").to_string(), "\"\\\"a\\\\b\\\"\\r\\n\\0\u{7f}忙\"");
        assert_eq!(lex_literal("").to_string(), "\"\"");
    }
}
