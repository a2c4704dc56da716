//! From cells to entries, a row at a time as a form finds them, so that of a file no more is kept than what it says:
//! which column is what, which rows cannot be read, and how much a file may say.

use super::cell_text::{self, Cell};
use super::cells::{Cells, one_line, quoted, quoted_cells};
use super::code_cell::settle;
use super::column_role::Role;
use super::heading;
use super::model::{Document, Entry, Section, Unread};
use crate::error::{Error, Result};
use std::collections::HashSet;
use std::rc::Rc;

/// As many rows as a catalog holds.
const ROWS: usize = 100_000;
/// As much text as a catalog holds, less the names of its rows.
const TEXT: usize = 14 << 20;

/// The tables of a file, read.
pub(super) struct Rows<'a> {
    /// What the columns are, if the user says so.
    given: Option<&'a [Role]>,
    document: Document,
    known_roles: HashSet<Role>,
    /// The first line of headings, for the error that names them.
    first: Option<(usize, String)>,
    read_any: bool,
    text: usize,
    /// Bytes of memory that rows may still take.
    memory: usize,
    /// Where it became too much.
    full: bool,
}

/// A table that is being read.
pub(super) struct Table {
    section: Option<Rc<str>>,
    heading: Option<(usize, Vec<Rc<str>>)>,
    columns: Columns,
}

enum Columns {
    /// The next row tells.
    Unknown,
    Known(Vec<(Role, Option<Rc<str>>)>),
    /// No column is the code or the message.
    LeftOut,
}

/// A heading as a title or a section's: on one line, clean, and no longer than a text can be.
pub(super) fn heading_text(text: &str) -> Option<String> {
    cell_text::clean(&one_line(text)).ok().map(|text| text.0).filter(|text| !text.is_empty())
}

impl Table {
    pub(super) fn under(section: Option<&Rc<str>>) -> Self {
        Self { section: section.cloned(), heading: None, columns: Columns::Unknown }
    }

    /// A heading between its rows.
    pub(super) fn enter(&mut self, section: Rc<str>) {
        self.section = Some(section);
    }
}

impl<'a> Rows<'a> {
    /// Rows that take so many bytes of memory at most.
    pub(super) fn within(memory: usize, given: Option<&'a [Role]>) -> Self {
        Self {
            given,
            document: Document::default(),
            known_roles: HashSet::new(),
            first: None,
            read_any: false,
            text: TEXT,
            memory,
            full: false,
        }
    }

    /// What the page calls itself; its first heading goes before its `<title>`.
    pub(super) fn title(&mut self, title: &str, is_better: bool) {
        if is_better || self.document.title.is_none() {
            self.document.title = heading_text(title);
        }
    }

    pub(super) fn note(&mut self, note: impl FnOnce() -> String) {
        self.document.notes.push(note);
    }

    pub(super) fn unread(&mut self, line: usize, why: impl FnOnce() -> String) {
        self.document.unread.push(|| Unread { line, why: why() });
    }

    /// Takes the next row of a table, whose first is its headings.
    pub(super) fn row(&mut self, table: &mut Table, line: usize, cells: &Cells) {
        if self.full || cells.are_empty() {
            return;
        }
        let Some((heading_line, heading)) = &table.heading else {
            self.first.get_or_insert_with(|| (line, quoted_cells(cells.as_slice())));
            table.heading = Some((line, cells.as_slice().to_vec()));
            return;
        };
        if matches!(table.columns, Columns::Unknown) {
            let second = heading::second(heading, cells.as_slice()).filter(|_| self.given.is_none());
            if let Some(both) = second {
                table.heading = Some((*heading_line, both));
                return self.know(table, &[]);
            }
            self.know(table, cells.as_slice());
        }
        // Pages repeat their headings, as a table is printed.
        let repeated = table.heading.as_ref().is_some_and(|(_, heading)| heading == cells.as_slice());
        if !repeated && let Columns::Known(columns) = &table.columns {
            self.keep(columns, table.section.as_ref(), line, cells);
        }
    }

