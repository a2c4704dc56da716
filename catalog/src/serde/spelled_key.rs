//! A key that is text, wherever it was read or kept, as a deserializer of its own.

use super::spelling::{Integer, spelled};
use alloc::string::String;
use core::marker::PhantomData;
use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;

/// The text of a key.
pub(super) enum Text<'a, 'de> {
    Borrowed(&'de str),
    Transient(&'a str),
    Owned(String),
}

impl Text<'_, '_> {
    #[expect(clippy::match_same_arms, reason = "the texts live for different times")]
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Transient(text) => text,
            Self::Owned(text) => text,
        }
    }
}

/// A key that is text, for whoever reads it, also as the number or the bool that it spells: JSON has no other keys.
pub(super) struct SpelledKey<'a, 'de, E> {
    pub(super) text: Text<'a, 'de>,
    pub(super) error: PhantomData<E>,
}

impl<'de, E: Error> SpelledKey<'_, 'de, E> {
    fn integer<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match Integer::spelled(self.text.as_str()) {
            Some(integer) => integer.visit(visitor),
            None => self.deserialize_any(visitor),
        }
    }

    fn float<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let text = self.text.as_str();
        match text.parse() {
            // Not `inf` and the like.
            Ok(float) if text.ends_with(|char: char| char.is_ascii_digit()) => visitor.visit_f64(float),
            _ => self.deserialize_any(visitor),
        }
    }
}

macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            self.integer(visitor)
        }
    )*};
}

impl<'de, E: Error> Deserializer<'de> for SpelledKey<'_, 'de, E> {
    type Error = E;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.text {
            Text::Borrowed(text) => visitor.visit_borrowed_str(text),
            Text::Transient(text) => visitor.visit_str(text),
            Text::Owned(text) => visitor.visit_string(text),
        }
    }

    integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.float(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.float(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match spelled(self.text.as_str()) {
            Some(value) => visitor.visit_bool(value),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(StrDeserializer::new(self.text.as_str()))
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
