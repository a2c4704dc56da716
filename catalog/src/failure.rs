//! The error type: a code that is no success, with what the server said about it.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::columns::{Columns, Value};
use crate::entry::Entry;
use crate::in_lang::InLang;
use crate::line;
use crate::retry::Retry;
#[cfg(feature = "alloc")]
use alloc::{boxed::Box, string::ToString};
use core::error::Error;
use core::fmt::{self, Debug, Display, Write};

/// A call that failed with a code of the catalog `C`, known or not.
///
/// It comes from [`Code::check`] or [`Failure::new`], and neither makes one of a success. With the feature
/// `alloc` it also holds the text of the server's reply, beside the catalog's message and never instead of it,
/// and a cause. Without `alloc` it is the code alone.
///
/// ```
/// use error_catalog::{Code, Failure, Retry, vendor::WeCom};
///
/// fn check(errcode: i32) -> Result<(), Failure<WeCom>> {
///     Code::new(errcode).check()?;
///     Ok(())
/// }
///
/// let failure = check(42001).unwrap_err();
/// assert_eq!(failure.to_string(), "42001 access_token已过期");
/// assert_eq!(failure.help(), Some("access_token有时效性，需要重新获取一次"));
/// assert_eq!(failure.retry(), Some(Retry::AfterRenewal));
/// assert!(matches!(failure.known(), Some(WeCom::AccessTokenExpired)));
/// assert!(check(0).is_ok());
/// ```
///
/// A success cannot be written as an error, whatever its code:
///
/// ```compile_fail,E0277
/// # use error_catalog::{Failure, vendor::WeCom};
/// let result: Result<(), Failure<WeCom>> = Err(WeCom::Ok.into());
/// ```
///
/// Nor does the error of `try_from` become one, since what `try_from` lets pass may be a failure as well. The rows of a
/// catalog that has no success are converted.
///
/// In an error type of your own it is one variant, `#[from]` and `#[error(transparent)]`:
///
/// ```
/// use error_catalog::{Failure, vendor::WeCom};
///
/// #[derive(Debug, thiserror::Error)]
/// enum Error {
///     #[error(transparent)]
///     WeCom(#[from] Failure<WeCom>),
///     #[error("no network")]
///     Network,
/// }
///
/// let error = Error::from(Failure::new(WeCom::SystemBusy).unwrap());
/// assert_eq!(error.to_string(), "-1 系统繁忙");
/// ```
pub struct Failure<C: Catalog> {
    code: Code<C>,
    #[cfg(feature = "alloc")]
    text: Option<Box<str>>,
    #[cfg(feature = "alloc")]
    request_id: Option<Box<str>>,
    #[cfg(feature = "alloc")]
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl<C: Catalog> Failure<C> {
    /// The failure with this code, a row of the catalog or any raw code; `None` for a success. What a reply
    /// holds is shorter to check with [`Code::check`].
    ///
    /// ```
    /// use error_catalog::{Failure, vendor::WeCom};
    ///
    /// assert!(Failure::new(WeCom::InvalidSecret).is_some());
    /// assert!(Failure::<WeCom>::new(123456).is_some());
    /// assert!(Failure::new(WeCom::Ok).is_none());
    /// ```
    #[must_use]
    pub fn new(code: impl Into<Code<C>>) -> Option<Self> {
        code.into().check().err()
    }

    /// For [`Code::check`], which has seen that the code is no success.
    pub(crate) fn of(code: Code<C>) -> Self {
        Self {
            code,
            #[cfg(feature = "alloc")]
            text: None,
            #[cfg(feature = "alloc")]
            request_id: None,
            #[cfg(feature = "alloc")]
            source: None,
        }
    }

    /// Adds what the server said, such as the `errmsg` of a reply. It is kept as it came; where it is printed,
    /// it is made safe.
    ///
    /// ```
    /// use error_catalog::{Failure, vendor::WeCom};
    ///
    /// let failure = Failure::new(WeCom::InvalidAccessToken).unwrap().with_text("invalid access_token\n");
    /// assert_eq!(failure.text(), Some("invalid access_token\n"));
    /// assert_eq!(
    ///     failure.to_string(),
    ///     r#"40014 不合法的access_token (server: "invalid access_token\n")"#,
    /// );
    /// ```
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn with_text(self, text: impl Into<Box<str>>) -> Self {
        Self { text: Some(text.into()), ..self }
    }

    /// Adds what the vendor calls this request, which is what its support asks for. It is kept as it came; where it is
    /// printed, it is made safe.
    ///
    /// ```
    /// use error_catalog::{Failure, vendor::WeCom};
    ///
    /// let failure = Failure::new(WeCom::SystemBusy).unwrap().with_request_id("5D2A-77");
    /// assert_eq!(failure.to_string(), r#"-1 系统繁忙 (request id: "5D2A-77")"#);
    /// ```
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn with_request_id(self, request_id: impl Into<Box<str>>) -> Self {
        Self { request_id: Some(request_id.into()), ..self }
    }

    /// Adds the error that this one is a consequence of; [`source`](core::error::Error::source) returns it.
    ///
    /// ```
    /// use error_catalog::{Failure, vendor::WeCom};
    /// use std::error::Error;
    ///
    /// let cause = "x".parse::<u8>().unwrap_err();
    /// let failure = Failure::new(WeCom::InvalidParameter).unwrap().with_source(cause);
    /// assert_eq!(failure.source().unwrap().to_string(), "invalid digit found in string");
    /// ```
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..self }
    }

    /// The code. Never a success.
    #[must_use]
    pub const fn code(&self) -> Code<C> {
        self.code
    }

    /// The row of the catalog with the code, to match on; `None` where the catalog has none.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.code.known()
    }

    /// What the catalog says to do about it; `None` where it says nothing or the code is unknown. Of several
    /// meanings, the first one's.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        self.known()?.help()
    }

    /// What the server said, if [`with_text`](Self::with_text) added it. It is as it came: to show it, print the
    /// failure, which escapes and cuts it.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// What the vendor calls the request, if [`with_request_id`](Self::with_request_id) added it, as it came.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Prints as the failure does, with the catalog's messages in the language with this BCP 47 tag; with the vendor's
    /// own where the catalog has none in it, or the tag is none. See [`Catalog::message_in`]. The server's text is in
    /// the server's language.
    ///
    /// ```
    /// use error_catalog::{Failure, vendor::WeCom};
    ///
    /// let failure = Failure::new(WeCom::InvalidAccessToken).unwrap().with_text("invalid access_token, hint: [15]");
    /// assert_eq!(
    ///     failure.in_lang("en").to_string(),
    ///     r#"40014 invalid access_token (server: "invalid access_token, hint: [15]")"#,
    /// );
    /// ```
    #[must_use]
    pub const fn in_lang<'a>(&'a self, lang: &'a str) -> InLang<'a, &'a Self> {
        InLang::new(self, lang)
    }

    /// What the catalog's column `retry` says, if it has one of type [`Retry`]. `None` where it has none, where
    /// the code is unknown, and where the meanings of a shared code disagree.
    ///
    /// ```
    /// use error_catalog::{Failure, Retry, vendor::WeCom};
    ///
    /// assert_eq!(Failure::new(WeCom::SystemBusy).unwrap().retry(), Some(Retry::UpTo(3)));
    /// assert_eq!(Failure::new(WeCom::InvalidSecret).unwrap().retry(), Some(Retry::Never));
    /// assert_eq!(Failure::<WeCom>::new(123456).unwrap().retry(), None);
    /// ```
    #[must_use]
    pub fn retry(&self) -> Option<Retry> {
        let column = C::Columns::NAMES.iter().position(|name| *name == "retry")?;
        let mut advice = self.code.meanings().map(|meaning| match meaning.columns().value(column) {
            Some(Value::Retry(retry)) => Some(retry),
            _ => None,
        });
        let first = advice.next()?;
        if advice.all(|other| other == first) { first } else { None }
    }

    pub(crate) fn write(
        &self,
        message: line::Message<'_, C>,
        with_help: bool,
        line: &mut dyn Write,
    ) -> fmt::Result {
        self.code.write(message, with_help, line)?;
        #[cfg(feature = "alloc")]
        self.write_addition(None, line)?;
        Ok(())
    }

    /// What the server said, and the cause, if that is to be printed too.
    #[cfg(feature = "alloc")]
    fn write_addition(&self, cause: Option<&str>, line: &mut dyn Write) -> fmt::Result {
        let mut separator = " (";
        for (what, text) in [("server", self.text()), ("request id", self.request_id()), ("cause", cause)] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                write!(line, "{separator}{what}: ")?;
                line::quote(text, line)?;
                separator = ", ";
            }
        }
        if separator == ", " { line.write_str(")") } else { Ok(()) }
    }
}

