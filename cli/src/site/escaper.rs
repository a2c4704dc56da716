//! The HTML escaper of the page's template. It escapes every text unless the template marks it as safe.

use crate::output::escape::is_misplaced;
use askama::filters::Escaper;
use std::fmt::{self, Write};

/// An escaper of markup that shows invisible characters as escapes such as `\u{202e}`. Line ends and tabs are kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HtmlText;

impl Escaper for HtmlText {
    fn write_escaped_str<W: Write>(&self, mut out: W, text: &str) -> fmt::Result {
        for (at, character) in text.char_indices() {
            match character {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\n' | '\t' => out.write_char(character)?,
                _ if is_misplaced(&text[..at], character, &text[at + character.len_utf8()..]) => {
                    write!(out, "{}", character.escape_unicode())?;
                }
                _ => out.write_char(character)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::HtmlText;
    use askama::filters::Escaper;

    #[test]
    fn text_stays_text_in_elements_and_in_attributes() {
        let mut html = String::new();
        HtmlText.write_escaped_str(&mut html, "</p>\"' onload=x & \u{202e}\0\n").expect("a string");
        assert_eq!(html, "&lt;/p&gt;&quot;' onload=x &amp; \\u{202e}\\u{0}\n");
    }
}
