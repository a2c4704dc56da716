//! The value of a code, in any notation.

use std::borrow::Cow;
use std::fmt::{self, Display};

/// A code by value: `0x10` and `16` are one, and so are `"a"` and `r"a"`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Code {
    /// A code of an integer catalog.
    Int(i128),
    /// A code of a string catalog.
    Str(String),
}

impl Code {
    /// Returns the number of an integer.
    pub(crate) fn as_int(&self) -> Option<i128> {
        match self {
            Self::Int(code) => Some(*code),
            Self::Str(_) => None,
        }
    }

    /// Returns the text of a string.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(code) => Some(code),
            Self::Int(_) => None,
        }
    }

    /// Returns the code without quotes.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Int(code) => code.to_string().into(),
            Self::Str(code) => code.into(),
        }
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(code) => write!(f, "{code}"),
            Self::Str(code) => write!(f, "{code:?}"),
        }
    }
}
