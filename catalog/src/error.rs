//! The errors of the conversions into a catalog. Written out and not derived: thiserror would be a second procedural
//! macro for everybody to build.

use core::error::Error;
use core::fmt::{self, Debug, Display};

/// A code that the catalog does not have. It keeps the code.
///
/// ```
/// use error_catalog::vendor::WeCom;
///
/// let error = WeCom::try_from(123456).unwrap_err();
/// assert_eq!(error.to_string(), "unknown WeCom code 123456");
/// assert_eq!(error.code(), 123456);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
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

impl<R: Debug> Display for UnknownCode<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { catalog, code } = self;
        write!(f, "unknown {catalog} code {code:?}")
    }
}

impl<R: Debug> Error for UnknownCode<R> {}

/// A name that no row of the catalog has.
///
/// ```
/// use error_catalog::vendor::WeCom;
///
/// let error = "SystemBuzy".parse::<WeCom>().unwrap_err();
/// assert_eq!(error.to_string(), "no WeCom code has this name");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
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

impl Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no {} code has this name", self.catalog)
    }
}

impl Error for UnknownName {}

/// A text that is no code of the catalog, known or not: where codes are integers, one that is no decimal number
/// in range; where they are strings, one that is longer than [`Code`](crate::Code) keeps.
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// let error = "40014.0".parse::<Code<WeCom>>().unwrap_err();
/// assert_eq!(error.to_string(), "not a WeCom code: expected an integer that fits i32");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
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

impl Display for InvalidCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { catalog, expected } = self;
        write!(f, "not a {catalog} code: expected {expected}")
    }
}

impl Error for InvalidCode {}
