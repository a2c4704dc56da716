//! Adds notes to text, piece by piece.

use super::note::Note;
use crate::commands::log::{Piece, StreamError, Window};
use crate::output::style;
use crate::query::recognizer::{Match, Recognizer};
use std::io::{self, Write};

/// A recognizer, with a note for each code and symbol that it finds.
pub(super) struct Notes<'a> {
    pub(super) recognizer: Recognizer<'a>,
    /// By [`Match::target`].
    pub(super) notes: Vec<Note>,
    /// The note after a code that no catalog has.
    pub(super) unknown: Note,
}

impl Notes<'_> {
    /// Returns the note after a match, if there is one.
    pub(super) fn of(&self, text: &[u8], found: &Match) -> Option<&Note> {
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
    pub(super) fn window(&self, buffer: usize) -> Window {
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
pub(super) struct Filter<'a, W> {
    notes: Notes<'a>,
    out: W,
    has_written_notes: bool,
}

impl<'a, W: Write> Filter<'a, W> {
    pub(super) fn new(notes: Notes<'a>, out: W) -> Self {
        Self { notes, out, has_written_notes: false }
    }

    pub(super) fn window(&self, buffer: usize) -> Window {
        self.notes.window(buffer)
    }

    /// Replaces the notes by those in another encoding.
    pub(super) fn use_notes(&mut self, notes: Notes<'a>) {
        self.notes = notes;
    }

    /// Checks whether a note with letters beyond ASCII was written.
    pub(super) fn has_written_notes(&self) -> bool {
        self.has_written_notes
    }

    /// Passes a piece on, up to its end or to that of a match that begins before. Returns that end.
    pub(super) fn pass(&mut self, piece: &Piece<'_>) -> Result<usize, StreamError> {
        let done = self.annotate(piece).map_err(StreamError::Write)?;
        // The next input may be long in coming.
        self.out.flush().map_err(StreamError::Write)?;
        Ok(done)
    }

    fn annotate(&mut self, piece: &Piece<'_>) -> io::Result<usize> {
        let text = piece.text;
        let mut done = piece.start;
        let matches = self.notes.recognizer.find(text, piece.start);
        for found in matches.take_while(|found| found.start < piece.end) {
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
        let end = done.max(piece.end);
        self.out.write_all(&text[done..end])?;
        Ok(end)
    }
}

#[cfg(any(test, properties))]
impl<W> Filter<'_, W> {
    pub(super) fn parts(&mut self) -> (&mut Vec<Note>, &mut W) {
        (&mut self.notes.notes, &mut self.out)
    }
}
