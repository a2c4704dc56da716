//! What the expansion calls by name: a const fn can call no method of the trait `Catalog`, but it can read its constants.

use super::table::Table;
use crate::catalog::Catalog;
use crate::error::{UnknownCode, UnknownName};
use crate::line;
use core::fmt::{self, Debug};

/// The tables of a catalog.
#[inline]
pub const fn table<C: Catalog>() -> &'static Table {
    C::TABLE
}

/// The one row that can have this code. Whether it has is for the caller to compare.
#[inline]
pub const fn candidate<C: Catalog>(code: u64) -> C {
    C::TABLE.candidate(C::ROWS, code)
}

/// The row of a string catalog that has this code.
#[inline]
pub const fn row_of_code<C: Catalog>(code: &str) -> Option<C> {
    C::TABLE.row_of_code(C::ROWS, code)
}

/// The row that has this name, be it the variant's or that of a meaning behind an `or`, or that it had.
#[inline]
pub const fn row_of_name<C: Catalog>(name: &str) -> Option<C> {
    C::TABLE.row_of_name(C::ROWS, C::FORMER, name)
}

/// The rows that have this symbol, in code order.
#[inline]
pub const fn rows_of_symbol<C: Catalog>(symbol: &str) -> &'static [C] {
    C::TABLE.rows_of_symbol(C::ROWS, symbol)
}

/// `40001 不合法的secret参数`; every meaning of a shared code; with `{:#}` the help too.
///
/// # Errors
///
/// Those of the formatter.
pub fn display<C: Catalog>(row: C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let with_help = f.alternate();
    line::pad(f, |line| line::row(row, None, with_help, line))
}

/// The error of a catalog's `TryFrom`.
pub const fn unknown_code<C: Catalog, R: Copy + Debug>(code: R) -> UnknownCode<R> {
    UnknownCode::new(C::NAME, code)
}

/// The error of a catalog's `FromStr`.
pub const fn unknown_name<C: Catalog>() -> UnknownName {
    UnknownName::new(C::NAME)
}
