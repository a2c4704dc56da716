//! What the expansion calls by name: a const fn can call no method of the trait `Catalog`, but it can read its constants.
//! A row comes as its discriminant, for a const fn cannot ask a row of any catalog for it.

use super::table::{Field, Table};
use crate::catalog::Catalog;
use crate::deprecated::Deprecated;
use crate::entry::Meanings;
use crate::error::{UnknownCode, UnknownName};
use crate::line;
use crate::raw::Raw;
use crate::section::Section;
use core::fmt::{self, Debug, Write};

/// The tables of a catalog.
#[inline]
pub const fn table<C: Catalog>() -> &'static Table {
    C::TABLE
}

/// The place of a row, from its discriminant.
#[inline]
pub const fn place<C: Catalog>(discriminant: u64) -> usize {
    C::TABLE.place(discriminant)
}

/// The one row that can have this code. Whether it has is for the caller to compare.
#[inline]
pub const fn candidate<C: Catalog>(code: u64) -> C {
    C::TABLE.candidate(code)
}

/// The row of a string catalog that has this code.
#[inline]
pub const fn row_of_code<C: Catalog>(code: &str) -> Option<C> {
    C::TABLE.row_of_code(code)
}

/// The row that has this name, be it the variant's or that of a meaning behind an `or`, or that it had.
#[inline]
pub const fn row_of_name<C: Catalog>(name: &str) -> Option<C> {
    C::TABLE.row_of_name(C::FORMER, name)
}

/// The rows that have this symbol, in code order.
#[inline]
pub const fn rows_of_symbol<C: Catalog>(symbol: &str) -> &'static [C] {
    C::TABLE.rows_of_symbol(symbol)
}

/// The code of a row of a string catalog.
#[inline]
pub const fn code<C: Catalog>(discriminant: u64) -> &'static str {
    C::TABLE.field(C::TABLE.place(discriminant), Field::Code)
}

/// The name of the variant.
#[inline]
pub const fn name<C: Catalog>(discriminant: u64) -> &'static str {
    C::TABLE.field(C::TABLE.place(discriminant), Field::Name)
}

/// The vendor's own identifier.
#[inline]
pub const fn symbol<C: Catalog>(discriminant: u64) -> Option<&'static str> {
    C::TABLE.optional(C::TABLE.place(discriminant), Field::Symbol)
}

/// The vendor's message.
#[inline]
pub const fn message<C: Catalog>(discriminant: u64) -> &'static str {
    C::TABLE.field(C::TABLE.place(discriminant), Field::Message)
}

/// What the vendor says to do about it.
#[inline]
pub const fn help<C: Catalog>(discriminant: u64) -> Option<&'static str> {
    C::TABLE.optional(C::TABLE.place(discriminant), Field::Help)
}

/// The section that the row is declared in.
#[inline]
pub const fn section<C: Catalog>(discriminant: u64) -> Option<&'static Section> {
    C::TABLE.section(C::TABLE.place(discriminant))
}

/// What the row's `#[deprecated]` says.
#[inline]
pub const fn deprecated<C: Catalog>(discriminant: u64) -> Option<&'static Deprecated> {
    C::TABLE.deprecated(C::TABLE.place(discriminant))
}

/// All meanings of the row.
#[inline]
pub const fn meanings<C: Catalog>(discriminant: u64) -> Meanings<C> {
    Meanings::at(C::TABLE.place(discriminant))
}

/// `40001 不合法的secret参数`; every meaning of a shared code; with `{:#}` the help too.
///
/// # Errors
///
/// Those of the formatter.
pub fn display<C: Catalog>(row: C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let with_help = f.alternate();
    if f.width().is_none() {
        return line(row, with_help, f);
    }
    line::pad(f, &|padded| line(row, with_help, padded))
}

/// What `line::row` writes, with the numbers of this catalog in place of what any table says. Once for both callers.
#[inline(never)]
fn line<C: Catalog>(row: C, with_help: bool, line: &mut dyn Write) -> fmt::Result {
    row.code().write_before_a_blank(line)?;
    let place = row.__place();
    let mut meaning = place;
    let mut later = C::TABLE.later_meanings(place);
    loop {
        line.write_str(C::TABLE.field(meaning, Field::Message))?;
        if with_help {
            line::help(C::TABLE, meaning, line)?;
        }
        if later.start >= later.end {
            return Ok(());
        }
        line.write_str(" | ")?;
        meaning = later.start;
        later.start += 1;
    }
}

/// The error of a catalog's `TryFrom`.
pub const fn unknown_code<C: Catalog, R: Copy + Debug>(code: R) -> UnknownCode<R> {
    UnknownCode::new(C::NAME, code)
}

/// The error of a catalog's `FromStr`.
pub const fn unknown_name<C: Catalog>() -> UnknownName {
    UnknownName::new(C::NAME)
}
