//! Decides the roles of a table's columns from its first rows, its headings and the options of the user.

use super::cells::{Cells, quoted, quoted_cells};
use super::code_cell::unquoted;
use super::decorated_integer::number;
use super::diagnosis::columns_by_values;
use super::export_headings;
use super::heading::{self, Recognized};
use super::model::TableOrigin;
use super::options::Columns;
use super::page_table::{ColumnNames, PageRow, PageTable, Reading, RowKind, State};
use super::role::{Role, is_heading};
use super::rows::{Rows, heading_text};
use error_catalog_core::syntax::Raw;
use std::rc::Rc;

impl Rows<'_> {
    /// Decides the roles of a table's columns, and converts the rows that were stored until then.
    pub(super) fn assign_roles(&mut self, table: &mut PageTable) {
        let State::Sampling(sample) = std::mem::replace(&mut table.state, State::LeftOut) else { return };
        let mut rows = sample.rows.into_iter().peekable();
        // A cell across the table above its headings is its title.
        while let Some(title) = rows.next_if(|row| row.kind == RowKind::Spanning) {
            let title = title.cells.as_slice().first().and_then(|title| heading_text(title));
            table.section = title.map(Rc::from).or(table.section.take());
        }
        let Some(mut first) = rows.next() else { return };
        let mut rows: Vec<PageRow> = rows.collect();
        let is_in_order = self.options.columns.are_in_order();
        if !is_in_order
            && let Some(second) = rows.first()
            && let Some(both) = heading::second(first.cells.as_slice(), second.cells.as_slice())
        {
            first.cells = both.into_iter().collect();
            first.kind = RowKind::Headings;
            rows.remove(0);
        }
        if table.names == ColumnNames::Missing
            && let Some(headings) = headings_by_values(&first, &rows)
        {
            rows.insert(0, std::mem::replace(&mut first, headings));
        }
        let cells = rows.iter().filter(|row| row.kind == RowKind::Plain).map(|row| &row.cells);
        let mut assigned = self.assigned(first.cells.as_slice());
        if table.names != ColumnNames::Headings {
            let named = first.cells.as_slice().iter().map(|name| name.parse().ok());
            assigned = assigned.into_iter().zip(named).map(|(role, name)| role.or(name)).collect();
        }
        let recognized = heading::recognize(first.cells.as_slice(), &assigned, &cells);
        let has_known_headings = recognized.is_some();
        let mut roles = match (&self.options.columns, recognized) {
            (Columns::InOrder(roles), _) => roles.clone(),
            (_, Some(recognized)) => self.report_rival(first.line, first.cells.as_slice(), recognized),
            (_, None) => return self.leave_out(&first, &rows),
        };
        let code = roles.iter().position(|role| *role == Role::Code).unwrap_or_default();
        let has_headings = if first.kind == RowKind::Headings || has_known_headings || !is_in_order {
            Some(true)
        } else {
            heading::has_headings(&first.cells, code, cells.clone())
        };
        if has_headings.is_none() {
            let line = first.line;
            self.note(|| format!("line {line}: the first row is read as data; if it has headings, name them, as in --columns code=…"));
        }
        let has_headings = has_headings == Some(true);
        roles.truncate(Cells::WIDEST);
        let integers = cells.clone().filter_map(|cells| cells.as_slice().get(code));
        let (filled, integers) =
            integers.filter(|cell| !cell.trim().is_empty()).fold((0, 0), |(all, some), cell| {
                (all + 1, some + usize::from(number(unquoted(cell.trim())).is_some()))
            });
        self.add_roles(&first, &roles, has_headings);
        let name = |role: Role| {
            let name = role.column_name().map(Rc::from);
            (role, name)
        };
        self.document.tables.push(TableOrigin {
            number: table.number,
            line: first.line,
            heading: table.heading.clone(),
        });
        table.state = State::Reading(Box::new(Reading {
            headings: if has_headings { first.cells.as_slice().to_vec() } else { Vec::new() },
            columns: roles.into_iter().map(name).collect(),
            code,
            has_integers: 2 * integers >= filled.max(1),
            index: u32::try_from(self.document.tables.len() - 1).unwrap_or(u32::MAX),
            above: Vec::new(),
        }));
        if !has_headings {
            self.read_row(table, &first);
        }
        for row in rows {
            self.push_row(table, row);
        }
    }

    /// Returns the roles that the user assigns to the columns of a table by their headings.
    pub(super) fn assigned(&self, headings: &[Rc<str>]) -> Vec<Option<Role>> {
        let named = match &self.options.columns {
            Columns::Named(named) => named.as_slice(),
            Columns::Recognized | Columns::InOrder(_) => &[],
        };
        let is_here = |(_, name): &(Role, String)| headings.iter().any(|heading| is_heading(heading, name));
        // The option describes another table if this one lacks one of its columns.
        let named = if named.iter().all(is_here) { named } else { &[] };
        let assigned = |heading: &Rc<str>| {
            let role = named.iter().find(|(_, name)| is_heading(heading, name)).map(|(role, _)| role.clone());
            let is_left_out = self.options.without.iter().any(|without| is_heading(heading, without));
            role.or(is_left_out.then_some(Role::Skip))
        };
        headings.iter().map(assigned).collect()
    }

    /// Reports which of two columns is read as the code.
    fn report_rival(&mut self, line: usize, headings: &[Rc<str>], recognized: Recognized) -> Vec<Role> {
        let Recognized { roles, rival } = recognized;
        let code = roles.iter().position(|role| *role == Role::Code).and_then(|code| headings.get(code));
        if let Some((rival, code)) = rival.and_then(|rival| headings.get(rival)).zip(code) {
            self.note(|| {
                let (code, rival) = (quoted(code), quoted(rival));
                format!("line {line}: the codes are read from the column {code}; to read them from {rival}, write --columns code={rival}")
            });
        }
        roles
    }

    /// Reports a table that has no codes, and stores it for the error if no table has any.
    fn leave_out(&mut self, first: &PageRow, rows: &[PageRow]) {
        let (line, headings) = (first.line, quoted_cells(first.cells.as_slice()));
        self.diagnosis.add_unrecognized(first, rows);
        self.diagnosis.add_headings(line, first.cells.as_slice(), self.options);
        self.note(|| {
            format!("line {line}: the table with the headings {headings} is left out: it has no columns for codes and messages")
        });
    }

    /// Adds the roles of a table to those of the document, and reports the columns that are left out.
    fn add_roles(&mut self, first: &PageRow, roles: &[Role], has_headings: bool) {
        let line = first.line;
        self.has_read_table = true;
        self.document.is_exported = roles.contains(&Role::SectionName);
        if self.document.is_exported && export_headings::codes_are_texts(first.cells.as_slice()) {
            self.document.codes.get_or_insert(Raw::Str);
        }
        if has_headings {
            self.diagnosis.add_headings(line, first.cells.as_slice(), self.options);
        }
        if !roles.contains(&Role::Message) {
            self.note(|| {
                format!(
                    "line {line}: the table has no column of messages: its symbols or names are used instead"
                )
            });
        }
        let restores_display = roles.contains(&Role::Display);
        for (column, role) in roles.iter().enumerate() {
            let heading = first.cells.as_slice().get(column).map_or("", |heading| heading.trim());
            if *role == Role::Skip {
                let mut names = self.options.columns.headings().chain(&self.options.without);
                let is_wanted =
                    self.options.columns.are_in_order() || names.any(|name| is_heading(heading, name));
                let is_restored = restores_display && heading == export_headings::PRINTED;
                if !is_wanted && !is_restored && !heading.is_empty() && !heading::can_be_left_out(heading) {
                    self.note(|| {
                        let heading = quoted(heading);
                        format!(
                            "line {line}: the column {heading} is left out; assign its role with --columns"
                        )
                    });
                }
            } else if !self.known_roles.contains(role) && self.reserve(200, 2 * heading.len()) {
                self.known_roles.insert(role.clone());
                self.document.roles.push(role.clone());
            }
        }
    }
}

/// Returns headings for rows that have none, by the values of their columns.
fn headings_by_values(first: &PageRow, rows: &[PageRow]) -> Option<PageRow> {
    let (code, message) = columns_by_values(first, rows)?;
    let width = rows.iter().chain([first]).map(|row| row.cells.len()).max()?;
    // The term of a definition is its symbol, unless it is the code.
    let last = (0..width).rev().find(|column| *column != code)?;
    let message = if code == 0 { message } else { last };
    let has_words = |column: &usize| {
        let cells = rows.iter().chain([first]).filter_map(|row| row.cells.as_slice().get(*column));
        *column != code && *column != message && cells.clone().all(|cell| !cell.contains(' '))
    };
    let symbol = (0..width).find(has_words);
    let heading = |column: usize| match column {
        _ if column == code => "code".to_owned(),
        _ if column == message => "message".to_owned(),
        _ if Some(column) == symbol => "symbol".to_owned(),
        _ => format!("column_{}", column + 1),
    };
    Some(PageRow::headings(first.line, (0..width).map(heading).collect()))
}
