//! Replies in the shapes that vendors document: success by absence of the code, codes in nested objects and lists, codes of
//! the other type, details of a failure, alternative paths.

use error_catalog::{Catalog, Code, Failure, Reply, error_catalog};
use serde::Deserialize;
use std::collections::BTreeMap;

type Fields = BTreeMap<String, serde_json::Value>;

error_catalog! {
    /// WeChat's official accounts.
    enum Official: i32 {
        success 0, absent;
        envelope code "errcode" or "error_code" or "err_no", text "errmsg" or "error_msg";
        0 => Fine "ok",
        40013 => InvalidAppid "invalid appid",
    }
}

error_catalog! {
    /// Tencent Cloud.
    enum Tencent: &'static str {
        success absent;
        envelope code "Response" / "Error" / "Code", text "Response" / "Error" / "Message",
            request "Response" / "RequestId", payload "Response";
        "AuthFailure.Sig" => Signature "signature",
    }
}

error_catalog! {
    /// Stripe.
    enum Stripe: &'static str {
        success absent;
        envelope code "error" / "code", text "error" / "message";
        "card_declined" => Declined "declined",
    }
}

error_catalog! {
    /// JSON-RPC.
    enum Rpc: i32 {
        success absent;
        envelope code "error" / "code", text "error" / "message", payload "result";
        -32601 => NoMethod "method not found",
    }
}

error_catalog! {
    /// JSON:API, SparkPost, Twilio.
    enum Listed: i32 {
        success absent;
        envelope code "errors" / 0 / "code", text "errors" / 0 / "message", payload "results";
        88 => Limit "rate limit",
    }
}

error_catalog! {
    /// Telegram.
    enum Telegram: i32 {
        success absent;
        envelope code "error_code", text "description", payload "result";
        400 => Bad "bad request",
        429 => Flood "flood",
    }
}

error_catalog! {
    /// Alipay, whose outer key differs from call to call.
    enum Alipay: &'static str {
        success "10000";
        envelope code _ / "code", text _ / "msg", payload _;
        "10000" => Fine "success",
        "40004" => Business "business failed",
    }
}

error_catalog! {
    /// The values of Alipay's key `sub_code`, in part.
    enum AlipaySub: &'static str {
        "ACQ.TRADE_NOT_EXIST" => NoTrade "no such trade",
    }
}

error_catalog! {
    /// DingTalk.
    enum DingTalk: i32 {
        success 0;
        envelope code "code", text "message", request "requestid";
        0 => Fine "ok",
        88 => Unauthorized "unauthorized",
    }
}

error_catalog! {
    /// The codes are strings, except for the code of a success, which is a number.
    enum Mixed: &'static str {
        success "0";
        envelope code "code", text "message";
        "0" => Fine "ok",
        "PARAM_ERROR" => Param "param",
    }
}

error_catalog! {
    /// WeChat Pay before version 3.
    enum Pay: &'static str {
        success "SUCCESS";
        envelope code "return_code", text "return_msg";
        "SUCCESS" => Fine "ok",
        "FAIL" => Fail "fail",
    }
}

fn read<C: Catalog>(json: &str) -> Result<Result<Fields, Failure<C>>, String> {
    serde_json::from_str::<Reply<C, Fields>>(json).map(Reply::into_result).map_err(|error| error.to_string())
}

fn success<C: Catalog>(json: &str) -> String {
    serde_json::to_string(&read::<C>(json).unwrap().unwrap()).unwrap()
}

fn failure<C: Catalog>(json: &str) -> String {
    read::<C>(json).unwrap().unwrap_err().to_string()
}

