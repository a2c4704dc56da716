//! One file of cases runs against this recognizer and the page's.

use super::{Keys, Recognizer, UserKey};
use crate::catalog::table::{Table, table};
use error_catalog::error_catalog;
use error_catalog::vendor::{WeCom, Youdu};

/// Returns the text with every code that is found in brackets, and a `?` after one that no catalog has.
fn marked_by(recognizer: &Recognizer<'_>, text: &str) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for found in recognizer.find(text.as_bytes(), 0) {
        let unknown = if found.target.is_none() { "?" } else { "" };
        let (before, code) = (&text[at..found.code.start], &text[found.code.clone()]);
        marked.extend([before, "[", code, unknown, "]", &text[found.code.end..found.end], "|"]);
        at = found.end;
    }
    marked + &text[at..]
}

fn marked(text: &str) -> String {
    marked_with(&[table::<WeCom>(), table::<Youdu>()], &[], text)
}

fn marked_with(catalogs: &[Table], keys: &[&str], text: &str) -> String {
    let keys: Vec<UserKey> = keys.iter().map(|key| UserKey::parse(key).expect(key)).collect();
    let catalogs: Vec<&Table> = catalogs.iter().collect();
    let recognizer = Recognizer::new(&catalogs, Keys::Strict(&keys)).expect("the patterns are few");
    marked_by(&recognizer, text)
}

