//! A named group of rows.

use crate::lang;

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
    range: Option<SectionRange>,
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
        Self { name, title, lang: "", titles: &[], range: None }
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
    pub const fn with_range(self, range: SectionRange) -> Self {
        Self { range: Some(range), ..self }
    }

    /// Returns the codes that belong to the section, or `None` if its declaration gives no range. See
    /// [`Code::section`](crate::Code::section) for the section of an unknown code.
    ///
    /// ```
    /// use error_catalog::{SectionRange, error_catalog};
    ///
    /// error_catalog! {
    ///     enum Http: u16 {
    ///         section Client "client error" 400..=499 { 404 => NotFound "not found" }
    ///     }
    /// }
    ///
    /// let range = Http::NotFound.section().unwrap().range();
    /// assert_eq!(range, Some(SectionRange::Integers { first: 400, last: 499 }));
    /// ```
    #[must_use]
    pub const fn range(&self) -> Option<SectionRange> {
        self.range
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
        lang::nearest(lang, [own].into_iter().chain(self.titles.iter().copied())).unwrap_or(self.title)
    }
}
