//! Converts offsets of a text to line numbers. Ascending offsets take linear time.

pub(super) struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text: text.as_bytes(), at: 0, line: 1 }
    }

    /// Returns the line of the byte at this offset, counted from 1.
    pub(super) fn at(&mut self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let ends = |from: usize, to: usize| self.text[from..to].split(|byte| *byte == b'\n').count() - 1;
        if offset >= self.at {
            self.line += ends(self.at, offset);
        } else {
            self.line -= ends(offset, self.at);
        }
        self.at = offset;
        self.line
    }
}
