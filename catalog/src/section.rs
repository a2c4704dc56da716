//! A named group of rows.

use crate::language::lookup;

/// A section of a catalog, from the statement `section`.
///
/// ```
/// use error_catalog::vendor::Youdu;
///
/// let section = Youdu::MissBuin.section().unwrap();
/// assert_eq!(section.title(), "请求验证");
/// assert_eq!(section.title_in("en"), "request verification");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Section {
    name: &'static str,
    title: &'static str,
    /// The language of the catalog, or nothing if it declares none.
    lang: &'static str,
    /// Pairs of another language and the title in it.
    titles: &'static [(&'static str, &'static str)],
    ranges: Ranges,
}

/// The ranges as the expansion writes them: pairs of the first and the last code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Ranges {
    Integers(&'static [(i128, i128)]),
    Strings(&'static [(&'static str, &'static str)]),
    Prefix(&'static str),
}

/// The codes that belong to a section, from its declaration.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum SectionRange {
    /// The integers from `first` to `last`, both included.
    Integers {
        /// The lowest code.
        first: i128,
        /// The highest code.
        last: i128,
    },
    /// The strings from `first` to `last`, both included, compared by bytes.
    Strings {
        /// The first code.
        first: &'static str,
        /// The last code.
        last: &'static str,
    },
    /// The strings with this prefix.
    Prefix(&'static str),
}

impl Section {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, title: &'static str) -> Self {
        Self { name, title, lang: "", titles: &[], ranges: Ranges::Integers(&[]) }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_titles(
        self,
        lang: &'static str,
        titles: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { lang, titles, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_integers(self, ranges: &'static [(i128, i128)]) -> Self {
        Self { ranges: Ranges::Integers(ranges), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_strings(self, ranges: &'static [(&'static str, &'static str)]) -> Self {
        Self { ranges: Ranges::Strings(ranges), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_prefix(self, prefix: &'static str) -> Self {
        Self { ranges: Ranges::Prefix(prefix), ..self }
    }

    /// Returns the codes that belong to the section: its ranges, the codes with its prefix, or those from its base.
    /// Returns nothing if its declaration has none of these. See [`Code::section`](crate::Code::section) for the section of
    /// an unknown code.
    ///
    /// ```
    /// use error_catalog::{SectionRange, error_catalog};
    ///
    /// error_catalog! {
    ///     enum Http: u16 {
    ///         section Client "client error" 400..=449, 460..=499 { 404 => NotFound "not found" }
    ///     }
    /// }
    ///
    /// let mut ranges = Http::NotFound.section().unwrap().ranges();
    /// assert_eq!(ranges.nth(1), Some(SectionRange::Integers { first: 460, last: 499 }));
    /// ```
    pub fn ranges(&self) -> impl Iterator<Item = SectionRange> + use<> {
        let (integers, strings, prefix): (&[_], &[_], _) = match self.ranges {
            Ranges::Integers(ranges) => (ranges, &[], None),
            Ranges::Strings(ranges) => (&[], ranges, None),
            Ranges::Prefix(prefix) => (&[], &[], Some(SectionRange::Prefix(prefix))),
        };
        let integers = integers.iter().map(|&(first, last)| SectionRange::Integers { first, last });
        let strings = strings.iter().map(|&(first, last)| SectionRange::Strings { first, last });
        integers.chain(strings).chain(prefix)
    }

    /// Returns the section's identifier in the declaration.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the title, in the language of the catalog.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// Returns the titles in other languages as pairs of a language tag and a title, in the order of their declaration.
    ///
    /// ```
    /// use error_catalog::vendor::Youdu;
    ///
    /// let section = Youdu::MissBuin.section().unwrap();
    /// assert_eq!(section.titles(), [("en", "request verification")]);
    /// ```
    #[must_use]
    pub const fn titles(&self) -> &'static [(&'static str, &'static str)] {
        self.titles
    }

    /// Returns the title in the language with this BCP 47 tag. Falls back to the catalog's own language if the section has
    /// no such title or the tag is invalid. The tag is looked up as in [`Catalog::language_for`](crate::Catalog::language_for).
    ///
    /// ```
    /// use error_catalog::vendor::WeCom;
    ///
    /// let section = WeCom::AccessTokenExpired.section().unwrap();
    /// assert_eq!(section.title_in("en-GB"), "expired credentials");
    /// assert_eq!(section.title_in("fr"), "凭证已过期");
    /// ```
    #[must_use]
    pub fn title_in(&self, lang: &str) -> &'static str {
        let own = (self.lang, self.title);
        lookup::nearest(lang, [own].into_iter().chain(self.titles.iter().copied())).unwrap_or(self.title)
    }
}