    /// The end of a table.
    pub(super) fn end(&mut self, mut table: Table) {
        if table.heading.is_some() && matches!(table.columns, Columns::Unknown) {
            self.know(&mut table, &[]);
        }
    }

    /// Settles what the columns are, for which the first row is a sample.
    fn know(&mut self, table: &mut Table, sample: &[Rc<str>]) {
        let Some((line, heading)) = &table.heading else { return };
        let recognised = heading::roles(heading, sample);
        let has_headings = recognised.is_some();
        let Some(roles) = self.given.map(<[Role]>::to_vec).or(recognised) else {
            self.document.notes.push(|| {
                let heading = quoted_cells(heading);
                format!("line {line}: the table headed {heading} is left out, for it has no columns that say code and message")
            });
            table.columns = Columns::LeftOut;
            return;
        };
        self.read_any = true;
        self.document.is_exported = roles.contains(&Role::SectionName);
        for (column, role) in roles.iter().enumerate() {
            let heading = heading.get(column).map_or("", |heading| heading.trim());
            if *role == Role::Skip {
                if self.given.is_none() && !heading.is_empty() && !heading::is_no_loss(heading) {
                    self.document.notes.push(|| {
                        let heading = quoted(heading);
                        format!(
                            "line {line}: the column {heading} is left out; say what it is with --columns"
                        )
                    });
                }
            } else if !self.known_roles.contains(role) && self.takes(200, 2 * heading.len()) {
                self.known_roles.insert(role.clone());
                self.document.roles.push(role.clone());
            }
        }
        let name = |role: Role| match &role {
            Role::Column(name) => (role.clone(), Some(Rc::from(name.as_str()))),
            _ => (role, None),
        };
        let columns: Vec<_> = roles.into_iter().map(name).collect();
        // Where the user says what the columns are, the first line may be a row already.
        if !has_headings {
            let cells = heading.iter().cloned().collect();
            self.keep(&columns, table.section.as_ref(), *line, &cells);
        }
        table.columns = Columns::Known(columns);
    }

    fn keep(
        &mut self,
        columns: &[(Role, Option<Rc<str>>)],
        section: Option<&Rc<str>>,
        line: usize,
        cells: &Cells,
    ) {
        match self.entry(columns, section, line, cells) {
            Err(why) => self.unread(line, || format!("{why}: {}", quoted_cells(cells.as_slice()))),
            Ok(mut entry) => {
                let texts =
                    [&entry.name, &entry.symbol, &entry.help, &entry.deprecated].map(Option::as_deref);
                let texts = texts.into_iter().flatten().chain([&*entry.code, &*entry.message]);
                let lengths = texts.chain(entry.columns.iter().map(|(_, value)| &**value)).map(str::len);
                let (count, bytes) = lengths.fold((0, 0), |(count, sum), length| (count + 1, sum + length));
                // Measured: what an entry takes here and in a declaration, and what the allocator adds to a text.
                if self.takes_row(line, 290 + 32 * (count + entry.columns.len()), bytes) {
                    entry.columns.shrink_to_fit();
                    self.document.entries.push(entry);
                }
            }
        }
    }

