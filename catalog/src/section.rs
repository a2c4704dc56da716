//! A named group of rows.

/// A section of a catalog, as the statement `section` declares it.
///
/// ```
/// use error_catalog::vendor::Youdu;
///
/// let section = Youdu::MissBuin.section().unwrap();
/// assert_eq!(section.title(), "请求验证");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Section {
    name: &'static str,
    title: &'static str,
}

impl Section {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, title: &'static str) -> Self {
        Self { name, title }
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
}
