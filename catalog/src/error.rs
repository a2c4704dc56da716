//! The errors of the conversions into a catalog. All are `'static` and need no allocator.

use crate::catalog::Catalog;
use crate::code_format::CodeFormat;
use crate::raw::{Integer, Raw};
use crate::table::inline_str::Excerpt;
use core::fmt::{self, Display, Write};
use thiserror::Error;

/// A code that is not in the catalog.
///
/// ```
/// use error_catalog::vendor::WeCom;
///
/// let error = WeCom::try_from(123456).unwrap_err();
/// assert_eq!(error.to_string(), "unknown WeCom code 123456");
/// assert_eq!(error.code(), 123456);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Error)]
#[error("unknown {} code {}", catalog.name, Printed::<R>(catalog.format, code))]
pub struct UnknownCode<R: Raw> {
    catalog: &'static Named,
    code: R::Excerpt,
}

/// The name of a catalog, and the form of its codes.
#[derive(PartialEq, Eq, Hash, Debug)]
struct Named {
    name: &'static str,
    format: CodeFormat,
}

struct Printed<'a, R: Raw>(CodeFormat, &'a R::Excerpt);

impl<R: Raw> Display for Printed<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(format, code) = *self;
        format.write(f, |line: &mut dyn Write| R::write_excerpt(code, format, line))
    }
}

impl<R: Raw> UnknownCode<R> {
    #[doc(hidden)]
    pub fn new<C: Catalog<Raw = R>>(code: R::Ref<'_>) -> Self {
        Self { catalog: const { &Named { name: C::NAME, format: C::CODE_FORMAT } }, code: R::excerpt(code) }
    }

    /// Returns the name of the catalog.
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog.name
    }
}

impl<R: Integer> UnknownCode<R> {
    /// Returns the code.
    #[must_use]
    pub const fn code(&self) -> R {
        self.code
    }
}

impl UnknownCode<&'static str> {
    /// Returns the code, or `None` if it has more than 63 bytes: the error keeps only its beginning, to print it.
    ///
    /// ```
    /// use error_catalog::error_catalog;
    ///
    /// error_catalog! { enum State: &'static str { "23505" => UniqueViolation "unique violation" } }
    ///
    /// let error = State::try_from("23999").unwrap_err();
    /// assert_eq!(error.code(), Some("23999"));
    /// assert_eq!(State::try_from(&*"9".repeat(64)).unwrap_err().code(), None);
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_complete_str()
    }
}

/// A name that no row of the catalog has. It prints the beginning of the name, quoted and escaped.
///
/// ```
/// use error_catalog::vendor::WeCom;
///
/// let error = "SystemBuzy".parse::<WeCom>().unwrap_err();
/// assert_eq!(error.to_string(), r#"no WeCom code is named "SystemBuzy""#);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Error)]
#[error("no {catalog} code is named {name:?}")]
pub struct UnknownName {
    catalog: &'static str,
    name: Excerpt,
}

impl UnknownName {
    #[doc(hidden)]
    #[must_use]
    pub fn new(catalog: &'static str, name: &str) -> Self {
        Self { catalog, name: Excerpt::new(name) }
    }

    /// Returns the name of the catalog.
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }
}

/// The error of parsing a text that cannot be a code of the catalog, known or not. For integers, the text is not a
/// decimal number in range; for strings, it is longer than [`Code`](crate::Code) keeps.
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// let error = "40014.0".parse::<Code<WeCom>>().unwrap_err();
/// assert_eq!(error.to_string(), "not a WeCom code: expected an integer that fits i32");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Error)]
#[error("not a {catalog} code: expected {expected}")]
pub struct InvalidCode {
    catalog: &'static str,
    expected: &'static str,
}

impl InvalidCode {
    pub(crate) const fn new(catalog: &'static str, expected: &'static str) -> Self {
        Self { catalog, expected }
    }

    /// Returns the name of the catalog.
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }
}
