//! The options of reading a table, which are the same for every format and every command.

use super::cells::quoted;
use super::format::FileFormat;
use super::pattern::Pattern;
use super::role::{ColumnOption, Role};
use encoding_rs::Encoding;
use error_catalog_core::syntax::Raw;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The options of reading a file. By default, everything is recognized from the file.
#[derive(Clone, Default)]
pub(crate) struct ReadOptions {
    pub(crate) format: Option<FileFormat>,
    pub(crate) encoding: Option<&'static Encoding>,
    pub(crate) columns: Columns,
    /// Headings of columns to leave out.
    pub(crate) without: Vec<String>,
    pub(crate) tables: Selection,
    pub(crate) sections: Selection,
    /// The type of the codes.
    pub(crate) codes: Option<Raw>,
    /// The language of the messages, if the file has several.
    pub(crate) lang: Option<String>,
    /// The `JSONPath` of the records of a JSON file.
    pub(crate) records: Option<String>,
    /// Patterns of rows, which apply to any format.
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) exceptions: Exceptions,
}

/// The columns as `--columns` assigns them.
#[derive(Clone, Default, Debug)]
pub(crate) enum Columns {
    #[default]
    Recognized,
    /// The role of each column, from left to right.
    InOrder(Vec<Role>),
    /// Roles with the headings of their columns; the other columns are recognized.
    Named(Vec<(Role, String)>),
}

impl Columns {
    /// Collects the items of `--columns`.
    pub(crate) fn new(items: &[ColumnOption]) -> Result<Self, String> {
        if items.is_empty() {
            return Ok(Self::Recognized);
        }
        let count = |role: &Role| items.iter().filter(|item| item.role == *role).count();
        if let Some(item) = items.iter().find(|item| item.role != Role::Skip && count(&item.role) > 1) {
            return Err(match &item.role {
                Role::Code => "--columns must say once which column is the code".to_owned(),
                Role::Message => "--columns must say once which column is the message".to_owned(),
                role => format!("--columns has the role {role:?} twice: give each role to one column"),
            });
        }
        let named = items.iter().filter_map(|item| Some((item.role.clone(), item.heading.clone()?)));
        let named: Vec<(Role, String)> = named.collect();
        if named.len() == items.len() {
            return Ok(Self::Named(named));
        }
        if !named.is_empty() {
            return Err("--columns takes either roles in the order of the columns, or role=heading for each"
                .to_owned());
        }
        for (role, name) in [(Role::Code, "code"), (Role::Message, "message")] {
            // Without a message, a symbol or a name describes the code.
            let has_name = role == Role::Message && count(&Role::Symbol) + count(&Role::Name) > 0;
            if count(&role) != 1 && !has_name {
                return Err(format!("--columns must assign the role {name} to exactly one column"));
            }
        }
        Ok(Self::InOrder(items.iter().map(|item| item.role.clone()).collect()))
    }

    /// Returns the headings that the user names.
    pub(super) fn headings(&self) -> impl Iterator<Item = &String> {
        let named = match self {
            Self::Named(named) => named.as_slice(),
            Self::Recognized | Self::InOrder(_) => &[],
        };
        named.iter().map(|(_, heading)| heading)
    }

    /// Checks whether the user has assigned every column.
    pub(super) fn are_in_order(&self) -> bool {
        matches!(self, Self::InOrder(_))
    }
}

/// Headings that select or exclude tables or sections.
#[derive(Clone, Default, Debug)]
pub(crate) struct Selection {
    pub(crate) with: Vec<String>,
    pub(crate) without: Vec<String>,
}

impl Selection {
    pub(crate) fn is_empty(&self) -> bool {
        self.with.is_empty() && self.without.is_empty()
    }

    /// Checks whether the table or section under these headings is selected. `#2` is the second table of the file.
    pub(super) fn selects(&self, headings: &[Rc<str>], number: Option<usize>) -> bool {
        let is_meant = |option: &String| {
            let wanted = option.trim().to_lowercase();
            let by_number = wanted.strip_prefix('#').and_then(|wanted| wanted.parse().ok());
            by_number.is_some() && by_number == number
                || headings.iter().any(|heading| heading.to_lowercase().contains(&wanted))
        };
        (self.with.is_empty() || self.with.iter().any(is_meant)) && !self.without.iter().any(is_meant)
    }
}

/// Unreadable rows that the user accepts.
#[derive(Clone, Default, Debug)]
pub(crate) struct Exceptions {
    /// The line of the file of exceptions, by the text of the row as messages quote it.
    rows: HashMap<String, usize>,
}

impl Exceptions {
    /// Parses a file of exceptions: the text of a row on each line, with or without its quotes, and comments after `# `.
    pub(crate) fn parse(text: &str) -> Self {
        let lines = text.lines().enumerate().map(|(index, line)| (line.trim(), index + 1));
        let lines = lines.filter(|(line, _)| !line.is_empty() && !line.starts_with("# ") && *line != "#");
        let key = |line: &str| {
            let is_quoted =
                line.len() > 1 && line.starts_with('"') && line.trim_end_matches('…').ends_with('"');
            if is_quoted { unquoted(line) } else { unquoted(&quoted(line)) }
        };
        Self { rows: lines.map(|(line, number)| (key(line), number)).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the line of the exception for the row that messages quote as `quoted`, or `None`.
    pub(super) fn find(&self, quoted: &str) -> Option<usize> {
        self.rows.get(&unquoted(quoted)).copied()
    }

    /// Returns the exceptions that are not among the used ones, in the order of the file.
    pub(super) fn unused(&self, used: &HashSet<usize>) -> Vec<(usize, String)> {
        let unused = self.rows.iter().filter(|(_, line)| !used.contains(line));
        let mut unused: Vec<_> = unused.map(|(row, line)| (*line, row.clone())).collect();
        unused.sort();
        unused
    }
}

/// Returns a quoted row without its quotes and the spaces of empty cells at its ends, which editors remove.
fn unquoted(row: &str) -> String {
    let row = row.trim_end_matches('…');
    let row = row.strip_prefix('"').and_then(|row| row.strip_suffix('"')).unwrap_or(row);
    row.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::Exceptions;

    #[test]
    fn an_exception_is_the_text_of_a_row_with_or_without_quotes() {
        let exceptions =
            Exceptions::parse("# the vendor's ranges\n1004-1006 | a\n\n\"703 |  | \"\n704 |  |\n#5 | b\n");
        for (quoted, line) in [
            ("\"1004-1006 | a\"", Some(2)),
            ("\"703 |  | \"", Some(4)),
            ("\"704 |  | \"", Some(5)),
            ("\"#5 | b\"", Some(6)),
            ("\"1 | c\"", None),
        ] {
            assert_eq!(exceptions.find(quoted), line, "{quoted}");
        }
        assert_eq!(exceptions.unused(&[2, 4, 5].into()), [(6, "#5 | b".to_owned())]);
    }
}
