//! How a value is written. What a person types may differ, `+5` or `05`; a server that sends such a thing has not sent
//! the value.

use core::fmt::{self, Display, Write};
use core::str::FromStr;
use serde::de::{Error, Visitor};

/// Whether `text` is what `value` prints.
pub(super) fn spells(text: &str, value: &impl Display) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// What is still to be written. Anything else is an error.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// The value that `text` spells.
pub(super) fn spelled<T: FromStr + Display>(text: &str) -> Option<T> {
    text.parse().ok().filter(|value| spells(text, value))
}

/// An integer of the width that it needs.
pub(super) enum Integer {
    U64(u64),
    I64(i64),
    U128(u128),
    I128(i128),
}

impl Integer {
    /// The integer that `text` spells.
    pub(super) fn spelled(text: &str) -> Option<Self> {
        spelled(text)
            .map(Self::U64)
            .or_else(|| spelled(text).map(Self::I64))
            .or_else(|| spelled(text).map(Self::U128))
            .or_else(|| spelled(text).map(Self::I128))
    }

    pub(super) fn visit<'de, V: Visitor<'de>, E: Error>(self, visitor: V) -> Result<V::Value, E> {
        match self {
            Self::U64(integer) => visitor.visit_u64(integer),
            Self::I64(integer) => visitor.visit_i64(integer),
            Self::U128(integer) => visitor.visit_u128(integer),
            Self::I128(integer) => visitor.visit_i128(integer),
        }
    }
}
