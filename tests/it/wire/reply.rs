//! `Reply`: the envelope of a vendor's answer.

use crate::wire::catalogs::SqlState;
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Failure, Reply};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Deserialize)]
struct Token {
    access_token: String,
    expires_in: u32,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Members {
    members: Vec<Member>,
    #[serde(default)]
    next: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Member {
    userid: String,
}

fn token(json: &str) -> Result<Result<Token, Failure<WeCom>>, String> {
    serde_json::from_str::<Reply<WeCom, Token>>(json)
        .map(Reply::into_result)
        .map_err(|error| error.to_string())
}

#[test]
fn a_success_is_its_payload_whatever_the_order() {
    for json in [
        r#"{"errcode":0,"errmsg":"ok","access_token":"t","expires_in":7200}"#,
        r#"{"access_token":"t","expires_in":7200,"errmsg":"ok","errcode":0}"#,
        r#"{"expires_in":7200,"errcode":"0","more":[1,{"a":null}],"access_token":"t"}"#,
        r#"{"errcode":0,"errmsg":null,"access_token":"t","expires_in":7200}"#,
        r#"{"errcode":0,"errmsg":{"zh":"好"},"access_token":"t","expires_in":7200}"#,
    ] {
        let token = token(json).unwrap().unwrap();
        assert_eq!(token, Token { access_token: "t".into(), expires_in: 7200 });
    }
}

#[test]
fn a_failure_needs_no_payload_and_survives_a_wrong_one() {
    for json in [
        r#"{"errcode":40001,"errmsg":"no"}"#,
        r#"{"errmsg":"no","errcode":40001}"#,
        r#"{"access_token":null,"expires_in":{"a":[1]},"errmsg":"no","errcode":40001}"#,
        r#"{"access_token":"","expires_in":0,"errcode":"40001","errmsg":"no"}"#,
    ] {
        let failure = token(json).unwrap().unwrap_err();
        assert_eq!(failure.known(), Some(WeCom::InvalidSecret));
        assert_eq!(failure.text(), Some("no"));
    }
    for json in
        [r#"{"errcode":40001}"#, r#"{"errcode":40001,"errmsg":[]}"#, r#"{"errcode":40001,"errmsg":7}"#]
    {
        let failure = token(json).unwrap().unwrap_err();
        assert_eq!((failure.known(), failure.text()), (Some(WeCom::InvalidSecret), None));
    }
}

#[test]
fn an_unknown_code_is_a_failure_even_with_a_full_payload() {
    let json = r#"{"errcode":123456,"errmsg":"?","access_token":"t","expires_in":7200}"#;
    let failure = token(json).unwrap().unwrap_err();
    assert_eq!(failure.to_string(), r#"123456 unknown WeCom code (server: "?")"#);
}

#[test]
fn a_reply_without_a_code_is_an_error() {
    for (json, why) in [
        (r#"{"errmsg":"ok","access_token":"t","expires_in":7200}"#, "missing field `errcode`"),
        (r#"{"access_token":"t","expires_in":7200}"#, "missing field `errcode`"),
        ("{}", "missing field `errcode`"),
        (
            r#"{"errcode":null,"access_token":"t","expires_in":1}"#,
            "invalid type: null, expected a WeCom code",
        ),
        (
            r#"{"errcode":0.0,"access_token":"t","expires_in":1}"#,
            "floating point `0.0`, expected a WeCom code",
        ),
        (r#"{"errcode":false,"access_token":"t","expires_in":1}"#, "boolean `false`, expected a WeCom code"),
        (r#"{"errcode":"","access_token":"t","expires_in":1}"#, "string \"\", expected a WeCom code"),
        (r#"{"errcode":99999999999}"#, "integer `99999999999`, expected a WeCom code"),
        (r#"{"errcode":0,"errcode":40001,"access_token":"t","expires_in":1}"#, "duplicate field `errcode`"),
        (r#"{"ERRCODE":0,"access_token":"t","expires_in":1}"#, "missing field `errcode`"),
        ("[]", "expected a WeCom reply, an object with `errcode`"),
        ("0", "expected a WeCom reply, an object with `errcode`"),
        ("null", "expected a WeCom reply, an object with `errcode`"),
        ("<html>502 Bad Gateway</html>", "expected value"),
        (r#"{"errcode":0,"access_tok"#, "EOF"),
        ("", "EOF"),
    ] {
        let error = token(json).unwrap_err();
        assert!(error.contains(why), "{json}: {error}");
    }
}

#[test]
fn the_error_of_a_payload_that_does_not_fit_names_the_field() {
    for (json, why) in [
        (r#"{"errcode":0,"access_token":"t"}"#, "missing field `expires_in` in a WeCom reply"),
        (
            r#"{"errcode":0,"access_token":5,"expires_in":1}"#,
            "field access_token of a WeCom reply: invalid type: integer `5`, expected a string",
        ),
        (
            r#"{"expires_in":-1,"access_token":"t","errcode":0}"#,
            "field expires_in of a WeCom reply: invalid value: integer `-1`, expected u32",
        ),
    ] {
        let error = token(json).unwrap_err();
        assert!(error.starts_with(why), "{error}");
    }
    let json = r#"{"errcode":0,"members":[{"userid":"a"},{"userid":null}]}"#;
    let error = serde_json::from_str::<Reply<WeCom, Members>>(json).unwrap_err().to_string();
    assert!(error.starts_with("field members[1].userid of a WeCom reply: invalid type: "), "{error}");
}

#[test]
fn the_payload_may_be_nothing_or_a_map() {
    let json = r#"{"errcode":0,"errmsg":"ok","a":1,"b":2}"#;
    serde_json::from_str::<Reply<WeCom, ()>>(json).unwrap().into_result().unwrap();
    let map =
        serde_json::from_str::<Reply<WeCom, BTreeMap<String, u8>>>(json).unwrap().into_result().unwrap();
    assert_eq!(map, BTreeMap::from([("a".into(), 1), ("b".into(), 2)]));
    let value = serde_json::from_str::<Reply<WeCom, serde_json::Value>>(json).unwrap().into_result().unwrap();
    assert_eq!(value, serde_json::json!({"a": 1, "b": 2}));
}

#[test]
fn a_payload_may_borrow_from_the_text() {
    #[derive(Deserialize)]
    struct Borrowed<'a> {
        access_token: &'a str,
    }
    let json = String::from(r#"{"errcode":0,"access_token":"t"}"#);
    let reply: Reply<WeCom, Borrowed<'_>> = serde_json::from_str(&json).unwrap();
    assert_eq!(reply.into_result().unwrap().access_token, "t");
}

#[test]
fn it_reads_slices_readers_and_values() {
    let json = r#"{"errcode":0,"errmsg":"ok","members":[{"userid":"a"}],"next":"b"}"#;
    let members = Members { members: vec![Member { userid: "a".into() }], next: Some("b".into()) };
    let from_slice: Reply<WeCom, Members> = serde_json::from_slice(json.as_bytes()).unwrap();
    assert_eq!(from_slice.into_result().unwrap(), members);
    let from_reader: Reply<WeCom, Members> = serde_json::from_reader(json.as_bytes()).unwrap();
    assert_eq!(from_reader.into_result().unwrap(), members);
    let value = serde_json::from_str(json).unwrap();
    let from_value: Reply<WeCom, Members> = serde_json::from_value(value).unwrap();
    assert_eq!(from_value.into_result().unwrap(), members);
}

#[test]
fn code_and_text_distinguish_successes() {
    let read = |json| serde_json::from_str::<Reply<Youdu, ()>>(json).unwrap();
    let reply = read(r#"{"errcode":2,"errmsg":"no such user"}"#);
    assert_eq!(
        (reply.code().and_then(|code| code.known()), reply.text()),
        (Some(Youdu::False), Some("no such user"))
    );
    assert!(reply.into_result().is_ok());
    let reply = read(r#"{"errcode":3,"errmsg":"denied"}"#);
    assert_eq!(
        (reply.code().and_then(|code| code.known()), reply.text()),
        (Some(Youdu::NoRight), Some("denied"))
    );
    assert!(reply.into_result().is_err());
}

#[test]
fn string_codes_distinguish_successes() {
    let read = |json| serde_json::from_str::<Reply<SqlState, ()>>(json).map(Reply::into_result);
    assert!(read(r#"{"errcode":"00000"}"#).unwrap().is_ok());
    assert_eq!(read(r#"{"errcode":"42P01"}"#).unwrap().unwrap_err().code().raw(), "42P01");
    assert!(read(r#"{"errcode":0}"#).is_err());
}

#[test]
fn self_describing_binary_formats_are_read_and_others_rejected() {
    let value = serde_json::json!({"access_token": "t", "errcode": 0, "expires_in": 7200, "more": [1]});
    let packed = rmp_serde::to_vec(&value).unwrap();
    let reply: Reply<WeCom, Token> = rmp_serde::from_slice(&packed).unwrap();
    assert_eq!(reply.into_result().unwrap().expires_in, 7200);

    let postcard = postcard::to_allocvec(&(0_i32, "ok", "t", 7200_u32)).unwrap();
    let error = postcard::from_bytes::<Reply<WeCom, Token>>(&postcard).unwrap_err();
    assert_eq!(error, postcard::Error::WontImplement);
}
