//! Finds the row with a code, a name or a symbol.
//!
//! The functions are generic over the catalog, because a `const fn` cannot call methods of the trait `Catalog`, but can
//! read its constants. They use the tables of `table/`, which return indexes.

use crate::catalog::Catalog;
use crate::error::UnknownName;
use crate::union::members;

/// The rows of a catalog by their index in the tables. They are not a field of the table: rustc takes time quadratic in
/// their number whenever it evaluates a constant with rows in it.
pub trait Rows: Copy + 'static {
    /// The row at each index, then the rows of each symbol that several rows share, then those of each former symbol. A
    /// union has the row of each meaning, those after `or` included, before the rows of symbols.
    const ROWS: &'static [Self];
}

/// Returns the only row that can have this integer code. The caller compares the codes.
#[inline]
pub const fn candidate<C: Catalog>(code: u64) -> C {
    C::ROWS[C::TABLE.candidate(code)]
}

/// Returns the row of a string catalog with this code.
#[inline]
pub const fn row_of_code<C: Catalog>(code: &str) -> Option<C> {
    match C::TABLE.index_of_code(code) {
        Some(index) => Some(C::ROWS[index]),
        None => None,
    }
}

/// Returns the row with this name: of the variant, of a meaning after `or`, or a former one.
#[inline]
pub const fn row_of_name<C: Catalog>(name: &str) -> Option<C> {
    let index = match C::MEMBERS {
        [] => C::TABLE.index_of_name(C::FORMER, name),
        members => members::index_of_name(members, name),
    };
    match index {
        Some(index) => Some(C::ROWS[index]),
        None => None,
    }
}

/// Returns the row with this name, or an error with the name.
///
/// # Errors
///
/// Returns an [`UnknownName`] if no row has the name.
#[inline]
pub fn parse_name<C: Catalog>(name: &str) -> Result<C, UnknownName> {
    row_of_name(name).ok_or_else(|| UnknownName::new(C::NAME, name))
}

/// Returns the row with this name in any ASCII case, or `None` unless exactly one has it.
pub(crate) fn row_of_name_ignoring_case<C: Catalog>(name: &str) -> Option<C> {
    if let Some(row) = row_of_name::<C>(name) {
        return Some(row);
    }
    let meanings = C::ALL.iter().flat_map(|row| row.meanings().map(|meaning| (meaning.name(), *row)));
    let former = C::FORMER.iter().map(|(name, index)| (*name, C::ROWS[*index]));
    let mut rows = meanings.chain(former).filter(|(other, _)| other.eq_ignore_ascii_case(name));
    let (_, row) = rows.next()?;
    rows.all(|(_, other)| other == row).then_some(row)
}

/// Returns the rows with this symbol, perhaps a former one, in code order.
#[inline]
pub const fn rows_of_symbol<C: Catalog>(symbol: &str) -> &'static [C] {
    let (first, count) = match C::MEMBERS {
        [] => C::TABLE.range_of_symbol(C::FORMER_SYMBOLS, symbol),
        members => members::range_of_symbol(members, C::SYMBOLS, symbol),
    };
    C::ROWS.split_at(first).1.split_at(count).0
}
