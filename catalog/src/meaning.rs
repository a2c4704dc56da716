//! The meanings of a row, and the iterator over them.

use crate::catalog::Catalog;
use crate::code_format::CodeFormat;
use crate::columns::Columns;
use crate::deprecated::Deprecated;
use crate::language::in_lang;
use crate::section::Section;
use crate::table::{DeclaredValue, DeclaredValues, Field, Translations};
use crate::union::members::{Member, first_index, locate, table_at};
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::Range;

/// One meaning of a code, with everything in the catalog about it. A small `Copy` handle to static tables.
///
/// ```
/// use error_catalog::vendor::Youdu;
///
/// let messages: Vec<_> = Youdu::RepeatUserId.meanings().map(|meaning| meaning.message()).collect();
/// assert_eq!(messages, ["重复的userId", "jobId不存在"]);
/// ```
pub struct Meaning<C> {
    index: usize,
    catalog: PhantomData<C>,
}

impl<C: Catalog> Meaning<C> {
    pub(crate) const fn at(index: usize) -> Self {
        Self { index, catalog: PhantomData }
    }

    /// Returns the meaning at an index of the tables.
    #[doc(hidden)]
    #[must_use]
    pub const fn __at(index: usize) -> Self {
        Self::at(index)
    }

    /// Returns the first meaning of the row with this discriminant.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn __first(discriminant: u64) -> Self {
        Self::at(C::TABLE.index(discriminant))
    }

    /// Returns the row that this is a meaning of.
    #[inline]
    #[must_use]
    pub const fn row(self) -> C {
        C::ROWS[if C::MEMBERS.is_empty() { C::TABLE.row(self.index) } else { self.index }]
    }

    /// Returns the code, which all meanings of the row share.
    #[must_use]
    pub fn code(self) -> C::Raw {
        self.row().code()
    }

    /// Returns the name of the variant or, for a meaning after `or`, of its constant.
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        let (table, index) = table_at::<C>(self.index);
        table.field(index, Field::Name)
    }

    /// Returns the vendor's own identifier, if it has one.
    #[inline]
    #[must_use]
    pub const fn symbol(self) -> Option<&'static str> {
        let (table, index) = table_at::<C>(self.index);
        table.optional(index, Field::Symbol)
    }

    /// Returns the vendor's message. It is empty if the row is declared without one; `Display` then prints the name.
    #[inline]
    #[must_use]
    pub const fn message(self) -> &'static str {
        let (table, index) = table_at::<C>(self.index);
        table.message(index)
    }

    /// Returns the line that `Display` prints for this meaning.
    #[inline]
    pub(crate) const fn line(self) -> &'static str {
        let (table, index) = table_at::<C>(self.index);
        table.line(index)
    }

    /// Returns the part of the line before the message: the code, and the name if there is no message.
    #[inline]
    pub(crate) const fn prefix(self) -> &'static str {
        let (table, index) = table_at::<C>(self.index);
        table.prefix(index)
    }

    /// Returns the message in the language with this BCP 47 tag, looked up as in [`Catalog::message_in`]. Falls back to
    /// the vendor's message if there is no translation or the tag is invalid.
    ///
    /// ```
    /// use error_catalog::vendor::Youdu;
    ///
    /// let messages: Vec<_> = Youdu::RepeatUserId.meanings().map(|meaning| meaning.message_in("en")).collect();
    /// assert_eq!(messages, ["duplicate userId", "jobId does not exist"]);
    /// ```
    #[must_use]
    pub fn message_in(self, lang: &str) -> &'static str {
        in_lang::message(self, lang).unwrap_or_else(|| self.message())
    }

    /// Returns the vendor's advice on what to do about it.
    #[inline]
    #[must_use]
    pub const fn help(self) -> Option<&'static str> {
        let (table, index) = table_at::<C>(self.index);
        table.optional(index, Field::Help)
    }

    /// Returns the section that the row is declared in, if any.
    #[inline]
    #[must_use]
    pub const fn section(self) -> Option<&'static Section> {
        let section = match C::MEMBERS {
            [] => C::TABLE.section(self.index),
            members => Some(locate(members, self.index).0),
        };
        match section {
            Some(section) => Some(&C::SECTIONS[section]),
            None => None,
        }
    }

    /// Returns the row's `#[deprecated]`, if it has one.
    #[inline]
    #[must_use]
    pub const fn deprecated(self) -> Option<&'static Deprecated> {
        let (table, index) = table_at::<C>(self.index);
        table.deprecated(index)
    }

    /// Returns the values that each occurrence of the error has, in the order of their declaration. A source is not
    /// included. They are empty in a catalog without an error type.
    #[must_use]
    pub fn values(self) -> &'static [DeclaredValue] {
        match self.member() {
            None => declared(C::VALUES, self.index),
            Some((member, index)) => declared(member.values, index),
        }
    }

    /// Returns the field of the error that is its source, if it has one.
    #[doc(hidden)]
    #[must_use]
    pub fn __source(self) -> Option<&'static DeclaredValue> {
        let sources = match self.member() {
            None => declared(C::SOURCES, self.index),
            Some((member, index)) => declared(member.sources, index),
        };
        sources.first()
    }

    /// Returns the member of a union that has the meaning, and its index there; `None` if the catalog is not a union.
    pub(crate) fn member(self) -> Option<(&'static Member, usize)> {
        let (number, index) = locate(C::MEMBERS, self.index);
        C::MEMBERS.get(number).map(|member| (member, index))
    }

    /// Returns the form in which the meaning's catalog prints codes.
    pub(crate) fn code_format(self) -> CodeFormat {
        self.member().map_or(C::CODE_FORMAT, |(member, _)| member.code_format)
    }

    /// Returns the language of the meaning's catalog, and its translations.
    pub(crate) fn languages(self) -> (Option<&'static str>, Translations) {
        match self.member() {
            None => (C::LANG, C::TRANSLATIONS),
            Some((member, _)) => (member.lang, member.translations),
        }
    }

    /// Returns the values of the catalog's columns as a struct with one field per column.
    ///
    /// ```
    /// use error_catalog::{Retry, vendor::WeCom};
    ///
    /// let busy = WeCom::SystemBusy.meanings().next().unwrap();
    /// assert_eq!(busy.columns().retry, Retry::UpTo(3));
    /// ```
    #[must_use]
    pub fn columns(self) -> C::Columns {
        C::Columns::__at(self.index)
    }

    /// Returns this meaning of its row and those after it.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn __and_later(self) -> Meanings<C> {
        let (table, index) = table_at::<C>(self.index);
        let (first, later) = (self.index - index, table.later_meanings(index));
        Meanings {
            first: Some(self.index),
            later: first + later.start..first + later.end,
            catalog: PhantomData,
        }
    }

    /// Converts this meaning of a member to the union's. `number` is the number of the member.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn __in_union<U: Catalog>(self, number: usize) -> Meaning<U> {
        Meaning::at(first_index(U::MEMBERS, number) + self.index)
    }
}

