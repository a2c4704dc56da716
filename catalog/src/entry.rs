//! What the vendor says about a code: one entry a meaning, and the iterator over them.

use crate::catalog::Catalog;
use crate::columns::Columns;
use crate::deprecated::Deprecated;
use crate::in_lang;
use crate::private::table::Field;
use crate::section::Section;
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::Range;

/// One meaning of a code, with everything the catalog says about it. A small handle to static tables: copy it.
///
/// ```
/// use error_catalog::vendor::Youdu;
///
/// let messages: Vec<_> = Youdu::RepeatUserId.meanings().map(|meaning| meaning.message()).collect();
/// assert_eq!(messages, ["重复的userId", "jobId不存在"]);
/// ```
pub struct Entry<C> {
    place: usize,
    catalog: PhantomData<C>,
}

impl<C: Catalog> Entry<C> {
    pub(crate) const fn at(place: usize) -> Self {
        Self { place, catalog: PhantomData }
    }

    /// The row that this is a meaning of.
    #[must_use]
    pub fn row(self) -> C {
        C::ROWS[C::TABLE.row_place(self.place)]
    }

    /// The code, which all meanings of the row share.
    #[must_use]
    pub fn code(self) -> C::Raw {
        self.row().code()
    }

    /// The name of the variant; of a meaning behind an `or`, the name of its constant.
    #[must_use]
    pub fn name(self) -> &'static str {
        C::TABLE.field(self.place, Field::Name)
    }

    /// The vendor's own identifier, where it has one.
    #[must_use]
    pub fn symbol(self) -> Option<&'static str> {
        C::TABLE.optional(self.place, Field::Symbol)
    }

    /// The vendor's message.
    #[must_use]
    pub fn message(self) -> &'static str {
        C::TABLE.field(self.place, Field::Message)
    }

    /// The message in the language with this BCP 47 tag; the vendor's own where the catalog has none in it, or the tag
    /// is none. What is a message in a language, and which one a tag finds, is said at
    /// [`Catalog::message_in`].
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

    /// What the vendor says to do about it.
    #[must_use]
    pub fn help(self) -> Option<&'static str> {
        C::TABLE.optional(self.place, Field::Help)
    }

    /// The section that the row is declared in, if any.
    #[must_use]
    pub fn section(self) -> Option<&'static Section> {
        C::TABLE.section(self.place)
    }

    /// What the row's `#[deprecated]` says; `None` where the row has no such attribute.
    #[must_use]
    pub fn deprecated(self) -> Option<&'static Deprecated> {
        C::TABLE.deprecated(self.place)
    }

    /// The values of the catalog's columns, a field each.
    ///
    /// ```
    /// use error_catalog::{Retry, vendor::WeCom};
    ///
    /// let busy = WeCom::SystemBusy.meanings().next().unwrap();
    /// assert_eq!(busy.columns().retry, Retry::UpTo(3));
    /// ```
    #[must_use]
    pub fn columns(self) -> C::Columns {
        C::Columns::__at(self.place)
    }
}

impl<C> Clone for Entry<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Entry<C> {}

/// Entries are equal that are the same meaning of the same row.
impl<C> PartialEq for Entry<C> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<C> Eq for Entry<C> {}

impl<C: Catalog> fmt::Debug for Entry<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
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

/// The meanings of a row, first the row's own, then those behind each `or`. At least one; none for a
/// [`Code`](crate::Code) that the catalog does not have.
#[derive(Clone)]
pub struct Meanings<C> {
    first: Option<usize>,
    later: Range<usize>,
    catalog: PhantomData<C>,
}

impl<C: Catalog> Meanings<C> {
    pub(crate) const fn at(place: usize) -> Self {
        Self { first: Some(place), later: C::TABLE.later_meanings(place), catalog: PhantomData }
    }

    pub(crate) const fn none() -> Self {
        Self { first: None, later: 0..0, catalog: PhantomData }
    }
}

impl<C: Catalog> Iterator for Meanings<C> {
    type Item = Entry<C>;

    fn next(&mut self) -> Option<Entry<C>> {
        let place = self.first.take().or_else(|| self.later.next())?;
        Some(Entry::at(place))
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