#[test]
fn success_is_the_absence_of_a_code() {
    assert_eq!(
        success::<Official>(r#"{"access_token":"A","expires_in":7200}"#),
        r#"{"access_token":"A","expires_in":7200}"#
    );
    assert_eq!(success::<Official>(r#"{"errcode":0,"errmsg":"ok","a":1}"#), r#"{"a":1}"#);
    assert_eq!(success::<Official>("{}"), "{}");
    assert_eq!(success::<Telegram>(r#"{"ok":true,"result":{"id":1}}"#), r#"{"id":1}"#);
    assert_eq!(
        failure::<Official>(r#"{"a":1,"errcode":40013,"errmsg":"m"}"#),
        r#"40013 invalid appid (server: "m")"#
    );
    assert_eq!(
        failure::<Telegram>(r#"{"ok":false,"error_code":400,"description":"m"}"#),
        r#"400 bad request (server: "m")"#
    );
    let reply: Reply<Official, ()> = serde_json::from_str(r#"{"errmsg":"ok"}"#).unwrap();
    assert_eq!((reply.code(), reply.text()), (None, Some("ok")));
    // Without the declaration, it is an error.
    assert!(read::<DingTalk>(r#"{"a":1}"#).unwrap_err().starts_with("missing field `code`"));
    // A value that is not a code and a body that is not an object are errors too.
    for json in [
        r#"{"errcode":null}"#,
        r#"{"errcode":""}"#,
        r#"{"errcode":0.0}"#,
        r#"{"errcode":{}}"#,
        "[]",
        "null",
        "\"ok\"",
    ] {
        assert!(read::<Official>(json).is_err(), "{json}");
    }
}

#[test]
fn a_code_in_an_object() {
    assert_eq!(
        failure::<Tencent>(
            r#"{"Response":{"Error":{"Code":"AuthFailure.Sig","Message":"m"},"RequestId":"r"}}"#
        ),
        r#"AuthFailure.Sig signature (server: "m", request id: "r")"#
    );
    // The payload contains no part of the envelope.
    assert_eq!(success::<Tencent>(r#"{"Response":{"TotalCount":0,"RequestId":"r"}}"#), r#"{"TotalCount":0}"#);
    assert_eq!(
        failure::<Stripe>(r#"{"error":{"code":"card_declined","decline_code":"x","message":"m"}}"#),
        r#"card_declined declined (server: "m")"#
    );
    assert_eq!(success::<Stripe>(r#"{"id":"ch_1","amount":5}"#), r#"{"amount":5,"id":"ch_1"}"#);
    assert_eq!(
        failure::<Rpc>(r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"m"}}"#),
        r#"-32601 method not found (server: "m")"#
    );
    assert_eq!(success::<Rpc>(r#"{"jsonrpc":"2.0","id":1,"result":{"a":1}}"#), r#"{"a":1}"#);
    // JSON-RPC 1.0 sends both.
    assert_eq!(success::<Rpc>(r#"{"id":1,"result":{"a":1},"error":null}"#), r#"{"a":1}"#);
    assert_eq!(success::<Stripe>(r#"{"id":"ch_1","error":null}"#), r#"{"id":"ch_1"}"#);
}

#[test]
fn an_error_without_a_code_is_not_a_success() {
    for json in [
        r#"{"error":{"message":"no code"}}"#,
        r#"{"error":"boom"}"#,
        r#"{"error":{"code":null}}"#,
        r#"{"error":[{"code":"card_declined"}]}"#,
        r#"{"error":true,"id":"ch_1"}"#,
        r#"{"error":{"code":"card_declined","code":"x"}}"#,
        r#"{"error":{},"error":{"code":"card_declined"}}"#,
    ] {
        assert!(read::<Stripe>(json).is_err(), "{json}");
    }
    for json in
        [r#"{"Response":"x"}"#, r#"{"Response":{"Error":{"Message":"m"}}}"#, r#"{"Response":{"Error":7}}"#]
    {
        assert!(read::<Tencent>(json).is_err(), "{json}");
    }
    assert!(read::<Listed>(r#"{"errors":[{"message":"m"}]}"#).is_err());
    assert!(read::<Listed>(r#"{"errors":["boom"]}"#).is_err());
}

#[test]
fn a_code_in_a_list() {
    assert_eq!(
        failure::<Listed>(r#"{"errors":[{"code":88,"message":"m"},{"code":1}]}"#),
        r#"88 rate limit (server: "m")"#
    );
    assert_eq!(success::<Listed>(r#"{"results":{"id":1}}"#), r#"{"id":1}"#);
    assert_eq!(success::<Listed>(r#"{"errors":[],"results":{"id":1}}"#), r#"{"id":1}"#);
}

#[test]
fn an_outer_key_that_differs_from_call_to_call() {
    let json =
        r#"{"alipay_trade_query_response":{"code":"10000","msg":"Success","trade_no":"1"},"sign":"x"}"#;
    assert_eq!(success::<Alipay>(json), r#"{"trade_no":"1"}"#);
    let json = r#"{"sign":"x","error_response":{"code":"40004","msg":"m","sub_code":"ACQ.TRADE_NOT_EXIST"}}"#;
    assert_eq!(failure::<Alipay>(json), r#"40004 business failed (server: "m")"#);
    assert!(read::<Alipay>(r#"{"a":{"code":"10000"},"b":{"code":"40004"}}"#).is_err());
}

#[test]
fn a_code_of_the_other_type_keeps_the_servers_text() {
    for json in [
        r#"{"code":"InvalidParameter","message":"appKey is wrong","requestid":"r-1"}"#,
        r#"{"requestid":"r-1","message":"appKey is wrong","code":"InvalidParameter"}"#,
    ] {
        let error = read::<DingTalk>(json).unwrap_err();
        assert!(
            error.starts_with(
                r#"invalid value: string "InvalidParameter", expected a DingTalk code, an integer that fits i32 (server: "appKey is wrong", request id: "r-1")"#
            ),
            "{error}"
        );
    }
    let error = read::<Mixed>(r#"{"code":7,"message":"no"}"#).unwrap_err();
    assert!(error.starts_with(r"invalid value: integer `7`, expected a Mixed code"), "{error}");
    assert!(error.contains(r#"(server: "no")"#), "{error}");
    let hostile = format!(r#"{{"code":"\u001b[2J\u3164","message":"\u001b[2J{}"}}"#, "x".repeat(1 << 20));
    let error = read::<DingTalk>(&hostile).unwrap_err();
    assert!(error.len() < 1000 && !error.contains(['\x1b', '\u{3164}']), "{error}");
}

#[test]
fn a_number_as_a_string_code() {
    assert_eq!(success::<Mixed>(r#"{"code":0,"message":"ok","a":1}"#), r#"{"a":1}"#);
    assert_eq!(
        failure::<Mixed>(r#"{"code":"PARAM_ERROR","message":"m"}"#),
        r#"PARAM_ERROR param (server: "m")"#
    );
    for code in ["0.0", "-0", "1", "false", "null"] {
        assert!(read::<Mixed>(&format!(r#"{{"code":{code}}}"#)).is_err(), "{code}");
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Sub {
    sub_code: Code<AlipaySub>,
    sub_msg: String,
}

#[test]
fn the_details_of_a_failure() {
    fn details<C: Catalog, D: for<'de> Deserialize<'de>>(json: &str) -> (Failure<C>, Option<D>) {
        serde_json::from_str::<Reply<C, Fields, D>>(json).unwrap().into_result_with_details().unwrap_err()
    }
    for json in [
        r#"{"a":{"code":"40004","msg":"m","sub_code":"ACQ.TRADE_NOT_EXIST","sub_msg":"s"},"sign":"x"}"#,
        r#"{"sign":"x","a":{"sub_msg":"s","sub_code":"ACQ.TRADE_NOT_EXIST","msg":"m","code":"40004"}}"#,
    ] {
        let (failure, sub) = details::<Alipay, Sub>(json);
        assert_eq!(failure.known(), Some(Alipay::Business));
        assert_eq!(sub, Some(Sub { sub_code: AlipaySub::NoTrade.into(), sub_msg: "s".into() }));
    }
    for json in [
        r#"{"code":88,"message":"x","sub_code":"60011","sub_msg":"no permission","data":{"field":"f"}}"#,
        r#"{"sub_code":"60011","data":{"field":"f"},"sub_msg":"no permission","message":"x","code":88}"#,
    ] {
        let (failure, sub) = details::<DingTalk, Sub>(json);
        assert_eq!(failure.to_string(), r#"88 unauthorized (server: "x")"#);
        assert_eq!(sub.unwrap().sub_code, "60011");
        let (_, fields) = details::<DingTalk, Fields>(json);
        assert_eq!(
            fields.unwrap().keys().map(String::as_str).collect::<Vec<_>>(),
            ["data", "sub_code", "sub_msg"]
        );
        // If the details do not fit, the reply is still a failure.
        let (failure, count) = details::<DingTalk, BTreeMap<String, u8>>(json);
        assert_eq!((failure.known(), count), (Some(DingTalk::Unauthorized), None));
    }
    let (_, fields) = details::<Telegram, Fields>(
        r#"{"ok":false,"error_code":429,"description":"m","parameters":{"retry_after":5}}"#,
    );
    assert_eq!(fields.unwrap()["parameters"]["retry_after"], 5);
    let (_, fields) =
        details::<Stripe, Fields>(r#"{"error":{"code":"card_declined","decline_code":"x","message":"m"}}"#);
    assert_eq!(fields.unwrap()["decline_code"], "x");
    let (_, fields) = details::<Rpc, Fields>(r#"{"id":1,"error":{"code":-32601,"data":{"field":"f"}}}"#);
    assert_eq!(fields.unwrap()["data"]["field"], "f");
    let reply: Reply<DingTalk, (), Sub> =
        serde_json::from_str(r#"{"code":0,"sub_code":"x","sub_msg":"y"}"#).unwrap();
    assert_eq!(reply.details(), None);
}

#[test]
fn several_spellings() {
    for json in [
        r#"{"errcode":40013,"errmsg":"m"}"#,
        r#"{"error_code":40013,"error_msg":"m"}"#,
        r#"{"error_msg":"m","err_no":40013}"#,
    ] {
        assert_eq!(failure::<Official>(json), r#"40013 invalid appid (server: "m")"#, "{json}");
    }
    assert_eq!(failure::<Official>(r#"{"errcode":40013,"error_code":"40013"}"#), "40013 invalid appid");
    for json in [
        r#"{"errcode":0,"error_code":40013}"#,
        r#"{"errcode":40013,"err_no":0}"#,
        r#"{"errcode":0,"a":1,"error_code":40013}"#,
        r#"{"errcode":0,"errcode":0}"#,
        r#"{"errcode":0,"error_code":"x"}"#,
    ] {
        assert!(read::<Official>(json).is_err(), "{json}");
    }
}

#[test]
fn xml() {
    let reply: Reply<Pay, Fields> =
        quick_xml::de::from_str("<xml><return_code>FAIL</return_code><return_msg>m</return_msg></xml>")
            .unwrap();
    assert_eq!(reply.into_result().unwrap_err().to_string(), r#"FAIL fail (server: "m")"#);
}

#[test]
fn an_xml_attribute_is_not_the_text_of_its_element() {
    for (element, text) in [(r#"<name lang="en"/>"#, ""), (r#"<name lang="en">a</name>"#, "a")] {
        for xml in [
            format!("<xml>{element}<return_code>SUCCESS</return_code></xml>"),
            format!("<xml><return_code>SUCCESS</return_code>{element}</xml>"),
        ] {
            let reply: Reply<Pay, BTreeMap<String, String>> = quick_xml::de::from_str(&xml).unwrap();
            assert_eq!(reply.into_result().unwrap().get("name").map(String::as_str), Some(text), "{xml}");
        }
    }
}

/// The debug form is printed in tests and logs, so the server's text is escaped and cut in it too.
#[test]
fn debug_is_bounded() {
    let json = format!(r#"{{"code":0,"message":"\u001b[2J{}","requestid":"\u3164"}}"#, "x".repeat(1 << 20));
    let reply: Reply<DingTalk, ()> = serde_json::from_str(&json).unwrap();
    let debug = format!("{reply:?}");
    assert!(debug.len() < 1000 && !debug.contains(['\x1b', '\u{3164}']), "{debug}");
    let reply: Reply<DingTalk, ()> = serde_json::from_str(&json.replacen('0', "88", 1)).unwrap();
    assert!(format!("{reply:?}").len() < 1000);
    let body = format!("\"{}\"", "x".repeat(1 << 20));
    assert!(read::<DingTalk>(&body).unwrap_err().len() < 1000);
}
