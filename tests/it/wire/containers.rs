//! The objects and lists that contain the parts of an envelope. Their other entries stay in the payload and in the details.
//! Without other entries, they are removed with their parts.

use error_catalog::{Catalog, Failure, Reply, error_catalog};
use serde_json::{Map, Value, json};

error_catalog! {
    /// The parts are in an object next to the payload.
    enum InObject: i32 {
        success 0;
        envelope code "status" / "code", text "status" / "msg";
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

error_catalog! {
    /// The parts are in the first item of a list.
    enum InList: i32 {
        success 0, absent;
        envelope code "errors" / 0 / "code", text "errors" / 0 / "msg";
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

error_catalog! {
    /// The parts are under a key that differs from call to call.
    enum UnderAnyKey: i32 {
        success 0;
        envelope code _ / "code", payload _;
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

error_catalog! {
    /// A success has no code.
    enum Absent: i32 {
        success absent;
        envelope code "error" / "code";
        7 => Busy "busy",
    }
}

error_catalog! {
    /// A success has no code, which would be under a key that differs from call to call.
    enum AbsentUnderAnyKey: i32 {
        success absent;
        envelope code _ / "code";
        7 => Busy "busy",
    }
}

error_catalog! {
    /// A success has no object for the code, which would be under a key that differs from call to call.
    enum AbsentObject: i32 {
        success absent;
        envelope code _ / "error" / "code";
        7 => Busy "busy",
    }
}

error_catalog! {
    /// The code is an item of a list.
    enum InTuple: i32 {
        success 0, absent;
        envelope code "status" / 1;
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

error_catalog! {
    /// The code is the first item of a list under a key that differs from call to call.
    enum InAnyList: i32 {
        success 0;
        envelope code _ / 0, payload _;
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

error_catalog! {
    /// The code is in one of two objects.
    enum InEither: i32 {
        success 0;
        envelope code "one" / "code" or "other" / "code";
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

fn result<C: Catalog>(reply: &Value) -> Result<Value, (Failure<C>, Value)> {
    let reply: Reply<C, Map<String, Value>, Map<String, Value>> =
        serde_json::from_str(&reply.to_string()).unwrap();
    match reply.into_result_with_details() {
        Ok(payload) => Ok(payload.into()),
        Err((failure, details)) => Err((failure, details.unwrap().into())),
    }
}

fn payload<C: Catalog>(reply: &Value) -> Value {
    result::<C>(reply).unwrap()
}

fn details<C: Catalog>(reply: &Value) -> Value {
    result::<C>(reply).unwrap_err().1
}

#[test]
fn an_object_that_held_only_parts_is_not_in_the_payload() {
    let reply = json!({ "status": { "code": 0, "msg": "ok" }, "id": 1 });
    assert_eq!(payload::<InObject>(&reply), json!({ "id": 1 }));
}

#[test]
fn an_object_that_holds_more_than_parts_is_in_the_payload() {
    let reply = json!({ "status": { "code": 0, "took": 5 }, "id": 1 });
    assert_eq!(payload::<InObject>(&reply), json!({ "status": { "took": 5 }, "id": 1 }));
}

#[test]
fn an_object_or_a_list_that_was_empty_stays_in_the_payload() {
    let reply = json!({ "status": { "code": 0 }, "filter": {}, "items": [], "rows": [{}] });
    assert_eq!(payload::<InObject>(&reply), json!({ "filter": {}, "items": [], "rows": [{}] }));
}

#[test]
fn a_list_that_held_only_parts_is_not_in_the_payload() {
    let reply = json!({ "errors": [{ "code": 0, "msg": "ok" }], "id": 1 });
    assert_eq!(payload::<InList>(&reply), json!({ "id": 1 }));
}

#[test]
fn the_other_items_of_a_list_with_parts_are_in_the_payload() {
    let reply = json!({ "errors": [{ "code": 0 }, { "code": 5 }], "id": 1 });
    assert_eq!(payload::<InList>(&reply), json!({ "errors": [{ "code": 5 }], "id": 1 }));
}

#[test]
fn the_details_of_a_failure_are_the_fields_next_to_its_code() {
    let reply = json!({ "id": 1, "status": { "code": 7, "msg": "m", "field": "f" } });
    assert_eq!(details::<InObject>(&reply), json!({ "field": "f" }));
    let reply = json!({ "errors": [{ "code": 7, "msg": "m", "field": "f" }, { "field": "g" }], "id": 1 });
    assert_eq!(details::<InList>(&reply), json!({ "field": "f" }));
    let reply = json!({ "sign": { "field": "g" }, "answer": { "code": 7, "field": "f" } });
    assert_eq!(details::<UnderAnyKey>(&reply), json!({ "field": "f" }));
}

#[test]
fn the_details_are_next_to_the_first_code() {
    let reply = json!({ "other": { "code": 7, "field": "g" }, "one": { "code": 7, "field": "f" } });
    assert_eq!(details::<InEither>(&reply), json!({ "field": "f" }));
    let reply = json!({ "other": { "code": 7, "field": "g" } });
    assert_eq!(details::<InEither>(&reply), json!({ "field": "g" }));
}

#[test]
fn a_code_without_fields_next_to_it_has_empty_details() {
    for reply in
        [json!({ "errors": [{ "code": 7 }] }), json!({ "errors": [{ "code": 7, "msg": "m" }], "id": 1 })]
    {
        assert_eq!(details::<InList>(&reply), json!({}), "{reply}");
    }
}

#[test]
fn a_payload_under_any_key_is_the_object_that_held_the_code() {
    for reply in [
        json!({ "answer": { "code": 0, "id": 1 }, "sign": { "id": 2 } }),
        json!({ "sign": { "id": 2 }, "answer": { "code": 0, "id": 1 } }),
        json!({ "sign": "x", "answer": { "id": 1, "code": 0 }, "trace": [2] }),
        json!({ "answer": { "id": 1, "code": 0 }, "trace": ["x"], "sign": "x" }),
    ] {
        assert_eq!(payload::<UnderAnyKey>(&reply), json!({ "id": 1 }), "{reply}");
    }
}

#[test]
fn an_empty_container_is_the_absence_of_a_code() {
    for error in [json!({}), json!([]), json!(null)] {
        let reply = json!({ "error": error, "id": 1 });
        assert_eq!(payload::<Absent>(&reply)["id"], 1, "{reply}");
    }
    for errors in [json!([]), json!([{}]), json!({}), json!(null), json!([null])] {
        let reply = json!({ "errors": errors, "id": 1 });
        assert_eq!(payload::<InList>(&reply)["id"], 1, "{reply}");
    }
}

#[test]
fn a_container_without_a_code_is_not_a_success() {
    for error in [json!({ "msg": "m" }), json!([0]), json!("m"), json!(false), json!(0)] {
        let reply = json!({ "error": error, "id": 1 }).to_string();
        let error = serde_json::from_str::<Reply<Absent, ()>>(&reply).map(drop).unwrap_err().to_string();
        assert!(error.starts_with("missing field `error.code`"), "{reply}: {error}");
    }
    for errors in [json!([{ "msg": "m" }]), json!([0]), json!([[0]]), json!({ "0": 0 }), json!("m")] {
        let reply = json!({ "errors": errors, "id": 1 }).to_string();
        let error = serde_json::from_str::<Reply<InList, ()>>(&reply).map(drop).unwrap_err().to_string();
        assert!(error.starts_with("missing field `errors[0].code`"), "{reply}: {error}");
    }
}

/// Returns the error of a reply that is neither a success nor a failure.
fn error<C: Catalog>(reply: &Value) -> String {
    serde_json::from_str::<Reply<C, ()>>(&reply.to_string()).map(drop).unwrap_err().to_string()
}

#[test]
fn a_code_under_any_key_may_be_absent() {
    for reply in [json!({ "answer": { "id": 1 } }), json!({ "answer": {}, "sign": { "id": 1 } }), json!({})] {
        assert_eq!(payload::<AbsentUnderAnyKey>(&reply), reply);
        assert_eq!(payload::<AbsentObject>(&reply), reply);
    }
    let reply = json!({ "answer": { "id": 1 }, "sign": { "error": { "msg": "m" } } });
    assert!(error::<AbsentObject>(&reply).starts_with("missing field `*.error.code`"));
}

#[test]
fn a_list_that_is_too_short_for_the_code_is_not_a_success() {
    assert_eq!(payload::<InTuple>(&json!({ "id": 1 })), json!({ "id": 1 }));
    assert_eq!(
        payload::<InTuple>(&json!({ "status": ["ok", 0], "id": 1 })),
        json!({ "status": ["ok"], "id": 1 })
    );
    assert!(error::<InTuple>(&json!({ "status": ["ok"] })).starts_with("missing field `status[1]`"));
}

#[test]
fn a_list_under_any_key_that_held_the_code_is_the_payload() {
    type Listed<D> = Reply<InAnyList, Vec<u8>, D>;
    for reply in [r#"{"sign":"x","answer":[0,5]}"#, r#"{"answer":[0,5],"sign":"x"}"#] {
        let reply: Listed<()> = serde_json::from_str(reply).unwrap();
        assert_eq!(reply.into_result().unwrap(), [5]);
    }
    let reply: Listed<Vec<u8>> = serde_json::from_str(r#"{"sign":"x","answer":[7,5]}"#).unwrap();
    assert_eq!(reply.details(), Some(&vec![5]));
}

#[test]
fn a_code_that_is_null_is_not_absent() {
    let reply = json!({ "error": { "code": null }, "id": 1 });
    assert!(error::<Absent>(&reply).starts_with("invalid type: null, expected a Absent code"));
}

#[test]
fn a_container_may_have_a_tag() {
    let reply: Reply<InObject, ()> = serde_norway::from_str("status: !state {code: 7, msg: m}").unwrap();
    assert_eq!(reply.into_result().unwrap_err().to_string(), r#"7 busy (server: "m")"#);

    // A list with a tag of YAML is still a list.
    let reply = serde_norway::from_str::<Reply<InObject, ()>>("status: {code: !list [7]}");
    assert!(reply.map(drop).unwrap_err().to_string().starts_with("invalid type: sequence"));

    let tagged = |value: ciborium::Value| ciborium::Value::Tag(0, Box::new(value));
    let map = |fields: [(&str, ciborium::Value); 2]| {
        ciborium::Value::Map(fields.into_iter().map(|(key, value)| (key.into(), value)).collect())
    };
    let status = map([("code", tagged(7.into())), ("msg", tagged("m".into()))]);
    let mut bytes = Vec::new();
    ciborium::into_writer(&map([("id", 1.into()), ("status", status)]), &mut bytes).unwrap();
    let reply: Reply<InObject, ()> = ciborium::from_reader(bytes.as_slice()).unwrap();
    assert_eq!(reply.into_result().unwrap_err().to_string(), r#"7 busy (server: "m")"#);
}

#[test]
fn a_value_that_is_not_a_code_is_named_by_its_type() {
    for (code, expected) in
        [(json!([7]), "sequence"), (json!({ "a": 7 }), "map"), (json!(true), "boolean `true`")]
    {
        let expected = format!("invalid type: {expected}, expected a");
        for error in [
            error::<InObject>(&json!({ "status": { "code": code } })),
            error::<error_catalog::vendor::WeCom>(&json!({ "errcode": code })),
        ] {
            assert!(error.starts_with(&expected), "{error}");
        }
    }
}

#[test]
fn a_long_text_is_not_quoted_as_a_code() {
    for (length, is_quoted) in [(99, true), (100, false)] {
        let text = "x".repeat(length);
        let error = error::<InObject>(&json!({ "status": { "code": text } }));
        assert_eq!(error.contains(&text), is_quoted, "{error}");
        assert_eq!(error.contains("invalid value: long string"), !is_quoted, "{error}");
    }
}
