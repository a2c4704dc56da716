//! The static tables of a catalog, as the macro writes them: one string per field with the texts of all meanings, and three
//! perfect hashes. The linker drops the strings that a program does not use.
//!
//! Each meaning has one *index*, the same in every table. The first meaning of a row is at the slot that the hash gives
//! its code (in a string catalog, at the row's rank in code order). The meanings after `or` follow all rows. A slot
//! without a code repeats another row, with empty texts.
//!
//! A message is stored after what `Display` prints before it, so that a line is one slice: `40014 不合法…`, or
//! ` | jobId不存在` for a meaning after `or`.

pub(crate) mod code_sequence;
mod hash;
pub(crate) mod inline_str;
mod packed;

use crate::deprecated::Deprecated;
pub use code_sequence::Codes;
use core::ops::Range;
pub use hash::PerfectHash;
use hash::{short_word, word_at};
pub use packed::Packed;

/// The texts of a meaning apart from its message, in this order. Only string catalogs store the code; text columns come
/// last.
#[derive(Clone, Copy, Debug)]
pub enum Field {
    /// The name of the variant, or of the constant that an `or` declares.
    Name,
    /// The vendor's identifier, empty if it has none.
    Symbol,
    /// The vendor's advice, empty if it gives none.
    Help,
    /// The code of a string catalog.
    Code,
}

/// An index of meanings by their codes, names or symbols.
#[derive(Clone, Copy, Debug)]
pub struct Index {
    /// The slot of each key.
    pub hash: PerfectHash,
    /// For each slot, the index of the only meaning that can have the key. Empty for integer codes, because their slot is the
    /// index. For symbols, a number after the last meaning is an index into `Table::shared`, counted from there.
    pub meanings: Packed,
}

/// A text that a catalog may leave out.
pub type OptionalText = Option<&'static str>;

/// Several texts, such as the names of the columns.
pub type Texts = &'static [&'static str];

/// The languages of the translations, each with the index of its column.
pub type Translations = &'static [(&'static str, usize)];

/// The values of meanings, each with the index of the meaning, ascending.
pub type DeclaredValues = &'static [(usize, &'static [DeclaredValue])];

/// A value that a row declares for each occurrence of its error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeclaredValue {
    #[doc(hidden)]
    pub __name: &'static str,
    #[doc(hidden)]
    pub __type_name: &'static str,
}

impl DeclaredValue {
    /// Returns the name, which texts have in braces.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.__name
    }

    /// Returns the type as it is written, such as `u32`.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        self.__type_name
    }
}

/// Former names of rows, each with the index of its row.
pub type FormerNames = &'static [(&'static str, usize)];

/// Former symbols. Each has the index in `ROWS` of the first row that had it, and the number of those rows. They are stored
/// there after the catalog's own rows.
pub type FormerSymbols = &'static [(&'static str, usize, usize)];

/// A symbol that several rows share.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    /// The index of a meaning with the symbol.
    pub meaning: usize,
    /// The index in `ROWS` of its first row. Its rows are stored there after the catalog's own, in code order.
    pub first_row: usize,
    /// The number of its rows.
    pub rows: usize,
}

/// The tables of a catalog, except for the rows themselves.
#[derive(Debug)]
pub struct Table {
    /// The number of slots of rows, empty ones included.
    pub rows: usize,
    /// The index of the rows by code.
    pub codes: Index,
    /// The index of the meanings by name.
    pub names: Index,
    /// The index of the meanings by symbol.
    pub symbols: Index,
    /// The symbols that several rows share.
    pub shared: &'static [Shared],
    /// For each field, its texts as one string; finally the lines. They are stored by field, so that a search by symbol
    /// stays among symbols and finds them in the cache.
    pub texts: Texts,
    /// For each meaning, the start of its line, and that of the message in it; finally the end of the last line.
    pub lines: Packed,
    /// For each field, the start of each meaning's text in it, and finally the end of the last one.
    pub starts: Packed,
    /// The index of the row of each meaning after `or`, ascending.
    pub later: Packed,
    /// The number of each row's section, counted from one, or zero. Empty if no row has a section.
    pub section_of: Packed,
    /// The indexes of the deprecated rows.
    pub deprecated: &'static [(usize, Deprecated)],
}

#[allow(
    clippy::inline_always,
    reason = "their callers are of one catalog each, whose numbers are to be constants here; left to itself, the \
              compiler shares one function among all catalogs"
)]
impl Table {
    /// Returns the index of the only row that can have this integer code. The caller compares the codes.
    #[inline(always)]
    pub(crate) const fn candidate(&self, code: u64) -> usize {
        let index = self.codes.hash.slot_of_integer(code);
        if index < self.rows { index } else { 0 }
    }