impl<C: Catalog> Code<C> {
    /// The row of a success code, for a vendor may have several that say different things; of every other code,
    /// unknown ones included, the [`Failure`].
    ///
    /// # Errors
    ///
    /// The `Failure` of the code, where it is none that the catalog declares to be a `success`.
    ///
    /// ```
    /// use error_catalog::{Code, vendor::Youdu};
    ///
    /// assert_eq!(Code::<Youdu>::new(2).check().unwrap(), Youdu::False);
    /// assert_eq!(Code::<Youdu>::new(3).check().unwrap_err().to_string(), "3 接口权限不足");
    /// assert!(Code::<Youdu>::new(1).check().is_err());
    /// ```
    pub fn check(self) -> Result<C, Failure<C>> {
        match self.known() {
            Some(row) if row.is_success() => Ok(row),
            _ => Err(Failure::of(self)),
        }
    }
}

/// One line: the code as [`Code`] prints it, then the server's text and the request id in quotes, their control
/// characters escaped, cut after 300 characters with a note of their length. With `{:#}` the help too. A cause is not printed: it is
/// the [`source`](core::error::Error::source). Width, fill and alignment are for all of it, and no other flag changes it.
///
/// ```
/// use error_catalog::{Failure, vendor::WeCom};
///
/// let failure = Failure::<WeCom>::new(123456).unwrap().with_text("\x1b[2J".repeat(1_000_000));
/// let line = failure.to_string();
/// assert!(line.starts_with(r#"123456 unknown WeCom code (server: "\u{1b}[2J\u{1b}[2J"#));
/// assert!(line.ends_with(r#"[2J"… of 4000000 bytes)"#));
/// assert!(line.len() < 1000);
/// ```
impl<C: Catalog> Display for Failure<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with_help = f.alternate();
        line::pad(f, &|line| self.write(&Entry::message, with_help, line))
    }
}

