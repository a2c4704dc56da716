//! Any raw code of a catalog, known or not.

use crate::catalog::Catalog;
use crate::code_format::CodeFormat;
use crate::display;
use crate::error::InvalidCode;
use crate::failure::Failure;
use crate::language::in_lang::InLang;
use crate::language::words::Words;
use crate::meaning::Meanings;
use crate::raw::{Held, Integer, Raw};
use crate::section::Section;
use crate::union::MemberOf;
use core::cmp::Ordering;
use core::fmt::{self, Debug, Display, Write};
use core::hash::{Hash, Hasher};
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroUsize,
};
use core::str::FromStr;

/// Any raw code of the catalog `C`, known or not: the type for a struct that is read from the wire. Servers send codes
/// that a catalog does not have yet, so an unknown code is not in itself an error. It is kept, printed as unknown, and
/// never taken for a success.
///
/// There is no variant for "unknown": match on [`known`](Self::known). A code that is added to the catalog later then
/// breaks nobody's `match`. A catalog that wants such a row declares it with the statement `unknown` of
/// [`error_catalog!`](crate::error_catalog#unknown-codes), and a `Code` then converts into it.
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
/// For integers, a `Code` is as large as the integer, and so is an `Option` of it if the codes are
/// [without zero](crate::error_catalog#codes-without-zero). For strings, it refers to a known code, and contains a copy of an
/// unknown one of up to 63 bytes, so that it is `Copy` and needs no allocator. A longer unknown string is an
/// [`InvalidCode`]: it is not cut, because the server did not send the shorter code.
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
    held: Held<C::Raw, <C::Raw as Raw>::Inline>,
}

impl<C: Catalog> Code<C> {
    /// Returns the code with this raw value, whether the catalog has it or not. Parse a string that is not `'static`,
    /// see [`FromStr`].
    ///
    /// ```
    /// use error_catalog::{Code, vendor::WeCom};
    ///
    /// const RATE_LIMIT: Code<WeCom> = Code::new(45009);
    /// assert_eq!(RATE_LIMIT, WeCom::ApiCallLimitExceeded);
    /// assert_eq!(RATE_LIMIT, 45009);
    /// ```
    ///
    /// `new` also takes static strings over 63 bytes, but such a code does not round-trip through serde.
    #[inline]
    #[must_use]
    pub const fn new(raw: C::Raw) -> Self {
        Self { held: Held::Raw(raw) }
    }

    /// Returns the code for a raw value of any lifetime, or `None` for an unknown string that is too long.
    pub(crate) fn from_wire(raw: <C::Raw as Raw>::Ref<'_>) -> Option<Self> {
        if let Some(row) = C::from_code(raw) {
            return Some(Self::from(row));
        }
        Some(Self { held: C::Raw::hold(raw)? })
    }

    pub(crate) const fn from_held(held: Held<C::Raw, <C::Raw as Raw>::Inline>) -> Self {
        Self { held }
    }

    pub(crate) const fn into_held(self) -> Held<C::Raw, <C::Raw as Raw>::Inline> {
        self.held
    }

