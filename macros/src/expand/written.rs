//! Tokens by way of text, which the compiler's own lexer reads. The macro runs unoptimised in its users' builds, where each
//! token that it makes is a call, and `Literal::string` asks of each character whether it can be printed: a third of the
//! macro's time was that.

use proc_macro2::TokenStream;

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

/// Writes a text as a literal.
pub(super) fn push_literal(written: &mut String, text: &str) {
    written.push('"');
    // By index: an iterator's every step would be calls.
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        if let Some(escaped) = escaped(bytes[at]) {
            written.push_str(&text[start..at]);
            written.push_str(escaped);
            start = at + 1;
        }
        at += 1;
    }
    written.push_str(&text[start..]);
    written.push('"');
}

/// What stands for the bytes that cannot stand for themselves, or would break a line.
fn escaped(byte: u8) -> Option<&'static str> {
    if byte > b'\\' {
        return None;
    }
    match byte {
        b'"' => Some(r#"\""#),
        b'\\' => Some(r"\\"),
        b'\n' => Some(r"\n"),
        b'\r' => Some(r"\r"),
        b'\0' => Some(r"\0"),
        _ => None,
    }
}

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
