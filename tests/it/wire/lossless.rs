//! A `Reply` loses no information: a payload is the same alone and in a reply, before and after the code.

use crate::wire::envelopes::Nested;
use error_catalog::vendor::WeCom;
use error_catalog::{Catalog, Reply};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Values {
    u64: u64,
    i64: i64,
    f64: f64,
    unit: (),
    char: char,
    bool: bool,
    text: String,
    none: Option<u8>,
    some: Option<u8>,
    tuple: (u8, String),
    newtype: Id,
    unit_variant: Kind,
    newtype_variant: Kind,
    tuple_variant: Kind,
    struct_variant: Kind,
    by_integer: BTreeMap<u32, Vec<i8>>,
    by_bool: BTreeMap<bool, u8>,
    by_newtype: BTreeMap<Id, u8>,
    by_kind: BTreeMap<Name, u8>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Id(i64);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Name {
    One,
    Two,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Unit,
    Newtype(u8),
    Tuple(u8, u8),
    Struct { field: String },
}

fn values() -> Values {
    Values {
        u64: u64::MAX,
        i64: i64::MIN,
        f64: 1.797_693_134_862_315_7e308,
        unit: (),
        char: '界',
        bool: true,
        text: "a\n\"\u{1f600}".into(),
        none: None,
        some: Some(7),
        tuple: (1, "two".into()),
        newtype: Id(-5),
        unit_variant: Kind::Unit,
        newtype_variant: Kind::Newtype(1),
        tuple_variant: Kind::Tuple(1, 2),
        struct_variant: Kind::Struct { field: "f".into() },
        by_integer: [(0, vec![-1]), (u32::MAX, vec![])].into(),
        by_bool: [(false, 0), (true, 1)].into(),
        by_newtype: [(Id(i64::MIN), 1), (Id(3), 2)].into(),
        by_kind: [(Name::One, 1), (Name::Two, 2)].into(),
    }
}

#[derive(Serialize)]
struct First<'a, T> {
    errcode: i32,
    errmsg: &'a str,
    #[serde(flatten)]
    payload: &'a T,
}

#[derive(Serialize)]
struct Last<'a, T> {
    #[serde(flatten)]
    payload: &'a T,
    errmsg: &'a str,
    errcode: i32,
}

#[derive(Serialize)]
struct Inside<'a, T> {
    data: &'a T,
    code: i32,
}

/// Checks a payload in each format, with the code first and last, and in a field of its own.
fn round_trips<T: Debug + PartialEq + Serialize + DeserializeOwned>(payload: &T) {
    fn read<C: Catalog, T>(reply: Result<Reply<C, T>, impl Debug>) -> T {
        reply.unwrap().into_result().unwrap()
    }
    let first = First { errcode: 0, errmsg: "ok", payload };
    let last = Last { errcode: 0, errmsg: "ok", payload };
    let inside = Inside { data: payload, code: 0 };
    macro_rules! formats {
        ($($written:ident: $catalog:ty),*) => {$(
            let json = serde_json::to_string(&$written).unwrap();
            assert_eq!(read::<$catalog, T>(serde_json::from_str(&json)), *payload, "{json}");
            assert_eq!(read::<$catalog, T>(serde_json::from_reader(json.as_bytes())), *payload);
            let value = serde_json::to_value(&$written).unwrap();
            assert_eq!(read::<$catalog, T>(Reply::deserialize(&value)), *payload);
            assert_eq!(read::<$catalog, T>(serde_json::from_value(value)), *payload);
            let packed = rmp_serde::to_vec_named(&$written).unwrap();
            assert_eq!(read::<$catalog, T>(rmp_serde::from_slice(&packed)), *payload);
            let mut cbor = Vec::new();
            ciborium::into_writer(&$written, &mut cbor).unwrap();
            assert_eq!(read::<$catalog, T>(ciborium::from_reader(&cbor[..])), *payload);
        )*};
    }
    formats! { first: WeCom, last: WeCom, inside: Nested }
}

