//! Edits of a text, by the bytes that they replace. All other bytes are unchanged.

use std::ops::Range;

/// The replacements in a text. Ranges do not overlap; texts that are inserted at one offset keep the order in which they
/// were added.
#[derive(Default, Debug)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    /// Returns the text with all changes. If two overlap, the one that begins first is made.
    pub(super) fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut new =
            String::with_capacity(text.len() + self.0.iter().map(|(_, new)| new.len()).sum::<usize>());
        let mut at = 0;
        for (range, replacement) in &self.0 {
            if range.start < at {
                debug_assert!(false, "{range:?} is changed twice, to {replacement:?}");
                continue;
            }
            new.push_str(&text[at..range.start]);
            new.push_str(replacement);
            at = range.end;
        }
        new.push_str(&text[at..]);
        new
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;

    #[test]
    fn only_what_is_changed_changes() {
        let mut edits = Edits::default();
        edits.replace(2..4, "XY");
        edits.insert(0, "<");
        edits.insert(6, ">");
        edits.insert(6, ">");
        edits.remove(4..5);
        assert_eq!(edits.apply("abcdef"), "<abXYf>>");
        assert_eq!(Edits::default().apply("é\r\n"), "é\r\n");
    }
}
