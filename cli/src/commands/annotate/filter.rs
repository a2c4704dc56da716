//! Adds notes to text, chunk by chunk.

use super::note::Note;
use crate::commands::log::{Chunk, StreamError, Window};
use crate::output::style;
use crate::query::recognizer::{Match, Recognizer};
use std::io::{self, Write};

/// A recognizer, with a note for each code and symbol that it finds.
pub(crate) struct Notes<'a> {
    pub(crate) recognizer: Recognizer<'a>,
    /// By [`Match::target`].
    pub(crate) notes: Vec<Note>,
    /// The note after a code that no catalog has.
    pub(crate) unknown: Note,
}

impl Notes<'_> {
    /// Returns the note after a match, if there is one.
    pub(crate) fn of(&self, text: &[u8], found: &Match) -> Option<&Note> {
        let note = match found.target {
            Some(target) => &self.notes[target],
            None if self.unknown.is_empty() => return None,
            None => {
                Some(&self.unknown).filter(|_| self.recognizer.is_like_a_code(&text[found.code.clone()]))?
            }
        };
        (!note.is_empty()).then_some(note)
    }

    /// Returns how much text around a match has to be in memory to decide whether it is a match, and whether a note
    /// already follows it.
    pub(crate) fn window(&self, buffer: usize) -> Window {
        let notes = self.notes.iter().chain([&self.unknown]);
        let lengths = notes.flat_map(|note| note.in_languages.iter().chain([&note.bytes]).map(Vec::len));
        let longest = lengths.max().unwrap_or(0);
        Window {
            buffer,
            lookbehind: self.recognizer.lookbehind(),
            // The log may turn out to have an encoding in which notes are longer.
            lookahead: self.recognizer.lookahead() + 2 * longest + style::CATALOG.to_string().len() + 1,
        }
    }
}

/// A filter that passes text through, with a note after each code.
pub(crate) struct Filter<'a, W> {
    notes: Notes<'a>,
    out: W,
    has_written_non_ascii_note: bool,
}

impl<'a, W: Write> Filter<'a, W> {
    pub(crate) fn new(notes: Notes<'a>, out: W) -> Self {
        Self { notes, out, has_written_non_ascii_note: false }
    }

    pub(crate) fn window(&self, buffer: usize) -> Window {
        self.notes.window(buffer)
    }

    /// Replaces the notes by those in another encoding.
    pub(crate) fn use_notes(&mut self, notes: Notes<'a>) {
        self.notes = notes;
    }

    /// Checks whether a note with characters beyond ASCII was written.
    pub(crate) fn has_written_non_ascii_note(&self) -> bool {
        self.has_written_non_ascii_note
    }

    /// Writes a chunk with notes. Returns the offset up to which it was written: the end of the chunk, or of a match that
    /// crosses it.
    pub(crate) fn pass(&mut self, chunk: &Chunk<'_>) -> Result<usize, StreamError> {
        let written_to = self.annotate(chunk).map_err(StreamError::Write)?;
        // The next input may take long, as with `tail -f`.
        self.out.flush().map_err(StreamError::Write)?;
        Ok(written_to)
    }

    fn annotate(&mut self, chunk: &Chunk<'_>) -> io::Result<usize> {
        let text = chunk.text;
        let mut written_to = chunk.start;
        let matches = self.notes.recognizer.find(text, chunk.start);
        for found in matches.take_while(|found| found.start < chunk.end) {
            // A match may be inside a note of an earlier run.
            let Some(note) = self.notes.of(text, &found).filter(|_| found.start >= written_to) else {
                continue;
            };
            let is_there = note.length_in(&text[found.end..]);
            let end = found.end + is_there.unwrap_or(0);
            self.out.write_all(&text[written_to..end])?;
            if is_there.is_none() {
                self.out.write_all(&note.bytes)?;
                self.has_written_non_ascii_note |= !note.bare.is_ascii();
            }
            written_to = end;
        }
        let end = written_to.max(chunk.end);
        self.out.write_all(&text[written_to..end])?;
        Ok(end)
    }
}

#[cfg(any(test, properties))]
impl<W> Filter<'_, W> {
    pub(crate) fn parts(&mut self) -> (&mut Vec<Note>, &mut W) {
        (&mut self.notes.notes, &mut self.out)
    }
}
