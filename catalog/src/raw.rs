//! What a code is on the wire.

use core::fmt::{Debug, Display};
use core::hash::Hash;

/// The type of a catalog's codes: a primitive integer of up to 64 bits, or `&'static str`.
pub trait Raw: Copy + Ord + Hash + Debug + Display + Send + Sync + sealed::Sealed + 'static {
    /// A code to look up: the integer itself, or a `&str` of any lifetime.
    type Ref<'a>: Copy + Ord + Hash + Debug + Display;

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
}

mod sealed {
    pub trait Sealed {}
}

impl Raw for &'static str {
    type Ref<'a> = &'a str;

    fn parse(text: &str) -> Option<&str> {
        Some(text)
    }
}

impl sealed::Sealed for &'static str {}

macro_rules! integers {
    ($($int:ty)*) => {$(
        impl Raw for $int {
            type Ref<'a> = $int;

            fn parse(text: &str) -> Option<$int> {
                text.parse().ok()
            }
        }

        impl sealed::Sealed for $int {}
    )*};
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }
