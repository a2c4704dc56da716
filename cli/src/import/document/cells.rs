//! The cells of a row while it is read, and how a message quotes them.

use std::rc::Rc;

/// The cells of a row, from left to right. Cells that span rows share their text with those below.
#[derive(Debug, Default)]
pub(super) struct Cells {
    cells: Vec<Rc<str>>,
    wide: bool,
}

impl Cells {
    /// The widest row that is read. A file that is not a table may have millions of commas on a line.
    pub(super) const WIDEST: usize = 1000;

    pub(super) fn push(&mut self, cell: impl Into<Rc<str>> + AsRef<str>) {
        if self.cells.len() < Self::WIDEST {
            self.cells.push(cell.into());
        } else if !cell.as_ref().trim().is_empty() {
            self.wide = true;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Checks whether cells were left out that are not empty.
    pub(super) fn are_too_many(&self) -> bool {
        self.wide
    }

    pub(super) fn are_empty(&self) -> bool {
        !self.wide && self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    pub(super) fn as_slice(&self) -> &[Rc<str>] {
        &self.cells
    }
}

impl<S: Into<Rc<str>> + AsRef<str>> FromIterator<S> for Cells {
    fn from_iter<I: IntoIterator<Item = S>>(cells: I) -> Self {
        let mut row = Self::default();
        cells.into_iter().for_each(|cell| row.push(cell));
        row
    }
}

/// Returns a text in quotes, shortened for a message.
pub(super) fn quoted(text: &str) -> String {
    quoted_cells(&[text])
}

/// Returns cells in quotes, shortened for a message.
pub(super) fn quoted_cells<S: AsRef<str>>(cells: &[S]) -> String {
    const LONGEST: usize = 100;
    let separator = |index: usize| if index == 0 { "" } else { " | " };
    let mut letters = cells
        .iter()
        .enumerate()
        .flat_map(|(index, cell)| separator(index).chars().chain(cell.as_ref().trim().chars()));
    let shown: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() { format!("{shown:?}…") } else { format!("{shown:?}") }
}

/// Returns the text on one line: each run of spaces and line ends becomes one space, and the ends are trimmed.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
