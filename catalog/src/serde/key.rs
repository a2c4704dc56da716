//! The keys of a reply: those of the envelope are taken out, the others go where they are read, and are listened to on
//! the way, so that an error can say where it is.

use super::place::{Blame, Key};
use super::spelled_key::{SpelledKey, Text};
use super::tape::Tape;
use crate::catalog::Catalog;
use crate::envelope::Envelope;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

/// A field of the envelope.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Field {
    Code,
    Text,
    Request,
    Payload,
}

impl Envelope {
    fn field(&self, key: &str) -> Option<Field> {
        if key == self.code {
            Some(Field::Code)
        } else if key == self.text {
            Some(Field::Text)
        } else if self.payload == Some(key) {
            Some(Field::Payload)
        } else if self.request == Some(key) {
            Some(Field::Request)
        } else {
            None
        }
    }
}

/// What a key turned out to be: the envelope's, and the seed is still there; or another, which the seed has read.
pub(super) enum Found<S, V> {
    Envelope(Field, S),
    Other(V),
}

/// Reads a key with the seed, unless it is one of the envelope's.
pub(super) struct KeySeed<'k, 'de, S> {
    envelope: &'static Envelope,
    seed: S,
    key: &'k mut Key<'de>,
}

impl<'k, 'de, S> KeySeed<'k, 'de, S> {
    /// Leaves in `key` what the key is, if it is none of the envelope's.
    pub(super) fn new<C: Catalog>(seed: S, key: &'k mut Key<'de>) -> Self {
        Self { envelope: &C::ENVELOPE, seed, key }
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for KeySeed<'_, 'de, S> {
    type Value = Found<S, S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! integer_keys {
    ($($method:ident: $type:ty)*) => {$(
        fn $method<E: Error>(self, integer: $type) -> Result<Self::Value, E> {
            self.key.integer(integer);
            self.other(|tape| tape.$method::<E>(integer))
        }
    )*};
}

impl<'de, S: DeserializeSeed<'de>> KeySeed<'_, 'de, S> {
    #[inline]
    fn text<E: Error>(self, text: Text<'_, 'de>) -> Result<Found<S, S::Value>, E> {
        if let Some(field) = self.envelope.field(text.as_str()) {
            return Ok(Found::Envelope(field, self.seed));
        }
        match text {
            Text::Borrowed(text) => self.key.borrow(text),
            Text::Transient(_) | Text::Owned(_) => self.key.copy(text.as_str()),
        }
        let value = self.seed.deserialize(SpelledKey { text, error: PhantomData });
        self.key.is_refused = value.is_err();
        value.map(Found::Other)
    }

    /// A key that is no text, which only binary formats have.
    fn other<E: Error>(
        self,
        write: impl FnOnce(&mut Tape<'de>) -> Result<(), E>,
    ) -> Result<Found<S, S::Value>, E> {
        let mut tape = Tape::default();
        write(&mut tape)?;
        let value = self.seed.deserialize(tape.replay().value());
        self.key.is_refused = value.is_err();
        value.map(Found::Other)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for KeySeed<'_, 'de, S> {
    type Value = Found<S, S::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        self.text(Text::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.text(Text::Transient(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        self.text(Text::Owned(text))
    }

    integer_keys! {
        visit_i64: i64 visit_u64: u64 visit_i128: i128 visit_u128: u128
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        self.other(|tape| tape.visit_bool(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        self.other(|tape| tape.visit_f64(value))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        self.other(|tape| tape.visit_bytes(bytes))
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
        self.other(|tape| tape.visit_borrowed_bytes(bytes))
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Self::Value, E> {
        self.other(|tape| tape.visit_byte_buf(bytes))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        self.other(|tape| tape.visit_unit())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        self.other(|tape| tape.visit_seq(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        self.other(|tape| tape.visit_map(entries))
    }
}

/// A key that is read where it stands, and is listened to: its seed, its deserializer, its visitor.
pub(super) struct Heard<'k, 'de, T> {
    pub(super) inner: T,
    pub(super) key: &'k mut Key<'de>,
    pub(super) blame: &'k Blame,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Heard<'_, 'de, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let Self { inner: seed, key, blame } = self;
        seed.deserialize(Heard { inner: deserializer, key, blame })
    }
}

macro_rules! deserialize {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let Self { inner, key, blame } = self;
            inner.$method($($argument,)* Heard { inner: visitor, key, blame })
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Heard<'_, 'de, D> {
    type Error = D::Error;

    deserialize! {
        deserialize_any() deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32()
        deserialize_i64() deserialize_i128() deserialize_u8() deserialize_u16() deserialize_u32()
        deserialize_u64() deserialize_u128() deserialize_f32() deserialize_f64() deserialize_char()
        deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
        deserialize_option() deserialize_unit() deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str) deserialize_seq() deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize) deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier() deserialize_ignored_any()
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident($value:ident: $type:ty) $hear:ident($heard:expr);)*) => {$(
        #[inline]
        fn $method<E: Error>(self, $value: $type) -> Result<V::Value, E> {
            self.key.$hear($heard);
            let result = self.inner.$method($value);
            if result.is_err() {
                self.blame.was_expecting.set(true);
            }
            result
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Heard<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.blame.was_expecting.set(true);
        self.inner.expecting(f)
    }

    visit! {
        visit_borrowed_str(text: &'de str) borrow(text);
        visit_str(text: &str) copy(text);
        visit_string(text: String) copy(&text);
        visit_bool(value: bool) copy(if value { "true" } else { "false" });
        visit_i8(integer: i8) integer(integer);
        visit_i16(integer: i16) integer(integer);
        visit_i32(integer: i32) integer(integer);
        visit_i64(integer: i64) integer(integer);
        visit_i128(integer: i128) integer(integer);
        visit_u8(integer: u8) integer(integer);
        visit_u16(integer: u16) integer(integer);
        visit_u32(integer: u32) integer(integer);
        visit_u64(integer: u64) integer(integer);
        visit_u128(integer: u128) integer(integer);
        visit_char(value: char) copy(value.encode_utf8(&mut [0; 4]));
    }

    fn visit_f32<E: Error>(self, value: f32) -> Result<V::Value, E> {
        self.inner.visit_f32(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.inner.visit_f64(value)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<V::Value, E> {
        self.inner.visit_bytes(bytes)
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<V::Value, E> {
        self.inner.visit_borrowed_bytes(bytes)
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<V::Value, E> {
        self.inner.visit_byte_buf(bytes)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Heard { inner, key: self.key, blame: self.blame })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Heard { inner, key: self.key, blame: self.blame })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(entries)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(variant)
    }
}
