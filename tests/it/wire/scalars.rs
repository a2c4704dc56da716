//! Scalars of every type in the data model of serde, which no single format has: as a code, a text and a request id.

use crate::wire::envelopes::Nested;
use error_catalog::Reply;
use serde::de::value::{Error, MapDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

/// A value that is deserialized as its own type.
#[derive(Clone, Debug)]
enum Scalar {
    I128(i128),
    U128(u128),
    F32(f32),
    Char(char),
    Text(&'static str),
    Bytes(&'static [u8]),
    Some(Box<Self>),
    Newtype(Box<Self>),
}

impl<'de> Deserializer<'de> for Scalar {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::I128(integer) => visitor.visit_i128(integer),
            Self::U128(integer) => visitor.visit_u128(integer),
            Self::F32(float) => visitor.visit_f32(float),
            Self::Char(char) => visitor.visit_char(char),
            Self::Text(text) => visitor.visit_str(text),
            Self::Bytes(bytes) => visitor.visit_bytes(bytes),
            Self::Some(inner) => visitor.visit_some(*inner),
            Self::Newtype(inner) => visitor.visit_newtype_struct(*inner),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_> for Scalar {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn read(fields: &[(&'static str, Scalar)]) -> Result<Reply<Nested, ()>, String> {
    let fields = MapDeserializer::new(fields.iter().cloned());
    Reply::deserialize(fields).map_err(|error: Error| error.to_string())
}

#[test]
fn a_code_may_be_an_integer_of_any_type() {
    let wrapped = Scalar::Some(Box::new(Scalar::Newtype(Box::new(Scalar::I128(7)))));
    for code in [Scalar::I128(7), Scalar::U128(7), Scalar::Bytes(b"7"), wrapped] {
        let reply = read(&[("code", code.clone())]).unwrap();
        assert_eq!(reply.into_result().unwrap_err(), Nested::Busy, "{code:?}");
    }
}

#[test]
fn the_error_of_a_code_of_another_type_names_the_type() {
    for (code, kind) in [
        (Scalar::I128(i128::MIN), "value: number out of range"),
        (Scalar::U128(u128::MAX), "type: number out of range"),
        (Scalar::F32(0.5), "type: floating point `0.5`"),
        (Scalar::Char('c'), "type: character `c`"),
        (Scalar::Bytes(b"\xff"), "type: bytes"),
    ] {
        let error = read(&[("code", code)]).map(drop).unwrap_err();
        assert_eq!(error, format!("invalid {kind}, expected a Nested code, an integer that fits i32"));
    }
}

#[test]
fn a_text_is_a_string_and_an_id_may_be_an_integer() {
    for (value, text, id) in [
        (Scalar::Text("t"), Some("t"), Some("t")),
        (Scalar::Char('c'), Some("c"), Some("c")),
        (Scalar::I128(-5), None, Some("-5")),
        (Scalar::U128(u128::MAX), None, Some("340282366920938463463374607431768211455")),
        (Scalar::F32(0.5), None, None),
        (Scalar::Bytes(b"\xff"), None, None),
    ] {
        let reply = read(&[("msg", value.clone()), ("request_id", value.clone()), ("code", Scalar::I128(0))])
            .unwrap();
        assert_eq!((reply.text(), reply.request_id()), (text, id), "{value:?}");
    }
}
