//! What came before the code, and has to wait for it: a tape of tokens, one after the other in one allocation, and
//! played back to whoever the payload is for. What a format tells is kept as it tells it: integers of any width,
//! borrowed texts, bytes.

use super::key::{SpelledKey, Text};
use super::spelling::Integer;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// Values, one behind the other.
#[derive(Default)]
pub(super) struct Tape<'de> {
    tokens: Vec<Token<'de>>,
    /// The texts that the format did not lend.
    texts: String,
    /// The bytes that it did not lend, and the integers that no token has room for.
    bytes: Vec<u8>,
    is_human_readable: bool,
}

/// It owns nothing, so that a tape is dropped without a look at each.
#[derive(Clone, Copy)]
enum Token<'de> {
    Null,
    Bool(bool),
    I64(i64),
    U64(u64),
    /// Where in the bytes it begins.
    I128(usize),
    U128(usize),
    F32(f32),
    F64(f64),
    Char(char),
    BorrowedText(&'de str),
    /// Where in the texts it begins, and where it ends.
    Text(usize, usize),
    BorrowedBytes(&'de [u8]),
    /// Where in the bytes they begin, and where they end.
    Bytes(usize, usize),
    /// So many values follow.
    Items(usize),
    /// So many pairs of key and value follow.
    Entries(usize),
}

/// The first allocation has room for so many tokens, lest a small payload moves with each few.
const ROOM: usize = 32;

impl<'de> Tape<'de> {
    fn push(&mut self, token: Token<'de>) {
        if self.tokens.capacity() == 0 {
            self.tokens.reserve(ROOM);
        }
        self.tokens.push(token);
    }

    /// Where the bytes begin; they end where all do.
    fn keep(&mut self, bytes: &[u8]) -> usize {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(bytes);
        start
    }

    fn wide(&self, start: usize) -> [u8; 16] {
        self.bytes.get(start..).and_then(|bytes| bytes.first_chunk()).copied().unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token with this number, if it is a text.
    fn text(&self, index: usize) -> Option<&str> {
        match self.tokens.get(index)? {
            Token::BorrowedText(text) => Some(text),
            Token::Text(start, end) => self.texts.get(*start..*end),
            _ => None,
        }
    }

    pub(super) fn replay(&self) -> Replay<'_, 'de> {
        Replay { tape: self, at: 0 }
    }
}

/// Writes a value.
impl<'de> DeserializeSeed<'de> for &mut Tape<'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.is_human_readable = deserializer.is_human_readable();
        deserializer.deserialize_any(self)
    }
}

macro_rules! visit {
    ($($method:ident($value:ident: $type:ty) = $token:expr;)*) => {$(
        #[inline]
        fn $method<E: Error>(self, $value: $type) -> Result<(), E> {
            self.push($token);
            Ok(())
        }
    )*};
}

impl<'de> Visitor<'de> for &mut Tape<'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    visit! {
        visit_bool(value: bool) = Token::Bool(value);
        visit_i64(integer: i64) = Token::I64(integer);
        visit_u64(integer: u64) = Token::U64(integer);
        visit_f32(float: f32) = Token::F32(float);
        visit_f64(float: f64) = Token::F64(float);
        visit_char(char: char) = Token::Char(char);
        visit_borrowed_str(text: &'de str) = Token::BorrowedText(text);
        visit_borrowed_bytes(bytes: &'de [u8]) = Token::BorrowedBytes(bytes);
    }

    fn visit_i128<E: Error>(self, integer: i128) -> Result<(), E> {
        let start = self.keep(&integer.to_ne_bytes());
        self.push(Token::I128(start));
        Ok(())
    }

    fn visit_u128<E: Error>(self, integer: u128) -> Result<(), E> {
        let start = self.keep(&integer.to_ne_bytes());
        self.push(Token::U128(start));
        Ok(())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        let start = self.keep(bytes);
        self.push(Token::Bytes(start, self.bytes.len()));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let start = self.texts.len();
        self.texts.push_str(text);
        let end = self.texts.len();
        self.push(Token::Text(start, end));
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.push(Token::Null);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.push(Token::Null);
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let (head, mut count) = (self.tokens.len(), 0);
        self.push(Token::Items(0));
        while seq.next_element_seed(&mut *self)?.is_some() {
            count += 1;
        }
        self.tokens[head] = Token::Items(count);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (head, mut count) = (self.tokens.len(), 0);
        self.push(Token::Entries(0));
        while map.next_key_seed(&mut *self)?.is_some() {
            map.next_value_seed(&mut *self)?;
            count += 1;
        }
        self.tokens[head] = Token::Entries(count);
        Ok(())
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
