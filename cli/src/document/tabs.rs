//! Text with tabs between the cells, as one gets it by copying a table out of a page, with prose around it.

use super::entry::Unread;
use super::grid::{Found, Grid};
use super::heading::{self, Role};
use super::integer::integer;

/// The tables: each begins with a line of known headings, or, where the user says what the columns are, with the
/// first line that has tabs.
pub(super) fn grids(text: &str, columns_are_given: bool) -> Found {
    let mut grids = Found::default();
    let mut before: Vec<(usize, &str)> = Vec::new();
    // Whether the line before was part of a table.
    let mut adjacent = false;
    for (line, written) in text.lines().enumerate().map(|(index, line)| (index + 1, line.trim_end())) {
        if written.is_empty() {
            adjacent = false;
            continue;
        }
        if written.contains('\t') {
            let cells: Vec<String> = written.split('\t').map(unquoted).collect();
            if is_heading(&cells) || (columns_are_given && grids.grids.is_empty()) {
                grids.grids.push(Grid { section: None, heading: (line, cells), rows: Vec::new() });
                adjacent = true;
            } else if let Some(grid) = grids.grids.last_mut() {
                grid.rows.push((line, cells));
                adjacent = true;
            } else {
                before.push((line, written));
            }
        } else if !grids.grids.is_empty() && (adjacent || begins_with_a_code(written)) {
            let why = format!("no tab separates the cells of {written:?}");
            grids.unread.push(Unread { line, why });
        }
    }
    if grids.grids.is_empty() {
        // So that the error can name the headings that nobody recognised.
        if let Some((line, first)) = before.first() {
            let cells = first.split('\t').map(unquoted).collect();
            grids.grids.push(Grid { section: None, heading: (*line, cells), rows: Vec::new() });
        }
    } else {
        for (line, written) in before {
            if begins_with_a_code(written) {
                let why = format!("{written:?} stands before the line of headings");
                grids.unread.push(Unread { line, why });
            }
        }
    }
    grids
}

fn is_heading(cells: &[String]) -> bool {
    heading::roles(cells, &[])
        .is_some_and(|roles| roles.contains(&Role::Code) && roles.contains(&Role::Message))
}

fn begins_with_a_code(line: &str) -> bool {
    line.split_whitespace().next().is_some_and(|word| integer(word).is_some())
}

/// A cell that a spreadsheet put in quotes because of what is in it.
fn unquoted(cell: &str) -> String {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.replace("\"\"", "").contains('"') => inner.replace("\"\"", "\""),
        _ => cell.to_owned(),
    }
}
