//! What the macro leaves behind for a catalog: all texts in one, where each begins, and three perfect hashes.
//!
//! A *place* is a meaning's index in every table. The first meaning of a row stands at the slot that the hash
//! gives its code (in a string catalog: at the row's rank in code order); the meanings that `or` adds follow
//! behind all rows. A slot that no code got is an empty place: its row repeats another, its texts are empty.

use super::hash::{PerfectHash, short_word, word_at};
use super::packed::Packed;
use crate::deprecated::Deprecated;
use crate::section::Section;
use core::ops::Range;

/// The texts of a place, in this order. The code is among them in string catalogs only; columns come last.
#[derive(Clone, Copy, Debug)]
pub enum Field {
    /// The name of the variant, or of the constant that an `or` declares.
    Name,
    /// The vendor's identifier. Empty where there is none.
    Symbol,
    /// The text for people.
    Message,
    /// What to do. Empty where there is none.
    Help,
    /// The code of a string catalog.
    Code,
}

/// Finds a place by one of its texts.
#[derive(Clone, Copy, Debug)]
pub struct Index {
    /// From the text to a slot of `places`.
    hash: PerfectHash,
    /// The place whose text is the one, if any is. In the index of symbols, a number beyond all places is
    /// one of `Table::shared`, counted from there.
    places: Packed,
}

impl Index {
    /// The fields of the hash, then the places.
    #[must_use]
    pub const fn new(
        multiplier: u64,
        bucket_shift: u32,
        offset_shift: u32,
        offset_mask: u64,
        words: usize,
        displacements: Packed,
        places: Packed,
    ) -> Self {
        let hash = PerfectHash { multiplier, bucket_shift, offset_shift, offset_mask, words, displacements };
        Self { hash, places }
    }
}

/// A text that a catalog need not declare.
pub type OptionalText = Option<&'static str>;

/// Names that rows had, each with the place of its row.
pub type FormerNames = &'static [(&'static str, usize)];

/// A symbol that several rows have.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    /// A place that has the symbol.
    pub place: usize,
    /// Where all rows that have it begin behind the rows at their places, in code order.
    pub first_row: usize,
    /// How many rows have it.
    pub rows: usize,
}

/// The rows of a catalog, at their places. The table reads them by their type. As an argument they would be a constant in
/// each function that is inlined into a library with a catalog, and rustc evaluates what it meets in a function. They are in
/// no second constant either, whose evaluation would go through all of them again.
#[doc(hidden)]
pub trait Rows: Copy + 'static {
    /// The row at each place, then the rows of each symbol that several share.
    const ROWS: &'static [Self];
}

/// The tables of a catalog, all but the rows themselves: rustc takes time quadratic in their number whenever it
/// evaluates a constant with rows in it.
#[derive(Debug)]
pub struct Table {
    /// How many places of a row there are.
    pub rows: usize,
    /// From a code to a slot, which in an integer catalog is the place.
    pub codes: Index,
    /// By name.
    pub names: Index,
    /// By symbol.
    pub symbols: Index,
    /// The symbols that several rows have.
    pub shared: &'static [Shared],
    /// All texts, one after the other.
    pub text: &'static &'static str,
    /// Where the texts of each field begin. By field first, so that a search by symbol stays among symbols and finds
    /// them in the cache.
    pub fields: &'static [usize],
    /// For each field, where in it the text of each place begins; and, last, where the last one ends.
    pub starts: Packed,
    /// For each place behind the rows, the place of its row. Ascending.
    pub later: Packed,
    /// The sections.
    pub sections: &'static [Section],
    /// The section of each place of a row, counted from one; zero is none. Empty where nothing has a section.
    pub section_of: Packed,
    /// The places of the rows that are deprecated.
    pub deprecated: &'static [(usize, Deprecated)],
}

