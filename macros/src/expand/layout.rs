//! Where every row and every text stands in the tables, which `private/table.rs` of the runtime reads.

use crate::lookup::Lookup;
use crate::model::{Catalog, Meaning, Raw, Row};

/// Where everything stands in the tables. See `table.rs` of the runtime, which reads them.
pub(super) struct Layout<'a> {
    /// For each place of a row, the row; `None` at an empty place.
    pub(super) rows: Vec<Option<&'a Row<'a>>>,
    /// For each place of a row, its rank in code order; an empty place repeats the first row.
    pub(super) ranks: Vec<usize>,
    /// The meanings behind the rows, each with the place of its row. Ascending.
    pub(super) later: Vec<(usize, &'a Meaning<'a>)>,
}

impl<'a> Layout<'a> {
    /// `codes` is the perfect hash of the codes, in whose slots the rows of an integer catalog stand.
    pub(super) fn of(catalog: &'a Catalog<'a>, codes: &Lookup) -> Self {
        let rows = &catalog.rows;
        let ranks: Vec<Option<usize>> = match catalog.raw {
            Raw::Int(_) => codes.slots.clone(),
            Raw::Str => (0..rows.len()).map(Some).collect(),
        };
        let placed: Vec<Option<&Row<'_>>> = ranks.iter().map(|rank| rank.map(|rank| &rows[rank])).collect();
        let later = placed
            .iter()
            .enumerate()
            .flat_map(|(place, row)| {
                row.iter().flat_map(move |row| row.meanings[1..].iter().map(move |it| (place, it)))
            })
            .collect();
        let ranks = ranks.into_iter().map(Option::unwrap_or_default).collect();
        Self { rows: placed, ranks, later }
    }

    /// Every place with its row and its meaning; neither at an empty place.
    pub(super) fn places(&self) -> impl Iterator<Item = Option<(&'a Row<'a>, &'a Meaning<'a>)>> + '_ {
        let first = self.rows.iter().map(|row| row.map(|row| (row, &row.meanings[0])));
        let later = self.later.iter().map(|(place, meaning)| self.rows[*place].map(|row| (row, *meaning)));
        first.chain(later)
    }

    /// The rank of the row that the meaning at a place belongs to.
    pub(super) fn rank(&self, place: usize) -> usize {
        let row = place.checked_sub(self.rows.len()).map_or(place, |later| self.later[later].0);
        self.ranks[row]
    }

    pub(super) fn meanings(&self) -> impl Iterator<Item = (usize, &'a Meaning<'a>)> + '_ {
        self.places().enumerate().filter_map(|(place, found)| found.map(|(_, meaning)| (place, meaning)))
    }
}
