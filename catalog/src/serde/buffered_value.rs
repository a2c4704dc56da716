//! A buffered value, for the fields of a reply before its code.
//!
//! The crates for this lose information: `serde_json::Value` loses wide integers and bytes, and `serde-value` and
//! `serde-content` lose tags. None of them reads `"7"` as a number if it is a key or an element of XML.

use super::format::Scalars;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};

/// A value in the data model of serde. Texts and bytes are borrowed if the format can lend them.
#[derive(Debug, Default)]
pub(super) enum BufferedValue<'de> {
    /// Replaces a value that was taken out.
    #[default]
    Taken,
    Null,
    Bool(bool),
    I64(i64),
    U64(u64),
    I128(i128),
    U128(u128),
    F32(f32),
    F64(f64),
    Char(char),
    Text(Cow<'de, str>),
    Bytes(Cow<'de, [u8]>),
    Seq(Vec<BufferedValue<'de>>),
    Map(Vec<(BufferedValue<'de>, BufferedValue<'de>)>),
    /// The name of a YAML tag and its value; for CBOR, [`CBOR_TAG`] and a list of the tag's number and its value.
    Tagged(Box<(BufferedValue<'de>, BufferedValue<'de>)>),
    /// The digits of a number of `serde_json` with its feature `arbitrary_precision`.
    Digits(String),
    /// A value that was skipped because a scalar was expected.
    NotScalar(&'static str),
}

/// `serde_json` deserializes a number of arbitrary precision as a map with only this key.
pub(super) const DIGITS_KEY: &str = "$serde_json::private::Number";

/// ciborium deserializes a tag as this variant of an enum.
pub(super) const CBOR_TAG: &str = "@@TAGGED@@";

impl BufferedValue<'_> {
    /// Returns the value without its tags.
    pub(super) fn untagged(&self) -> &Self {
        match self {
            Self::Tagged(tagged) => match &**tagged {
                (name, Self::Seq(fields)) if name.as_text() == Some(CBOR_TAG) => {
                    fields.last().unwrap_or(&Self::Null).untagged()
                }
                (_, value) => value.untagged(),
            },
            value => value,
        }
    }

    /// Returns the value without its tags, as [`untagged`](Self::untagged) does.
    pub(super) fn into_untagged(self) -> Self {
        match self {
            Self::Tagged(tagged) => match *tagged {
                (name, Self::Seq(mut fields)) if name.as_text() == Some(CBOR_TAG) => {
                    fields.pop().unwrap_or_default().into_untagged()
                }
                (_, value) => value.into_untagged(),
            },
            value => value,
        }
    }

    /// Returns the text, if it is one. UTF-8 bytes count as text, because bencode and older MessagePack have no other.
    #[inline]
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bytes(bytes) => core::str::from_utf8(bytes).ok(),
            Self::Tagged(_) => self.untagged().as_text(),
            _ => None,
        }
    }

    /// Returns the integer, if it is one.
    #[inline]
    pub(super) fn as_integer(&self) -> Option<i128> {
        match self {
            Self::I64(integer) => Some((*integer).into()),
            Self::U64(integer) => Some((*integer).into()),
            Self::I128(integer) => Some(*integer),
            Self::U128(integer) => (*integer).try_into().ok(),
            Self::Digits(digits) => digits.parse().ok().filter(|_| digits != "-0"),
            Self::Tagged(_) => self.untagged().as_integer(),
            _ => None,
        }
    }

    /// Returns the text as a message or an id. `with_integers` converts an integer to text.
    pub(super) fn to_message(&self, with_integers: bool) -> Option<Box<str>> {
        match self.untagged() {
            Self::Char(char) => Some(char.to_string().into()),
            Self::U128(integer) if with_integers => Some(integer.to_string().into()),
            _ => match self.as_text() {
                Some(text) => Some(text.into()),
                None if with_integers => self.as_integer().map(|integer| integer.to_string().into()),
                None => None,
            },
        }
    }

    /// Describes the value in an error. A long text, which may be a page of HTML, is not quoted.
    pub(super) fn unexpected(&self) -> Unexpected<'_> {
        if let Some(text) = self.as_text() {
            return if text.len() < 100 { Unexpected::Str(text) } else { Unexpected::Other("long string") };
        }
        match self.untagged() {
            Self::Bool(value) => Unexpected::Bool(*value),
            Self::I64(integer) => Unexpected::Signed(*integer),
            Self::U64(integer) => Unexpected::Unsigned(*integer),
            Self::I128(_) | Self::U128(_) | Self::Digits(_) => Unexpected::Other("number out of range"),
            Self::F32(float) => Unexpected::Float((*float).into()),
            Self::F64(float) => Unexpected::Float(*float),
            Self::Char(char) => Unexpected::Char(*char),
            Self::Bytes(_) => Unexpected::Other("bytes"),
            Self::Seq(_) => Unexpected::Seq,
            Self::Map(_) => Unexpected::Map,
            Self::NotScalar(kind) => Unexpected::Other(kind),
            _ => Unexpected::Other("null"),
        }
    }
}

