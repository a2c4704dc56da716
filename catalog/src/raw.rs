//! The types of codes: integers and strings.

use crate::code_format::{CodeFormat, Notation, write_integer};
use crate::section::SectionRange;
use crate::table::inline_str::{Excerpt, InlineStr};
use core::convert::Infallible;
use core::fmt::{self, Debug, Display, Write};
use core::hash::Hash;
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroUsize,
};

/// A code as [`Code`](crate::Code) stores it: a value of the raw type, or a copy of an unknown string.
#[derive(Clone, Copy, Debug)]
pub enum Held<R, I> {
    Raw(R),
    Inline(I),
}

/// The type of a catalog's codes: a primitive integer of up to 64 bits, its counterpart without zero, or `&'static str`.
pub trait Raw: Copy + Ord + Hash + Debug + Display + Send + Sync + sealed::Sealed + 'static {
    /// A code to look up: the integer itself, or a `&str` of any lifetime.
    type Ref<'a>: Copy + Ord + Hash + Debug + Display + sealed::SerializeIfEnabled;

    /// Parses a code that a person typed or that is in a log: a decimal number in range for integers, any text for strings.
    /// Returns `None` if `text` is not such a number.
    ///
    /// ```
    /// use error_catalog::Raw;
    ///
    /// assert_eq!(i32::parse("-1"), Some(-1));
    /// assert_eq!(u8::parse("256"), None);
    /// assert_eq!(<&'static str>::parse("23505"), Some("23505"));
    /// ```
    fn parse(text: &str) -> Option<Self::Ref<'_>>;

    /// A code from the wire that is not `'static`: none for integers, a short string for strings.
    #[doc(hidden)]
    type Inline: Copy + Send + Sync + 'static;

    /// The part of a code that an error keeps.
    #[doc(hidden)]
    type Excerpt: Copy + Eq + Hash + Debug + Send + Sync + 'static;

    /// The name of the type in a declaration.
    #[doc(hidden)]
    const NAME: &'static str;

    /// A description of the codes, for error messages.
    #[doc(hidden)]
    const EXPECTED: &'static str;

    /// Returns an unknown code as `Code` stores it, or `None` if it is too long.
    #[doc(hidden)]
    fn hold(code: Self::Ref<'_>) -> Option<Held<Self, Self::Inline>>;

    /// Returns the code that `hold` stored.
    #[doc(hidden)]
    fn held<'a>(code: Held<&'a Self, &'a Self::Inline>) -> Self::Ref<'a>;

    /// Returns the part of the code that an error keeps.
    #[doc(hidden)]
    fn excerpt(code: Self::Ref<'_>) -> Self::Excerpt;

    /// Writes a code in the notation of a form. A string is quoted and escaped.
    #[doc(hidden)]
    fn write(code: Self::Ref<'_>, format: CodeFormat, line: &mut dyn Write) -> fmt::Result;

    /// Writes the part of a code that an error keeps, as `write` does.
    #[doc(hidden)]
    fn write_excerpt(code: &Self::Excerpt, format: CodeFormat, line: &mut dyn Write) -> fmt::Result;

    /// Returns whether the code is in the range of a section.
    #[doc(hidden)]
    fn is_in(code: Self::Ref<'_>, range: &SectionRange) -> bool;
}

/// An integer type of codes.
pub trait Integer: Raw<Excerpt = Self, Inline = Infallible> {}

#[allow(unreachable_pub, reason = "Rust 1.88 overlooks a trait that only bounds an associated type")]
mod sealed {
    #[cfg(not(feature = "serde"))]
    pub trait Sealed {}

    #[cfg(feature = "serde")]
    pub trait Sealed: crate::serde::raw::ReadRaw {}

    #[cfg(not(feature = "serde"))]
    pub trait SerializeIfEnabled {}

    #[cfg(feature = "serde")]
    pub trait SerializeIfEnabled: serde::Serialize {}
}

impl Raw for &'static str {
    type Ref<'a> = &'a str;
    type Inline = InlineStr;
    type Excerpt = Excerpt;

    const NAME: &'static str = "&'static str";
    const EXPECTED: &'static str = "a string of at most 63 bytes";

    fn parse(text: &str) -> Option<&str> {
        Some(text)
    }

    fn hold(code: &str) -> Option<Held<Self, InlineStr>> {
        InlineStr::new(code).map(Held::Inline)
    }

    fn held<'a>(code: Held<&'a Self, &'a InlineStr>) -> &'a str {
        match code {
            Held::Raw(code) => code,
            Held::Inline(code) => code.as_str(),
        }
    }

    fn excerpt(code: &str) -> Excerpt {
        Excerpt::new(code)
    }

    fn write(code: &str, _: CodeFormat, line: &mut dyn Write) -> fmt::Result {
        write!(line, "{code:?}")
    }

    fn write_excerpt(code: &Excerpt, _: CodeFormat, line: &mut dyn Write) -> fmt::Result {
        write!(line, "{code:?}")
    }

    fn is_in(code: &str, range: &SectionRange) -> bool {
        match range {
            SectionRange::Integers { .. } => false,
            SectionRange::Strings { first, last } => (*first..=*last).contains(&code),
            SectionRange::Prefix(prefix) => code.starts_with(prefix),
        }
    }
}

impl sealed::Sealed for &'static str {}

impl sealed::SerializeIfEnabled for &str {}

macro_rules! integers {
    ($($int:ty: $expected:expr, |$number:ident| $primitive:expr;)*) => {$(
        impl Raw for $int {
            type Ref<'a> = $int;
            type Inline = Infallible;
            type Excerpt = $int;

            const NAME: &'static str = stringify!($int);
            const EXPECTED: &'static str = $expected;

            fn parse(text: &str) -> Option<$int> {
                text.parse().ok()
            }

            fn hold(code: $int) -> Option<Held<$int, Infallible>> {
                Some(Held::Raw(code))
            }

            fn held(code: Held<&$int, &Infallible>) -> $int {
                match code {
                    Held::Raw(code) => *code,
                    Held::Inline(never) => match *never {},
                }
            }

            fn excerpt(code: $int) -> $int {
                code
            }

            #[inline]
            fn write(code: $int, format: CodeFormat, line: &mut dyn Write) -> fmt::Result {
                let $number = code;
                write_integer!($primitive, format, line)
            }

            fn write_excerpt(code: &$int, format: CodeFormat, line: &mut dyn Write) -> fmt::Result {
                let $number = *code;
                write_integer!($primitive, format, line)
            }

            fn is_in(code: $int, range: &SectionRange) -> bool {
                let $number = code;
                match range {
                    SectionRange::Integers { first, last } => (*first..=*last).contains(&($primitive as i128)),
                    SectionRange::Strings { .. } | SectionRange::Prefix(_) => false,
                }
            }
        }

        impl Integer for $int {}

        impl sealed::Sealed for $int {}

        impl sealed::SerializeIfEnabled for $int {}
    )*};
}

integers! {
    i8: "an integer that fits i8", |code| code;
    i16: "an integer that fits i16", |code| code;
    i32: "an integer that fits i32", |code| code;
    i64: "an integer that fits i64", |code| code;
    isize: "an integer that fits isize", |code| code;
    u8: "an integer that fits u8", |code| code;
    u16: "an integer that fits u16", |code| code;
    u32: "an integer that fits u32", |code| code;
    u64: "an integer that fits u64", |code| code;
    usize: "an integer that fits usize", |code| code;
    NonZeroI8: "an integer other than 0 that fits i8", |code| code.get();
    NonZeroI16: "an integer other than 0 that fits i16", |code| code.get();
    NonZeroI32: "an integer other than 0 that fits i32", |code| code.get();
    NonZeroI64: "an integer other than 0 that fits i64", |code| code.get();
    NonZeroIsize: "an integer other than 0 that fits isize", |code| code.get();
    NonZeroU8: "an integer other than 0 that fits u8", |code| code.get();
    NonZeroU16: "an integer other than 0 that fits u16", |code| code.get();
    NonZeroU32: "an integer other than 0 that fits u32", |code| code.get();
    NonZeroU64: "an integer other than 0 that fits u64", |code| code.get();
    NonZeroUsize: "an integer other than 0 that fits usize", |code| code.get();
}