#[allow(
    clippy::inline_always,
    reason = "their callers are of one catalog each, whose numbers are to be constants here; left to itself, the \
              compiler shares one function among all catalogs"
)]
impl Table {
    /// The one row that can have this code. Whether it has is for the caller to compare.
    #[inline(always)]
    pub(crate) const fn candidate<R: Rows>(&self, code: u64) -> R {
        let place = self.codes.hash.slot_of_integer(code);
        R::ROWS[if place < self.rows { place } else { 0 }]
    }

    /// Whether the codes are integers, by whose slots the rows stand.
    #[inline(always)]
    pub(crate) const fn has_integers(&self) -> bool {
        self.codes.places.len() == 0
    }

    /// The place of the row with this discriminant: its code, or in a string catalog its place itself.
    #[inline(always)]
    pub(crate) const fn place(&self, discriminant: u64) -> usize {
        if self.has_integers() {
            self.codes.hash.slot_of_integer(discriminant)
        } else {
            discriminant as usize
        }
    }

    /// The row of a string catalog that has this code.
    #[inline(always)]
    pub(crate) const fn row_of_code<R: Rows>(&self, code: &str) -> Option<R> {
        match self.find(&self.codes, Field::Code, code) {
            Some(place) => Some(R::ROWS[place]),
            None => None,
        }
    }

    /// The row that has this name, be it the variant's or that of a meaning behind an `or`, or that it had.
    #[inline(always)]
    pub(crate) const fn row_of_name<R: Rows>(&self, former: FormerNames, name: &str) -> Option<R> {
        match self.find(&self.names, Field::Name, name) {
            Some(place) => Some(R::ROWS[self.row_place(place)]),
            None if former.is_empty() => None,
            None => match place_of_former_name(former, name) {
                Some(place) => Some(R::ROWS[place]),
                None => None,
            },
        }
    }

    /// The rows that have this symbol, in code order.
    #[inline(always)]
    pub(crate) const fn rows_of_symbol<R: Rows>(&self, symbol: &str) -> &'static [R] {
        let (first, count) = match self.find(&self.symbols, Field::Symbol, symbol) {
            Some(place) if place < self.places() => (self.row_place(place), 1),
            Some(beyond) => {
                let shared = self.shared[beyond - self.places()];
                (shared.first_row, shared.rows)
            }
            None => (0, 0),
        };
        R::ROWS.split_at(first).1.split_at(count).0
    }

    #[inline(always)]
    const fn find(&self, index: &Index, field: Field, text: &str) -> Option<usize> {
        let slot = index.hash.slot_of_text(text);
        // An empty text is what a field holds that the vendor left out; nothing is found by it.
        if slot >= index.places.len() || text.is_empty() {
            return None;
        }
        let found = index.places.get(slot);
        let place = if found < self.places() { found } else { self.shared[found - self.places()].place };
        if equal(self.bytes(place, field as usize), text.as_bytes()) { Some(found) } else { None }
    }

    /// A text that every meaning has.
    #[inline(always)]
    pub const fn field(&self, place: usize, field: Field) -> &'static str {
        self.text(place, field as usize)
    }

    /// A text that the vendor may have left out.
    #[inline(always)]
    pub const fn optional(&self, place: usize, field: Field) -> Option<&'static str> {
        let text = self.field(place, field);
        if text.is_empty() { None } else { Some(text) }
    }

    /// The text number `field` of a place. Columns are counted on from the fields that all catalogs have.
    #[inline(always)]
    pub const fn text(&self, place: usize, field: usize) -> &'static str {
        let (start, end) = self.ends(place, field);
        self.text.split_at(end).0.split_at(start).1
    }

    #[inline(always)]
    const fn bytes(&self, place: usize, field: usize) -> &'static [u8] {
        let (start, end) = self.ends(place, field);
        self.text.as_bytes().split_at(end).0.split_at(start).1
    }

    /// Where a text begins, and where it ends.
    #[inline(always)]
    const fn ends(&self, place: usize, field: usize) -> (usize, usize) {
        let index = field * (self.places() + 1) + place;
        let field = self.fields[field];
        (field + self.starts.get(index), field + self.starts.get(index + 1))
    }

    /// The section of the row at a place.
    #[inline]
    pub const fn section(&self, place: usize) -> Option<&'static Section> {
        if self.section_of.len() == 0 {
            return None;
        }
        match self.section_of.get(self.row_place(place)) {
            0 => None,
            section => Some(&self.sections[section - 1]),
        }
    }

    /// What the row's `#[deprecated]` says, if it has one.
    #[inline]
    pub const fn deprecated(&self, place: usize) -> Option<&'static Deprecated> {
        let row = self.row_place(place);
        let mut rest = self.deprecated;
        while let [(place, deprecated), others @ ..] = rest {
            if *place == row {
                return Some(deprecated);
            }
            rest = others;
        }
        None
    }

    /// How many places there are, those of later meanings included.
    #[inline(always)]
    const fn places(&self) -> usize {
        self.rows + self.later.len()
    }

    /// The place of the row that the meaning at a place belongs to.
    #[inline(always)]
    pub(crate) const fn row_place(&self, place: usize) -> usize {
        match place.checked_sub(self.rows) {
            None => place,
            Some(later) => self.later.get(later),
        }
    }

    /// The places of the meanings that `or` adds to the row at `place`.
    #[inline(always)]
    pub(crate) const fn later_meanings(&self, place: usize) -> Range<usize> {
        let mut first = 0;
        while first < self.later.len() && self.later.get(first) < place {
            first += 1;
        }
        let mut end = first;
        while end < self.later.len() && self.later.get(end) == place {
            end += 1;
        }
        self.rows + first..self.rows + end
    }
}