#[test]
fn codes_are_found_however_they_are_written() {
    for (text, expected) in [
        (r#"{"errcode":40014,"errmsg":""}"#, r#"{"errcode":[40014]|,"errmsg":""}"#),
        (r#"{"errcode" : -1}"#, r#"{"errcode" : [-1]|}"#),
        (r#"{"errCode":"40014"}"#, r#"{"errCode":"[40014]"|}"#),
        (r#"body="{\"errcode\":40014}""#, r#"body="{\"errcode\":[40014]|}""#),
        (r#"{\"errcode\":\"40014\"}"#, r#"{\"errcode\":\"[40014]\"|}"#),
        ("errcode=40014", "errcode=[40014]|"),
        ("ERRCODE: 40014, no", "ERRCODE: [40014]|, no"),
        ("'error_code' => 40014", "'error_code' => [40014]|"),
        ("errcode 40014.", "errcode [40014]|."),
        ("errcode：40014", "errcode：[40014]|"),
        ("<errcode>40014</errcode>", "<errcode>[40014]|</errcode>"),
        ("wx_errcode=40014", "wx_errcode=[40014]|"),
        ("errcode=123456", "errcode=[123456?]|"),
        ("ErrCode[40014]: no", "ErrCode[[40014]]|: no"),
        ("errcode ['40014' ], no", "errcode ['[40014]' ]|, no"),
        ("错误码：40014，请稍后", "错误码：[40014]|，请稍后"),
        ("失败，返回码40014。", "失败，返回码[40014]|。"),
        ("错误码为：\"40014\"", "错误码为：\"[40014]\"|"),
        ("錯誤代碼是 40014", "錯誤代碼是 [40014]|"),
        ("错误码（40014）", "错误码（[40014]）|"),
        ("WX错误码(40014)", "WX错误码([40014])|"),
        ("got ERRCODE_MISS_BUIN.", "got [ERRCODE_MISS_BUIN]|."),
        ("Error code: 40014, message: x", "Error code: [40014]|, message: x"),
        ("ERROR CODE 40014", "ERROR CODE [40014]|"),
        (
            r#"Object {"errcode": Number(40014), "errmsg": String("x")}"#,
            r#"Object {"errcode": Number([40014])|, "errmsg": String("x")}"#,
        ),
        (r#"errcode: Some(String("40014"))"#, r#"errcode: Some(String("[40014]"))|"#),
        ("err_no: 40014", "err_no: [40014]|"),
        (r#""err_no":40014"#, r#""err_no":[40014]|"#),
        ("error_no: 40014", "error_no: [40014]|"),
        ("errcode = 0x9C4E", "errcode = [0x9C4E]|"),
        ("errcode=0xFFFFFFFF", "errcode=[0xFFFFFFFF]|"),
        ("ErrorCode(40014)", "ErrorCode([40014])|"),
        (
            "\x1b[3merrcode\x1b[0m\x1b[2m=\x1b[0m40014 \x1b[3merrmsg\x1b[0m",
            "\x1b[3merrcode\x1b[0m\x1b[2m=\x1b[0m[40014]| \x1b[3merrmsg\x1b[0m",
        ),
        (r"failed\nerrcode: 40014", r"failed\nerrcode: [40014]|"),
        ("eRrCoDe=40014", "eRrCoDe=[40014]|"),
        ("custom program error: 0x9c4e", "custom program error: [0x9c4e]|"),
    ] {
        assert_eq!(marked(text), expected);
    }
}

#[test]
fn text_that_only_resembles_a_code_is_left_alone() {
    for text in [
        "MY_ERRCODE_MISS_BUIN",
        "ERRCODE_MISS_BUINS",
        "errcode_miss_buin",
        "errcodes=40014",
        "errcode",
        "errcode=",
        "\"errcode\" 40014",
        "errcode=,40014",
        "code=40014",
        "errcode:\n40014",
        "errcode[40014",
        "errcode[40014] = x",
        "\"errcode\"[40014]",
        "errno(3)",
        "error code (40014)",
        "ErrorCode(40014",
        "errcode: Pair(40014, 1)",
        "other program error: 0x9c4e",
        "SQLSTATE 40014",
        "错误码说明 40014",
        "错误码（40014",
    ] {
        assert_eq!(marked(text), text);
    }
}

error_catalog! {
    pub enum Sql: &'static str {
        "42P01" => UndefinedTable "undefined table",
        "AUTH_KEY_UNREGISTERED" => AuthKeyUnregistered "the key is not registered",
        "FLT-103" => Fault "a fault",
        "-1" => Minus "minus one",
    }
}

#[test]
fn string_codes_need_no_key_if_they_are_unlike_other_words() {
    for (text, expected) in [
        ("ERROR: no such table (SQLSTATE 42P01)", "ERROR: no such table (SQLSTATE [42P01]|)"),
        ("SQLSTATE[42P01]: x", "SQLSTATE[[42P01]]|: x"),
        ("sqlstate='42P01'", "sqlstate='[42P01]'|"),
        ("SQL state: 42P01", "SQL state: [42P01]|"),
        ("rpc AUTH_KEY_UNREGISTERED (401)", "rpc [AUTH_KEY_UNREGISTERED]| (401)"),
        ("Error FLT-103 occurred.", "Error [FLT-103]| occurred."),
        (
            "42P01 -1 FLT-103-7 XFLT-103 X-FLT-103 auth_key_unregistered",
            "42P01 -1 FLT-103-7 XFLT-103 X-FLT-103 auth_key_unregistered",
        ),
    ] {
        assert_eq!(marked_with(&[table::<Sql>()], &[], text), expected);
    }
}

#[test]
fn keys_of_the_user_are_whole_keys_in_any_case() {
    for (keys, text, expected) in [
        (&["code"][..], "code=5 CODE: 5 {\"Code\":5}", "code=[5]| CODE: [5]| {\"Code\":[5]|}"),
        (
            &["code"],
            "exit_code=5 postal_code=5 zip-code: 5 x.code=5",
            "exit_code=5 postal_code=5 zip-code: 5 x.code=5",
        ),
        (&["*_code"], "exit_code=5 code=5", "exit_code=[5]| code=5"),
        (&["err*"], "errnox=5 erratum: 5", "errnox=[5]| erratum: [5]|"),
        (&["状态"], "状态：5", "状态：[5]|"),
    ] {
        assert_eq!(marked_with(&[table::<Youdu>()], keys, text), expected, "{keys:?}");
    }
}

error_catalog! {
    pub enum Gateway: i32 {
        envelope code "ret", text "msg", request "id";
        5 => Busy "busy",
    }
}

#[test]
fn the_keys_of_an_envelope_count_beside_each_other() {
    for (text, expected) in [
        (r#"{"ret":5,"msg":"x"}"#, r#"{"ret":[5]|,"msg":"x"}"#),
        (r#"{"id":"7","ret":5}"#, r#"{"id":"7","ret":[5]|}"#),
        (r#"{"ret":5}"#, r#"{"ret":5}"#),
        (r#"{"ret":5,"data":{"msg":"x"}}"#, r#"{"ret":5,"data":{"msg":"x"}}"#),
        (r#"{"ret":40014,"msg":"x"}"#, r#"{"ret":[40014?]|,"msg":"x"}"#),
    ] {
        assert_eq!(marked_with(&[table::<WeCom>(), table::<Gateway>()], &[], text), expected);
    }
}

/// However a text is cut, the same codes are found.
#[test]
fn a_search_from_the_middle_finds_the_rest() {
    let text = "errcode=40014 ERRCODE_MISS_BUIN errerrcode errcode 5 \x1b[3merr_no\x1b[0m=5 custom program error: 0x5";
    let catalogs = [table::<WeCom>(), table::<Youdu>()];
    let recognizer = Recognizer::new(&catalogs.each_ref(), Keys::Strict(&[])).expect("the patterns are few");
    let all: Vec<_> = recognizer.find(text.as_bytes(), 0).collect();
    assert_eq!(all.len(), 5);
    for from in 0..text.len() {
        let rest: Vec<_> = recognizer.find(text.as_bytes(), from).collect();
        let expected: Vec<_> = all.iter().filter(|found| found.start >= from).cloned().collect();
        assert_eq!(rest, expected, "from {from}");
    }
}
