//! Finds tables of one file that use the same code for different errors, such as contracts that each count from 1.

use super::model::{Document, Entry, TableOrigin};
use crate::error::Error;
use std::collections::{BTreeSet, HashMap};

impl Document {
    /// Checks that no code means different things in two tables. Accepts codes that already have several meanings in
    /// the catalog, and all codes if the user has selected the tables.
    ///
    /// # Errors
    ///
    /// Returns an error that names two tables and the options that select one of them.
    pub(crate) fn check_conflicting_tables(
        &self,
        file: &str,
        is_shared: impl Fn(&str) -> bool,
    ) -> Result<(), Error> {
        if self.tables.len() < 2 || self.tables_are_selected {
            return Ok(());
        }
        let mut first_of: HashMap<&str, &Entry> = HashMap::new();
        let mut codes: BTreeSet<(usize, &str)> = BTreeSet::new();
        let mut tables = None;
        for entry in &self.entries {
            let first = *first_of.entry(&entry.code).or_insert(entry);
            let is_same = first.message == entry.message && first.symbol == entry.symbol;
            if first.table == entry.table || is_same || is_shared(&entry.code) {
                continue;
            }
            let pair = (first.table, entry.table);
            if *tables.get_or_insert(pair) == pair {
                codes.insert((first.line, &entry.code));
            }
        }
        let Some((first, second)) = tables else { return Ok(()) };
        let shown: Vec<&str> = codes.iter().take(3).map(|(_, code)| *code).collect();
        let more = if codes.len() > shown.len() { ", …" } else { "" };
        let [first, second] = [first, second].map(|table| &self.tables[table as usize]);
        let option = self.option(first);
        Err(Error::ConflictingTables {
            file: file.to_owned(),
            codes: shown.join(", ") + more,
            meanings: format!("one thing in {} and another in {}", described(first), described(second)),
            selection: format!(
                "one of the tables with {option}, or both with {option} {}",
                self.option(second)
            ),
        })
    }

    /// Returns the option that selects a table: by its heading, or by its number if another heading contains it.
    fn option(&self, table: &TableOrigin) -> String {
        let heading = |table: &TableOrigin| table.heading.as_deref().map(str::to_lowercase);
        let own = heading(table);
        let is_like = |other: &&TableOrigin| match (heading(other), &own) {
            (Some(other), Some(own)) => other.contains(own.as_str()),
            _ => false,
        };
        match &table.heading {
            Some(heading) if self.tables.iter().filter(is_like).count() == 1 => {
                format!("--table {}", super::cells::quoted(heading))
            }
            _ => format!("--table \"#{}\"", table.number),
        }
    }
}

fn described(table: &TableOrigin) -> String {
    let line = table.line;
    table.heading.as_ref().map_or_else(
        || format!("the table at line {line}"),
        |heading| format!("{} (line {line})", super::cells::quoted(heading)),
    )
}