/// The rows at their places, from the rows in code order and, `width` bytes each, the rank of the row at each place.
/// Evaluated by the compiler.
#[must_use]
pub const fn in_slot_order<C: Copy, const PLACES: usize>(
    all: &[C],
    width: usize,
    ranks: &'static [u8],
) -> [C; PLACES] {
    let mut rows = [all[0]; PLACES];
    let mut place = 0;
    while place < PLACES {
        // What `Packed::get` returns, in fewer steps: the compiler interprets this for every row.
        let mut rank = 0;
        let mut byte = width;
        while byte > 0 {
            byte -= 1;
            rank = rank << 8 | ranks[place * width + byte] as usize;
        }
        rows[place] = all[rank];
        place += 1;
    }
    rows
}

/// One after the other: there are few, and whoever asks has missed every name of today.
const fn place_of_former_name(mut former: FormerNames, name: &str) -> Option<usize> {
    while let [(former_name, place), others @ ..] = former {
        if equal(former_name.as_bytes(), name.as_bytes()) {
            return Some(*place);
        }
        former = others;
    }
    None
}

/// `a == b`, which is no const fn for slices. Sixteen bytes at a time, the last ones perhaps once more, so that symbols
/// of usual lengths take one path.
#[inline]
const fn equal(a: &[u8], b: &[u8]) -> bool {
    let length = a.len();
    if length != b.len() {
        return false;
    }
    let Some(last) = length.checked_sub(16) else {
        return match length.checked_sub(8) {
            Some(last) => word_at(a, 0) == word_at(b, 0) && word_at(a, last) == word_at(b, last),
            None => short_word(a) == short_word(b),
        };
    };
    let mut at = 0;
    while at < last {
        if words_at(a, at) != words_at(b, at) {
            return false;
        }
        at += 16;
    }
    words_at(a, last) == words_at(b, last)
}

/// The sixteen bytes from `at` on, which are there.
#[inline]
const fn words_at(bytes: &[u8], at: usize) -> u128 {
    match bytes.split_at(at).1.first_chunk() {
        Some(words) => u128::from_le_bytes(*words),
        None => 0,
    }
}
