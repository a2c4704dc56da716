//! From cells to entries: which column is what, and which rows cannot be read.

use super::entry::{Document, Entry, Unread};
use super::grid::{Found, Grid, one_line};
use super::heading::{self, Role};
use super::integer::integer;
use crate::error::{Error, Result};

pub(super) fn read(grids: Found, columns: Option<&[Role]>, file: &str) -> Result<Document> {
    let mut document = Document { title: grids.title, unread: grids.unread, ..Document::default() };
    let first_heading = grids.grids.first().map(|grid| grid.heading.clone());
    let mut read_any = false;
    for grid in grids.grids {
        let sample = grid.rows.first().map_or(&[][..], |(_, cells)| cells);
        let recognised = heading::roles(&grid.heading.1, sample);
        let Some(roles) = columns.map(<[Role]>::to_vec).or_else(|| recognised.clone()) else {
            document.notes.push(format!(
                "line {}: the table headed {} is left out, for it has no columns that say code and message",
                grid.heading.0,
                quoted(&grid.heading.1)
            ));
            continue;
        };
        read_any = true;
        document.read(grid, &roles, columns.is_some(), recognised.is_some());
    }
    if !read_any {
        return Err(match first_heading {
            Some((line, headings)) => {
                Error::NoColumns { file: file.to_owned(), line, headings: quoted(&headings) }
            }
            None => Error::NoTable { file: file.to_owned() },
        });
    }
    document.unread.sort_by_key(|unread| unread.line);
    if document.entries.is_empty() && document.unread.is_empty() {
        return Err(Error::NoRows { file: file.to_owned() });
    }
    document.settle_codes();
    Ok(document)
}

impl Document {
    fn read(&mut self, grid: Grid, roles: &[Role], given: bool, has_headings: bool) {
        for (column, role) in roles.iter().enumerate() {
            if *role != Role::Skip && !self.roles.contains(role) {
                self.roles.push(role.clone());
            }
            let heading = grid.heading.1.get(column).map_or("", |heading| heading.trim());
            if *role == Role::Skip && !given && !heading.is_empty() && heading != "catalog" {
                self.notes.push(format!(
                    "line {}: the column {heading:?} is left out; say what it is with --columns",
                    grid.heading.0
                ));
            }
        }
        // Where the user says what the columns are, the first line may be a row already.
        let first = (!has_headings).then_some(grid.heading);
        for (line, cells) in first.into_iter().chain(grid.rows) {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            match entry(line, &cells, roles, grid.section.as_deref()) {
                Ok(entry) => self.entries.push(entry),
                Err(why) => self.unread.push(Unread { line, why: format!("{why}: {}", quoted(&cells)) }),
            }
        }
    }

    /// Decides whether the codes are integers or texts. They are integers if any can only be one, and then a row
    /// with another code cannot be read.
    fn settle_codes(&mut self) {
        let looks_like_text = |entry: &Entry| {
            entry.code.len() > 1 && entry.code.starts_with('0') && !entry.code.contains(['x', 'X'])
        };
        let integers = self.entries.iter().any(|entry| integer(&entry.code).is_some());
        if !integers || self.entries.iter().any(looks_like_text) {
            return;
        }
        let (entries, others): (Vec<Entry>, Vec<Entry>) =
            self.entries.drain(..).partition(|entry| integer(&entry.code).is_some());
        self.entries = entries;
        for entry in &mut self.entries {
            if let Some(code) = integer(&entry.code) {
                entry.code = code.to_string();
            }
        }
        self.unread.extend(others.iter().map(|entry| Unread {
            line: entry.line,
            why: format!("{:?} is no integer of up to 64 bits, as the other codes are", entry.code),
        }));
        self.unread.sort_by_key(|unread| unread.line);
    }
}

fn entry(
    line: usize,
    cells: &[String],
    roles: &[Role],
    section: Option<&str>,
) -> std::result::Result<Entry, String> {
    if let Some(more) = cells.get(roles.len()..)
        && more.iter().any(|cell| !cell.trim().is_empty())
    {
        return Err(format!("it has {} cells under {} headings", cells.len(), roles.len()));
    }
    let mut entry = Entry { line, section: section.map(str::to_owned), ..Entry::default() };
    for (role, cell) in roles.iter().zip(cells) {
        let text = match role {
            Role::Skip => continue,
            _ if cell.contains(['\n', '\r', '\t']) => one_line(cell),
            _ => cell.trim().to_owned(),
        };
        if let Some(control) = text.chars().find(|c| c.is_control()) {
            return Err(format!("it has a control character ({})", control.escape_unicode()));
        }
        // A dash is how tables write that there is nothing.
        let given = Some(text.clone()).filter(|text| !text.is_empty() && text != "-");
        match role {
            Role::Code => entry.code = given.unwrap_or_default(),
            Role::Message => entry.message = given.unwrap_or_default(),
            Role::Name => entry.name = given,
            Role::Symbol => entry.symbol = given,
            Role::Help => entry.help = given,
            Role::Section => entry.section = given.or(entry.section),
            Role::Deprecated => entry.deprecated = given,
            Role::Column(name) => entry.columns.push((name.clone(), given.unwrap_or_default())),
            Role::Skip => {}
        }
    }
    if entry.code.is_empty() {
        Err("it has no code".to_owned())
    } else if entry.message.is_empty() {
        Err("it has no message".to_owned())
    } else {
        Ok(entry)
    }
}

/// Cells as a message quotes them, however long they are.
fn quoted(cells: &[String]) -> String {
    const LONGEST: usize = 100;
    let text = cells.iter().map(|cell| cell.trim()).collect::<Vec<_>>().join(" | ");
    if text.chars().count() > LONGEST {
        format!("{:?}…", text.chars().take(LONGEST).collect::<String>())
    } else {
        format!("{text:?}")
    }
}