    /// Returns the raw code: the integer, or the string. See [`integer`](Self::integer) for a `const fn`.
    #[inline]
    #[must_use]
    pub fn raw(&self) -> <C::Raw as Raw>::Ref<'_> {
        C::Raw::held(match &self.held {
            Held::Raw(raw) => Held::Raw(raw),
            Held::Inline(code) => Held::Inline(code),
        })
    }

    /// Returns the row with this code, or `None` if the catalog has none.
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

    /// Returns all meanings of the code: usually one, several if the vendor uses the code for different errors, none for
    /// an unknown code.
    #[must_use]
    pub fn meanings(&self) -> Meanings<C> {
        self.known().map_or(const { Meanings::none() }, C::meanings)
    }

    /// Returns whether the catalog declares the code as a `success`. An unknown code is not a success.
    #[inline]
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.known().is_some_and(C::is_success)
    }

    /// Returns the section of the code. For an unknown code, it is the only section with a range that contains the code,
    /// or `None` if no section or more than one has such a range.
    ///
    /// ```
    /// use error_catalog::{Code, error_catalog};
    ///
    /// error_catalog! {
    ///     enum Http: u16 {
    ///         section Client "client error" 400..=499 { 404 => NotFound "not found" }
    ///         section Server "server error" 500..=599 { 500 => Internal "internal error" }
    ///     }
    /// }
    ///
    /// let teapot = Code::<Http>::new(418);
    /// assert_eq!(teapot.section().unwrap().name(), "Client");
    /// assert_eq!(teapot.to_string(), "418 unknown Http code in section client error");
    /// assert_eq!(Code::<Http>::new(600).section(), None);
    /// ```
    #[must_use]
    pub fn section(&self) -> Option<&'static Section> {
        if let Some(row) = self.known() {
            return row.section();
        }
        let contains = |section: &&Section| section.ranges().any(|range| C::Raw::is_in(self.raw(), &range));
        let mut sections = C::SECTIONS.iter().filter(contains);
        let section = sections.next()?;
        sections.next().is_none().then_some(section)
    }

    /// Returns `Ok(row)` for a success code, and `Err(Failure)` for any other, unknown codes included.
    ///
    /// # Errors
    ///
    /// Returns a [`Failure`] if the code is not a success.
    ///
    /// ```
    /// use error_catalog::{Code, vendor::Youdu};
    ///
    /// assert_eq!(Code::<Youdu>::new(0).check().unwrap(), Youdu::Ok);
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

impl<C: Catalog> Code<C> {
    /// Returns the code as one of a [`union!`](crate::union) of its catalog and others. A code that this catalog does not
    /// have may be a code of another one.
    ///
    /// ```
    /// use error_catalog::{Code, error_catalog, union};
    ///
    /// error_catalog! { pub enum Storage: u16 { 1 => Timeout "timeout" } }
    /// error_catalog! { pub enum Raft: u16 { 101 => NotLeader "not leader" } }
    /// union! { pub enum Kv: u16 of Storage, Raft }
    ///
    /// let code: Code<Kv> = Code::<Raft>::new(101).into_union();
    /// assert_eq!(code.known(), Some(Kv::Raft(Raft::NotLeader)));
    /// ```
    #[must_use]
    pub fn into_union<U: Catalog>(self) -> Code<U>
    where
        C: MemberOf<U>,
    {
        Code { held: self.held }
    }
}

impl<C: Catalog<Raw: Integer>> Code<C> {
    /// Returns the raw code in a `const fn`, which [`raw`](Self::raw) cannot be for strings. The enum's own `from_code` is
    /// `const` too.
    ///
    /// ```
    /// use error_catalog::{Code, vendor::WeCom};
    ///
    /// const LIMIT: Code<WeCom> = Code::new(45009);
    /// const KNOWN: Option<WeCom> = WeCom::from_code(LIMIT.integer());
    /// assert_eq!(KNOWN, Some(WeCom::ApiCallLimitExceeded));
    /// ```
    #[inline]
    #[must_use]
    pub const fn integer(self) -> C::Raw {
        match self.held {
            Held::Raw(raw) => raw,
            Held::Inline(never) => match never {},
        }
    }
}

