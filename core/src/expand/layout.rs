//! Where every row and every text stands in the tables, which the module `table` of the runtime reads.

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
    /// Every place with its row and its meaning; neither at an empty place.
    pub(super) places: Vec<Option<(&'a Row<'a>, &'a Meaning<'a>)>>,
}

impl<'a> Layout<'a> {
    /// `codes` is the perfect hash of the codes, in whose slots the rows of an integer catalog stand.
    pub(super) fn of(catalog: &'a Catalog<'a>, codes: &Lookup) -> Self {
        let rows = &catalog.rows;
        let ranks: Vec<Option<usize>> = match catalog.raw {
            Raw::Int(_) => codes.slots.clone(),
            Raw::Str => (0..rows.len()).map(Some).collect(),
        };
        let rows: Vec<Option<&Row<'_>>> = ranks.iter().map(|rank| rank.map(|rank| &rows[rank])).collect();
        let mut later = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let Some(row) = row else { continue };
            later.extend(row.meanings[1..].iter().map(|meaning| (place, meaning)));
        }
        let ranks = ranks.into_iter().map(Option::unwrap_or_default).collect();
        let mut places: Vec<_> = rows.iter().map(|row| row.map(|row| (row, &row.meanings[0]))).collect();
        places.extend(later.iter().map(|(place, meaning)| rows[*place].map(|row| (row, *meaning))));
        Self { rows, ranks, later, places }
    }

    /// The rank of the row that the meaning at a place belongs to.
    pub(super) fn rank(&self, place: usize) -> usize {
        let row = place.checked_sub(self.rows.len()).map_or(place, |later| self.later[later].0);
        self.ranks[row]
    }

    pub(super) fn meanings(&self) -> impl Iterator<Item = (usize, &'a Meaning<'a>)> + '_ {
        self.places.iter().enumerate().filter_map(|(place, found)| found.map(|(_, meaning)| (place, meaning)))
    }
}
