//! Payloads of a success: an optional one, an enum, one that reads only some of the fields, and one that does not fit deep
//! inside.

use error_catalog::Reply;
use error_catalog::vendor::WeCom;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

fn read<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, String> {
    let reply = serde_json::from_str::<Reply<WeCom, T>>(json).map_err(|error| error.to_string())?;
    Ok(reply.into_result().unwrap())
}

#[derive(Debug, PartialEq, Deserialize)]
struct Page {
    next: u8,
}

#[test]
fn an_optional_payload_is_none_without_fields() {
    for json in [r#"{"errcode":0}"#, r#"{"errcode":0,"errmsg":"ok"}"#, r#"{"errmsg":"ok","errcode":0}"#] {
        assert_eq!(read::<Option<Page>>(json), Ok(None), "{json}");
    }
}

#[test]
fn an_optional_payload_is_some_with_fields() {
    for json in [r#"{"errcode":0,"next":1}"#, r#"{"next":1,"errmsg":"ok","errcode":0}"#] {
        assert_eq!(read(json), Ok(Some(Page { next: 1 })), "{json}");
    }
}

#[test]
fn an_enum_is_found_among_other_fields() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Contact {
        Mail(u8),
    }
    for json in [
        r#"{"errcode":0,"page":[1],"mail":7,"last":true}"#,
        r#"{"page":[1],"mail":7,"last":true,"errcode":0}"#,
        r#"{"page":[1],"errcode":0,"mail":7}"#,
    ] {
        assert_eq!(read(json), Ok(Contact::Mail(7)), "{json}");
    }
}

/// Reads the first element or entry, and leaves the others.
#[derive(Debug)]
struct First;

impl<'de> Deserialize<'de> for First {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FirstVisitor;
        impl<'de> Visitor<'de> for FirstVisitor {
            type Value = First;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence or a map")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<First, A::Error> {
                seq.next_element::<u8>().map(|_| First)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<First, A::Error> {
                map.next_entry::<String, u8>().map(|_| First)
            }
        }
        deserializer.deserialize_any(FirstVisitor)
    }
}

#[test]
#[allow(clippy::zero_sized_map_values, reason = "the values are read in part and not kept")]
fn a_sequence_that_is_read_in_part_is_an_error() {
    for json in [r#"{"errcode":0,"a":[1,2]}"#, r#"{"a":[1,2],"errcode":0}"#] {
        assert!(read::<BTreeMap<String, First>>(json).is_err(), "{json}");
        assert!(read::<BTreeMap<String, First>>(&json.replace(",2", "")).is_ok(), "{json}");
    }
}

