//! Splits a Markdown file into chunks of whole lines, because the parser takes up to sixty times the size of its text. A table
//! that is cut is continued in the next chunk, which begins with its headings again.

use super::format::is_dashes;
use crate::error::{Error, Result};
use std::borrow::Cow;

/// Part of a file, which is Markdown by itself.
pub(super) struct MarkdownChunk<'t> {
    pub(super) text: Cow<'t, str>,
    /// The number of lines before this chunk in the file, minus the lines that it repeats.
    pub(super) before: usize,
    /// True if it begins within the last table of the chunk before.
    pub(super) is_within_table: bool,
}

/// The block that a cut falls into.
#[derive(Clone, Copy)]
enum OpenBlock<'t> {
    Nothing,
    /// The line of headings and the line of dashes.
    Table([&'t str; 2]),
    /// The line that opens a block of code.
    Code(&'t str),
}

/// The length after which a chunk ends at the next line.
const LONG: usize = 128 << 10;
/// The maximum length of a line in bytes.
const LONGEST_LINE: usize = 256 << 10;

/// Calls back for each chunk.
pub(super) fn each<'t>(text: &'t str, file: &str, mut take: impl FnMut(&MarkdownChunk<'t>)) -> Result<()> {
    let (mut start, mut first_line) = (0, 0);
    let (mut at, mut line_number) = (0, 0);
    let mut begun_within = OpenBlock::Nothing;
    let mut open = OpenBlock::Nothing;
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
            take(&chunk(&text[start..at], first_line, begun_within));
            (start, first_line, begun_within) = (at, line_number, open);
        }
    }
    if start < at {
        take(&chunk(&text[start..at], first_line, begun_within));
    }
    Ok(())
}

fn chunk<'t>(text: &'t str, first_line: usize, within: OpenBlock<'t>) -> MarkdownChunk<'t> {
    let repeated: &[&str] = match &within {
        OpenBlock::Nothing => &[],
        OpenBlock::Table(lines) => lines,
        OpenBlock::Code(line) => std::slice::from_ref(line),
    };
    let is_within_table = matches!(within, OpenBlock::Table(_));
    if repeated.is_empty() {
        return MarkdownChunk { text: text.into(), before: first_line, is_within_table };
    }
    let text = repeated.concat() + text;
    // The repeated lines are lines of the file before the chunk.
    MarkdownChunk { text: text.into(), before: first_line - repeated.len(), is_within_table }
}

fn after<'t>(open: OpenBlock<'t>, above: &'t str, line: &'t str) -> OpenBlock<'t> {
    let fence = |line: &str| ["```", "~~~"].into_iter().find(|fence| line.trim_start().starts_with(fence));
    match open {
        OpenBlock::Code(opening) if fence(line).is_some() && fence(line) == fence(opening) => {
            OpenBlock::Nothing
        }
        OpenBlock::Code(_) => open,
        _ if fence(line).is_some() => OpenBlock::Code(line),
        OpenBlock::Table(_) if line.trim().is_empty() => OpenBlock::Nothing,
        OpenBlock::Nothing if is_dashes(line.trim_end()) && above.contains('|') => {
            OpenBlock::Table([above, line])
        }
        _ => open,
    }
}

/// Returns the text with as many cells in each line of dashes as in the headings above it, as GitHub's Markdown requires.
/// The shorter line is filled up with empty cells.
pub(super) fn with_equal_rows(text: &str) -> Cow<'_, str> {
    let mut equal = String::new();
    let mut copied = 0;
    let (mut at, mut above) = (0, 0..0);
    let mut open = OpenBlock::Nothing;
    for line in text.split_inclusive('\n') {
        let row = at..at + line.len();
        open = after(open, &text[above.clone()], line);
        if let OpenBlock::Table([headings, dashes]) = open
            && std::ptr::eq(dashes, line)
        {
            let (wide, width) = (written_cells(headings), written_cells(dashes));
            if wide != width {
                equal.push_str(&text[copied..above.start]);
                equal.push_str(&filled_up(headings, width.saturating_sub(wide), " |"));
                equal.push_str(&filled_up(dashes, wide.saturating_sub(width), " --- |"));
                copied = row.end;
            }
        }
        at = row.end;
        above = row;
    }
    if copied == 0 {
        return text.into();
    }
    equal.push_str(&text[copied..]);
    equal.into()
}

/// Returns the row with this many more cells.
fn filled_up(row: &str, missing: usize, cell: &str) -> String {
    if missing == 0 {
        return row.to_owned();
    }
    let (cells, end) = row.split_at(row.trim_end().len());
    let bar = if cells.ends_with('|') { "" } else { " |" };
    format!("{cells}{bar}{}{end}", cell.repeat(missing))
}

/// Returns the number of cells that a row has as it is written.
pub(super) fn written_cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let pipes = row.bytes().zip(std::iter::once(b' ').chain(row.bytes()));
    let pipes = pipes.filter(|(byte, before)| *byte == b'|' && *before != b'\\').count();
    pipes + usize::from(!row.ends_with('|') || row.ends_with("\\|"))
}
