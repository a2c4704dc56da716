//! The order of the rows and meanings in the tables, which the module `table` of the runtime reads.

use crate::model::{Catalog, Meaning, Raw, Row};
use crate::perfect_hash::PerfectHash;

/// The rows and meanings by their index in the tables.
pub(super) struct RowOrder<'a> {
    /// The row at each index, or `None` for an empty slot of the hash.
    pub(super) rows: Vec<Option<&'a Row<'a>>>,
    /// The rank of each of these rows in code order. An empty slot repeats the first row.
    pub(super) ranks: Vec<usize>,
    /// The meanings after `or`, each with the index of its row, ascending. They follow the rows.
    pub(super) later: Vec<(usize, &'a Meaning<'a>)>,
    /// The row and the meaning at each index.
    pub(super) by_index: Vec<Option<(&'a Row<'a>, &'a Meaning<'a>)>>,
}

impl<'a> RowOrder<'a> {
    /// Orders the rows of an integer catalog as the slots of `codes`, the perfect hash of the codes.
    pub(super) fn of(catalog: &'a Catalog<'a>, codes: &PerfectHash) -> Self {
        let rows = &catalog.rows;
        let ranks: Vec<Option<usize>> = match catalog.raw {
            Raw::Int(_) => codes.slots.clone(),
            Raw::Str => (0..rows.len()).map(Some).collect(),
        };
        let rows: Vec<Option<&Row<'_>>> = ranks.iter().map(|rank| rank.map(|rank| &rows[rank])).collect();
        let mut later = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let Some(row) = row else { continue };
            later.extend(row.meanings[1..].iter().map(|meaning| (index, meaning)));
        }
        let ranks = ranks.into_iter().map(Option::unwrap_or_default).collect();
        let mut by_index: Vec<_> = rows.iter().map(|row| row.map(|row| (row, &row.meanings[0]))).collect();
        by_index.extend(later.iter().map(|(row, meaning)| rows[*row].map(|row| (row, *meaning))));
        Self { rows, ranks, later, by_index }
    }

    /// Returns the rank of the row that the meaning belongs to.
    pub(super) fn rank(&self, meaning: usize) -> usize {
        let row = meaning.checked_sub(self.rows.len()).map_or(meaning, |later| self.later[later].0);
        self.ranks[row]
    }

    /// Returns the meanings, each with its index.
    pub(super) fn meanings(&self) -> impl Iterator<Item = (usize, &'a Meaning<'a>)> + '_ {
        self.by_index
            .iter()
            .enumerate()
            .filter_map(|(index, found)| found.map(|(_, meaning)| (index, meaning)))
    }
}