#[test]
#[allow(clippy::zero_sized_map_values, reason = "the values are read in part and not kept")]
fn a_map_that_is_read_in_part_is_an_error() {
    for json in [r#"{"errcode":0,"a":{"b":1,"c":2}}"#, r#"{"a":{"b":1,"c":2},"errcode":0}"#] {
        assert!(read::<BTreeMap<String, First>>(json).is_err(), "{json}");
        assert!(read::<BTreeMap<String, First>>(&json.replace(r#","c":2"#, "")).is_ok(), "{json}");
    }
}

#[test]
fn a_payload_that_stops_early_does_not_hide_a_second_code() {
    assert!(read::<First>(r#"{"errcode":0,"a":1,"b":2}"#).is_ok());
    let error = read::<First>(r#"{"errcode":0,"a":1,"b":2,"errcode":40001}"#).unwrap_err();
    assert!(error.starts_with("duplicate field `errcode`"), "{error}");
}

#[test]
fn a_null_text_twice_is_an_error() {
    for json in [
        r#"{"errcode":0,"errmsg":null,"errmsg":null}"#,
        r#"{"errmsg":null,"errmsg":null,"errcode":0}"#,
        r#"{"errmsg":null,"errcode":0,"errmsg":"ok"}"#,
    ] {
        let error = read::<()>(json).unwrap_err();
        assert!(error.starts_with("duplicate field `errmsg`"), "{json}: {error}");
    }
}

/// A map of maps down to any depth.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "the innermost value does not fit")]
struct Deep(BTreeMap<String, Deep>);

#[test]
fn the_path_in_an_error_is_short() {
    let key = "k".repeat(40);
    let nested = format!("{}7{}", format!(r#"{{"{key}":"#).repeat(100), "}".repeat(100));
    for json in [format!(r#"{{"errcode":0,"a":{nested}}}"#), format!(r#"{{"a":{nested},"errcode":0}}"#)] {
        let error = read::<BTreeMap<String, Deep>>(&json).unwrap_err();
        assert!(error.len() < 500 && error.starts_with(&format!("field a.{key}.{key}.")), "{error}");
        assert!(error.contains("k… of a WeCom reply: invalid type: integer `7`"), "{error}");
    }
}

#[test]
fn a_long_key_in_an_error_is_cut() {
    let key = "k".repeat(49);
    for json in [format!(r#"{{"errcode":0,"{key}":"x"}}"#), format!(r#"{{"{key}":"x","errcode":0}}"#)] {
        for error in [
            read::<BTreeMap<String, u8>>(&json).unwrap_err(),
            serde_json::from_reader::<_, Reply<WeCom, BTreeMap<String, u8>>>(json.as_bytes())
                .map(drop)
                .unwrap_err()
                .to_string(),
        ] {
            assert!(error.starts_with(&format!("field {}… of a WeCom reply", &key[1..])), "{error}");
        }
    }
}

#[test]
fn quotes_in_a_key_are_printed_unchanged() {
    for json in [r#"{"errcode":0,"a\"b'c\\":"x"}"#, r#"{"a\"b'c\\":"x","errcode":0}"#] {
        let error = read::<BTreeMap<String, u8>>(json).unwrap_err();
        assert!(error.starts_with(r#"field a"b'c\ of a WeCom reply"#), "{error}");
    }
}

#[test]
fn an_error_has_the_index_of_the_element() {
    for json in [r#"{"errcode":0,"a":[1,2,"x"]}"#, r#"{"a":[1,2,"x"],"errcode":0}"#] {
        let error = read::<BTreeMap<String, Vec<u8>>>(json).unwrap_err();
        assert!(error.starts_with("field a[2] of a WeCom reply"), "{error}");
    }
}

/// Accepts any value.
#[derive(Debug)]
struct Lenient;

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(u8::deserialize(deserializer).map_or(Self, |_| Self))
    }
}

#[test]
fn an_error_that_the_payload_ignores_is_not_the_one_reported() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "the second field does not fit")]
    struct Both {
        a: Lenient,
        b: u8,
    }
    for json in [r#"{"errcode":0,"a":"x","b":"y"}"#, r#"{"a":"x","b":"y","errcode":0}"#] {
        let error = read::<Both>(json).unwrap_err();
        assert!(error.starts_with("field b of a WeCom reply"), "{error}");
    }
}

#[test]
fn an_integer_key_has_one_spelling() {
    for key in ["07", "+7", " 7"] {
        for json in
            [format!(r#"{{"errcode":0,"a":{{"{key}":1}}}}"#), format!(r#"{{"a":{{"{key}":1}},"errcode":0}}"#)]
        {
            assert!(read::<BTreeMap<String, BTreeMap<u8, u8>>>(&json).is_err(), "{json}");
            assert!(read::<BTreeMap<String, BTreeMap<u8, u8>>>(&json.replace(key, "7")).is_ok());
        }
    }
}

#[test]
fn a_variant_without_data_may_be_an_object() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum State {
        Open,
        Closed(u8),
    }
    for (state, is_state) in [(r#""Open""#, true), (r#"{"Open":null}"#, true), (r#"{"Open":5}"#, false)] {
        for json in
            [format!(r#"{{"errcode":0,"state":{state}}}"#), format!(r#"{{"state":{state},"errcode":0}}"#)]
        {
            let read = read::<BTreeMap<String, State>>(&json);
            assert_eq!(read.is_ok(), is_state, "{json}: {read:?}");
            assert!(read.is_err() || read == Ok([("state".into(), State::Open)].into()));
        }
    }
}

/// Only in XML is a key with `@` an attribute.
#[test]
fn a_key_with_an_at_sign_may_hold_an_object() {
    let json = r#"{"@links":{"next":2},"$text":[1],"errcode":0}"#;
    let payload: serde_json::Value = read(json).unwrap();
    assert_eq!(payload, serde_json::json!({ "@links": { "next": 2 }, "$text": [1] }));
}

#[test]
fn a_text_of_digits_is_not_a_number() {
    for json in [r#"{"errcode":0,"a":"7"}"#, r#"{"a":"7","errcode":0}"#] {
        assert!(read::<BTreeMap<String, u8>>(json).is_err(), "{json}");
        assert!(read::<BTreeMap<String, f64>>(json).is_err(), "{json}");
    }
}

#[test]
fn two_variants_at_once_are_an_error() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum Contact {
        Mail(u8),
        Phone(u8),
    }
    for (contact, is_contact) in
        [(r#"{"Mail":1}"#, true), (r#"{"Phone":1}"#, true), (r#"{"Mail":1,"Phone":2}"#, false), ("{}", false)]
    {
        for json in [format!(r#"{{"errcode":0,"a":{contact}}}"#), format!(r#"{{"a":{contact},"errcode":0}}"#)]
        {
            assert_eq!(read::<BTreeMap<String, Contact>>(&json).is_ok(), is_contact, "{json}");
        }
    }
}
