//! A tape, played back to whoever the payload is for.

use super::spelled_key::{SpelledKey, Text};
use super::spelling::Integer;
use super::tape::{Tape, Token};
use core::marker::PhantomData;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

impl<'de> Tape<'de> {
    pub(super) fn replay(&self) -> Replay<'_, 'de> {
        Replay { tape: self, at: 0 }
    }
}

/// A tape that is played, and how far it is.
pub(super) struct Replay<'t, 'de> {
    tape: &'t Tape<'de>,
    at: usize,
}

impl<'t, 'de> Replay<'t, 'de> {
    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.tape.tokens.len()
    }

    /// The value that comes next.
    pub(super) fn value<E>(&mut self) -> Value<'_, 't, 'de, E> {
        Value { replay: self, error: PhantomData }
    }

    /// Plays the value that comes next as a key.
    pub(super) fn key<S: DeserializeSeed<'de>, E: Error>(&mut self, seed: S) -> Result<S::Value, E> {
        let text = match (self.tape.tokens.get(self.at), self.next_text()) {
            (Some(Token::BorrowedText(text)), _) => Text::Borrowed(text),
            (_, Some(text)) => Text::Transient(text),
            _ => return seed.deserialize(self.value()),
        };
        self.at += 1;
        seed.deserialize(SpelledKey { text, error: PhantomData })
    }

    /// The value that comes next, if it is a text.
    pub(super) fn next_text(&self) -> Option<&'t str> {
        self.tape.text(self.at)
    }

    fn next(&mut self) -> Option<&'t Token<'de>> {
        let token = self.tape.tokens.get(self.at);
        self.at += 1;
        token
    }

    /// Passes over the value that comes next.
    pub(super) fn skip(&mut self) {
        let mut values = 1;
        while values > 0 {
            values += match self.next() {
                Some(Token::Items(items)) => *items,
                Some(Token::Entries(entries)) => 2 * entries,
                Some(_) => 0,
                None => return,
            };
            values -= 1;
        }
    }

    /// The digits of the number that comes next, if `serde_json` told it as it tells numbers where its feature
    /// `arbitrary_precision` is on.
    fn digits(&self) -> Option<&'t str> {
        match self.tape.tokens.get(self.at)? {
            Token::Entries(1) if self.tape.text(self.at + 1) == Some(NUMBER) => self.tape.text(self.at + 2),
            _ => None,
        }
    }
}

/// The one key of the map that such a number is told as.
const NUMBER: &str = "$serde_json::private::Number";

/// The value that comes next on a tape.
pub(super) struct Value<'r, 't, 'de, E> {
    replay: &'r mut Replay<'t, 'de>,
    error: PhantomData<E>,
}

impl<'de, E: Error> Value<'_, '_, 'de, E> {
    fn number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let Some(digits) = self.replay.digits() else { return self.deserialize_any(visitor) };
        self.replay.skip();
        match (Integer::spelled(digits), digits.parse()) {
            (Some(integer), _) => integer.visit(visitor),
            (None, Ok(float)) => visitor.visit_f64(float),
            (None, Err(_)) => visitor.visit_str(digits),
        }
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            self.number(visitor)
        }
    )*};
}

impl<'de, E: Error> Deserializer<'de> for Value<'_, '_, 'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.replay.next() {
            Some(Token::Null) | None => visitor.visit_unit(),
            Some(Token::Bool(value)) => visitor.visit_bool(*value),
            Some(Token::I64(integer)) => visitor.visit_i64(*integer),
            Some(Token::U64(integer)) => visitor.visit_u64(*integer),
            Some(Token::I128(start)) => {
                visitor.visit_i128(i128::from_ne_bytes(self.replay.tape.wide(*start)))
            }
            Some(Token::U128(start)) => {
                visitor.visit_u128(u128::from_ne_bytes(self.replay.tape.wide(*start)))
            }
            Some(Token::F32(float)) => visitor.visit_f32(*float),
            Some(Token::F64(float)) => visitor.visit_f64(*float),
            Some(Token::Char(char)) => visitor.visit_char(*char),
            Some(Token::BorrowedText(text)) => visitor.visit_borrowed_str(text),
            Some(Token::Text(start, end)) => visitor.visit_str(&self.replay.tape.texts[*start..*end]),
            Some(Token::BorrowedBytes(bytes)) => visitor.visit_borrowed_bytes(bytes),
            Some(Token::Bytes(start, end)) => visitor.visit_bytes(&self.replay.tape.bytes[*start..*end]),
            Some(Token::Items(count)) => {
                let mut values = Values { replay: self.replay, left: *count, error: PhantomData };
                let value = visitor.visit_seq(&mut values)?;
                values.end(*count, &"fewer items").map(|()| value)
            }
            Some(Token::Entries(count)) => {
                let mut values = Values { replay: self.replay, left: *count, error: PhantomData };
                let value = visitor.visit_map(&mut values)?;
                values.end(*count, &"fewer entries").map(|()| value)
            }
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if let Some(Token::Null) = self.replay.tape.tokens.get(self.replay.at) {
            self.replay.skip();
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
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
        match self.replay.next() {
            Some(Token::BorrowedText(text)) => visitor.visit_enum(StrDeserializer::new(text)),
            Some(Token::Text(start, end)) => {
                visitor.visit_enum(StrDeserializer::new(&self.replay.tape.texts[*start..*end]))
            }
            Some(Token::Entries(1)) => {
                let mut values = Values { replay: self.replay, left: 1, error: PhantomData };
                visitor.visit_enum(MapAccessDeserializer::new(&mut values))
            }
            _ => {
                self.replay.at -= 1;
                self.deserialize_any(visitor)
            }
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.replay.skip();
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        self.replay.tape.is_human_readable
    }

    forward_to_deserialize_any! {
        bool char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

/// The items of a sequence, or the entries of a map.
struct Values<'r, 't, 'de, E> {
    replay: &'r mut Replay<'t, 'de>,
    left: usize,
    error: PhantomData<E>,
}

impl<E: Error> Values<'_, '_, '_, E> {
    /// As formats have it, who reads a part of them has read something else.
    fn end(&self, count: usize, expected: &dyn Expected) -> Result<(), E> {
        if self.left == 0 { Ok(()) } else { Err(E::invalid_length(count, expected)) }
    }
}

impl<'de, E: Error> SeqAccess<'de> for &mut Values<'_, '_, 'de, E> {
    type Error = E;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, E> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(self.replay.value()).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de, E: Error> MapAccess<'de> for &mut Values<'_, '_, 'de, E> {
    type Error = E;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, E> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.replay.key(seed).map(Some)
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, E> {
        seed.deserialize(self.replay.value())
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}
