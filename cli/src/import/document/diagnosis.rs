//! Explains why no row of a file was read: stores the headings of its tables, and suggests the option that reads them.

use super::cells::{quoted, quoted_cells};
use super::code_cell::unquoted;
use super::decorated_integer::number;
use super::options::ReadOptions;
use super::page_table::{PageRow, RowKind};
use super::role::is_heading;
use crate::error::{Error, Result};
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// The tables and headings that were found, for an error.
#[derive(Default)]
pub(super) struct Diagnosis {
    /// The table without recognized columns that most looks like one of codes.
    best: Option<Candidate>,
    /// The headings that the options name and that some table has.
    found: HashSet<String>,
    /// The line and the headings of the first table, read or not.
    first: Option<(usize, String)>,
    /// The headings of tables that were not selected.
    tables: BTreeSet<String>,
    unselected: usize,
    /// The sections that were not selected.
    sections: BTreeSet<String>,
}

struct Candidate {
    line: usize,
    headings: String,
    /// The value of `--columns` that reads the table.
    columns: Option<String>,
    /// The evidence that the table has codes: the number of integers, then of rows.
    likeness: (usize, usize),
}

/// The number of names that an error lists.
const LISTED: usize = 20;

impl Diagnosis {
    /// Adds a table whose columns were not recognized.
    pub(super) fn add_unrecognized(&mut self, first: &PageRow, rows: &[PageRow]) {
        let columns = columns(first, rows);
        let code = columns_by_values(first, rows).map(|(code, _)| code);
        let cells = rows.iter().filter_map(|row| row.cells.as_slice().get(code?));
        let numbers = cells.filter(|cell| number(unquoted(cell.trim())).is_some()).count();
        // Many tables have a column of words, but few one of numbers.
        let likeness = (numbers, columns.as_ref().map_or(0, |_| 1 + rows.len()));
        if self.best.as_ref().is_none_or(|best| best.likeness < likeness) {
            let headings = quoted_cells(first.cells.as_slice());
            self.best = Some(Candidate { line: first.line, headings, columns, likeness });
        }
    }

    /// Adds the headings of a table, and those of them that options name.
    pub(super) fn add_headings(&mut self, line: usize, headings: &[Rc<str>], options: &ReadOptions) {
        self.first.get_or_insert_with(|| (line, quoted_cells(headings)));
        for name in options.columns.headings().chain(&options.without) {
            if headings.iter().any(|heading| is_heading(heading, name)) {
                self.found.insert(name.clone());
            }
        }
    }

    pub(super) fn add_unselected_table(&mut self, heading: Option<&Rc<str>>) {
        self.unselected += 1;
        if self.tables.len() < LISTED {
            self.tables.extend(heading.map(|heading| quoted(heading)));
        }
    }

    pub(super) fn add_unselected_section(&mut self, section: Option<&Rc<str>>) {
        if self.sections.len() < LISTED {
            self.sections.extend(section.map(|section| quoted(section)));
        }
    }

    /// Checks that the options name tables and columns of the file.
    pub(super) fn check_options(&self, file: &str, options: &ReadOptions, tables: usize) -> Result<()> {
        if tables > 0 && self.unselected == tables {
            return Err(Error::NotSelected {
                file: file.to_owned(),
                what: "table",
                known: list(&self.tables).unwrap_or_else(|| format!("the numbers #1 to #{tables}")),
            });
        }
        let Some((line, headings)) = &self.first else { return Ok(()) };
        let mut names = options.columns.headings().chain(&options.without);
        match names.find(|name| !self.found.contains(*name)) {
            Some(name) => Err(Error::NoHeading {
                file: file.to_owned(),
                name: name.clone(),
                line: *line,
                headings: headings.clone(),
            }),
            None => Ok(()),
        }
    }

    /// Returns an error if options select sections. It is called when no row was read.
    pub(super) fn check_sections(&self, file: &str, options: &ReadOptions) -> Result<()> {
        if options.sections.is_empty() {
            return Ok(());
        }
        let known = list(&self.sections).unwrap_or_else(|| "no sections".to_owned());
        Err(Error::NotSelected { file: file.to_owned(), what: "section", known })
    }

    /// Returns the error of a file without a table of codes.
    pub(super) fn error(self, file: &str) -> Error {
        let file = file.to_owned();
        let Some(Candidate { line, headings, columns, .. }) = self.best else {
            return Error::NoTable { file };
        };
        let columns = columns.unwrap_or_else(|| "code,message".to_owned());
        Error::NoColumns { file, line, headings, columns }
    }
}

fn list(names: &BTreeSet<String>) -> Option<String> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// Checks whether the first row of a table is headings, as far as its cells show it.
fn has_headings(first: &PageRow) -> bool {
    let is_text = |cell: &Rc<str>| number(unquoted(cell.trim())).is_none();
    first.kind == RowKind::Headings || first.cells.as_slice().iter().all(is_text)
}

/// Returns the columns that the values of a table suggest: the first with codes, and the one with the longest texts.
pub(super) fn columns_by_values(first: &PageRow, rows: &[PageRow]) -> Option<(usize, usize)> {
    let rows: Vec<&PageRow> = rows.iter().chain((!has_headings(first)).then_some(first)).collect();
    let width = rows.iter().map(|row| row.cells.len()).max()?.min(first.cells.len());
    let values = |column: usize| {
        let cells = rows.iter().filter_map(move |row| row.cells.as_slice().get(column));
        cells.map(|cell| unquoted(cell.trim())).filter(|cell| !cell.is_empty()).collect::<Vec<&str>>()
    };
    let has_codes = |column: &usize, is_code: &dyn Fn(&str) -> bool| {
        let values = values(*column);
        let distinct: HashSet<&&str> = values.iter().collect();
        !values.is_empty() && distinct.len() == values.len() && values.iter().all(|value| is_code(value))
    };
    let is_number = |value: &str| number(value).is_some();
    let is_word = |value: &str| value.is_ascii() && !value.contains(' ') && value.len() < 100;
    let code = (0..width).find(|column| has_codes(column, &is_number));
    let code = code.or_else(|| (0..width).find(|column| has_codes(column, &is_word)))?;
    let length = |column: &usize| values(*column).iter().map(|value| value.chars().count()).sum::<usize>();
    let has_texts = |column: &usize| *column != code && values(*column).iter().any(|value| !is_number(value));
    let message = (0..width).filter(has_texts).max_by_key(length)?;
    Some((code, message))
}

/// Returns the value of `--columns` that reads the columns which the values of a table suggest.
fn columns(first: &PageRow, rows: &[PageRow]) -> Option<String> {
    let (code, message) = columns_by_values(first, rows)?;
    let headings = first.cells.as_slice();
    let is_name = |column: usize| {
        let heading = headings[column].trim();
        let is_unique = headings.iter().filter(|other| is_heading(other, heading)).count() == 1;
        let is_short = !heading.is_empty() && heading.len() < 50;
        has_headings(first) && is_short && is_unique && !heading.contains([',', '=', '"', '\n'])
    };
    if is_name(code) && is_name(message) {
        let shown = |column: usize| {
            let heading = headings[column].trim();
            let is_plain = heading.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'));
            if is_plain { heading.to_owned() } else { quoted(heading) }
        };
        return Some(format!("code={},message={}", shown(code), shown(message)));
    }
    let role = |column: usize| match column {
        _ if column == code => "code",
        _ if column == message => "message",
        _ => "_",
    };
    Some((0..headings.len()).map(role).collect::<Vec<_>>().join(","))
}
