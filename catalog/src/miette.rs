//! A failure as a miette diagnostic, for programs that report their errors with miette.

use crate::catalog::Catalog;
use crate::coded::Coded;
use crate::failure::Failure;
use ::miette::Diagnostic;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::Display;

/// The diagnostic's code is `WeCom::InvalidSecret`, or `WeCom(123456)` if it is unknown. Its help is the catalog's, and its
/// URL is the catalog's `source` if that is a URL.
///
/// ```
/// use error_catalog::{Failure, vendor::WeCom};
/// use miette::Diagnostic;
///
/// let failure: &dyn Diagnostic = &Failure::new(WeCom::AccessTokenExpired).unwrap();
/// assert_eq!(failure.code().unwrap().to_string(), "WeCom::AccessTokenExpired");
/// assert_eq!(failure.help().unwrap().to_string(), "access_token有时效性，需要重新获取一次");
/// assert_eq!(failure.url().unwrap().to_string(), "https://developer.work.weixin.qq.com/document/path/90313");
/// ```
impl<C: Catalog> Diagnostic for Failure<C> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(match self.known() {
            Some(row) => Box::new(path::<C>(row.name())),
            None => Box::new(format!("{:?}", self.code())),
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.help()?))
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(url::<C>()?))
    }
}

fn path<C: Catalog>(name: &str) -> String {
    format!("{}::{name}", C::NAME)
}

fn url<C: Catalog>() -> Option<&'static str> {
    C::SOURCE.filter(|source| source.starts_with("https://") || source.starts_with("http://"))
}

/// The type of the texts of a diagnostic.
pub type DiagnosticText<'a> = Option<Box<dyn Display + 'a>>;

/// Returns the code of an error with values.
pub fn diagnostic_code<E: Coded>(error: &E) -> DiagnosticText<'_> {
    Some(Box::new(path::<E::Catalog>(error.__meaning().name())))
}

/// Returns the help of an error with values.
pub fn diagnostic_help<E: Coded>(error: &E) -> DiagnosticText<'_> {
    Some(Box::new(error.__meaning().help()?))
}

/// Returns the URL of an error with values.
pub fn diagnostic_url<E: Coded>(_: &E) -> DiagnosticText<'_> {
    Some(Box::new(url::<E::Catalog>()?))
}
