//! Converts the cells of a row to an entry, by the roles of their columns.

use super::cell_text::{self, Cell};
use super::cells::Cells;
use super::code_cell;
use super::decorated_integer::number;
use super::model::{Entry, Section};
use super::role::Role;
use super::rows::Rows;
use std::rc::Rc;

/// The columns of a table: the role of each, and its name if it becomes a column of the catalog.
type Roles<'a> = &'a [(Role, Option<Rc<str>>)];

impl Rows<'_> {
    /// Converts a row to an entry; the error names what is wrong with it.
    pub(super) fn build_entry(
        &mut self,
        columns: Roles<'_>,
        section: Option<&Rc<str>>,
        line: usize,
        cells: &Cells,
    ) -> Result<Entry, String> {
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
            // Tables write a dash for a missing text.
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
                Role::Display => self.document.display = given.map(String::from),
                Role::Column(_) | Role::Translation(_) => {
                    entry.columns.extend(name.clone().zip(given));
                }
                Role::Skip => {}
            }
        }
        entry.columns.shrink_to_fit();
        if !is_exported {
            code_cell::read(&mut entry, self.options.codes)?;
        } else if entry.code.is_empty() {
            return Err("it has no code".to_owned());
        }
        self.complete_message(&mut entry, columns)?;
        if let Some((title, name)) = entry.section.clone().zip(section_name)
            && !self.document.sections.contains_key(&title)
            && self.reserve(
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

    /// Uses the symbol or the name of a row as its message, if it has none.
    fn complete_message(&mut self, entry: &mut Entry, columns: Roles<'_>) -> Result<(), String> {
        if !entry.message.is_empty() {
            return Ok(());
        }
        let gloss = || number(&entry.code).and_then(|number| number.gloss.map(Box::from));
        let name = entry.symbol.clone().or_else(|| entry.name.clone()).or_else(gloss);
        entry.message = name.ok_or("it has no message")?;
        entry.is_message_from_name = true;
        // If the table has no column of messages, one report for the whole table suffices.
        if columns.iter().any(|(role, _)| *role == Role::Message) {
            let Entry { line, code, message, .. } = entry;
            self.document
                .notes
                .push(|| format!("line {line}: code {code} has no message: {message} is used instead"));
        }
        Ok(())
    }

    /// Returns the title of a section, one copy for all rows that follow each other in it.
    fn shared(&self, title: &str) -> Rc<str> {
        let last = self.document.entries.last().and_then(|entry| entry.section.as_ref());
        last.filter(|section| ***section == *title).cloned().unwrap_or_else(|| title.into())
    }
}
