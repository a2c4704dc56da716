//! The tables of reStructuredText: simple ones between lines of `=`, grids, and lists of rows. The underlined line above
//! a table is its heading.

use super::cells::{Cells, one_line};
use super::page_table::{PageRow, PageTable, RowKind};
use super::rows::Rows;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

pub(super) fn read(text: &str, rows: &mut Rows<'_>) {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut at = 0;
    while at < lines.len() {
        at = if is_simple_border(lines[at]) {
            read_simple(&lines, at, rows)
        } else if is_grid_border(lines[at]) {
            read_grid(&lines, at, rows)
        } else if lines[at].trim_start().starts_with(".. list-table::") {
            read_list(&lines, at, rows)
        } else {
            if at > 0 && is_underline(lines[at]) && !lines[at - 1].trim().is_empty() {
                rows.push_heading(2, lines[at - 1].trim());
            }
            at + 1
        };
    }
}

/// Checks whether a reStructuredText table begins in some line of a text.
pub(super) fn has_table(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_end();
        is_simple_border(line) || is_grid_border(line) || line.trim_start().starts_with(".. list-table::")
    })
}

/// Checks whether a line is `=====  =====`, the border of a simple table.
fn is_simple_border(line: &str) -> bool {
    line.contains("= ") && line.trim_start().contains(' ') && line.chars().all(|c| matches!(c, '=' | ' '))
}

/// Checks whether a line is `+----+----+`, the border of a grid.
fn is_grid_border(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("+-") && line.ends_with('+') && line.chars().all(|c| matches!(c, '+' | '-' | '='))
}

/// Checks whether a line is an underline of punctuation.
fn is_underline(line: &str) -> bool {
    let mut characters = line.chars();
    let first = characters.next();
    line.len() > 2
        && first.is_some_and(|c| "=-~^\"'`#*+:.".contains(c))
        && characters.all(|c| Some(c) == first)
}

/// Reads the table whose upper border is in this line, and returns the line after it.
fn read_simple(lines: &[&str], begin: usize, rows: &mut Rows<'_>) -> usize {
    let columns = columns(lines[begin], '=');
    let borders = (begin + 1..lines.len()).filter(|at| is_simple_border(lines[*at]));
    let borders: Vec<usize> = borders.take(2).collect();
    let (head, end) = match borders[..] {
        [end] => (begin, end),
        [head, end] => (head, end),
        _ => (begin, lines.len()),
    };
    let mut table = RstTable::new(rows.begin_table(None), columns.len());
    for (at, line) in lines.iter().enumerate().take(end).skip(begin + 1).filter(|(at, _)| *at != head) {
        let is_rule = !line.is_empty() && line.chars().all(|c| matches!(c, '-' | ' '));
        let cells = cells(line, &columns);
        // A row without its first cell continues the one above.
        let is_new = cells.first().is_some_and(|cell| !cell.is_empty());
        if is_new && !is_rule {
            table.flush(rows, at > head);
        }
        if !is_rule && !line.trim().is_empty() {
            table.add(at + 1, &cells);
        }
        if at + 1 == head {
            table.flush(rows, false);
        }
    }
    table.flush(rows, true);
    rows.end_table(table.table);
    end + 1
}

/// Reads the grid whose upper border is in this line, and returns the line after it.
fn read_grid(lines: &[&str], begin: usize, rows: &mut Rows<'_>) -> usize {
    let indentation = lines[begin].len() - lines[begin].trim_start().len();
    let columns: Vec<Range<usize>> = columns(&lines[begin].replace('+', " "), '-');
    let is_part = |line: &&&str| line.trim_start().starts_with(['+', '|']) && line.len() > indentation;
    let length = lines[begin..].iter().take_while(is_part).count();
    let has_head = lines[begin..begin + length].iter().any(|line| line.contains("+="));
    let mut is_body = !has_head;
    let mut table = RstTable::new(rows.begin_table(None), columns.len());
    for (at, line) in lines.iter().enumerate().skip(begin).take(length) {
        if line.trim_start().starts_with('+') {
            table.flush(rows, is_body);
            is_body |= line.contains("+=");
        } else {
            let cells: Vec<String> =
                cells(line, &columns).iter().map(|cell| cell.trim_matches(['|', ' ']).to_owned()).collect();
            table.add(at + 1, &cells);
        }
    }
    table.flush(rows, is_body);
    rows.end_table(table.table);
    begin + length
}

