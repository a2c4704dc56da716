//! The hints that a format gives to a type while it is deserialized: whether the format is human-readable, and which keys
//! are numbers. A payload gets the same ones as a struct without an envelope.

use error_catalog::Reply;
use error_catalog::vendor::WeCom;
use serde::de::{Deserializer, IgnoredAny};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Records whether its format is human-readable.
#[derive(Debug, PartialEq)]
struct IsReadable(bool);

impl<'de> Deserialize<'de> for IsReadable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let is_human_readable = deserializer.is_human_readable();
        IgnoredAny::deserialize(deserializer)?;
        Ok(Self(is_human_readable))
    }
}

#[derive(Serialize)]
struct CodeFirst {
    errcode: i32,
    field: u8,
}

#[derive(Serialize)]
struct CodeLast {
    field: u8,
    errcode: i32,
}

#[test]
fn a_payload_sees_whether_its_format_is_human_readable() {
    for json in [r#"{"errcode":0,"field":1}"#, r#"{"field":1,"errcode":0}"#] {
        let whole: Reply<WeCom, IsReadable> = serde_json::from_str(json).unwrap();
        assert_eq!(whole.into_result().unwrap(), IsReadable(true), "{json}");
        let field: Reply<WeCom, BTreeMap<String, IsReadable>> = serde_json::from_str(json).unwrap();
        assert_eq!(field.into_result().unwrap()["field"], IsReadable(true), "{json}");
    }
    for bytes in [
        rmp_serde::to_vec_named(&CodeFirst { errcode: 0, field: 1 }).unwrap(),
        rmp_serde::to_vec_named(&CodeLast { field: 1, errcode: 0 }).unwrap(),
    ] {
        let whole: Reply<WeCom, IsReadable> = rmp_serde::from_slice(&bytes).unwrap();
        assert_eq!(whole.into_result().unwrap(), IsReadable(false), "{bytes:?}");
        let field: Reply<WeCom, BTreeMap<String, IsReadable>> = rmp_serde::from_slice(&bytes).unwrap();
        assert_eq!(field.into_result().unwrap()["field"], IsReadable(false), "{bytes:?}");
    }
}

/// A float that can be a key.
#[derive(Debug, Deserialize)]
struct Float(f64);

impl PartialEq for Float {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Float {}

impl PartialOrd for Float {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Float {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[test]
fn a_key_is_a_float_if_json_could_write_it_as_one() {
    type Floats = BTreeMap<Float, u8>;
    for (key, is_float) in
        [("1.5", true), ("-0.25", true), ("7", true), ("inf", false), ("nan", false), ("x", false)]
    {
        let floats = format!(r#"{{"{key}":1}}"#);
        assert_eq!(serde_json::from_str::<Floats>(&floats).is_ok(), is_float, "{key}");
        for json in [format!(r#"{{"errcode":0,"a":{floats}}}"#), format!(r#"{{"a":{floats},"errcode":0}}"#)] {
            let reply = serde_json::from_str::<Reply<WeCom, BTreeMap<String, Floats>>>(&json);
            let read = reply.ok().map(|reply| reply.into_result().unwrap().remove("a").unwrap());
            let expected = is_float.then(|| Floats::from([(Float(key.parse().unwrap()), 1)]));
            assert_eq!(read, expected, "{json}");
        }
    }
}
