//! `Reply` of catalogs whose envelopes have other keys.

use error_catalog::{Failure, Reply, error_catalog};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

error_catalog! {
    /// The payload is the value of one field.
    pub(crate) enum Nested: i32 {
        success 0;
        envelope code "code", text "msg", payload "data", request "request_id";
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

error_catalog! {
    /// The payload's fields are among the others; codes are strings.
    pub(crate) enum Flat: &'static str {
        success "OK";
        envelope code "Code", text "Message", request "RequestId";
        "OK" => Fine "fine",
        "isv.BUSINESS_LIMIT_CONTROL" => TooMany "too many",
    }
}

error_catalog! {
    /// Keys that are not declared are the usual ones.
    pub(crate) enum Ret: i32 {
        success 0;
        envelope code "ret";
        0 => Fine "fine",
    }
}

type ReadResult<C, T> = Result<Result<T, Failure<C>>, String>;

fn nested<T: DeserializeOwned>(json: &str) -> ReadResult<Nested, T> {
    let read = serde_json::from_str::<Reply<Nested, T>>(json).map(Reply::into_result);
    read.map_err(|error| error.to_string())
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct User {
    name: String,
    big: u64,
}

#[test]
fn a_payload_in_one_field() {
    let user = User { name: "a".into(), big: u64::MAX };
    for json in [
        r#"{"code":0,"msg":"success","data":{"name":"a","big":18446744073709551615},"extra":[1]}"#,
        r#"{"data":{"big":18446744073709551615,"name":"a"},"log_id":"x","msg":"success","code":0}"#,
        r#"{"request_id":5,"code":"0","data":{"name":"a","big":18446744073709551615},"msg":null}"#,
    ] {
        assert_eq!(nested::<User>(json).unwrap().unwrap(), user);
        assert_eq!(nested::<Option<User>>(json).unwrap().unwrap().as_ref(), Some(&user));
        nested::<()>(json).unwrap().unwrap();
    }
    assert_eq!(nested::<Vec<u8>>(r#"{"code":0,"data":[1,2]}"#).unwrap().unwrap(), [1, 2]);
    assert_eq!(nested::<f64>(r#"{"data":1.5,"code":0}"#).unwrap().unwrap().to_bits(), 1.5_f64.to_bits());
}

#[test]
fn a_missing_payload() {
    for json in [r#"{"code":0}"#, r#"{"code":0,"data":null}"#, r#"{"data":null,"code":0}"#] {
        assert_eq!(nested::<Option<User>>(json).unwrap().unwrap(), None);
        nested::<()>(json).unwrap().unwrap();
        assert!(nested::<User>(json).is_err(), "{json}");
    }
    let error = nested::<User>(r#"{"code":0}"#).unwrap_err();
    assert!(error.starts_with("missing field `data` in a Nested reply"), "{error}");
    let error = nested::<User>(r#"{"code":0,"data":{"name":"a","big":-1}}"#).unwrap_err();
    assert!(error.starts_with("field data.big of a Nested reply: invalid value: integer `-1`"), "{error}");
    let error = nested::<User>(r#"{"data":{"name":"a","big":0,"more":1},"code":0}"#).unwrap_err();
    assert!(error.starts_with("field data.more of a Nested reply: unknown field `more`"), "{error}");
}

#[test]
fn a_failure_keeps_the_request_id() {
    for json in [
        r#"{"code":7,"msg":"no","request_id":"a-1","data":{"name":7}}"#,
        r#"{"data":[[[]]],"request_id":"a-1","msg":"no","code":7}"#,
    ] {
        let failure = nested::<User>(json).unwrap().unwrap_err();
        assert_eq!((failure.known(), failure.request_id()), (Some(Nested::Busy), Some("a-1")));
        assert_eq!(failure.to_string(), r#"7 busy (server: "no", request id: "a-1")"#);
        assert_eq!(format!("{failure:?}"), r#"Nested::Busy = 7 "busy" (server: "no", request id: "a-1")"#);
    }
    let failure = nested::<User>(r#"{"code":7,"request_id":5}"#).unwrap().unwrap_err();
    assert_eq!(failure.to_string(), r#"7 busy (request id: "5")"#);
    let failure = nested::<User>(r#"{"code":7,"request_id":[5]}"#).unwrap().unwrap_err();
    assert_eq!(failure.to_string(), "7 busy");
    let failure = nested::<User>(r#"{"code":7,"request_id":"\u001b[2J"}"#).unwrap().unwrap_err();
    assert_eq!(failure.to_string(), r#"7 busy (request id: "\u{1b}[2J")"#);
}

#[test]
fn the_same_field_twice_is_an_error() {
    for (json, field) in [
        (r#"{"code":0,"code":0,"data":{}}"#, "code"),
        (r#"{"code":7,"data":{},"code":0}"#, "code"),
        (r#"{"code":0,"msg":"","msg":"","data":{}}"#, "msg"),
        (r#"{"code":0,"request_id":"","request_id":"","data":{}}"#, "request_id"),
        (r#"{"code":0,"data":{},"data":{}}"#, "data"),
        (r#"{"data":{},"data":{},"code":7}"#, "data"),
    ] {
        let error = nested::<()>(json).unwrap_err();
        assert!(error.starts_with(&format!("duplicate field `{field}`")), "{error}");
    }
    let error = nested::<()>(r#"{"errcode":0,"data":{}}"#).unwrap_err();
    assert!(error.starts_with("missing field `code`"), "{error}");
    let error = nested::<()>("[]").unwrap_err();
    assert!(error.contains("expected a Nested reply, an object with `code`"), "{error}");
}

#[test]
fn a_payload_among_the_other_fields() {
    let json = r#"{"RequestId":"F0","Message":"OK","errcode":1,"Code":"OK","BizId":2}"#;
    let reply: Reply<Flat, BTreeMap<String, u8>> = serde_json::from_str(json).unwrap();
    assert_eq!(
        (reply.code().unwrap().raw(), reply.text(), reply.request_id()),
        ("OK", Some("OK"), Some("F0"))
    );
    // A key that is not in this envelope belongs to the payload.
    assert_eq!(reply.into_result().unwrap(), [("BizId".into(), 2), ("errcode".into(), 1)].into());
    let json = r#"{"Code":"isv.BUSINESS_LIMIT_CONTROL","Message":"no","RequestId":"F0"}"#;
    let failure = serde_json::from_str::<Reply<Flat, ()>>(json).unwrap().into_result().unwrap_err();
    assert_eq!((failure.known(), failure.request_id()), (Some(Flat::TooMany), Some("F0")));
}

#[test]
fn keys_that_are_not_declared_are_the_usual_ones() {
    let reply: Reply<Ret, ()> = serde_json::from_str(r#"{"ret":5,"errmsg":"no"}"#).unwrap();
    assert_eq!((reply.code().unwrap().raw(), reply.text(), reply.request_id()), (5, Some("no"), None));
    assert!(reply.into_result().is_err());
}

#[test]
fn the_reply_of_a_failure_has_the_text_and_the_request_id() {
    let json = r#"{"code":7,"msg":"no","request_id":"a-1"}"#;
    let reply: Reply<Nested, ()> = serde_json::from_str(json).unwrap();
    assert_eq!((reply.text(), reply.request_id()), (Some("no"), Some("a-1")));
}

#[test]
fn the_reply_of_a_failure_has_details() {
    let json = r#"{"code":7,"hint":"wait"}"#;
    let reply: Reply<Nested, (), BTreeMap<String, String>> = serde_json::from_str(json).unwrap();
    assert_eq!(reply.details(), Some(&[("hint".into(), "wait".into())].into()));
}

#[test]
fn the_debug_form_of_a_success_has_all_parts() {
    let json = r#"{"code":0,"msg":"ok","request_id":"a-1","data":7}"#;
    let reply: Reply<Nested, u8> = serde_json::from_str(json).unwrap();
    assert_eq!(
        format!("{reply:?}"),
        r#"Reply { code: Some(Nested::Fine = 0 "fine"), text: Some("ok"), request_id: Some("a-1"), payload: 7 }"#
    );
}

error_catalog! {
    /// Two keys for each text.
    enum Twofold: i32 {
        success 0;
        envelope code "code", text "msg" or "message", request "id" or "trace";
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

#[test]
fn the_first_of_several_texts_is_kept() {
    for json in [
        r#"{"code":7,"msg":"one","message":"two","id":"a","trace":"b"}"#,
        r#"{"msg":"one","message":"two","id":"a","trace":"b","code":7}"#,
        r#"{"msg":null,"message":"one","msg_id":0,"id":[],"trace":"a","code":7}"#,
    ] {
        let reply: Reply<Twofold, ()> = serde_json::from_str(json).unwrap();
        assert_eq!((reply.text(), reply.request_id()), (Some("one"), Some("a")), "{json}");
    }
}
