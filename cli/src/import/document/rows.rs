//! Collects the rows of a file's tables into a document, reports those that cannot be read, and limits how much a file may
//! hold.

use super::cell_text;
use super::cells::{Cells, one_line, quoted, quoted_cells};
use super::code_cell::{codes_of, convert_codes};
use super::diagnosis::Diagnosis;
use super::heading;
use super::model::{Document, Entry, Unread};
use super::options::ReadOptions;
use super::page_table::{ColumnNames, PageRow, PageTable, Sample, State};
use super::role::Role;
use crate::error::{Error, Result};
use std::collections::HashSet;
use std::rc::Rc;

/// The maximum number of rows of a catalog.
const ROWS: usize = 100_000;
/// The maximum bytes of text in a catalog, without the names of its rows.
const TEXT: usize = 14 << 20;

/// The rows of a file's tables while they are read.
pub(super) struct Rows<'a> {
    pub(super) options: &'a ReadOptions,
    pub(super) document: Document,
    pub(super) known_roles: HashSet<Role>,
    /// The headings that the next table is under, each with its level.
    headings: Vec<(u8, Rc<str>)>,
    /// The number of tables so far.
    tables: usize,
    pub(super) diagnosis: Diagnosis,
    /// True if a table with codes was read.
    pub(super) has_read_table: bool,
    text: usize,
    /// Bytes of memory that rows may still take.
    memory: usize,
    /// True if a limit was reached, so that all further rows are left out.
    is_full: bool,
    used_exceptions: HashSet<usize>,
}

/// Converts a heading to the title of a page or section, if a catalog can have it.
pub(super) fn heading_text(text: &str) -> Option<String> {
    cell_text::clean(&one_line(text)).ok().map(|text| text.0).filter(|text| !text.is_empty())
}

impl<'a> Rows<'a> {
    /// Creates rows that take at most this many bytes of memory.
    pub(super) fn with_memory_limit(memory: usize, options: &'a ReadOptions) -> Self {
        let document = Document {
            codes: options.codes,
            tables_are_selected: !options.tables.is_empty(),
            ..Document::default()
        };
        Self {
            options,
            document,
            known_roles: HashSet::new(),
            headings: Vec::new(),
            tables: 0,
            diagnosis: Diagnosis::default(),
            has_read_table: false,
            text: TEXT,
            memory,
            is_full: false,
            used_exceptions: HashSet::new(),
        }
    }

    /// Sets the title of the page; its first heading replaces its `<title>`.
    pub(super) fn set_title(&mut self, title: &str, is_better: bool) {
        if is_better || self.document.title.is_none() {
            self.document.title = heading_text(title);
        }
    }

    /// Adds a heading between tables. The first level is the title of the page; others are sections.
    pub(super) fn push_heading(&mut self, level: u8, text: &str) {
        self.headings.retain(|(other, _)| *other < level);
        if let Some(text) = heading_text(text)
            && self.reserve(64, text.len())
        {
            self.headings.push((level, text.into()));
        }
    }

    /// Begins a table under the last heading; `caption` is a title of its own.
    pub(super) fn begin_table(&mut self, caption: Option<&str>) -> PageTable {
        self.tables += 1;
        let mut headings: Vec<Rc<str>> = self.headings.iter().map(|(_, text)| Rc::clone(text)).collect();
        let section = self.headings.last().filter(|(level, _)| *level > 1).map(|(_, text)| Rc::clone(text));
        headings.extend(caption.and_then(heading_text).map(Rc::from));
        let is_selected = self.options.tables.selects(&headings, Some(self.tables));
        if !is_selected {
            self.diagnosis.add_unselected_table(headings.last());
        }
        PageTable {
            number: self.tables,
            heading: headings.last().cloned(),
            section,
            rows_are_complete: false,
            names: ColumnNames::default(),
            state: if is_selected { State::Sampling(Sample::default()) } else { State::LeftOut },
        }
    }