/// A seed that reads a value of any kind, or only scalars. Other values are then skipped, however deeply nested they are.
#[derive(Clone, Copy)]
pub(super) struct ValueSeed {
    scalars: Scalars,
    only: Only,
}

#[derive(Clone, Copy, PartialEq)]
enum Only {
    Any,
    Scalar { is_text: bool },
}

impl ValueSeed {
    pub(super) fn any(scalars: Scalars) -> Self {
        Self { scalars, only: Only::Any }
    }

    /// Returns the seed for the value of this key. In XML, attributes and texts are scalars, and serde-xml-rs cannot read
    /// them as any other kind.
    pub(super) fn seed_for_key(self, key: &BufferedValue<'_>) -> Self {
        let is_scalar = |key: &str| key.starts_with('@') || matches!(key, "$text" | "#text");
        if self.scalars == Scalars::Xml && key.as_text().is_some_and(is_scalar) {
            Self::scalar(Scalars::Xml, true)
        } else {
            self
        }
    }

    /// Returns the seed for a key, which is a typed scalar in each format.
    pub(super) fn key() -> Self {
        Self { scalars: Scalars::Typed, only: Only::Any }
    }

    /// Returns the seed for a scalar. `is_text` reads it as text, because a guess would lose its spelling.
    pub(super) fn scalar(scalars: Scalars, is_text: bool) -> Self {
        Self { scalars, only: Only::Scalar { is_text } }
    }
}

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = BufferedValue<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<BufferedValue<'de>, D::Error> {
        match self.only {
            Only::Any => self.scalars.read_any(deserializer, self),
            Only::Scalar { is_text } => self.scalars.read_scalar(is_text, deserializer, self),
        }
    }
}

macro_rules! visit {
    ($($method:ident($value:ident: $type:ty) = $buffered:expr;)*) => {$(
        #[inline]
        fn $method<E: Error>(self, $value: $type) -> Result<BufferedValue<'de>, E> {
            Ok($buffered)
        }
    )*};
}

impl<'de> Visitor<'de> for ValueSeed {
    type Value = BufferedValue<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    visit! {
        visit_bool(value: bool) = BufferedValue::Bool(value);
        visit_i64(integer: i64) = BufferedValue::I64(integer);
        visit_u64(integer: u64) = BufferedValue::U64(integer);
        visit_i128(integer: i128) = BufferedValue::I128(integer);
        visit_u128(integer: u128) = BufferedValue::U128(integer);
        visit_f32(float: f32) = BufferedValue::F32(float);
        visit_f64(float: f64) = BufferedValue::F64(float);
        visit_char(char: char) = BufferedValue::Char(char);
        visit_str(text: &str) = BufferedValue::Text(Cow::Owned(text.into()));
        visit_borrowed_str(text: &'de str) = BufferedValue::Text(Cow::Borrowed(text));
        visit_string(text: String) = BufferedValue::Text(Cow::Owned(text));
        visit_bytes(bytes: &[u8]) = BufferedValue::Bytes(Cow::Owned(bytes.into()));
        visit_borrowed_bytes(bytes: &'de [u8]) = BufferedValue::Bytes(Cow::Borrowed(bytes));
        visit_byte_buf(bytes: Vec<u8>) = BufferedValue::Bytes(Cow::Owned(bytes));
    }

    fn visit_none<E: Error>(self) -> Result<BufferedValue<'de>, E> {
        Ok(BufferedValue::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<BufferedValue<'de>, E> {
        Ok(BufferedValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<BufferedValue<'de>, D::Error> {
        self.deserialize(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<BufferedValue<'de>, D::Error> {
        self.deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<BufferedValue<'de>, A::Error> {
        if self.only != Only::Any {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(BufferedValue::NotScalar("sequence"));
        }
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        Ok(BufferedValue::Seq(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<BufferedValue<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(Self::key())? {
            if entries.is_empty() && key.as_text() == Some(DIGITS_KEY) {
                return Ok(BufferedValue::Digits(map.next_value()?));
            }
            if self.only == Only::Any {
                let value = map.next_value_seed(self.seed_for_key(&key))?;
                entries.push((key, value));
            } else {
                map.next_value::<IgnoredAny>()?;
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(BufferedValue::NotScalar("map"));
            }
        }
        Ok(if self.only == Only::Any { BufferedValue::Map(entries) } else { BufferedValue::NotScalar("map") })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<BufferedValue<'de>, A::Error> {
        let (name, variant) = tagged.variant_seed(Self::key())?;
        let value = if self.only == Only::Any && name.as_text() == Some(CBOR_TAG) {
            variant.tuple_variant(2, self)?
        } else {
            variant.newtype_variant_seed(self)?
        };
        Ok(BufferedValue::Tagged(Box::new((name, value))))
    }
}
