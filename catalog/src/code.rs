//! The open side of a catalog: any raw code, known or not.

use crate::catalog::Catalog;
use crate::entry::{Entry, Meanings};
use crate::error::InvalidCode;
use crate::in_lang::InLang;
use crate::line;
use crate::raw::Raw;
use core::cmp::Ordering;
use core::fmt::{self, Debug, Display, Write};
use core::hash::{Hash, Hasher};
use core::str::FromStr;

/// Any raw code of the catalog `C`, whether the catalog has it or not: what belongs in a struct that is read from
/// the wire. The vendor's server is ahead of every catalog, so an unknown code is nothing to fail on. It is kept,
/// printed as unknown, and never taken for success.
///
/// There is no variant to match for "unknown": match on [`known`](Self::known), and a code that the catalog
/// learns later breaks nobody's `match`.
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// let code: Code<WeCom> = Code::new(40014);
/// assert_eq!(code.known(), Some(WeCom::InvalidAccessToken));
/// assert_eq!(code.to_string(), "40014 不合法的access_token");
///
/// let new = Code::<WeCom>::new(123456);
/// assert_eq!(new.known(), None);
/// assert_eq!(new.raw(), 123456);
/// assert_eq!(new.to_string(), "123456 unknown WeCom code");
/// assert!(!new.is_success());
/// ```
///
/// Where codes are integers, a `Code` is the integer and as large. Where they are strings it holds a code of the
/// catalog by reference, and one from the wire that the catalog does not have in itself, up to 63 bytes, so that
/// it needs no allocator and stays `Copy`. A longer unknown string is an [`InvalidCode`]: to keep a part of it
/// would be to pass on a code that nobody sent.
///
/// ```
/// use error_catalog::{Code, error_catalog};
///
/// error_catalog! {
///     /// SQLSTATE, in part.
///     pub enum SqlState: &'static str {
///         success "00000";
///         "00000" => SuccessfulCompletion "successful completion",
///         "23505" => UniqueViolation "unique violation",
///     }
/// }
///
/// let from_server = String::from("99XYZ");
/// let code: Code<SqlState> = from_server.parse()?;
/// assert_eq!(code.raw(), "99XYZ");
/// assert_eq!(code.to_string(), r#""99XYZ" unknown SqlState code"#);
/// assert!("x".repeat(64).parse::<Code<SqlState>>().is_err());
/// # Ok::<(), error_catalog::InvalidCode>(())
/// ```
#[derive(Clone, Copy)]
pub struct Code<C: Catalog> {
    raw: C::Raw,
    unlisted: <C::Raw as Raw>::Unlisted,
}

impl<C: Catalog> Code<C> {
    /// The code with this raw value, be it in the catalog or not. A code in a string that is not `'static` is
    /// parsed, see [`FromStr`].
    ///
    /// ```
    /// use error_catalog::{Code, vendor::WeCom};
    ///
    /// const RATE_LIMIT: Code<WeCom> = Code::new(45009);
    /// assert_eq!(RATE_LIMIT, WeCom::ApiCallLimitExceeded);
    /// assert_eq!(RATE_LIMIT, 45009);
    /// ```
    ///
    /// A `&'static str` of more than 63 bytes that the catalog does not have is a `Code` too, but one that only this
    /// can make: written, it is not read back, for a `Code` has no room for it.
    #[inline]
    #[must_use]
    pub const fn new(raw: C::Raw) -> Self {
        Self { raw, unlisted: C::Raw::NO_UNLISTED }
    }

    /// The code as it came; `None` for a string that is unknown and too long to keep.
    pub(crate) fn from_wire(raw: <C::Raw as Raw>::Ref<'_>) -> Option<Self> {
        if let Some(row) = C::from_code(raw) {
            return Some(Self::from(row));
        }
        let (raw, unlisted) = C::Raw::hold(raw)?;
        Some(Self { raw, unlisted })
    }

    /// The code as it is on the wire: the integer, or the string.
    #[inline]
    #[must_use]
    pub fn raw(&self) -> <C::Raw as Raw>::Ref<'_> {
        self.raw.held(&self.unlisted)
    }

    /// The row of the catalog with this code; `None` where the catalog has none.
    ///
    /// ```
    /// use error_catalog::{Code, vendor::WeCom};
    ///
    /// let code: Code<WeCom> = Code::new(45009);
    /// let is_rate_limit = match code.known() {
    ///     Some(WeCom::ApiCallLimitExceeded | WeCom::ConcurrentApiCallLimitExceeded) => true,
    ///     Some(_) | None => false,
    /// };
    /// assert!(is_rate_limit);
    /// ```
    #[inline]
    #[must_use]
    pub fn known(&self) -> Option<C> {
        C::from_code(self.raw())
    }

    /// All meanings of the code: one, or several where the vendor uses the code for different errors; none for
    /// an unknown code.
    #[must_use]
    pub fn meanings(&self) -> Meanings<C> {
        self.known().map_or(const { Meanings::none() }, C::meanings)
    }

    /// Whether the catalog declares the code to be a `success`. An unknown code is none.
    #[inline]
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.known().is_some_and(C::is_success)
    }
}

