//! What a row says about its end.

/// What a row's `#[deprecated]` attribute says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Deprecated {
    /// The version or date since when, as the attribute gives it.
    pub since: Option<&'static str>,
    /// What to use instead, or why.
    pub note: Option<&'static str>,
}

impl Deprecated {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(since: Option<&'static str>, note: Option<&'static str>) -> Self {
        Self { since, note }
    }
}