fn declared(values: DeclaredValues, index: usize) -> &'static [DeclaredValue] {
    let found = values.binary_search_by_key(&index, |(index, _)| *index);
    found.map_or(&[], |found| values[found].1)
}

impl<C> Clone for Meaning<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Meaning<C> {}

/// Two meanings are equal if they are the same meaning of the same row.
impl<C> PartialEq for Meaning<C> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<C> Eq for Meaning<C> {}

impl<C: Catalog> fmt::Debug for Meaning<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Meaning")
            .field("code", &self.code())
            .field("name", &self.name())
            .field("symbol", &self.symbol())
            .field("message", &self.message())
            .field("help", &self.help())
            .field("section", &self.section())
            .field("columns", &self.columns())
            .finish()
    }
}

/// An iterator over the meanings of a row: its own, then those after each `or`. Empty only for a
/// [`Code`](crate::Code) that is not in the catalog.
#[derive(Clone)]
pub struct Meanings<C> {
    first: Option<usize>,
    later: Range<usize>,
    catalog: PhantomData<C>,
}

impl<C: Catalog> Meanings<C> {
    pub(crate) const fn none() -> Self {
        Self { first: None, later: 0..0, catalog: PhantomData }
    }
}

impl<C: Catalog> Iterator for Meanings<C> {
    type Item = Meaning<C>;

    fn next(&mut self) -> Option<Meaning<C>> {
        let index = self.first.take().or_else(|| self.later.next())?;
        Some(Meaning::at(index))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::from(self.first.is_some()) + self.later.len();
        (left, Some(left))
    }
}

impl<C: Catalog> ExactSizeIterator for Meanings<C> {}

impl<C: Catalog> FusedIterator for Meanings<C> {}

impl<C: Catalog> fmt::Debug for Meanings<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(Self { first: self.first, later: self.later.clone(), ..*self }).finish()
    }
}
