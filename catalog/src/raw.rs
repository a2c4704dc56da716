//! What a code is on the wire.

use crate::line;
use crate::private::unlisted::Unlisted;
use core::fmt::{self, Debug, Display};
use core::hash::Hash;

/// The type of a catalog's codes: a primitive integer of up to 64 bits, or `&'static str`.
pub trait Raw: Copy + Ord + Hash + Debug + Display + Send + Sync + sealed::Sealed + 'static {
    /// A code to look up: the integer itself, or a `&str` of any lifetime.
    type Ref<'a>: Copy + Ord + Hash + Debug + Display + sealed::Written;

    /// Reads a code that a person typed or a log holds: a decimal number in range for an integer, and for
    /// strings the text as it is. `None` where `text` is no such number.
    ///
    /// ```
    /// use error_catalog::Raw;
    ///
    /// assert_eq!(i32::parse("-1"), Some(-1));
    /// assert_eq!(u8::parse("256"), None);
    /// assert_eq!(<&'static str>::parse("23505"), Some("23505"));
    /// ```
    fn parse(text: &str) -> Option<Self::Ref<'_>>;

    /// What `Code` holds beside a value of this type: nothing for an integer; for strings a code that is not
    /// `'static`.
    #[doc(hidden)]
    type Unlisted: Copy + Send + Sync + 'static;

    /// What `Code` holds beside a code that it was made of.
    #[doc(hidden)]
    const NO_UNLISTED: Self::Unlisted;

    /// The type as a declaration writes it.
    #[doc(hidden)]
    const NAME: &'static str;

    /// What a code looks like, for error messages.
    #[doc(hidden)]
    const EXPECTED: &'static str;

    /// Writes the code as `{}` does, and a blank.
    #[doc(hidden)]
    fn write_before_a_blank(self, line: &mut dyn fmt::Write) -> fmt::Result;

    /// What `Code` holds for a code that is not in the catalog; `None` where it has no room for it.
    #[doc(hidden)]
    fn hold(code: Self::Ref<'_>) -> Option<(Self, Self::Unlisted)>;

    /// The code that `Code` holds.
    #[doc(hidden)]
    fn held(self, unlisted: &Self::Unlisted) -> Self::Ref<'_>;
}

mod sealed {
    #[cfg(not(feature = "serde"))]
    pub trait Sealed {}

    #[cfg(feature = "serde")]
    pub trait Sealed: crate::serde::raw::ReadRaw {}

    #[cfg(not(feature = "serde"))]
    pub trait Written {}

    #[cfg(feature = "serde")]
    pub trait Written: serde::Serialize {}
}

impl Raw for &'static str {
    type Ref<'a> = &'a str;
    type Unlisted = Unlisted;

    const NO_UNLISTED: Unlisted = Unlisted::NONE;
    const NAME: &'static str = "&'static str";
    const EXPECTED: &'static str = "a string of at most 63 bytes";

    fn parse(text: &str) -> Option<&str> {
        Some(text)
    }

    fn write_before_a_blank(self, line: &mut dyn fmt::Write) -> fmt::Result {
        line.write_str(self)?;
        line.write_str(" ")
    }

    fn hold(code: &str) -> Option<(Self, Unlisted)> {
        Some(("", Unlisted::new(code)?))
    }

    fn held(self, unlisted: &Unlisted) -> &str {
        if self.is_empty() { unlisted.as_str() } else { self }
    }
}

impl sealed::Sealed for &'static str {}

impl sealed::Written for &str {}

macro_rules! integers {
    ($($int:ty)*) => {$(
        impl Raw for $int {
            type Ref<'a> = $int;
            type Unlisted = ();

            const NO_UNLISTED: () = ();
            const NAME: &'static str = stringify!($int);
            const EXPECTED: &'static str = concat!("an integer that fits ", stringify!($int));

            fn parse(text: &str) -> Option<$int> {
                text.parse().ok()
            }

            fn write_before_a_blank(self, line: &mut dyn fmt::Write) -> fmt::Result {
                line::integer_and_blank(self as i128, line)
            }

            fn hold(code: $int) -> Option<($int, ())> {
                Some((code, ()))
            }

            fn held(self, (): &()) -> $int {
                self
            }
        }

        impl sealed::Sealed for $int {}

        impl sealed::Written for $int {}
    )*};
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }
