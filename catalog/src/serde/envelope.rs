//! The envelope of a reply, as far as it has been read.

use super::key::Field;
use crate::catalog::Catalog;
use crate::code::Code;
use crate::envelope::Envelope;
use crate::failure::Failure;
use alloc::boxed::Box;
use alloc::string::ToString;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

pub(super) struct Head<C: Catalog> {
    pub(super) code: Option<Code<C>>,
    text: Words,
    request: Words,
}

/// What a field says, if it has come.
#[derive(Default)]
struct Words {
    came: bool,
    text: Option<Box<str>>,
}

/// The server's words about a reply.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) text: Option<Box<str>>,
    pub(super) request: Option<Box<str>>,
}

impl Said {
    pub(super) fn of<C: Catalog>(self, failure: Failure<C>) -> Failure<C> {
        let failure = match self.text {
            Some(text) => failure.with_text(text),
            None => failure,
        };
        match self.request {
            Some(request) => failure.with_request_id(request),
            None => failure,
        }
    }
}

impl<C: Catalog> Head<C> {
    const ENVELOPE: &'static Envelope = &C::ENVELOPE;

    pub(super) fn new() -> Self {
        Self { code: None, text: Words::default(), request: Words::default() }
    }

    pub(super) fn said(self) -> Said {
        Said { text: self.text.text, request: self.request.text }
    }

    /// Reads the value of one of the envelope's own fields.
    pub(super) fn read<'de, A: MapAccess<'de>>(&mut self, field: Field, map: &mut A) -> Result<(), A::Error> {
        match field {
            Field::Code if self.code.is_some() => Err(A::Error::duplicate_field(Self::ENVELOPE.code)),
            Field::Code => {
                self.code = Some(map.next_value()?);
                Ok(())
            }
            Field::Text => self.text.read(Self::ENVELOPE.text, Wanted::Text, map),
            Field::Request => {
                self.request.read(Self::ENVELOPE.request.unwrap_or_default(), Wanted::TextOrNumber, map)
            }
            Field::Payload => Err(A::Error::duplicate_field(Self::ENVELOPE.payload.unwrap_or_default())),
        }
    }
}

impl Words {
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        name: &'static str,
        wanted: Wanted,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if self.came {
            return Err(A::Error::duplicate_field(name));
        }
        *self = Self { came: true, text: map.next_value_seed(wanted)? };
        Ok(())
    }
}

/// What is taken for words. Anything else is passed over: it is no reason to doubt the code.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Text,
    TextOrNumber,
}

impl<'de> DeserializeSeed<'de> for Wanted {
    type Value = Option<Box<str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! numbers {
    ($($method:ident: $type:ty)*) => {$(
        fn $method<E: Error>(self, number: $type) -> Result<Self::Value, E> {
            Ok((self == Self::TextOrNumber).then(|| number.to_string().into()))
        }
    )*};
}

impl<'de> Visitor<'de> for Wanted {
    type Value = Option<Box<str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.into()))
    }

    fn visit_string<E: Error>(self, text: alloc::string::String) -> Result<Self::Value, E> {
        Ok(Some(text.into()))
    }

    numbers! { visit_i64: i64 visit_u64: u64 visit_i128: i128 visit_u128: u128 }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
