//! The deprecation of a row.

/// The contents of a row's `#[deprecated]` attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Deprecated {
    /// The version since which the row is deprecated.
    pub since: Option<&'static str>,
    /// The replacement or the reason.
    pub note: Option<&'static str>,
}

impl Deprecated {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(since: Option<&'static str>, note: Option<&'static str>) -> Self {
        Self { since, note }
    }
}
