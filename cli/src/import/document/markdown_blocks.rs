//! A Markdown file in pieces: the parser keeps a node for each mark of a text before it gives back the first, which is
//! up to sixty times the text. A piece ends with a line; a table that is cut begins the next with its headings again.

use super::format::is_dashes;
use crate::error::{Error, Result};
use std::borrow::Cow;

/// Part of a file, which is Markdown by itself.
pub(super) struct Piece<'t> {
    pub(super) text: Cow<'t, str>,
    /// How many lines of the file stand before it, less those that it repeats.
    pub(super) before: usize,
    /// It begins within the table that the piece before ended with.
    pub(super) is_within_table: bool,
}

/// What a cut falls into.
#[derive(Clone, Copy)]
enum Open<'t> {
    Nothing,
    /// The line of headings, and that of dashes.
    Table([&'t str; 2]),
    /// The line that opens a block of code.
    Code(&'t str),
}

/// Where a piece ends as soon as it can.
const LONG: usize = 128 << 10;
/// No row of a table is longer.
const LONGEST_LINE: usize = 256 << 10;

/// Calls back for each piece.
pub(super) fn each<'t>(text: &'t str, file: &str, mut take: impl FnMut(&Piece<'t>)) -> Result<()> {
    let (mut start, mut first_line) = (0, 0);
    let (mut at, mut line_number) = (0, 0);
    let mut begun_within = Open::Nothing;
    let mut open = Open::Nothing;
    let mut above = "";
    for line in text.split_inclusive('\n') {
        line_number += 1;
        if line.len() > LONGEST_LINE {
            return Err(Error::LongLine { file: file.to_owned(), line: line_number });
        }
        at += line.len();
        open = after(open, above, line);
        above = line;
        if at - start >= LONG {
            take(&piece(&text[start..at], first_line, begun_within));
            (start, first_line, begun_within) = (at, line_number, open);
        }
    }
    if start < at {
        take(&piece(&text[start..at], first_line, begun_within));
    }
    Ok(())
}

fn piece<'t>(text: &'t str, first_line: usize, within: Open<'t>) -> Piece<'t> {
    let repeated: &[&str] = match &within {
        Open::Nothing => &[],
        Open::Table(lines) => lines,
        Open::Code(line) => std::slice::from_ref(line),
    };
    let is_within_table = matches!(within, Open::Table(_));
    if repeated.is_empty() {
        return Piece { text: text.into(), before: first_line, is_within_table };
    }
    let text = repeated.concat() + text;
    // The lines that are repeated are lines of the file, which stand before the piece.
    Piece { text: text.into(), before: first_line - repeated.len(), is_within_table }
}

fn after<'t>(open: Open<'t>, above: &'t str, line: &'t str) -> Open<'t> {
    let fence = |line: &str| ["```", "~~~"].into_iter().find(|fence| line.trim_start().starts_with(fence));
    match open {
        Open::Code(opening) if fence(line).is_some() && fence(line) == fence(opening) => Open::Nothing,
        Open::Code(_) => open,
        _ if fence(line).is_some() => Open::Code(line),
        Open::Table(_) if line.trim().is_empty() => Open::Nothing,
        Open::Nothing if is_dashes(line.trim_end()) && above.contains('|') => Open::Table([above, line]),
        _ => open,
    }
}
