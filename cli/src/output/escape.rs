//! Makes foreign text safe for a terminal. A vendor's page or a log may contain escape sequences that rewrite the screen,
//! and marks that change the order in which text is displayed.

/// The escaped characters are those that a catalog's texts must not contain.
pub(crate) use error_catalog_core::syntax::{is_invisible as is_unsafe, is_misplaced};
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

/// A text that is displayed with its invisible characters as escapes, such as `\u{1b}`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, character) in self.0.char_indices() {
            if is_misplaced(&self.0[..at], character, &self.0[at + character.len_utf8()..]) {
                Display::fmt(&character.escape_unicode(), f)?;
            } else {
                f.write_char(character)?;
            }
        }
        Ok(())
    }
}

/// A writer that escapes invisible characters like [`Escaped`], or as JSON does. Line ends and tabs are kept.
pub(crate) struct EscapingWriter<W> {
    out: W,
    write_escape: fn(char, &mut String),
    /// The first bytes of a character that the next write completes.
    incomplete: Vec<u8>,
}

impl<W: Write> EscapingWriter<W> {
    pub(crate) fn new(out: W) -> Self {
        Self {
            out,
            write_escape: |character, shown| shown.extend(character.escape_unicode()),
            incomplete: Vec::new(),
        }
    }

    /// Returns a writer for JSON. Invisible characters only occur in its strings, so its value does not change.
    pub(crate) fn json(out: W) -> Self {
        let write_escape = |character: char, shown: &mut String| {
            for unit in character.encode_utf16(&mut [0; 2]) {
                _ = write!(shown, "\\u{unit:04x}");
            }
        };
        Self { out, write_escape, incomplete: Vec::new() }
    }
}

impl<W: Write> Write for EscapingWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.incomplete.extend_from_slice(bytes);
        let pending = std::mem::take(&mut self.incomplete);
        for chunk in pending.utf8_chunks() {
            let mut shown = String::with_capacity(chunk.valid().len());
            // A joiner at the end of a write is escaped, because it is unknown what follows it.
            let valid = chunk.valid();
            for (at, character) in valid.char_indices() {
                let is_escaped =
                    || is_misplaced(&valid[..at], character, &valid[at + character.len_utf8()..]);
                match character {
                    '\n' | '\t' => shown.push(character),
                    _ if is_escaped() => (self.write_escape)(character, &mut shown),
                    _ => shown.push(character),
                }
            }
            self.out.write_all(shown.as_bytes())?;
            self.incomplete = chunk.invalid().to_vec();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{Escaped, EscapingWriter};
    use std::io::Write;

    #[test]
    fn escapes_do_not_depend_on_the_size_of_writes() {
        let text = "a\t\u{1b}\r\n不\u{202e}\u{e0041}🙂";
        for length in 1..=text.len() {
            let mut visible = EscapingWriter::new(Vec::new());
            let mut json = EscapingWriter::json(Vec::new());
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
    fn characters_that_move_the_cursor_are_escaped() {
        assert_eq!(Escaped("a\u{1b}[2Jb\u{202e}c\nd").to_string(), r"a\u{1b}[2Jb\u{202e}c\u{a}d");
    }

    #[test]
    fn other_text_is_unchanged() {
        let text = "不合法的access_token，\\ \"é\" 🙂 ⚠\u{fe0f} می\u{200c}خواهم";
        assert_eq!(Escaped(text).to_string(), text);
    }
}
