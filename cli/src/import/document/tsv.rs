//! Text with tabs between the cells, as one gets it by copying a table out of a page, with prose around it.

use super::cells::{Cells, quoted};
use super::heading;
use super::integer::integer;
use super::row_reader::{Rows, Table};

/// Each table begins with a line of known headings, or, where the user says what the columns are, with the first line
/// that has tabs.
pub(super) fn read(text: &str, rows: &mut Rows<'_>, columns_are_given: bool) {
    let lines = || text.lines().enumerate().map(|(index, line)| (index + 1, line.trim_end()));
    let mut table: Option<Table> = None;
    // Whether the line before was part of a table.
    let mut adjacent = false;
    for (line, written) in lines() {
        if written.is_empty() {
            adjacent = false;
        } else if written.contains('\t') {
            let cells: Cells = written.split('\t').map(unquoted).collect();
            if heading::begins_table(&cells) || (columns_are_given && table.is_none()) {
                if let Some(table) = table.replace(Table::under(None)) {
                    rows.end(table);
                } else {
                    before(text, line, rows);
                }
            }
            if let Some(table) = &mut table {
                rows.row(table, line, &cells);
                adjacent = true;
            }
        } else if table.is_some() && (adjacent || begins_with_a_code(written)) {
            rows.unread(line, || format!("no tab separates the cells of {}", quoted(written)));
        }
    }
    match table {
        Some(table) => rows.end(table),
        // So that the error can name the headings that nobody recognised.
        None => {
            if let Some((line, first)) = lines().find(|(_, written)| written.contains('\t')) {
                rows.row(&mut Table::under(None), line, &first.split('\t').map(unquoted).collect());
            }
        }
    }
}

/// Tells the rows that stand before the first line of headings.
fn before(text: &str, heading: usize, rows: &mut Rows<'_>) {
    for (index, written) in text.lines().take(heading - 1).enumerate() {
        if written.contains('\t') && begins_with_a_code(written) {
            let why = || format!("{} stands before the line of headings", quoted(written.trim_end()));
            rows.unread(index + 1, why);
        }
    }
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
