//! A named group of rows.

use crate::lang;

/// A section of a catalog, as the statement `section` declares it.
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
    /// Language and title.
    titles: &'static [(&'static str, &'static str)],
}

impl Section {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, title: &'static str) -> Self {
        Self { name, title, titles: &[] }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_titles(self, titles: &'static [(&'static str, &'static str)]) -> Self {
        Self { titles, ..self }
    }

    /// The identifier in the source.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The title, in the language of the catalog.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The titles in other languages, the tag of the language and the title, in the order in which they are declared.
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

    /// The title in the language with this BCP 47 tag; the one in the language of the catalog where the section has none
    /// in it, or the tag is none. The tag is looked up as in RFC 4647: `en-GB` finds `en`.
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
        let told = lang::lookup(lang, |tag| self.titles.iter().find(|(lang, _)| lang::same(lang, tag)));
        told.map_or(self.title, |(_, title)| title)
    }
}
