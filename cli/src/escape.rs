//! Text that is not ours, made safe for a terminal: a vendor's page or a log can hold escape sequences that
//! rewrite what is on the screen, and marks that make text read in another order than it is.

/// What is shown escaped is what no text of a catalog has.
pub(crate) use error_catalog_syntax::is_invisible as is_unsafe;
use std::fmt::{self, Display, Write};

/// Shows every character that would not be seen as itself as `\u{1b}`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            if is_unsafe(character) {
                Display::fmt(&character.escape_unicode(), f)?;
            } else {
                f.write_char(character)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn what_moves_the_cursor_or_the_eye_is_shown() {
        assert_eq!(Escaped("a\u{1b}[2Jb\u{202e}c\nd").to_string(), r"a\u{1b}[2Jb\u{202e}c\u{a}d");
    }

    #[test]
    fn other_text_stays() {
        let text = "不合法的access_token，\\ \"é\" 🙂";
        assert_eq!(Escaped(text).to_string(), text);
    }
}
