//! A table while it is read: its first rows are stored until they show the roles of its columns.

use super::cells::Cells;
use super::decorated_integer::number;
use super::role::Role;
use std::rc::Rc;

/// A row as its format delivers it.
#[derive(Debug)]
pub(super) struct PageRow {
    pub(super) line: usize,
    pub(super) cells: Cells,
    pub(super) kind: RowKind,
}

/// The kind of a row, as far as its format shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RowKind {
    /// Headings or values.
    Plain,
    /// Certainly headings.
    Headings,
    /// One cell across all columns.
    Spanning,
}

impl PageRow {
    pub(super) fn plain(line: usize, cells: Cells) -> Self {
        Self { line, cells, kind: RowKind::Plain }
    }

    pub(super) fn headings(line: usize, cells: Cells) -> Self {
        Self { line, cells, kind: RowKind::Headings }
    }
}

/// A table that is being read.
pub(super) struct PageTable {
    /// Its number in the file, counted from 1.
    pub(super) number: usize,
    /// The heading of the section that its rows are in.
    pub(super) section: Option<Rc<str>>,
    /// Its caption, or else the nearest heading above it; `--table` selects by it.
    pub(super) heading: Option<Rc<str>>,
    /// True if each row is complete, as a JSON object is: no cell continues the one above.
    pub(super) rows_are_complete: bool,
    pub(super) names: ColumnNames,
    pub(super) state: State,
}

/// How the columns of a table are named.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum ColumnNames {
    /// By headings, which are among the rows.
    #[default]
    Headings,
    /// By their roles.
    Roles,
    /// The columns have no names, so their values decide.
    Missing,
}

pub(super) enum State {
    /// Rows are stored until the roles of the columns are known.
    Sampling(Sample),
    Reading(Box<Reading>),
    /// The table is not selected, or has no column with codes.
    LeftOut,
}

/// The first rows of a table.
#[derive(Default)]
pub(super) struct Sample {
    pub(super) rows: Vec<PageRow>,
    size: usize,
}

impl Sample {
    /// The number of rows that show the roles of the columns.
    const ROWS: usize = 200;
    /// The limit of their cells in bytes.
    const SIZE: usize = 512 << 10;

    pub(super) fn push(&mut self, row: PageRow) {
        self.size += row.cells.as_slice().iter().map(|cell| 48 + cell.len()).sum::<usize>();
        self.rows.push(row);
    }

    pub(super) fn is_full(&self) -> bool {
        self.rows.len() >= Self::ROWS || self.size >= Self::SIZE
    }
}

/// A table whose columns are known.
pub(super) struct Reading {
    /// The headings, to recognize them when they are repeated.
    pub(super) headings: Vec<Rc<str>>,
    pub(super) columns: Vec<(Role, Option<Rc<str>>)>,
    pub(super) code: usize,
    /// True if most codes are integers.
    pub(super) has_integers: bool,
    /// The index of the table in the document.
    pub(super) index: u32,
    /// The cells of the row above.
    pub(super) above: Vec<Rc<str>>,
}

impl Reading {
    /// Returns the title of a category, if the row is one: it has a single cell across the table, or only its first
    /// cell is filled and is not a code.
    pub(super) fn category<'r>(&self, row: &'r PageRow) -> Option<&'r Rc<str>> {
        let is_filled = |cell: &&Rc<str>| !matches!(cell.trim(), "" | "-" | "—" | "–");
        let cells = row.cells.as_slice();
        let title = cells.first().filter(is_filled)?;
        if row.kind == RowKind::Spanning {
            return Some(title);
        }
        let is_alone = cells.iter().skip(1).all(|cell| !is_filled(&cell));
        // In a table without further columns, a text may be a code whose message is missing.
        let letters = title.chars().filter(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X')).count();
        let is_not_a_code = if self.has_integers {
            number(title).is_none() && letters > 1
        } else {
            self.columns.len() > 2 && !title.contains(|c: char| c.is_numeric())
        };
        (is_alone && self.columns.len() > 1 && is_not_a_code).then_some(title)
    }

    /// Fills empty cells with the text of the row above: the code and all cells before it if they are empty, or the first
    /// cell if it is a section or another column before the code. A single empty cell in a row of two may be a mistake.
    pub(super) fn fill(&self, cells: &Cells) -> Option<Cells> {
        let is_empty = |cell: &Rc<str>| cell.trim().is_empty();
        let leading = cells.as_slice().iter().take_while(|cell| is_empty(cell)).count();
        let filled = cells.as_slice().iter().filter(|cell| !is_empty(cell)).count();
        let continues_code = leading > self.code && filled > 0 && (leading > 1 || filled > 1);
        let is_filled_above = |column: usize| {
            let is_group = column < self.code
                && matches!(&self.columns[column].0, Role::Section | Role::Column(_))
                && column == 0;
            column < leading && (continues_code || is_group)
        };
        if leading == 0 || !(0..leading).any(is_filled_above) {
            return None;
        }
        let fill = |(column, cell): (usize, &Rc<str>)| match self.above.get(column) {
            Some(above) if is_filled_above(column) => Rc::clone(above),
            _ => Rc::clone(cell),
        };
        Some(cells.as_slice().iter().enumerate().map(fill).collect())
    }
}