impl<C: Catalog> Code<C> {
    /// Prints the code with the catalog's messages in the language with this BCP 47 tag. Falls back to the vendor's if
    /// there is no translation or the tag is invalid. See [`Catalog::message_in`]. The words about an unknown code are
    /// Chinese for Chinese, and otherwise English.
    ///
    /// ```
    /// use error_catalog::{Code, vendor::{WeCom, Youdu}};
    ///
    /// let code: Code<Youdu> = Code::new(300311);
    /// assert_eq!(code.in_lang("en").to_string(), "300311 duplicate userId | jobId does not exist");
    /// assert_eq!(code.in_lang("fr").to_string(), code.to_string());
    /// assert_eq!(Code::<WeCom>::new(123456).in_lang("zh").to_string(), "123456 未知的 WeCom 错误码");
    /// ```
    #[must_use]
    pub const fn in_lang<'a>(&self, lang: &'a str) -> InLang<'a, Self> {
        InLang::new(*self, lang)
    }

    /// Writes the line. `translate` chooses the messages, `lang` and `words` the texts about an unknown code.
    pub(crate) fn write(
        &self,
        translate: display::Translate<'_, C>,
        (lang, words): (&str, &Words),
        with_help: bool,
        line: &mut dyn Write,
    ) -> fmt::Result {
        if let Some(row) = self.known() {
            return match translate {
                None => row.__write(with_help, line),
                Some(_) => display::row(row, translate, with_help, line),
            };
        }
        self.write_code(C::CODE_FORMAT, &mut display::Visible(line))?;
        let [before, after] = words.unknown;
        write!(display::Visible(line), "{before}{}{after}", C::NAME)?;
        if let Some(section) = self.section() {
            write!(line, "{}{}", words.section, section.title_in(lang))?;
        }
        let [before, after] = words.read_as;
        match C::UNKNOWN {
            Some(row) => write!(line, "{before}{}{after}", row.name()),
            None => Ok(()),
        }
    }

    /// Writes the code alone.
    fn write_code(&self, format: CodeFormat, line: &mut dyn Write) -> fmt::Result {
        format.write(line, |line| C::Raw::write(self.raw(), format, line))
    }

    /// Writes the `Debug` form.
    pub(crate) fn write_debug(&self, line: &mut dyn Write) -> fmt::Result {
        // Strings are printed without the texts of `display`, because quotes already delimit them.
        let unless_quoted = |format| if C::TABLE.has_integers() { format } else { CodeFormat::PLAIN };
        let Some(row) = self.known() else {
            write!(line, "{}(", C::NAME)?;
            self.write_code(unless_quoted(C::CODE_FORMAT), &mut display::Visible(line))?;
            return line.write_str(")");
        };
        write!(line, "{}::{row:?} = ", C::NAME)?;
        self.write_code(unless_quoted(row.__meaning().code_format()), line)?;
        let mut separator = " ";
        for meaning in row.meanings() {
            if !meaning.message().is_empty() {
                write!(line, "{separator}{:?}", meaning.message())?;
                separator = " | ";
            }
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

/// Parses a code that a person typed, that is in a log, or that a server sent as text. Accepts any integer in range, and
/// any string of at most 63 bytes.
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

any_raw! {
    i8 i16 i32 i64 isize u8 u16 u32 u64 usize &'static str
    NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroIsize
    NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize
}

macro_rules! integers {
    ($($int:ty)*) => {$(
        impl<C: Catalog<Raw = $int>> PartialEq<$int> for Code<C> {
            #[inline]
            fn eq(&self, raw: &$int) -> bool {
                self.raw() == *raw
            }
        }

        impl<C: Catalog<Raw = $int>> PartialEq<Code<C>> for $int {
            #[inline]
            fn eq(&self, code: &Code<C>) -> bool {
                *self == code.raw()
            }
        }
    )*};
}

integers! {
    i8 i16 i32 i64 isize u8 u16 u32 u64 usize
    NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroIsize
    NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize
}

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

impl<C: Catalog<Raw = &'static str>> PartialEq<Code<C>> for str {
    fn eq(&self, code: &Code<C>) -> bool {
        self == code.raw()
    }
}

impl<C: Catalog<Raw = &'static str>> PartialEq<Code<C>> for &str {
    fn eq(&self, code: &Code<C>) -> bool {
        *self == code.raw()
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

/// Orders by raw code.
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

/// Prints the code and its message, `40014 不合法的access_token`, or `123456 unknown WeCom code`, with the section if
/// there is one. An unknown string is quoted and escaped. `{:#}` adds the help after a colon. Width, fill and alignment
/// apply to the whole line; other flags are ignored.
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
        display::pad(f, &|line| self.write(None, ("", &Words::ENGLISH), with_help, line))
    }
}

/// Prints the row, the raw code and the messages in one line, `WeCom::InvalidAccessToken = 40014 "不合法的access_token"`;
/// an unknown code prints as `WeCom(123456)`.
impl<C: Catalog> Debug for Code<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::pad(f, &|line| self.write_debug(line))
    }
}
