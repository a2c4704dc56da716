//! The error type: a code that is not a success, with the server's text about it.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::columns::Columns;
use crate::display;
use crate::into_failure::IntoFailure;
use crate::language::in_lang::InLang;
use crate::language::words::Words;
use crate::raw::{Held, Raw};
use crate::retry::Retry;
use crate::union::MemberOf;
#[cfg(feature = "alloc")]
use alloc::{boxed::Box, string::ToString};
// Targets without atomic operations have no `Arc`. There, a failure stays on its thread.
#[cfg(all(feature = "alloc", not(target_has_atomic = "ptr")))]
use alloc::rc::Rc as Shared;
#[cfg(all(feature = "alloc", target_has_atomic = "ptr"))]
use alloc::sync::Arc as Shared;
use core::error::Error;
use core::fmt::{self, Debug, Display, Write};

/// A call that failed with a code of the catalog `C`, known or not.
///
/// Created by [`Code::check`] or [`Failure::new`]; both refuse success codes. With the feature `alloc` it also stores
/// the text, the request id and the HTTP status of the server's reply, and a cause. Without `alloc` it is the code alone.
/// It has at most 64 bytes, whatever the catalog.
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
/// # In tests
///
/// Failures have no `==` between them, because causes have none. Compare a failure with a row, or compare the codes:
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// let failure = Code::<WeCom>::new(40014).check().unwrap_err();
/// assert_eq!(failure, WeCom::InvalidAccessToken);
///
/// let result = Code::<WeCom>::new(123456).check().map_err(|failure| failure.code());
/// assert_eq!(result, Err(Code::new(123456)));
/// ```
///
/// # Conversions
///
/// A success does not convert into a failure:
///
/// ```compile_fail,E0277
/// # use error_catalog::{Failure, vendor::WeCom};
/// let result: Result<(), Failure<WeCom>> = Err(WeCom::Ok.into());
/// ```
///
/// `UnknownCode` does not convert either: a code that `try_from` accepts may be a failure too. If a catalog declares no
/// success, its rows convert with `?`.
///
/// In an error type of your own, make a failure one variant with `#[from]` and `#[error(transparent)]`:
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
    code: Held<C::Raw, Stored<<C::Raw as Raw>::Inline>>,
    /// The rest of the reply. It is boxed, because most failures have none.
    #[cfg(feature = "alloc")]
    context: Option<Box<Context>>,
}

/// `Box<T>` if there is an allocator, so that a `Result` with a failure is small although an unknown string code has 64
/// bytes; otherwise `T` itself.
#[cfg(feature = "alloc")]
type Stored<T> = Box<T>;
#[cfg(not(feature = "alloc"))]
type Stored<T> = T;

#[cfg(feature = "alloc")]
#[derive(Clone, Default)]
struct Context {
    status: Option<u16>,
    text: Option<Box<str>>,
    request_id: Option<Box<str>>,
    source: Option<Shared<dyn Error + Send + Sync>>,
}

impl<C: Catalog> Failure<C> {
    /// Returns the failure with this code, a row or any raw code, or `None` for a success. For a code from a reply, use
    /// [`Code::check`].
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

    /// Returns a failure with a code that the caller has checked not to be a success.
    pub(crate) fn of(code: Code<C>) -> Self {
        let code = match code.into_held() {
            Held::Raw(raw) => Held::Raw(raw),
            #[cfg(feature = "alloc")]
            Held::Inline(unknown) => Held::Inline(Box::new(unknown)),
            #[cfg(not(feature = "alloc"))]
            Held::Inline(unknown) => Held::Inline(unknown),
        };
        Self {
            code,
            #[cfg(feature = "alloc")]
            context: None,
        }
    }

    #[cfg(feature = "alloc")]
    fn with(mut self, change: impl FnOnce(&mut Context)) -> Self {
        change(self.context.get_or_insert_default());
        self
    }

