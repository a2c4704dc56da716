//! What came before the code, and has to wait for it: a tape of tokens, one after the other in one allocation. What a
//! format tells is kept as it tells it: integers of any width, borrowed texts, bytes.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Values, one behind the other.
#[derive(Default)]
pub(super) struct Tape<'de> {
    pub(super) tokens: Vec<Token<'de>>,
    /// The texts that the format did not lend.
    pub(super) texts: String,
    /// The bytes that it did not lend, and the integers that no token has room for.
    pub(super) bytes: Vec<u8>,
    pub(super) is_human_readable: bool,
}

/// It owns nothing, so that a tape is dropped without a look at each.
#[derive(Clone, Copy)]
pub(super) enum Token<'de> {
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

    pub(super) fn wide(&self, start: usize) -> [u8; 16] {
        self.bytes.get(start..).and_then(|bytes| bytes.first_chunk()).copied().unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token with this number, if it is a text.
    pub(super) fn text(&self, index: usize) -> Option<&str> {
        match self.tokens.get(index)? {
            Token::BorrowedText(text) => Some(text),
            Token::Text(start, end) => self.texts.get(*start..*end),
            _ => None,
        }
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