    fn entry(
        &mut self,
        columns: &[(Role, Option<Rc<str>>)],
        section: Option<&Rc<str>>,
        line: usize,
        cells: &Cells,
    ) -> std::result::Result<Entry, String> {
        let more = cells.as_slice().get(columns.len()..).unwrap_or_default();
        if cells.are_too_many() {
            return Err(format!("it has more than {} cells", Cells::WIDEST));
        } else if more.iter().any(|cell| !cell.trim().is_empty()) {
            return Err(format!("it has {} cells under {} headings", cells.len(), columns.len()));
        }
        let mut entry = Entry { line, section: section.cloned(), ..Entry::default() };
        let is_exported = columns.iter().any(|(role, _)| *role == Role::SectionName);
        let mut cleaned = Vec::new();
        let mut section_name = None;
        let mut titles = Vec::new();
        for ((role, name), cell) in columns.iter().zip(cells.as_slice()) {
            if *role == Role::Skip {
                continue;
            }
            let Cell { text, left_out } = cell_text::read(cell)?;
            cleaned.extend(left_out);
            // A dash is how tables write that there is nothing.
            let given = Some(text).filter(|text| !text.is_empty() && (is_exported || text != "-"));
            let given = given.map(String::into_boxed_str);
            match role {
                Role::Code => entry.code = given.unwrap_or_default(),
                Role::Message => entry.message = given.unwrap_or_default(),
                Role::Name => entry.name = given,
                Role::Symbol => entry.symbol = given,
                Role::Help => entry.help = given,
                Role::Section => entry.section = given.map(|title| self.shared(&title)).or(entry.section),
                Role::Deprecated => entry.deprecated = given,
                Role::Success => entry.is_success = given.as_deref() == Some("true"),
                Role::SectionName => section_name = given,
                Role::SectionIn(lang) => titles.extend(given.map(|title| (lang.as_str().into(), title))),
                Role::Title => self.document.title = given.map(String::from),
                Role::Source => self.document.source = given.map(String::from),
                Role::Lang => self.document.lang = given.map(String::from),
                Role::Column(_) => {
                    entry.columns.extend(name.clone().zip(given));
                }
                Role::Skip => {}
            }
        }
        entry.columns.shrink_to_fit();
        if !is_exported {
            super::code_cell::read(&mut entry)?;
        } else if entry.code.is_empty() {
            return Err("it has no code".to_owned());
        }
        if entry.message.is_empty() {
            return Err("it has no message".to_owned());
        }
        if let Some((title, name)) = entry.section.clone().zip(section_name)
            && !self.document.sections.contains_key(&title)
            && self.takes(
                500,
                name.len() + titles.iter().map(|(_, title): &(_, Box<str>)| title.len()).sum::<usize>(),
            )
        {
            self.document.sections.insert(title, Section { name, titles });
        }
        for character in cleaned {
            self.document.cleaned += 1;
            self.document.notes.push(|| {
                format!("line {line}: an invisible character ({}) is left out", character.escape_unicode())
            });
        }
        Ok(entry)
    }

    /// The title of a section, one copy for all rows that follow each other in it.
    fn shared(&self, title: &str) -> Rc<str> {
        let last = self.document.entries.last().and_then(|entry| entry.section.as_ref());
        last.filter(|section| ***section == *title).cloned().unwrap_or_else(|| title.into())
    }

    /// Whether there is room for so much. Where there is none, all that follows is left out.
    fn takes(&mut self, overhead: usize, text: usize) -> bool {
        let memory = self.memory.checked_sub(overhead + text);
        self.memory = memory.unwrap_or(self.memory);
        memory.is_some()
    }

    fn takes_row(&mut self, line: usize, overhead: usize, text: usize) -> bool {
        let why = if self.document.entries.len() == ROWS {
            "a catalog holds 100000 rows"
        } else if text > self.text {
            "a catalog holds 16 MB of text"
        } else if !self.takes(overhead, text) {
            "they take more memory than a file of this size may"
        } else {
            self.text -= text;
            return true;
        };
        self.full = true;
        self.unread(line, || format!("this row and all that follow are left out, for {why}"));
        false
    }

    /// The rows in the order of their lines, where a form finds them in another.
    pub(super) fn sort(&mut self) {
        self.document.entries.sort_by_key(|entry| entry.line);
    }

    pub(super) fn finish(mut self, file: &str) -> Result<Document> {
        if !self.read_any {
            let file = file.to_owned();
            return Err(match self.first {
                Some((line, headings)) => Error::NoColumns { file, line, headings },
                None => Error::NoTable { file },
            });
        }
        if self.document.entries.is_empty() && self.document.unread.is_empty() {
            return Err(Error::NoRows { file: file.to_owned() });
        }
        self.document.entries.shrink_to_fit();
        settle(&mut self.document);
        self.document.unread.sort_by_key(|unread| unread.line);
        Ok(self.document)
    }
}