    /// Checks whether cells can be the headings of a table, in formats that do not mark them.
    pub(super) fn are_headings(&self, cells: &Cells) -> bool {
        let is_assigned = self.assigned(cells.as_slice()).iter().any(Option::is_some);
        is_assigned || heading::begins_table(cells)
    }

    /// Checks whether the columns of a table can be recognized.
    pub(super) fn recognizes(&self, headings: &[Rc<str>], rows: &[Cells]) -> bool {
        heading::recognize(headings, &self.assigned(headings), &rows.iter()).is_some()
    }

    /// Checks whether the first of several lists has the headings of the others.
    pub(super) fn recognizes_list(&self, first: &[Rc<str>], others: &[&Cells]) -> bool {
        heading::recognize(first, &self.assigned(first), &others.iter().copied()).is_some()
    }

    /// Checks whether a column has the code, even if nothing describes it.
    pub(super) fn recognizes_code(&self, headings: &[Rc<str>], rows: &[Cells]) -> bool {
        let assigned = self.assigned(headings);
        assigned.contains(&Some(Role::Code)) || heading::has_code(headings, &rows.iter())
    }

    /// Stores the first rows of a file or sheet without known headings, for the error that names them.
    pub(super) fn add_unrecognized(&mut self, rows: Vec<PageRow>) {
        let mut rows = rows.into_iter().filter(|row| !row.cells.are_empty());
        if let Some(first) = rows.next() {
            self.diagnosis.add_unrecognized(&first, &rows.collect::<Vec<_>>());
            self.diagnosis.add_headings(first.line, first.cells.as_slice(), self.options);
        }
    }

    pub(super) fn note(&mut self, note: impl FnOnce() -> String) {
        self.document.notes.push(note);
    }

    /// Reports a row that cannot be read, unless the user accepts it; `row` is its text.
    pub(super) fn unread(&mut self, line: usize, row: &str, why: impl FnOnce() -> String) {
        let code = row.split_whitespace().next().unwrap_or_default();
        self.unread_code(line, &|| quoted(row), code, why);
    }

    fn unread_code(
        &mut self,
        line: usize,
        row: &dyn Fn() -> String,
        code: &str,
        why: impl FnOnce() -> String,
    ) {
        let exception =
            (!self.options.exceptions.is_empty()).then(|| self.options.exceptions.find(&row())).flatten();
        if let Some(exception) = exception {
            self.used_exceptions.insert(exception);
            let (codes, range) = codes_of(code);
            let accepted = &mut self.document.accepted;
            accepted.texts.extend(codes.into_iter().map(String::into_boxed_str));
            accepted.ranges.extend(range);
        } else {
            self.document.unread.push(|| Unread { line, why: why() });
        }
    }

    /// Adds the next row of a table: to the sample, until the roles of the columns are known.
    pub(super) fn push_row(&mut self, table: &mut PageTable, row: PageRow) {
        if self.is_full || row.cells.are_empty() {
            return;
        }
        match &mut table.state {
            State::LeftOut => {}
            State::Sampling(sample) => {
                sample.push(row);
                if sample.is_full() {
                    self.assign_roles(table);
                }
            }
            State::Reading(_) => self.read_row(table, &row),
        }
    }

    /// Ends a table.
    pub(super) fn end_table(&mut self, mut table: PageTable) {
        if let State::Sampling(_) = table.state {
            self.assign_roles(&mut table);
        }
    }

