//! The errors of the conversions into a catalog.

use core::fmt::Debug;

/// A code that the catalog does not have. It keeps the code.
///
/// ```
/// use error_catalog::vendor::WeCom;
///
/// let error = WeCom::try_from(123456).unwrap_err();
/// assert_eq!(error.to_string(), "unknown WeCom code 123456");
/// assert_eq!(error.code(), 123456);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, thiserror::Error)]
#[error("unknown {catalog} code {code:?}")]
pub struct UnknownCode<R: Debug> {
    catalog: &'static str,
    code: R,
}

impl<R: Copy + Debug> UnknownCode<R> {
    pub(crate) const fn new(catalog: &'static str, code: R) -> Self {
        Self { catalog, code }
    }

    /// The name of the catalog that was asked.
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }

    /// The code as it came.
    #[must_use]
    pub const fn code(&self) -> R {
        self.code
    }
}

/// A name that no row of the catalog has.
///
/// ```
/// use error_catalog::vendor::WeCom;
///
/// let error = "SystemBuzy".parse::<WeCom>().unwrap_err();
/// assert_eq!(error.to_string(), "no WeCom code has this name");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, thiserror::Error)]
#[error("no {catalog} code has this name")]
pub struct UnknownName {
    catalog: &'static str,
}

impl UnknownName {
    pub(crate) const fn new(catalog: &'static str) -> Self {
        Self { catalog }
    }

    /// The name of the catalog that was asked.
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }
}

/// A text that is no code of the catalog, known or not: where codes are integers, one that is no decimal number
/// in range; where they are strings, one that is longer than [`Code`](crate::Code) keeps.
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// let error = "40014.0".parse::<Code<WeCom>>().unwrap_err();
/// assert_eq!(error.to_string(), "not a WeCom code: expected an integer that fits i32");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, thiserror::Error)]
#[error("not a {catalog} code: expected {expected}")]
pub struct InvalidCode {
    catalog: &'static str,
    expected: &'static str,
}

impl InvalidCode {
    pub(crate) const fn new(catalog: &'static str, expected: &'static str) -> Self {
        Self { catalog, expected }
    }

    /// The name of the catalog that was asked.
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }
}