    /// Returns whether the codes are integers, whose slots are the indexes of the rows.
    #[inline(always)]
    pub(crate) const fn has_integers(&self) -> bool {
        self.codes.meanings.len() == 0
    }

    /// Returns the index of the row with this discriminant: its code, or in a string catalog the index itself.
    #[inline(always)]
    pub const fn index(&self, discriminant: u64) -> usize {
        if self.has_integers() {
            self.codes.hash.slot_of_integer(discriminant)
        } else {
            discriminant as usize
        }
    }

    /// Returns the index of the row of a string catalog with this code.
    #[inline(always)]
    pub(crate) const fn index_of_code(&self, code: &str) -> Option<usize> {
        self.find(&self.codes, Field::Code, code)
    }

    /// Returns the index of the row with this name: of the variant, of a meaning after `or`, or a former one.
    #[inline(always)]
    pub(crate) const fn index_of_name(&self, former: FormerNames, name: &str) -> Option<usize> {
        match self.find(&self.names, Field::Name, name) {
            Some(meaning) => Some(self.row(meaning)),
            None if former.is_empty() => None,
            None => index_of_former_name(former, name),
        }
    }

    /// Returns the first of the rows with this symbol, perhaps a former one, and their number.
    #[inline(always)]
    pub(crate) const fn range_of_symbol(&self, former: FormerSymbols, symbol: &str) -> (usize, usize) {
        match self.find(&self.symbols, Field::Symbol, symbol) {
            Some(meaning) if meaning < self.meanings() => (self.row(meaning), 1),
            Some(beyond) => {
                let shared = self.shared[beyond - self.meanings()];
                (shared.first_row, shared.rows)
            }
            None => range_of_former_symbol(former, symbol),
        }
    }

    /// Returns the index of the first meaning with this symbol, or `None` if no row has it now.
    pub(crate) const fn meaning_of_symbol(&self, symbol: &str) -> Option<usize> {
        match self.find(&self.symbols, Field::Symbol, symbol) {
            Some(found) if found >= self.meanings() => Some(self.shared[found - self.meanings()].meaning),
            found => found,
        }
    }

    #[inline(always)]
    const fn find(&self, index: &Index, field: Field, text: &str) -> Option<usize> {
        let slot = index.hash.slot_of_text(text);
        // A symbol that the vendor left out is empty, and must not be found.
        if slot >= index.meanings.len() || text.is_empty() {
            return None;
        }
        let found = index.meanings.get(slot);
        let meaning =
            if found < self.meanings() { found } else { self.shared[found - self.meanings()].meaning };
        if equal(self.bytes(meaning, field as usize), text.as_bytes()) { Some(found) } else { None }
    }