    /// Converts a row of a table whose columns are known to an entry, and stores it.
    pub(super) fn read_row(&mut self, table: &mut PageTable, row: &PageRow) {
        let State::Reading(reading) = &mut table.state else { return };
        // Long tables repeat their headings.
        if reading.headings == row.cells.as_slice() {
            return;
        }
        let is_complete = table.rows_are_complete || self.document.is_exported;
        if !is_complete && let Some(title) = reading.category(row) {
            table.section = heading_text(title).map(Rc::from);
            reading.above.clear();
            return;
        }
        let filled = if is_complete { None } else { reading.fill(&row.cells) };
        let cells = filled.as_ref().unwrap_or(&row.cells);
        if !is_complete {
            reading.above = cells.as_slice().to_vec();
        }
        let entry = self.build_entry(&reading.columns, table.section.as_ref(), row.line, cells);
        let section = entry.as_ref().map_or(table.section.as_ref(), |entry| entry.section.as_ref());
        if !self.options.sections.is_empty()
            && !self.options.sections.selects(section.map_or(&[], std::slice::from_ref), None)
        {
            self.diagnosis.add_unselected_section(section);
            return;
        }
        match entry {
            Err(why) => {
                let code = cells.as_slice().get(reading.code).map_or("", |code| code);
                let shown = || quoted_cells(row.cells.as_slice());
                self.unread_code(row.line, &shown, code, || format!("{why}: {}", shown()));
            }
            Ok(entry) => self.store(entry, reading.index),
        }
    }

    fn store(&mut self, mut entry: Entry, table: u32) {
        let texts = [&entry.name, &entry.symbol, &entry.help, &entry.deprecated].map(Option::as_deref);
        let texts = texts.into_iter().flatten().chain([&*entry.code, &*entry.message]);
        let lengths = texts.chain(entry.columns.iter().map(|(_, value)| &**value)).map(str::len);
        let (count, bytes) = lengths.fold((0, 0), |(count, sum), length| (count + 1, sum + length));
        // An estimate: an entry is stored here and as a row of the declaration, and each of its texts is an allocation.
        if self.reserve_row(entry.line, 290 + 32 * (count + entry.columns.len()), bytes) {
            entry.table = table;
            entry.columns.shrink_to_fit();
            self.document.entries.push(entry);
        }
    }

    /// Reserves memory, and returns whether there was enough.
    pub(super) fn reserve(&mut self, overhead: usize, text: usize) -> bool {
        let memory = self.memory.checked_sub(overhead + text);
        self.memory = memory.unwrap_or(self.memory);
        memory.is_some()
    }

    /// Reserves memory for a row. If a limit is reached, reports that this row and all that follow are left out.
    fn reserve_row(&mut self, line: usize, overhead: usize, text: usize) -> bool {
        let why = if self.document.entries.len() == ROWS {
            "a catalog holds at most 100000 rows"
        } else if text > self.text {
            "a catalog holds at most 14 MiB of text, not counting names"
        } else if !self.reserve(overhead, text) {
            "a file of this size may not use more memory"
        } else {
            self.text -= text;
            return true;
        };
        self.is_full = true;
        self.document
            .unread
            .push(|| Unread { line, why: format!("this row and all that follow are left out: {why}") });
        false
    }

    /// Sorts the rows by line, for formats that find them in another order.
    pub(super) fn sort_by_line(&mut self) {
        self.document.entries.sort_by_key(|entry| entry.line);
    }

    pub(super) fn finish(mut self, file: &str) -> Result<Document> {
        self.diagnosis.check_options(file, self.options, self.tables)?;
        if !self.has_read_table {
            return Err(self.diagnosis.error(file));
        }
        let has_rows = !self.document.entries.is_empty() || !self.document.unread.is_empty();
        if !has_rows && self.used_exceptions.is_empty() {
            self.diagnosis.check_sections(file, self.options)?;
            return Err(Error::NoRows { file: file.to_owned() });
        }
        self.document.entries.shrink_to_fit();
        let mut document = std::mem::take(&mut self.document);
        // Rows whose codes do not fit are reported with the other unreadable rows.
        std::mem::swap(&mut self.document.unread, &mut document.unread);
        std::mem::swap(&mut self.document.accepted, &mut document.accepted);
        convert_codes(&mut document, &mut |line, code, why| self.unread(line, code, || why));
        document.unread = std::mem::take(&mut self.document.unread);
        document.accepted = std::mem::take(&mut self.document.accepted);
        self.document = document;
        self.document.unread.sort_by_key(|unread| unread.line);
        self.document.unused_exceptions = self.options.exceptions.unused(&self.used_exceptions);
        Ok(self.document)
    }
}
