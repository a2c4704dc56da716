//! Compares `Reply` with a struct written by hand on random replies.

use error_catalog::vendor::WeCom;
use error_catalog::{Code, Reply};
use fastrand::Rng;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Deserialize)]
struct Payload {
    name: String,
    count: u8,
    #[serde(default)]
    items: Vec<Item>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Item {
    id: i64,
    tags: BTreeMap<u16, bool>,
}

/// The envelope and the payload of a success in one struct.
#[derive(Deserialize)]
struct ByHand {
    errcode: Code<WeCom>,
    name: String,
    count: u8,
    #[serde(default)]
    items: Vec<Item>,
    note: Option<String>,
}

/// The envelope alone, for a failure.
#[derive(Deserialize)]
struct Alone {
    errcode: Code<WeCom>,
    #[serde(default)]
    errmsg: Option<Value>,
}

type ReadResult = Result<Result<Payload, (i32, Option<String>)>, ()>;

fn by_hand(json: &str) -> ReadResult {
    let alone: Alone = serde_json::from_str(json).map_err(drop)?;
    if let Err(failure) = alone.errcode.check() {
        let text = alone.errmsg.and_then(|text| text.as_str().map(String::from));
        return Ok(Err((failure.code().raw(), text)));
    }
    let ByHand { errcode, name, count, items, note } = serde_json::from_str(json).map_err(drop)?;
    assert!(errcode.is_success());
    Ok(Ok(Payload { name, count, items, note }))
}

fn ours(json: &str) -> [ReadResult; 2] {
    let read = |reply: serde_json::Result<Reply<WeCom, Payload>>| {
        let reply = reply.map_err(drop)?;
        Ok(reply.into_result().map_err(|failure| (failure.code().raw(), failure.text().map(String::from))))
    };
    [read(serde_json::from_str(json)), read(serde_json::from_reader(json.as_bytes()))]
}

fn one_of(rng: &mut Rng, texts: &[&str]) -> String {
    texts[rng.usize(..texts.len())].to_owned()
}

fn item(rng: &mut Rng) -> String {
    let tags = one_of(
        rng,
        &["{}", r#"{"1":true}"#, r#"{"65535":false,"0":true}"#, r#"{"01":true}"#, r#"{"x":true}"#],
    );
    let id = one_of(rng, &["0", "-9223372036854775808", "9223372036854775807", "1.5", "9223372036854775808"]);
    format!(r#"{{"id":{id},"tags":{tags}}}"#)
}

/// Returns mostly valid fields, in any order; some are missing, duplicate, or of another type.
fn reply(rng: &mut Rng) -> String {
    let mut fields = Vec::new();
    let add = |rng: &mut Rng, fields: &mut Vec<String>, key: &str, value: String| {
        for _ in 0..[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 2][rng.usize(..12)] {
            fields.push(format!("{key}:{value}"));
        }
    };
    let code =
        one_of(rng, &["0", "0", "0", "0", "40014", "123456", r#""0""#, r#""-1""#, "0.0", "null", r#""00""#]);
    add(rng, &mut fields, r#""errcode""#, code);
    if rng.bool() {
        fields.push(format!(r#""errmsg":{}"#, one_of(rng, &[r#""ok""#, r#""\u0061\n""#, "null"])));
    }
    let name = one_of(rng, &[r#""n""#, r#""n""#, r#""\u4e2d\"""#, "7"]);
    let key = one_of(rng, &[r#""name""#, r#""n\u0061me""#]);
    add(rng, &mut fields, &key, name);
    let count = one_of(rng, &["0", "255", "255", "256", "-1"]);
    add(rng, &mut fields, r#""count""#, count);
    if rng.bool() {
        let items: Vec<String> = (0..rng.usize(..3)).map(|_| item(rng)).collect();
        fields.push(format!(r#""items":[{}]"#, items.join(",")));
    }
    if rng.bool() {
        fields.push(format!(r#""note":{}"#, one_of(rng, &["null", r#""n""#, "{}"])));
    }
    if rng.bool() {
        fields.push(r#""other":{"errcode":1,"deep":[[{}],1e300,null]}"#.to_owned());
    }
    rng.shuffle(&mut fields);
    let mut json = format!("{{{}}}", fields.join(","));
    if rng.u8(..20) == 0 {
        let end = (0..json.len()).filter(|end| json.is_char_boundary(*end)).nth(rng.usize(..json.len() / 2));
        json.truncate(end.unwrap_or_default());
    }
    json
}

#[test]
fn a_reply_equals_a_struct() {
    let mut rng = Rng::with_seed(13);
    let mut seen = [0; 3];
    for _ in 0..20_000 {
        let json = reply(&mut rng);
        let expected = by_hand(&json);
        seen[match &expected {
            Ok(Ok(_)) => 0,
            Ok(Err(_)) => 1,
            Err(()) => 2,
        }] += 1;
        for read in ours(&json) {
            assert_eq!(read, expected, "{json}");
        }
    }
    assert!(seen.iter().all(|count| *count > 1_000), "{seen:?}");
}
