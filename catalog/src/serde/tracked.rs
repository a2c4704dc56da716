//! Error paths: a payload is deserialized by way of `Tracked`, which notes where an error occurs, and whose it is.
//!
//! `serde_path_to_error` finds paths too. But it cannot tell a payload that does not fit from a connection that breaks, whose
//! error has to stay as it is; and it copies each key, which makes a struct of a thousand users take 1.9 times as long.

use super::value::Value;
use crate::display::Visible;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::cell::{Cell, RefCell};
use core::fmt::{self, Write};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

/// The origin of an error, decided at the first place that it passes.
#[derive(Default)]
pub(super) struct ErrorOrigin {
    is_decided: Cell<bool>,
    /// Whether an error was made of a visitor's expectation, which only a payload that does not fit leads to.
    is_unexpected: Cell<bool>,
    /// The path of the value that does not fit; `None` if the format failed.
    misfit: RefCell<Option<String>>,
}

/// The lengths after which a key, a path and an error are cut.
const KEY_BYTES: usize = 48;
const PATH_BYTES: usize = 300;
const ERROR_CHARS: usize = 600;

impl ErrorOrigin {
    /// Notes an error that the deserialized type returned. The path is empty for the payload itself.
    #[cold]
    pub(super) fn note_misfit(&self, path: Option<&Path<'_, '_>>) {
        if !self.is_decided.replace(true) {
            let mut text = String::new();
            if let Some(path) = path {
                path.write(&mut text);
            }
            *self.misfit.borrow_mut() = Some(text);
        }
    }

    /// Notes an error that the format returned.
    #[cold]
    fn note_format(&self, path: &Path<'_, '_>) {
        if self.is_unexpected.get() {
            self.note_misfit(Some(path));
        } else {
            self.is_decided.set(true);
        }
    }

    /// Forgets an error that the deserialized type caught.
    #[cold]
    fn clear(&self) {
        self.is_decided.set(false);
        self.is_unexpected.set(false);
        *self.misfit.borrow_mut() = None;
    }

    /// Adds the path to the error of a payload that does not fit. An error of the format is returned as it is.
    pub(super) fn explain<E: Error>(self, error: E, catalog: &str) -> E {
        let Some(path) = self.misfit.into_inner() else { return error };
        // The error may quote the server's text.
        let error = Shortened(&error.to_string(), ERROR_CHARS).to_string();
        if path.is_empty() {
            E::custom(format_args!("{error} in a {catalog} reply"))
        } else {
            E::custom(format_args!("field {path} of a {catalog} reply: {error}"))
        }
    }
}

/// The path of a value in a payload: a list on the stack, which is written only for an error.
pub(super) struct Path<'p, 'de> {
    pub(super) parent: Option<&'p Path<'p, 'de>>,
    pub(super) segment: Segment<'de>,
    pub(super) origin: &'p ErrorOrigin,
}