/// The row, as [`Code`]'s `Debug` does, with the server's text and the cause: what a `main` prints that returns the
/// failure. Always one line, safe at a terminal.
///
/// ```
/// use error_catalog::{Failure, vendor::WeCom};
///
/// let failure = Failure::new(WeCom::InvalidAccessToken).unwrap().with_text("invalid access_token");
/// assert_eq!(
///     format!("{failure:?}"),
///     r#"WeCom::InvalidAccessToken = 40014 "不合法的access_token" (server: "invalid access_token")"#,
/// );
/// ```
impl<C: Catalog> Debug for Failure<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line::pad(f, &|line| {
            self.code.write_debug(line)?;
            #[cfg(feature = "alloc")]
            self.write_addition(self.source.as_ref().map(ToString::to_string).as_deref(), line)?;
            Ok(())
        })
    }
}

impl<C: Catalog> Error for Failure<C> {
    #[cfg(feature = "alloc")]
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.source {
            Some(source) => Some(&**source),
            None => None,
        }
    }
}

/// For functions that return `io::Result`, as those of `Read` and `Write` do. The failure is the inner error.
#[cfg(feature = "std")]
impl<C: Catalog> From<Failure<C>> for std::io::Error {
    fn from(failure: Failure<C>) -> Self {
        Self::other(failure)
    }
}