    /// Adds the server's text, such as the `errmsg` of a reply. It is stored unchanged, and escaped and cut when printed.
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
        self.with(|context| context.text = Some(text.into()))
    }

    /// Adds the vendor's id of this request, which its support needs. It is stored unchanged, and escaped and cut when
    /// printed.
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
        self.with(|context| context.request_id = Some(request_id.into()))
    }

    /// Adds the cause, which [`source`](core::error::Error::source) returns.
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
        self.with(|context| context.source = Some(Shared::from(source.into())))
    }

    /// Adds the HTTP status of the reply.
    ///
    /// ```
    /// use error_catalog::{Failure, vendor::WeCom};
    ///
    /// let failure = Failure::new(WeCom::SystemBusy).unwrap().with_status(502);
    /// assert_eq!(failure.status(), Some(502));
    /// assert_eq!(failure.to_string(), "-1 系统繁忙 (HTTP 502)");
    /// ```
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        self.with(|context| context.status = Some(status))
    }

    /// Returns the code, which is never a success.
    #[must_use]
    pub const fn code(&self) -> Code<C> {
        Code::from_held(match &self.code {
            Held::Raw(raw) => Held::Raw(*raw),
            #[cfg(feature = "alloc")]
            Held::Inline(unknown) => Held::Inline(**unknown),
            #[cfg(not(feature = "alloc"))]
            Held::Inline(unknown) => Held::Inline(*unknown),
        })
    }

    /// Returns the row with the code, to match on, or `None` if the catalog has none.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.code().known()
    }

    /// Returns the catalog's advice on what to do about it, or `None` if it has none or the code is unknown. If the code
    /// has several meanings, this is the first.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        self.known()?.help()
    }

    /// Returns the server's text, if [`with_text`](Self::with_text) added it, unchanged. To show it, print the failure,
    /// which escapes and cuts it.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.context.as_ref()?.text.as_deref()
    }

    /// Returns the vendor's id of the request, if [`with_request_id`](Self::with_request_id) added it, unchanged.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.context.as_ref()?.request_id.as_deref()
    }

    /// Returns the HTTP status of the reply, if [`with_status`](Self::with_status) added it.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.context.as_ref()?.status
    }

    /// Returns the failure as one of a [`union!`](crate::union) of its catalog and others, with its texts and its cause.
    ///
    /// The union has no success, because a code that this catalog does not have may be the success of another one.
    ///
    /// ```
    /// use error_catalog::{Failure, error_catalog, union};
    ///
    /// error_catalog! { pub enum Storage: u16 { 1 => Timeout "timeout" } }
    /// error_catalog! { pub enum Raft: u16 { 101 => NotLeader "not leader" } }
    /// union! { pub enum Kv: u16 of Storage, Raft }
    ///
    /// fn elect() -> Result<(), Failure<Raft>> {
    ///     Err(Raft::NotLeader)?
    /// }
    ///
    /// fn write() -> Result<(), Failure<Kv>> {
    ///     elect().map_err(Failure::into_union)
    /// }
    ///
    /// assert_eq!(write().unwrap_err(), Kv::Raft(Raft::NotLeader));
    /// ```
    #[must_use]
    pub fn into_union<U: Catalog>(self) -> Failure<U>
    where
        C: MemberOf<U>,
        U::Successes: IntoFailure<U, U>,
    {
        Failure {
            code: self.code,
            #[cfg(feature = "alloc")]
            context: self.context,
        }
    }

    /// Prints the failure with the catalog's messages in the language with this BCP 47 tag. Falls back to the vendor's if
    /// there is no translation or the tag is invalid. See [`Catalog::message_in`]. The server's text stays as it is; the
    /// words around it are Chinese for Chinese, and otherwise English.
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

    /// Returns the advice of the catalog's column of type [`Retry`], or of the one named `retry` if there are several.
    /// Returns `None` if there is no such column, if the code is unknown, or if the meanings of a shared code disagree.
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
        let mut advice = self.code().meanings().map(|meaning| meaning.columns().__advice());
        let first = advice.next()?;
        if advice.all(|other| other == first) { first } else { None }
    }

    pub(crate) fn write(
        &self,
        translate: display::Translate<'_, C>,
        (lang, words): (&str, &Words),
        with_help: bool,
        line: &mut dyn Write,
    ) -> fmt::Result {
        self.code().write(translate, (lang, words), with_help, line)?;
        #[cfg(feature = "alloc")]
        self.write_addition(None, words, line)?;
        Ok(())
    }

    /// Writes the parts of the reply and, if given, the cause.
    #[cfg(feature = "alloc")]
    fn write_addition(&self, cause: Option<&str>, words: &Words, line: &mut dyn Write) -> fmt::Result {
        let mut separator = " (";
        if let Some(status) = self.status() {
            write!(line, "{separator}HTTP {status}")?;
            separator = ", ";
        }
        let texts = [(words.server, self.text()), (words.request_id, self.request_id()), ("cause", cause)];
        for (label, text) in texts {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                write!(line, "{separator}{label}: ")?;
                display::quote(text, line)?;
                separator = ", ";
            }
        }
        if separator == ", " { line.write_str(")") } else { Ok(()) }
    }
}

impl<C: Catalog> Clone for Failure<C> {
    #[cfg_attr(
        not(feature = "alloc"),
        allow(clippy::clone_on_copy, reason = "a code is `Copy` only without `alloc`")
    )]
    fn clone(&self) -> Self {
        Self {
            code: self.code.clone(),
            #[cfg(feature = "alloc")]
            context: self.context.clone(),
        }
    }
}

/// Prints one line: the code as [`Code`] prints it, then the HTTP status, and the server's text and the request id in
/// quotes, escaped, and cut after 300 characters with a note of their length. `{:#}` adds the help. The cause is not
/// printed, because it is the [`source`](core::error::Error::source). Width, fill and alignment apply to the whole line;
/// other flags are ignored.
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
        display::pad(f, &|line| self.write(None, ("", &Words::ENGLISH), with_help, line))
    }
}

/// Compares the code.
impl<C: Catalog> PartialEq<C> for Failure<C> {
    fn eq(&self, row: &C) -> bool {
        self.code() == *row
    }
}

/// Prints the row as [`Code`]'s `Debug` does, with the parts of the reply and the cause, for a `main` that returns the
/// failure. It is always one line, safe at a terminal.
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
        display::pad(f, &|line| {
            self.code().write_debug(line)?;
            #[cfg(feature = "alloc")]
            {
                let cause = self.source().map(ToString::to_string);
                self.write_addition(cause.as_deref(), &Words::ENGLISH, line)?;
            }
            Ok(())
        })
    }
}

impl<C: Catalog> Error for Failure<C> {
    #[cfg(feature = "alloc")]
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source: &(dyn Error + 'static) = self.context.as_ref()?.source.as_deref()?;
        Some(source)
    }
}

/// Converts for functions that return `io::Result`, such as those of `Read` and `Write`. The failure is the inner error.
#[cfg(feature = "std")]
impl<C: Catalog> From<Failure<C>> for std::io::Error {
    fn from(failure: Failure<C>) -> Self {
        Self::other(failure)
    }
}