#[test]
fn every_type_through_every_format() {
    round_trips(&values());
    round_trips(&BTreeMap::from([("a".to_owned(), 1_u8)]));
    round_trips(&Kind::Struct { field: "a".into() });
    for float in [0.1, -0.0, 5e-324, f64::MAX, f64::EPSILON, 1.0 / 3.0] {
        round_trips(&BTreeMap::from([("float".to_owned(), float)]));
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Wide {
    u128: u128,
    i128: i128,
}

#[test]
fn integers_of_128_bits() {
    let wide = Wide { u128: u128::MAX, i128: i128::MIN };
    let fields = format!(r#""u128":{},"i128":{}"#, u128::MAX, i128::MIN);
    let read = |json: String| {
        serde_json::from_str::<Reply<WeCom, Wide>>(&json).map(|reply| reply.into_result().unwrap())
    };
    assert_eq!(read(format!(r#"{{"errcode":0,{fields}}}"#)).unwrap(), wide);
    // Before the code, JSON returns them as floats, which are rejected instead of rounded.
    let error = read(format!(r#"{{{fields},"errcode":0}}"#)).unwrap_err().to_string();
    assert!(error.starts_with("field u128 of a WeCom reply: invalid type: floating point"), "{error}");
    let small = read(r#"{"u128":18446744073709551615,"i128":-9223372036854775808,"errcode":0}"#.to_owned());
    assert_eq!(small.unwrap(), Wide { u128: u64::MAX.into(), i128: i64::MIN.into() });
    // CBOR returns them as integers.
    let mut cbor = Vec::new();
    let map = [("u128", ciborium::Value::from(u128::MAX)), ("i128", i128::MIN.into()), ("errcode", 0.into())];
    let map = ciborium::Value::Map(map.map(|(key, value)| (key.into(), value)).into());
    ciborium::into_writer(&map, &mut cbor).unwrap();
    let reply: Reply<WeCom, Wide> = ciborium::from_reader(&cbor[..]).unwrap();
    assert_eq!(reply.into_result().unwrap(), wide);
}

#[test]
fn bytes_before_and_after_the_code() {
    let fields = [("empty", &b""[..]), ("first", b"\x00\xff"), ("second", b"\x80text")];
    let fields = fields.map(|(key, bytes)| (ciborium::Value::from(key), ciborium::Value::from(bytes)));
    let code = (ciborium::Value::from("errcode"), 0.into());
    for at in 0..=fields.len() {
        let mut map = fields.to_vec();
        map.insert(at, code.clone());
        let mut cbor = Vec::new();
        ciborium::into_writer(&ciborium::Value::Map(map), &mut cbor).unwrap();
        let reply: Reply<WeCom, ciborium::Value> = ciborium::from_reader(&cbor[..]).unwrap();
        assert_eq!(reply.into_result().unwrap(), ciborium::Value::Map(fields.to_vec()));
    }
}

#[derive(Deserialize)]
struct Borrowed<'a> {
    text: &'a str,
    #[serde(borrow)]
    cow: Cow<'a, str>,
    #[serde(borrow)]
    map: BTreeMap<&'a str, &'a str>,
}

#[test]
fn texts_before_and_after_the_code_are_borrowed() {
    for json in [
        r#"{"errcode":0,"text":"t","cow":"c","map":{"k":"v"}}"#,
        r#"{"text":"t","cow":"c","map":{"k":"v"},"errcode":0}"#,
    ] {
        let reply: Reply<WeCom, Borrowed<'_>> = serde_json::from_str(json).unwrap();
        let read = reply.into_result().unwrap();
        assert_eq!((read.text, read.map["k"]), ("t", "v"));
        assert!(matches!(read.cow, Cow::Borrowed("c")));
        assert!(json.as_bytes().as_ptr_range().contains(&read.text.as_ptr()));
    }
}

#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(borrow)]
    raw: &'a RawValue,
    number: serde_json::Number,
}

#[test]
fn raw_values_after_the_envelope() {
    let json = r#"{"errcode":0,"raw":{"a" : 1.50},"number":1.5,"errmsg":"ok"}"#;
    let reply: Reply<WeCom, Raw<'_>> = serde_json::from_str(json).unwrap();
    assert_eq!(reply.text(), Some("ok"));
    let read = reply.into_result().unwrap();
    assert_eq!((read.raw.get(), read.number.as_f64()), (r#"{"a" : 1.50}"#, Some(1.5)));
    let json = r#"{"raw":1,"number":1.5,"errcode":0}"#;
    let error = serde_json::from_str::<Reply<WeCom, Raw<'_>>>(json).err().unwrap().to_string();
    assert!(error.starts_with("field raw of a WeCom reply: "), "{error}");
}
