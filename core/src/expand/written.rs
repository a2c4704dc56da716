//! Tokens by way of text, which the compiler's own lexer reads. The macro runs unoptimised in its users' builds, where each
//! token that it makes is a call, and `Literal::string` asks of each character whether it can be printed: a third of the
//! macro's time was that.

use proc_macro2::TokenStream;
use std::borrow::Cow;

/// A text as a literal.
pub(super) fn literal(text: &str) -> TokenStream {
    let mut written = String::with_capacity(text.len() + 2);
    push_literal(&mut written, text);
    tokens(&written)
}

/// What is written, token by token. In a macro it is not read through `proc_macro2`, whose lexer, unoptimised too, reads all
/// of it first.
pub(super) fn tokens(written: &str) -> TokenStream {
    let read = if proc_macro::is_available() {
        written.parse::<proc_macro::TokenStream>().ok().map(TokenStream::from)
    } else {
        written.parse().ok()
    };
    read.unwrap_or_else(|| {
        quote::quote!(::core::compile_error!("error-catalog wrote no Rust: report it, please"))
    })
}

/// Writes a text as a literal. Each character is looked for by itself, which std does with optimised code.
pub(super) fn push_literal(written: &mut String, text: &str) {
    let mut text = Cow::Borrowed(text);
    for (character, escape) in ESCAPED {
        if text.contains(character) {
            text = text.replace(character, escape).into();
        }
    }
    written.push('"');
    written.push_str(&text);
    written.push('"');
}

/// What cannot stand for itself, or would break a line; the backslash first, which the others bring.
const ESCAPED: [(char, &str); 5] =
    [('\\', r"\\"), ('"', r#"\""#), ('\n', r"\n"), ('\r', r"\r"), ('\0', r"\0")];

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn every_character_is_read_as_itself() {
        let block = |first: u32| (first..first + 0x100).filter_map(char::from_u32).collect::<String>();
        for text in (0..=0x10_FF00).step_by(0x100).map(block) {
            let read: syn::LitStr = syn::parse_str(&literal(&text).to_string()).unwrap();
            assert_eq!(read.value(), text);
        }
    }

    #[test]
    fn what_means_something_in_a_literal_is_escaped() {
        assert_eq!(literal("\"a\\b\"\r\n\0\u{7f}忙").to_string(), "\"\\\"a\\\\b\\\"\\r\\n\\0\u{7f}忙\"");
        assert_eq!(literal("").to_string(), "\"\"");
    }
}
