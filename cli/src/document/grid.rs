//! The tables of a file as they stand in it: cells of text, with the lines they are from.

use super::entry::Unread;

/// A table as it stands in the file: cells of text.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The title of the section that it stands under.
    pub(super) section: Option<String>,
    /// Line and cells of the first row.
    pub(super) heading: (usize, Vec<String>),
    pub(super) rows: Vec<(usize, Vec<String>)>,
}

/// The tables of a file.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) title: Option<String>,
    pub(super) grids: Vec<Grid>,
    pub(super) unread: Vec<Unread>,
}

/// Text on one line: each run of blanks and line ends as one space, none at the ends.
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