/// Reads the rows of the directive in this line, `* - a` and `  - b`, and returns the line after them.
fn read_list(lines: &[&str], begin: usize, rows: &mut Rows<'_>) -> usize {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let is_part = |line: &&&str| line.is_empty() || indentation(line) > indentation(lines[begin]);
    let length = lines[begin + 1..].iter().take_while(is_part).count();
    let mut table =
        RstTable::new(rows.begin_table(lines[begin].split_once("::").map(|(_, title)| title.trim())), 0);
    let mut has_head = false;
    let mut is_head = false;
    for (at, line) in lines.iter().enumerate().skip(begin + 1).take(length) {
        let text = line.trim();
        has_head |= text.starts_with(":header-rows:") && !text.ends_with(" 0");
        if let Some(first) = text.strip_prefix("* -") {
            table.flush(rows, !is_head);
            is_head = has_head && table.rows == 0;
            table.line = at + 1;
            table.cells.push(first.trim().to_owned());
        } else if let Some(next) = text.strip_prefix("- ").or_else(|| text.strip_prefix('-'))
            && !table.cells.is_empty()
        {
            table.cells.push(next.trim().to_owned());
        } else if let Some(cell) = table.cells.last_mut() {
            cell.push(' ');
            cell.push_str(text);
        }
    }
    table.flush(rows, !is_head);
    rows.end_table(table.table);
    begin + 1 + length
}

/// A table, and its row that is open.
struct RstTable {
    table: PageTable,
    rows: usize,
    line: usize,
    cells: Vec<String>,
    columns: usize,
}

impl RstTable {
    fn new(table: PageTable, columns: usize) -> Self {
        Self { table, rows: 0, line: 0, cells: Vec::new(), columns }
    }

    /// Adds the cells of a line to the open row.
    fn add(&mut self, line: usize, cells: &[String]) {
        if self.cells.is_empty() {
            self.line = line;
            self.cells.resize(self.columns, String::new());
        }
        for (cell, text) in self.cells.iter_mut().zip(cells) {
            cell.push(' ');
            cell.push_str(text);
        }
    }

    /// Ends the open row.
    fn flush(&mut self, rows: &mut Rows<'_>, is_body: bool) {
        if self.cells.is_empty() {
            return;
        }
        let cells: Cells = self.cells.drain(..).map(|cell| unmarked(&cell)).collect();
        let kind = if is_body { RowKind::Plain } else { RowKind::Headings };
        rows.push_row(&mut self.table, PageRow { line: self.line, cells, kind });
        self.rows += 1;
    }
}

/// Returns the text of a cell without the marks of literals and emphasis around it.
fn unmarked(cell: &str) -> String {
    let text = one_line(cell);
    let inner = ["``", "**", "*", "`"].iter().find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark));
    inner.filter(|inner| !inner.contains(['`', '*'])).map_or_else(|| text.clone(), str::to_owned)
}

/// Returns the columns of a border, as ranges of display columns. The last one extends to the end of the line.
fn columns(border: &str, mark: char) -> Vec<Range<usize>> {
    let mut columns: Vec<Range<usize>> = Vec::new();
    for (at, _) in border.match_indices(mark) {
        if let Some(last) = columns.last_mut().filter(|last| last.end == at) {
            last.end = at + 1;
        } else if columns.len() < Cells::WIDEST {
            columns.push(at..at + 1);
        }
    }
    if let Some(last) = columns.last_mut() {
        last.end = usize::MAX;
    }
    columns
}

/// Returns the texts of a line in these columns.
fn cells(line: &str, columns: &[Range<usize>]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    let (mut at, mut column) = (0, 0);
    for character in line.chars() {
        while columns.get(column + 1).is_some_and(|next| next.start <= at) {
            column += 1;
        }
        if let Some(cell) = cells.get_mut(column) {
            cell.push(character);
        }
        at += character.width().unwrap_or_default();
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}