    /// Returns the line that `Display` prints for the meaning.
    #[inline(always)]
    pub(crate) const fn line(&self, meaning: usize) -> &'static str {
        self.slice_of_lines(2 * meaning, 2 * meaning + 2)
    }

    /// Returns the part of the line before the message: the code and a space, or a separator. Includes the name if there is no
    /// message.
    #[inline(always)]
    pub(crate) const fn prefix(&self, meaning: usize) -> &'static str {
        self.slice_of_lines(2 * meaning, 2 * meaning + 1)
    }

    /// Returns the message.
    #[inline(always)]
    pub(crate) const fn message(&self, meaning: usize) -> &'static str {
        self.slice_of_lines(2 * meaning + 1, 2 * meaning + 2)
    }

    /// Returns a text that every meaning has.
    #[inline(always)]
    pub const fn field(&self, meaning: usize, field: Field) -> &'static str {
        self.text(meaning, field as usize)
    }

    /// Returns the code of a row of a string catalog.
    #[inline(always)]
    pub const fn code(&self, row: usize) -> &'static str {
        self.field(row, Field::Code)
    }

    /// Returns a text that the vendor may have left out.
    #[inline(always)]
    pub const fn optional(&self, meaning: usize, field: Field) -> Option<&'static str> {
        let text = self.field(meaning, field);
        if text.is_empty() { None } else { Some(text) }
    }

    /// Returns a text by the number of its field. Text columns follow the fields that all catalogs have.
    #[inline(always)]
    pub const fn text(&self, meaning: usize, field: usize) -> &'static str {
        let (start, end) = self.ends(meaning, field);
        self.texts[field].split_at(end).0.split_at(start).1
    }

    #[inline(always)]
    const fn bytes(&self, meaning: usize, field: usize) -> &'static [u8] {
        let (start, end) = self.ends(meaning, field);
        self.texts[field].as_bytes().split_at(end).0.split_at(start).1
    }

    /// Returns the lines between two positions, which are indexes of `self.lines`.
    #[inline(always)]
    const fn slice_of_lines(&self, first: usize, last: usize) -> &'static str {
        let (start, end) = (self.lines.get(first), self.lines.get(last));
        self.texts[self.texts.len() - 1].split_at(end).0.split_at(start).1
    }

    /// Returns the start and the end of a text.
    #[inline(always)]
    const fn ends(&self, meaning: usize, field: usize) -> (usize, usize) {
        let index = field * (self.meanings() + 1) + meaning;
        (self.starts.get(index), self.starts.get(index + 1))
    }

    /// Returns the index of the row's section.
    #[inline]
    pub const fn section(&self, meaning: usize) -> Option<usize> {
        if self.section_of.len() == 0 {
            return None;
        }
        self.section_of.get(self.row(meaning)).checked_sub(1)
    }

    /// Returns the row's `#[deprecated]`.
    #[inline]
    pub const fn deprecated(&self, meaning: usize) -> Option<&'static Deprecated> {
        let row = self.row(meaning);
        let mut rest = self.deprecated;
        while let [(index, deprecated), others @ ..] = rest {
            if *index == row {
                return Some(deprecated);
            }
            rest = others;
        }
        None
    }

    /// Returns the number of meanings, empty slots included.
    #[inline(always)]
    pub const fn meanings(&self) -> usize {
        self.rows + self.later.len()
    }

    /// Returns the index of the row that the meaning belongs to.
    #[inline(always)]
    pub const fn row(&self, meaning: usize) -> usize {
        match meaning.checked_sub(self.rows) {
            None => meaning,
            Some(later) => self.later.get(later),
        }
    }

    /// Returns the indexes of the meanings that `or` adds to the row.
    #[inline(always)]
    pub(crate) const fn later_meanings(&self, row: usize) -> Range<usize> {
        let mut first = 0;
        while first < self.later.len() && self.later.get(first) < row {
            first += 1;
        }
        let mut end = first;
        while end < self.later.len() && self.later.get(end) == row {
            end += 1;
        }
        self.rows + first..self.rows + end
    }
}

/// Returns the items of `all` in the order of their slots. `ranks` has one position in `all` per slot, of `width` bytes each.
/// Evaluated at compile time.
#[must_use]
pub const fn in_slot_order<T: Copy, const SLOTS: usize>(
    all: &[T],
    width: usize,
    ranks: &'static [u8],
) -> [T; SLOTS] {
    let mut items = [all[0]; SLOTS];
    let mut index = 0;
    while index < SLOTS {
        // Does the same as `Packed::get` in fewer steps, because the compiler interprets this for every row.
        let mut rank = 0;
        let mut byte = width;
        while byte > 0 {
            byte -= 1;
            rank = rank << 8 | ranks[index * width + byte] as usize;
        }
        items[index] = all[rank];
        index += 1;
    }
    items
}

/// Returns the index of the row with this former name. Searches linearly, because there are few, and the caller looks up the
/// current names first.
const fn index_of_former_name(mut former: FormerNames, name: &str) -> Option<usize> {
    while let [(former_name, index), others @ ..] = former {
        if equal(former_name.as_bytes(), name.as_bytes()) {
            return Some(*index);
        }
        former = others;
    }
    None
}

/// Returns the range of the rows with this former symbol, as [`Table::range_of_symbol`]. Searches linearly too.
pub(crate) const fn range_of_former_symbol(mut former: FormerSymbols, symbol: &str) -> (usize, usize) {
    while let [(former_symbol, first, rows), others @ ..] = former {
        if equal(former_symbol.as_bytes(), symbol.as_bytes()) {
            return (*first, *rows);
        }
        former = others;
    }
    (0, 0)
}

/// Compares two slices, because `==` is not a `const fn` for them. Compares sixteen bytes at a time, the last ones perhaps
/// twice, so that symbols of usual lengths take one path.
#[inline]
pub(crate) const fn equal(a: &[u8], b: &[u8]) -> bool {
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

/// Returns the sixteen bytes from `at` on. The caller checks that they exist.
#[inline]
const fn words_at(bytes: &[u8], at: usize) -> u128 {
    match bytes.split_at(at).1.first_chunk() {
        Some(words) => u128::from_le_bytes(*words),
        None => 0,
    }
}
