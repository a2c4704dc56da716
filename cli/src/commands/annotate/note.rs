//! The note after a code: the meaning in brackets.

use crate::catalog::table::{Row, Table};
use crate::commands::log::encoding::encode;
use crate::output::escape::Escaped;
use crate::output::style;
use crate::output::texts::{LANGUAGES, texts_in};
use encoding_rs::Encoding;

/// The note after a code. An empty one is not written.
#[derive(Default, Debug)]
pub(crate) struct Note {
    /// The meanings without brackets, for JSON.
    pub(crate) text: String,
    /// The note as it is written, with a space before it and its color.
    pub(crate) bytes: Vec<u8>,
    /// The note in brackets.
    pub(crate) bare: Vec<u8>,
    /// The length of the part before the message, which is the same in every language.
    pub(crate) opening: usize,
    /// The note in brackets in every language, if it has no start in common.
    pub(crate) in_languages: Vec<Vec<u8>>,
}

/// The format of notes.
#[derive(Clone, Copy)]
pub(crate) struct Style<'s> {
    pub(crate) lang: Option<&'s str>,
    pub(crate) is_colored: bool,
    pub(crate) encoding: &'static Encoding,
}

impl Style<'_> {
    /// Returns the note with the meanings of some rows.
    pub(crate) fn note(&self, rows: &[(&Table, &Row)], is_shown: impl Fn(bool) -> bool) -> Note {
        self.of_text(&meanings(rows.iter().filter(|(_, row)| is_shown(row.success)), self.lang))
    }

    /// Returns the note after a code that no catalog has.
    pub(crate) fn unknown(&self) -> Note {
        let in_brackets = |text: &str| encode(&format!("[{text}]"), self.encoding);
        let in_languages = LANGUAGES.iter().map(|texts| in_brackets(texts.unknown_code)).collect();
        Note { in_languages, ..self.of_text(texts_in(self.lang).unknown_code) }
    }

    fn of_text(&self, text: &str) -> Note {
        if text.is_empty() {
            return Note::default();
        }
        let note = format!("[{text}]");
        // The message follows the first colon, and depends on the language.
        let opening = note.find(": ").map_or(note.len(), |colon| colon + 2);
        let style = style::CATALOG;
        let colored = if self.is_colored { format!(" {style}{note}{style:#}") } else { format!(" {note}") };
        Note {
            text: text.to_owned(),
            bytes: encode(&colored, self.encoding),
            bare: encode(&note, self.encoding),
            opening: encode(&note[..opening], self.encoding).len(),
            in_languages: Vec::new(),
        }
    }
}

/// Returns the meanings of some rows in one line: catalog, name and message of each.
pub(crate) fn meanings<'r, 'a: 'r>(
    rows: impl IntoIterator<Item = &'r (&'a Table, &'a Row)>,
    lang: Option<&str>,
) -> String {
    let meanings = rows.into_iter().flat_map(|(table, row)| {
        row.meanings.iter().map(move |meaning| {
            let message = table.message_in(meaning, lang);
            format!("{} {}: {}", table.name, meaning.name, Escaped(&message))
        })
    });
    meanings.collect::<Vec<_>>().join("; ")
}

impl Note {
    pub(crate) fn is_empty(&self) -> bool {
        self.bare.is_empty()
    }

    /// Returns the length of this note at the start of a text, in any color and language, as an earlier run wrote it.
    pub(crate) fn length_in(&self, text: &[u8]) -> Option<usize> {
        let after = text.strip_prefix(b" ")?;
        let after = match after {
            [0x1b, ..] => after.strip_prefix(style::CATALOG.to_string().as_bytes())?,
            _ => after,
        };
        let length = if after.starts_with(&self.bare) {
            self.bare.len()
        } else if let Some(other) = self.in_languages.iter().find(|other| after.starts_with(other)) {
            other.len()
        } else if after.starts_with(&self.bare[..self.opening]) {
            self.opening
        } else {
            return None;
        };
        Some(text.len() - after.len() + length)
    }
}
