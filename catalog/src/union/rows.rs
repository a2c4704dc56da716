//! The rows of a union and their symbols and former names, which the compiler merges from the tables of its members.
//!
//! A row is found by the number of its member, and its position in the member's `Rows::ROWS`.

use super::members::{Member, first_index, locate};
use crate::table::Field;
use crate::table::code_sequence::{Integers, compare_texts};

/// The number of a member, and a position in its rows.
pub type Position = (usize, usize);

/// Returns the position of the row of a meaning.
pub const fn position_of_meaning(members: &[Member], meaning: usize) -> Position {
    let (number, index) = locate(members, meaning);
    (number, members[number].table.row(index))
}

/// Returns the number of rows of a union.
pub const fn count_rows(members: &[Member]) -> usize {
    let (mut number, mut rows) = (0, 0);
    while number < members.len() {
        let Member { table, codes, .. } = &members[number];
        rows += if table.has_integers() { codes.integers() } else { table.rows };
        number += 1;
    }
    rows
}

/// Returns the number of meanings of a union.
pub const fn count_meanings(members: &[Member]) -> usize {
    first_index(members, members.len())
}

/// The next row of a member, in code order.
#[derive(Clone, Copy)]
enum Next {
    Integer(Integers),
    Text(usize),
    None,
}

impl Next {
    const fn first(member: &Member) -> Self {
        if member.table.has_integers() {
            Self::Integer(Integers::first(&member.codes))
        } else {
            Self::Text(0)
        }
    }

    const fn after(self, member: &Member) -> Self {
        match self {
            Self::Integer(integer) => match integer.next() {
                Some(next) => Self::Integer(next),
                None => Self::None,
            },
            Self::Text(rank) if rank + 1 < member.table.rows => Self::Text(rank + 1),
            Self::Text(_) | Self::None => Self::None,
        }
    }

    const fn position(self, member: &Member) -> usize {
        match self {
            Self::Integer(integer) => member.table.index(integer.code as u64),
            Self::Text(rank) => rank,
            Self::None => 0,
        }
    }
}

/// Returns whether the row of member `a` has a lower code than that of member `b`.
const fn is_before(a: (&Member, Next), b: (&Member, Next)) -> bool {
    match (a, b) {
        ((_, Next::None), _) => false,
        (_, (_, Next::None)) => true,
        ((_, Next::Integer(x)), (_, Next::Integer(y))) => x.code < y.code,
        ((a, Next::Text(x)), (b, Next::Text(y))) => {
            compare_texts(a.table.code(x).as_bytes(), b.table.code(y).as_bytes()) < 0
        }
        _ => false,
    }
}

/// Returns the rows of a union in the order of their codes.
pub const fn rows_in_code_order<const MEMBERS: usize, const ROWS: usize>(
    members: &[Member],
) -> [Position; ROWS] {
    let mut next = [Next::None; MEMBERS];
    let mut number = 0;
    while number < MEMBERS {
        next[number] = Next::first(&members[number]);
        number += 1;
    }
    let mut rows = [(0, 0); ROWS];
    let mut row = 0;
    while row < ROWS {
        let (mut least, mut number) = (0, 1);
        while number < MEMBERS {
            if is_before((&members[number], next[number]), (&members[least], next[least])) {
                least = number;
            }
            number += 1;
        }
        rows[row] = (least, next[least].position(&members[least]));
        next[least] = next[least].after(&members[least]);
        row += 1;
    }
    rows
}

/// The symbols that several rows of a union have, and former symbols.
#[derive(Clone, Copy, Debug)]
pub struct Symbols<const SYMBOLS: usize, const ROWS: usize> {
    /// Each symbol, with the first of its rows among those of the union, and their number.
    pub symbols: [(&'static str, usize, usize); SYMBOLS],
    /// The rows of each symbol, which follow the rows of all meanings.
    pub rows: [Position; ROWS],
    /// The numbers of symbols and of their rows, for the parameters of the type.
    pub needed: (usize, usize),
}

impl<const SYMBOLS: usize, const ROWS: usize> Symbols<SYMBOLS, ROWS> {
    /// Returns the symbols of the members, as many as the parameters of the type allow.
    pub const fn of(members: &[Member]) -> Self {
        let mut found = Self { symbols: [("", 0, 0); SYMBOLS], rows: [(0, 0); ROWS], needed: (0, 0) };
        let mut number = 0;
        while number < members.len() {
            let Member { table, former_symbols, .. } = members[number];
            let mut meaning = 0;
            while meaning < table.meanings() {
                if let Some(symbol) = table.optional(meaning, Field::Symbol)
                    && let Some(first) = table.meaning_of_symbol(symbol)
                    && first == meaning
                {
                    found.add(members, number, symbol);
                }
                meaning += 1;
            }
            let mut former = 0;
            while former < former_symbols.len() {
                found.add(members, number, former_symbols[former].0);
                former += 1;
            }
            number += 1;
        }
        found
    }

    /// Adds a symbol of a member, unless an earlier member has it, or only one row.
    const fn add(&mut self, members: &[Member], first: usize, symbol: &'static str) {
        let (mut number, mut rows, mut is_at_its_row) = (0, 0, false);
        while number < members.len() {
            let Member { table, former_symbols, .. } = &members[number];
            let (position, count) = table.range_of_symbol(former_symbols, symbol);
            if number < first && count > 0 {
                return;
            }
            rows += count;
            is_at_its_row |= count > 0 && position < table.rows;
            number += 1;
        }
        if rows == 1 && is_at_its_row {
            return;
        }
        let (symbols, first_row) = self.needed;
        if symbols < SYMBOLS {
            self.symbols[symbols] = (symbol, count_meanings(members) + first_row, rows);
        }
        self.needed = (symbols + 1, first_row + rows);
        let (mut row, mut number) = (first_row, first);
        while row < ROWS && number < members.len() {
            let Member { table, former_symbols, .. } = &members[number];
            let (position, count) = table.range_of_symbol(former_symbols, symbol);
            let mut added = 0;
            while added < count {
                self.rows[row] = (number, position + added);
                row += 1;
                added += 1;
            }
            number += 1;
        }
    }
}

/// Returns the number of former names of a union.
pub const fn count_former_names(members: &[Member]) -> usize {
    let (mut number, mut names) = (0, 0);
    while number < members.len() {
        names += members[number].former.len();
        number += 1;
    }
    names
}

/// Returns the former names of a union.
pub const fn former_names<const NAMES: usize>(members: &[Member]) -> [(&'static str, usize); NAMES] {
    let mut names = [("", 0); NAMES];
    let (mut number, mut filled) = (0, 0);
    while number < members.len() {
        let mut rest = members[number].former;
        while let [(name, index), others @ ..] = rest {
            names[filled] = (name, first_index(members, number) + *index);
            filled += 1;
            rest = others;
        }
        number += 1;
    }
    names
}
