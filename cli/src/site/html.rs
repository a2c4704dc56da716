//! Writes HTML in which every text is escaped, because there is no way to write one that is not. Optional end tags
//! and quotes are left out: in a page of ten thousand rows they are half of the markup.

use crate::output::escape::is_unsafe;
use std::fmt::{Display, Write};

/// HTML under construction.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// A start tag. `p` and `li` need no end tag: the next one ends them.
    pub(super) fn open(&mut self, tag: &'static str) -> Tag<'_> {
        debug_assert!(tag.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{tag}");
        self.0.push('<');
        self.0.push_str(tag);
        Tag(self)
    }

    pub(super) fn close(&mut self, tag: &'static str) -> &mut Self {
        debug_assert!(tag.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{tag}");
        self.0.extend(["</", tag, ">"]);
        self
    }

    /// Text, in which what would not be seen as itself is shown as `\u{202e}`. Line ends and tabs are kept.
    pub(super) fn text(&mut self, text: impl Display) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = write!(Escaping(&mut self.0), "{text}");
        self
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// A start tag that takes attributes.
#[derive(Debug)]
pub(super) struct Tag<'a>(&'a mut Html);

impl<'a> Tag<'a> {
    pub(super) fn with(self, attribute: &'static str, value: impl Display) -> Self {
        let value = value.to_string();
        let html = &mut self.0.0;
        html.extend([" ", attribute, "="]);
        let bare = |byte: u8| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'#' | b'-' | b'_' | b'.' | b':' | b'%')
        };
        if !value.is_empty() && value.bytes().all(bare) {
            html.push_str(&value);
        } else {
            html.push('"');
            // Writing to a string cannot fail.
            let _ = write!(Escaping(html), "{value}");
            html.push('"');
        }
        self
    }

    /// Ends the tag, and begins what the element holds.
    pub(super) fn holding(self) -> &'a mut Html {
        self.0.0.push('>');
        self.0
    }
}

/// What is written through it is text, in an element or in quotes.
struct Escaping<'a>(&'a mut String);

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\n' | '\t' => self.0.push(character),
                _ if is_unsafe(character) => self.0.extend(character.escape_unicode()),
                _ => self.0.push(character),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn text_is_text_wherever_it_stands() {
        let mut html = Html::default();
        let hostile = "</p>\"' onload=x & \u{202e}\0\n";
        html.open("p").with("class", hostile).with("id", "a-1").holding().text(hostile).close("p");
        let escaped = "&lt;/p&gt;&quot;' onload=x &amp; \\u{202e}\\u{0}\n";
        assert_eq!(html.into_string(), format!("<p class=\"{escaped}\" id=a-1>{escaped}</p>"));
    }
}
