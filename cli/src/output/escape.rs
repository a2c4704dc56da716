//! Text that is not ours, made safe for a terminal: a vendor's page or a log can hold escape sequences that
//! rewrite what is on the screen, and marks that make text read in another order than it is.

/// What is shown escaped is what no text of a catalog has.
pub(crate) use error_catalog_core::syntax::is_invisible as is_unsafe;
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

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

/// Passes text on with the same escapes, or those of JSON. Line ends and tabs stay, which lay text out.
pub(crate) struct Visible<W> {
    out: W,
    notation: fn(char, &mut String),
    /// The first bytes of a character whose last are still to come.
    begun: Vec<u8>,
}

impl<W: Write> Visible<W> {
    pub(crate) fn new(out: W) -> Self {
        Self { out, notation: |character, shown| shown.extend(character.escape_unicode()), begun: Vec::new() }
    }

    /// For JSON, whose value stays the same: only in its strings is there anything to escape.
    pub(crate) fn json(out: W) -> Self {
        let notation = |character: char, shown: &mut String| {
            for unit in character.encode_utf16(&mut [0; 2]) {
                _ = write!(shown, "\\u{unit:04x}");
            }
        };
        Self { out, notation, begun: Vec::new() }
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        let pending = std::mem::take(&mut self.begun);
        for chunk in pending.utf8_chunks() {
            let mut shown = String::with_capacity(chunk.valid().len());
            for character in chunk.valid().chars() {
                match character {
                    '\n' | '\t' => shown.push(character),
                    _ if is_unsafe(character) => (self.notation)(character, &mut shown),
                    _ => shown.push(character),
                }
            }
            self.out.write_all(shown.as_bytes())?;
            self.begun = chunk.invalid().to_vec();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{Escaped, Visible};
    use std::io::Write;

    #[test]
    fn text_is_the_same_in_whatever_pieces_it_comes() {
        let text = "a\t\u{1b}\r\n不\u{202e}\u{e0041}🙂";
        for length in 1..=text.len() {
            let mut visible = Visible::new(Vec::new());
            let mut json = Visible::json(Vec::new());
            for piece in text.as_bytes().chunks(length) {
                visible.write_all(piece).expect("memory");
                json.write_all(piece).expect("memory");
            }
            assert_eq!(
                String::from_utf8(visible.out).expect("text"),
                "a\t\\u{1b}\\u{d}\n不\\u{202e}\\u{e0041}🙂"
            );
            let json = String::from_utf8(json.out).expect("text");
            assert_eq!(json, "a\t\\u001b\\u000d\n不\\u202e\\udb40\\udc41🙂");
        }
    }

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