pub(super) enum Segment<'de> {
    /// The payload itself, and where the envelope holds it.
    Payload(&'static str),
    Index(usize),
    Key(Cell<Key<'de>>),
}

/// A key as far as it is printed.
#[derive(Clone, Copy, Default)]
pub(super) enum Key<'de> {
    #[default]
    Unknown,
    Borrowed(&'de str),
    /// The start of a key that the format does not lend: its bytes, their number, and whether they are all.
    Copied([u8; KEY_BYTES], u8, bool),
    Integer(i64),
}

impl Key<'_> {
    fn copied(text: &str) -> Self {
        let length =
            (0..=KEY_BYTES.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        let mut bytes = [0; KEY_BYTES];
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        Self::Copied(bytes, length as u8, length == text.len())
    }

    fn integer(integer: impl TryInto<i64>) -> Self {
        integer.try_into().map_or(Self::Unknown, Self::Integer)
    }
}

impl<'de> Path<'_, 'de> {
    /// The path of a field of the whole reply.
    #[inline]
    pub(super) fn field<'p>(key: &Value<'de>, origin: &'p ErrorOrigin) -> Path<'p, 'de> {
        let key = match key {
            Value::Text(Cow::Borrowed(key)) => Key::Borrowed(key),
            _ => match (key.as_text(), key.as_integer()) {
                (Some(key), _) => Key::copied(key),
                (None, Some(integer)) => Key::integer(integer),
                (None, None) => Key::Unknown,
            },
        };
        Path { parent: None, segment: Segment::Key(Cell::new(key)), origin }
    }

    #[inline]
    fn child<'s>(&'s self, segment: Segment<'de>) -> Path<'s, 'de> {
        Path { parent: Some(self), segment, origin: self.origin }
    }

    #[inline]
    fn set_key(&self, key: Key<'de>) {
        if let Segment::Key(current) = &self.segment {
            current.set(key);
        }
    }

    fn write(&self, text: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(text);
        }
        if text.len() > PATH_BYTES {
            if !text.ends_with('…') {
                text.push('…');
            }
            return;
        }
        if !matches!(self.segment, Segment::Index(_)) && !text.is_empty() {
            text.push('.');
        }
        // Writing to a `String` does not fail.
        let _ = match &self.segment {
            Segment::Payload(name) => write!(text, "{name}"),
            Segment::Index(index) => write!(text, "[{index}]"),
            Segment::Key(key) => match key.get() {
                Key::Unknown => write!(text, "?"),
                Key::Integer(integer) => write!(text, "{integer}"),
                Key::Borrowed(key) => write!(text, "{}", Shortened(key, KEY_BYTES)),
                Key::Copied(bytes, length, is_whole) => {
                    let key = core::str::from_utf8(&bytes[..usize::from(length)]).unwrap_or_default();
                    write!(text, "{}{}", Shortened(key, KEY_BYTES), if is_whole { "" } else { "…" })
                }
            },
        };
    }
}

/// Prints so many characters of a text, and escapes the invisible ones.
struct Shortened<'a>(&'a str, usize);

impl fmt::Display for Shortened<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text, chars) = *self;
        let mut line = Visible(f);
        for (index, char) in text.chars().enumerate() {
            match char {
                _ if index == chars => return line.write_char('…'),
                '"' | '\'' | '\\' => line.write_char(char)?,
                _ => write!(line, "{}", char.escape_debug())?,
            }
        }
        Ok(())
    }
}

/// A seed, deserializer, visitor or access of the value at a path, or of the key that ends the path.
pub(super) struct Tracked<'p, 'de, T> {
    pub(super) inner: T,
    pub(super) path: &'p Path<'p, 'de>,
    pub(super) is_key: bool,
}

impl<'p, 'de, T> Tracked<'p, 'de, T> {
    #[inline]
    pub(super) fn value(inner: T, path: &'p Path<'p, 'de>) -> Self {
        Self { inner, path, is_key: false }
    }
}

impl Path<'_, '_> {
    #[inline]
    pub(super) fn misfit<V, E>(&self, result: Result<V, E>) -> Result<V, E> {
        if result.is_err() {
            self.origin.note_misfit(Some(self));
        }
        result
    }

    #[inline]
    pub(super) fn format<V, E>(&self, result: Result<V, E>) -> Result<V, E> {
        if result.is_err() {
            self.origin.note_format(self);
        }
        result
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Tracked<'_, 'de, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let Self { inner, path, is_key } = self;
        let result = path.misfit(inner.deserialize(Tracked { inner: deserializer, path, is_key }));
        if result.is_ok() && path.origin.is_decided.get() | path.origin.is_unexpected.get() {
            path.origin.clear();
        }
        result
    }
}

