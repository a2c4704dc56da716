//! Text with tabs between the cells and prose around it, such as a table copied from a page.

use super::cells::{Cells, quoted};
use super::integer::integer;
use super::page_table::{PageRow, PageTable};
use super::rows::Rows;

/// Reads tables that begin with a line of known headings or, if the user assigns the columns, with the first line that
/// has tabs.
pub(super) fn read(text: &str, rows: &mut Rows<'_>) {
    let columns_are_given = rows.options.columns.are_in_order();
    let lines = || text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let mut table: Option<PageTable> = None;
    // True after a line of a table.
    let mut adjacent = false;
    let mut rest = lines();
    while let Some((line, whole)) = rest.next() {
        let written = whole.trim_end();
        // A category may have only its first cell, with or without tabs after it.
        if written.is_empty() {
            adjacent = false;
        } else if let Some(table) = &mut table
            && is_category(written)
            && rest
                .clone()
                .find(|(_, next)| !next.trim().is_empty())
                .is_some_and(|(_, next)| is_row(next, rows))
        {
            rows.push_row(table, PageRow::plain(line, std::iter::once(unquoted(written)).collect()));
        } else if written.contains('\t') || (table.is_some() && whole.contains('\t')) {
            let cells: Cells = written.split('\t').map(unquoted).collect();
            if rows.are_headings(&cells) || (columns_are_given && table.is_none()) {
                let next = rows.begin_table(None);
                if let Some(table) = table.replace(next) {
                    rows.end_table(table);
                } else {
                    report_rows_before(text, line, rows);
                }
            }
            if let Some(table) = &mut table {
                rows.push_row(table, PageRow::plain(line, cells));
                adjacent = true;
            }
        } else if table.is_some() && (adjacent || begins_with_a_code(written)) {
            rows.unread(line, written, || format!("no tab separates the cells of {}", quoted(written)));
        }
    }
    if let Some(table) = table {
        rows.end_table(table);
    } else {
        // The error names the headings that were not recognized.
        let first = lines().filter(|(_, written)| written.contains('\t')).take(100);
        let cells = |written: &str| written.split('\t').map(unquoted).collect();
        rows.add_unrecognized(first.map(|(line, written)| PageRow::plain(line, cells(written))).collect());
    }
}

/// Reports the rows before the first line of headings.
fn report_rows_before(text: &str, heading: usize, rows: &mut Rows<'_>) {
    for (index, written) in text.lines().take(heading - 1).enumerate() {
        if written.contains('\t') && begins_with_a_code(written) {
            let why = || format!("{} is before the line of headings", quoted(written.trim_end()));
            rows.unread(index + 1, written, why);
        }
    }
}

/// Checks whether a line can be the title of the rows below it, rather than prose or the rest of a broken line.
fn is_category(line: &str) -> bool {
    const LONGEST: usize = 80;
    let is_title = |first: char| first.is_alphabetic() && !first.is_lowercase();
    !line.contains('\t')
        && line.len() <= LONGEST
        && line.starts_with(is_title)
        && !line.ends_with(['.', ',', ';', '。', '，', '；'])
}

/// Checks whether a line is a row of the table above it, and not the headings of another.
fn is_row(line: &str, rows: &Rows<'_>) -> bool {
    line.contains('\t') && !rows.are_headings(&line.trim_end().split('\t').map(unquoted).collect())
}

fn begins_with_a_code(line: &str) -> bool {
    line.split_whitespace().next().is_some_and(|word| integer(word).is_some())
}

/// Returns a cell without the quotes that a spreadsheet puts around tabs and quotes.
fn unquoted(cell: &str) -> String {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.replace("\"\"", "").contains('"') => inner.replace("\"\"", "\""),
        _ => cell.to_owned(),
    }
}
