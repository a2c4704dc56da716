//! Deserializes from a buffered value as its format would have done.

use super::buffered_value::{BufferedValue, DIGITS_KEY};
use super::format::Scalars;
use alloc::borrow::Cow;
use core::fmt::{self, Display, Write};
use core::iter;
use core::marker::PhantomData;
use core::str::FromStr;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};

/// The properties of a format that a buffered value does not show.
#[derive(Clone, Copy)]
pub(super) struct Format {
    pub(super) scalars: Scalars,
    pub(super) is_human_readable: bool,
}

/// A deserializer of a value, or of the key of an entry.
pub(super) struct ValueDeserializer<'de, E> {
    value: BufferedValue<'de>,
    format: Format,
    is_key: bool,
    error: PhantomData<E>,
}

impl Format {
    pub(super) fn value<E>(self, value: BufferedValue<'_>) -> ValueDeserializer<'_, E> {
        ValueDeserializer { value, format: self, is_key: false, error: PhantomData }
    }

    /// Returns a deserializer of a key, which JSON writes as text even if it is a number or a bool.
    pub(super) fn key<E>(self, key: BufferedValue<'_>) -> ValueDeserializer<'_, E> {
        ValueDeserializer { value: key, format: self, is_key: true, error: PhantomData }
    }
}

impl<'de, E: Error> ValueDeserializer<'de, E> {
    /// Returns the scalar in the value: removes its tag, and takes the text of an XML element.
    #[inline]
    fn scalar(self) -> Self {
        if self.format.scalars == Scalars::Xml || matches!(self.value, BufferedValue::Tagged(_)) {
            self.unwrapped()
        } else {
            self
        }
    }

    fn unwrapped(self) -> Self {
        let value = match self.value.into_untagged() {
            BufferedValue::Map(entries) if self.format.scalars == Scalars::Xml && has_only_text(&entries) => {
                let text = entries.into_iter().find(|(key, _)| is_text_key(key));
                text.map_or_else(|| BufferedValue::Text("".into()), |(_, text)| text)
            }
            value => value,
        };
        Self { value, ..self }
    }

    /// Parses text to an `N`, which `buffer` wraps, if it is a key or if the format has only text. Leaves other values
    /// unchanged.
    fn parsed<N: FromStr + Display>(self, buffer: fn(N) -> BufferedValue<'de>) -> Self {
        let is_text = matches!(self.format.scalars, Scalars::Text | Scalars::Xml);
        let number = match &self.value {
            BufferedValue::Text(text) if is_text => text.parse().ok(),
            BufferedValue::Text(text) if self.is_key => {
                text.parse().ok().filter(|number| is_display_of(text, number))
            }
            BufferedValue::Digits(digits) => digits.parse().ok(),
            _ => None,
        };
        match number {
            Some(number) => Self { value: buffer(number), ..self },
            None => self,
        }
    }

    fn number(self) -> Self {
        let integer = self
            .scalar()
            .parsed(BufferedValue::U64)
            .parsed(BufferedValue::I64)
            .parsed(BufferedValue::U128)
            .parsed(BufferedValue::I128);
        match &integer.value {
            BufferedValue::Digits(_) => integer.parsed(BufferedValue::F64),
            _ => integer,
        }
    }

    fn float(self) -> Self {
        let value = self.scalar();
        // JSON has no numbers such as `inf`.
        match value.value.as_text() {
            Some(text) if !text.ends_with(|char: char| char.is_ascii_digit()) => value,
            _ => value.parsed(BufferedValue::F64),
        }
    }
}

/// Returns whether an XML element has no elements, only text and attributes, which a scalar leaves out.
fn has_only_text(entries: &[(BufferedValue<'_>, BufferedValue<'_>)]) -> bool {
    entries.iter().all(|(key, _)| is_text_key(key) || key.as_text().is_some_and(|key| key.starts_with('@')))
}

/// Returns whether this is the key of an XML element's text.
fn is_text_key(key: &BufferedValue<'_>) -> bool {
    matches!(key.as_text(), Some("$text" | "#text" | "$value"))
}

/// Returns whether `text` is the printed form of `value`. Other forms such as `+5` and `05` are accepted from people, but
/// not from servers.
pub(super) fn is_display_of(text: &str, value: &impl Display) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// A writer that accepts only the expected text, of which this is the rest.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

macro_rules! deserialize {
    ($(|$value:ident| $prepared:expr => $($method:ident)*;)*) => {$($(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            let $value = self;
            $prepared.deserialize_any(visitor)
        }
    )*)*};
}

impl<'de, E: Error> Deserializer<'de> for ValueDeserializer<'de, E> {
    type Error = E;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let format = self.format;
        match self.value {
            BufferedValue::Taken | BufferedValue::Null | BufferedValue::NotScalar(_) => visitor.visit_unit(),
            BufferedValue::Bool(value) => visitor.visit_bool(value),
            BufferedValue::I64(integer) => visitor.visit_i64(integer),
            BufferedValue::U64(integer) => visitor.visit_u64(integer),
            BufferedValue::I128(integer) => visitor.visit_i128(integer),
            BufferedValue::U128(integer) => visitor.visit_u128(integer),
            BufferedValue::F32(float) => visitor.visit_f32(float),
            BufferedValue::F64(float) => visitor.visit_f64(float),
            BufferedValue::Char(char) => visitor.visit_char(char),
            BufferedValue::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            BufferedValue::Text(Cow::Owned(text)) => visitor.visit_string(text),
            BufferedValue::Bytes(Cow::Borrowed(bytes)) => visitor.visit_borrowed_bytes(bytes),
            BufferedValue::Bytes(Cow::Owned(bytes)) => visitor.visit_byte_buf(bytes),
            BufferedValue::Seq(items) => {
                let mut items = SeqDeserializer::new(items.into_iter().map(|item| format.value(item)));
                let value = visitor.visit_seq(&mut items)?;
                items.end().map(|()| value)
            }
            BufferedValue::Map(entries) => {
                let entries = entries.into_iter();
                let mut entries =
                    MapDeserializer::new(entries.map(|(key, value)| (format.key(key), format.value(value))));
                let value = visitor.visit_map(&mut entries)?;
                entries.end().map(|()| value)
            }
            BufferedValue::Tagged(tagged) => {
                let entry = iter::once((format.key(tagged.0), format.value(tagged.1)));
                visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(entry)))
            }
            BufferedValue::Digits(digits) => {
                visitor.visit_map(MapDeserializer::new(iter::once((DIGITS_KEY, digits))))
            }
        }
    }

    deserialize! {
        |value| value.number() =>
            deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
            deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128;
        |value| value.float() => deserialize_f32 deserialize_f64;
        |value| value.scalar().parsed(BufferedValue::Bool) => deserialize_bool;
        |value| value.scalar() =>
            deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
            deserialize_identifier;
        |value| Self { value: value.value.into_untagged(), ..value } =>
            deserialize_unit deserialize_seq deserialize_map;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if let BufferedValue::Null | BufferedValue::Taken = self.value {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, E> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, E> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        Self { value: self.value.into_untagged(), ..self }.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let format = self.format;
        let value = if let Scalars::Xml = format.scalars { self.scalar().value } else { self.value };
        match value {
            BufferedValue::Text(text) => visitor.visit_enum(StrDeserializer::new(&text)),
            BufferedValue::Map(mut entries) if entries.len() == 1 => {
                let entry = entries.pop().map(|(key, value)| (format.key(key), format.value(value)));
                visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(entry.into_iter())))
            }
            value => format.value(value).deserialize_any(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        self.format.is_human_readable
    }
}

impl<'de, E: Error> IntoDeserializer<'de, E> for ValueDeserializer<'de, E> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