macro_rules! deserialize {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let Self { inner, path, is_key } = self;
            path.format(inner.$method($($argument,)* Tracked { inner: visitor, path, is_key }))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tracked<'_, 'de, D> {
    type Error = D::Error;

    deserialize! {
        deserialize_any() deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32()
        deserialize_i64() deserialize_i128() deserialize_u8() deserialize_u16() deserialize_u32()
        deserialize_u64() deserialize_u128() deserialize_f32() deserialize_f64() deserialize_char()
        deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
        deserialize_option()
        deserialize_newtype_struct(name: &'static str) deserialize_seq() deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize) deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier() deserialize_ignored_any()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let Self { inner, path, is_key } = self;
        if let Segment::Payload(_) = path.segment {
            // `()` accepts any payload.
            path.format(inner.deserialize_ignored_any(IgnoredAny))?;
            visitor.visit_unit()
        } else {
            path.format(inner.deserialize_unit(Tracked { inner: visitor, path, is_key }))
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_unit(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident($value:ident: $type:ty) $key:expr;)*) => {$(
        #[inline]
        fn $method<E: Error>(self, $value: $type) -> Result<V::Value, E> {
            if self.is_key {
                self.path.set_key($key);
            }
            self.path.misfit(self.inner.$method($value))
        }
    )*};
}

macro_rules! visit_nested {
    ($($method:ident: $bound:ident;)*) => {$(
        #[inline]
        fn $method<D: $bound<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
            let Self { inner: visitor, path, is_key } = self;
            path.misfit(visitor.$method(Tracked { inner, path, is_key }))
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tracked<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.origin.is_unexpected.set(true);
        self.inner.expecting(f)
    }

    visit! {
        visit_bool(value: bool) Key::Borrowed(if value { "true" } else { "false" });
        visit_i8(value: i8) Key::integer(value);
        visit_i16(value: i16) Key::integer(value);
        visit_i32(value: i32) Key::integer(value);
        visit_i64(value: i64) Key::integer(value);
        visit_i128(value: i128) Key::integer(value);
        visit_u8(value: u8) Key::integer(value);
        visit_u16(value: u16) Key::integer(value);
        visit_u32(value: u32) Key::integer(value);
        visit_u64(value: u64) Key::integer(value);
        visit_u128(value: u128) Key::integer(value);
        visit_f32(value: f32) Key::Unknown;
        visit_f64(value: f64) Key::Unknown;
        visit_char(value: char) Key::copied(value.encode_utf8(&mut [0; 4]));
        visit_str(value: &str) Key::copied(value);
        visit_borrowed_str(value: &'de str) Key::Borrowed(value);
        visit_string(value: String) Key::copied(&value);
        visit_bytes(value: &[u8]) Key::Unknown;
        visit_borrowed_bytes(value: &'de [u8]) Key::Unknown;
        visit_byte_buf(value: alloc::vec::Vec<u8>) Key::Unknown;
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.path.misfit(self.inner.visit_none())
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.path.misfit(self.inner.visit_unit())
    }

    visit_nested! {
        visit_some: Deserializer;
        visit_newtype_struct: Deserializer;
        visit_enum: EnumAccess;
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        self.path.misfit(self.inner.visit_seq(Items { inner, parent: self.path, index: 0 }))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let path = self.path.child(Segment::Key(Cell::default()));
        self.path.misfit(self.inner.visit_map(Entries { inner, path: &path }))
    }
}

struct Items<'p, 'de, A> {
    inner: A,
    parent: &'p Path<'p, 'de>,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let path = self.parent.child(Segment::Index(self.index));
        self.index += 1;
        path.format(self.inner.next_element_seed(Tracked::value(seed, &path)))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// The entries of a map, at the path of the last key.
struct Entries<'p, 'de, A> {
    inner: A,
    path: &'p Path<'p, 'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let seed = Tracked { inner: seed, path: self.path, is_key: true };
        self.path.format(self.inner.next_key_seed(seed))
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.path.format(self.inner.next_value_seed(Tracked::value(seed, self.path)))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'p, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Tracked<'p, 'de, A> {
    type Error = A::Error;
    type Variant = Tracked<'p, 'de, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let Self { inner, path, is_key } = self;
        let (value, inner) = path.format(inner.variant_seed(Tracked { inner: seed, path, is_key }))?;
        Ok((value, Tracked { inner, path, is_key }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Tracked<'_, 'de, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.path.format(self.inner.unit_variant())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.path.format(self.inner.newtype_variant_seed(Tracked::value(seed, self.path)))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.path.format(self.inner.tuple_variant(length, Tracked::value(visitor, self.path)))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.path.format(self.inner.struct_variant(fields, Tracked::value(visitor, self.path)))
    }
}