impl<C: Catalog> Code<C> {
    /// Prints as the code does, with the catalog's messages in the language with this BCP 47 tag; with the vendor's own
    /// where the catalog has none in it, or the tag is none. See [`Catalog::message_in`].
    ///
    /// ```
    /// use error_catalog::{Code, vendor::Youdu};
    ///
    /// let code: Code<Youdu> = Code::new(300311);
    /// assert_eq!(code.in_lang("en").to_string(), "300311 duplicate userId | jobId does not exist");
    /// assert_eq!(code.in_lang("fr").to_string(), code.to_string());
    /// ```
    #[must_use]
    pub const fn in_lang<'a>(&self, lang: &'a str) -> InLang<'a, Self> {
        InLang::new(*self, lang)
    }

    pub(crate) fn write(
        &self,
        message: line::Message<'_, C>,
        with_help: bool,
        line: &mut dyn Write,
    ) -> fmt::Result {
        match self.known() {
            Some(row) => line::row(row, message, with_help, line),
            None => write!(line, "{:?} unknown {} code", self.raw(), C::NAME),
        }
    }

    /// What `Debug` prints.
    pub(crate) fn write_debug(&self, line: &mut dyn Write) -> fmt::Result {
        let Some(row) = self.known() else {
            return write!(line, "{}({:?})", C::NAME, self.raw());
        };
        write!(line, "{}::{} = {:?}", C::NAME, row.name(), self.raw())?;
        let mut separator = " ";
        for meaning in row.meanings() {
            write!(line, "{separator}{:?}", meaning.message())?;
            separator = " | ";
        }
        Ok(())
    }
}

impl<C: Catalog> From<C> for Code<C> {
    #[inline]
    fn from(row: C) -> Self {
        Self::new(row.code())
    }
}

/// Reads a code that a person typed, a log holds, or a server sent as text. Any integer in range and any string
/// of at most 63 bytes is one.
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// assert_eq!("40014".parse::<Code<WeCom>>()?, WeCom::InvalidAccessToken);
/// assert_eq!("-7".parse::<Code<WeCom>>()?.raw(), -7);
/// assert!("99999999999".parse::<Code<WeCom>>().is_err());
/// # Ok::<(), error_catalog::InvalidCode>(())
/// ```
impl<C: Catalog> FromStr for Code<C> {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        C::Raw::parse(text).and_then(Self::from_wire).ok_or(InvalidCode::new(C::NAME, C::Raw::EXPECTED))
    }
}

macro_rules! any_raw {
    ($($raw:ty)*) => {$(
        impl<C: Catalog<Raw = $raw>> From<$raw> for Code<C> {
            #[inline]
            fn from(raw: $raw) -> Self {
                Self::new(raw)
            }
        }
    )*};
}

any_raw! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize &'static str }

macro_rules! integers {
    ($($int:ty)*) => {$(
        impl<C: Catalog<Raw = $int>> PartialEq<$int> for Code<C> {
            #[inline]
            fn eq(&self, raw: &$int) -> bool {
                self.raw == *raw
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl<C: Catalog<Raw = &'static str>> PartialEq<str> for Code<C> {
    fn eq(&self, raw: &str) -> bool {
        self.raw() == raw
    }
}

impl<C: Catalog<Raw = &'static str>> PartialEq<&str> for Code<C> {
    fn eq(&self, raw: &&str) -> bool {
        self.raw() == *raw
    }
}

impl<C: Catalog> PartialEq for Code<C> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.raw() == other.raw()
    }
}

impl<C: Catalog> Eq for Code<C> {}

impl<C: Catalog> PartialEq<C> for Code<C> {
    #[inline]
    fn eq(&self, row: &C) -> bool {
        *self == Self::from(*row)
    }
}

impl<C: Catalog> PartialOrd for Code<C> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By raw code.
impl<C: Catalog> Ord for Code<C> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.raw().cmp(&other.raw())
    }
}

impl<C: Catalog> Hash for Code<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw().hash(state);
    }
}

/// The catalog's text, `40014 不合法的access_token`, or `123456 unknown WeCom code`. An unknown string is quoted
/// and its control characters are escaped. With `{:#}` the help too, behind a colon. Width, fill and alignment are for
/// all of it, and no other flag changes it.
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// let code: Code<WeCom> = Code::new(40001);
/// assert_eq!(format!("[{code:>21}]"), "[   40001 不合法的secret参数]");
/// assert_eq!(format!("[{code:.2}]"), "[40001 不合法的secret参数]");
/// ```
impl<C: Catalog> Display for Code<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with_help = f.alternate();
        line::pad(f, &|line| self.write(&Entry::message, with_help, line))
    }
}

/// The row, the raw code and the messages, `WeCom::InvalidAccessToken = 40014 "不合法的access_token"`, always in one line;
/// `WeCom(123456)` where the code is unknown.
impl<C: Catalog> Debug for Code<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        line::pad(f, &|line| self.write_debug(line))
    }
}
