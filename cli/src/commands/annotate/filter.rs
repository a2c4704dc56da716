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

    /// Returns the size of the text around a match that decides about it and the note after it.
    pub(crate) fn window(&self, buffer: usize) -> Window {
        let notes = self.notes.iter().chain([&self.unknown]);
        let lengths = notes.flat_map(|note| note.in_languages.iter().chain([&note.written]).map(Vec::len));
        let longest = lengths.max().unwrap_or(0);
        Window {
            buffer,
            lookbehind: self.recognizer.lookbehind(),
            // The log may turn out to have an encoding in which notes are longer.
            lookahead: self.recognizer.lookahead() + 2 * longest + style::CATALOG.to_string().len() + 1,
        }
    }
}

/// Passes text through, with a note after each code.
pub(crate) struct Filter<'a, W> {
    notes: Notes<'a>,
    out: W,
    has_written_notes: bool,
}

impl<'a, W: Write> Filter<'a, W> {
    pub(crate) fn new(notes: Notes<'a>, out: W) -> Self {
        Self { notes, out, has_written_notes: false }
    }

    pub(crate) fn window(&self, buffer: usize) -> Window {
        self.notes.window(buffer)
    }

    /// Replaces the notes by those in another encoding.
    pub(crate) fn use_notes(&mut self, notes: Notes<'a>) {
        self.notes = notes;
    }

    /// Checks whether a note with letters beyond ASCII was written.
    pub(crate) fn has_written_notes(&self) -> bool {
        self.has_written_notes
    }

    /// Passes a chunk on, up to its end or to that of a match that begins before. Returns that end.
    pub(crate) fn pass(&mut self, chunk: &Chunk<'_>) -> Result<usize, StreamError> {
        let done = self.annotate(chunk).map_err(StreamError::Write)?;
        // The next input may be long in coming.
        self.out.flush().map_err(StreamError::Write)?;
        Ok(done)
    }

    fn annotate(&mut self, chunk: &Chunk<'_>) -> io::Result<usize> {
        let text = chunk.text;
        let mut done = chunk.start;
        let matches = self.notes.recognizer.find(text, chunk.start);
        for found in matches.take_while(|found| found.start < chunk.end) {
            // A match may lie in a note that is there already.
            let Some(note) = self.notes.of(text, &found).filter(|_| found.start >= done) else { continue };
            let is_there = note.length_in(&text[found.end..]);
            let end = found.end + is_there.unwrap_or(0);
            self.out.write_all(&text[done..end])?;
            if is_there.is_none() {
                self.out.write_all(&note.written)?;
                self.has_written_notes |= !note.bare.is_ascii();
            }
            done = end;
        }
        let end = done.max(chunk.end);
        self.out.write_all(&text[done..end])?;
        Ok(end)
    }
}

#[cfg(any(test, properties))]
impl<W> Filter<'_, W> {
    pub(crate) fn parts(&mut self) -> (&mut Vec<Note>, &mut W) {
        (&mut self.notes.notes, &mut self.out)
    }
}
