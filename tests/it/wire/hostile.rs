//! Replies of broken or malicious servers: never a success, never a panic, and their text is escaped.

use crate::wire::envelopes::Nested;
use error_catalog::vendor::WeCom;
use error_catalog::{Catalog, Failure, Reply};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

fn read<C: Catalog, T: DeserializeOwned>(json: &[u8]) -> Result<Result<T, Failure<C>>, serde_json::Error> {
    serde_json::from_slice::<Reply<C, T>>(json).map(Reply::into_result)
}

fn is_success(json: &str) -> bool {
    let payloads = [
        read::<WeCom, ()>(json.as_bytes()).is_ok_and(|reply| reply.is_ok()),
        read::<WeCom, Option<serde_json::Value>>(json.as_bytes()).is_ok_and(|reply| reply.is_ok()),
        read::<WeCom, serde_json::Value>(json.as_bytes()).is_ok_and(|reply| reply.is_ok()),
    ];
    assert!(payloads.iter().all(|success| *success == payloads[0]), "{json}");
    let nested = json.replace("errcode", "code").replace("errmsg", "msg");
    assert_eq!(read::<Nested, ()>(nested.as_bytes()).is_ok_and(|reply| reply.is_ok()), payloads[0], "{json}");
    payloads[0]
}

#[test]
fn only_a_success_code_is_a_success() {
    for good in ["0", "\"0\""] {
        assert!(is_success(&format!(r#"{{"errcode":{good}}}"#)), "{good}");
        assert!(is_success(&format!(r#"{{"a":[1,{{}}],"errcode":{good},"b":{{"errcode":7}}}}"#)));
    }
    for bad in [
        "1",
        "-1",
        "0.0",
        "-0",
        "1e0",
        "0e0",
        "null",
        "true",
        "false",
        "\"\"",
        "\"+0\"",
        "\"-0\"",
        "\"00\"",
        "\" 0\"",
        "\"0.0\"",
        "\"０\"",
        "[]",
        "[0]",
        "{}",
        "{\"errcode\":0}",
        "18446744073709551616",
        "-18446744073709551616",
        "4294967296",
        "\"ok\"",
        "",
    ] {
        for json in [
            format!(r#"{{"errcode":{bad}}}"#),
            format!(r#"{{"a":1,"errcode":{bad},"errmsg":"ok"}}"#),
            format!(r#"{{"errcode":0,"errcode":{bad}}}"#),
            format!(r#"{{"errcode":{bad},"errcode":0}}"#),
            format!(r#"{{"errcode":0,"a":1,"errcode":{bad}}}"#),
        ] {
            assert!(!is_success(&json), "{json}");
        }
    }
    for json in [
        "",
        "{",
        "{}",
        "[]",
        "0",
        "null",
        "\"errcode\"",
        r#"{"errcode"}"#,
        r#"{"errcode":0"#,
        r#"{"errcode":0}}"#,
        r#"{"errcode":0,}"#,
        r#"{"Errcode":0}"#,
        r#"{"data":{"errcode":0}}"#,
        r#"[{"errcode":0}]"#,
        r#"{"errcode":0,"errcode":0}"#,
        r#"{"errcode":0,"errmsg":"","errmsg":""}"#,
    ] {
        assert!(!is_success(json), "{json}");
        assert!(read::<WeCom, ()>(json.as_bytes()).is_err(), "{json}");
    }
}

#[test]
fn invalid_utf_8_is_an_error() {
    for json in [
        b"{\"errcode\":0,\"a\":\"\xff\"}".as_slice(),
        b"{\"errcode\":0,\"errmsg\":\"\xff\"}",
        b"{\"\xff\":1,\"errcode\":0}",
        b"{\"a\":\"\xc3\x28\",\"errcode\":0}",
        b"{\"errcode\":\"\xff\"}",
    ] {
        assert!(read::<WeCom, serde_json::Value>(json).is_err(), "{}", json.escape_ascii());
    }
}

#[test]
fn a_hundred_thousand_levels() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    // A failure skips the payload. A success returns the error of the format.
    let json = format!(r#"{{"errcode":7,"a":{deep},"errmsg":"no"}}"#);
    assert_eq!(read::<WeCom, serde_json::Value>(json.as_bytes()).unwrap().unwrap_err().text(), Some("no"));
    for json in [
        format!(r#"{{"errcode":0,"a":{deep}}}"#),
        format!(r#"{{"a":{deep},"errcode":0}}"#),
        format!(r#"{{"errcode":{deep}}}"#),
    ] {
        assert!(read::<WeCom, serde_json::Value>(json.as_bytes()).is_err());
    }
    let json = format!(r#"{{"errcode":7,"errmsg":{deep}}}"#);
    assert_eq!(
        read::<WeCom, ()>(json.as_bytes()).map(|reply| reply.unwrap_err().text().is_none()).ok(),
        Some(true)
    );
}

#[test]
fn long_texts_are_printed_short() {
    let long = "x".repeat(10 << 20);
    for json in
        [format!(r#"{{"errcode":7,"errmsg":"{long}"}}"#), format!(r#"{{"errmsg":"{long}","errcode":7}}"#)]
    {
        let failure = read::<WeCom, ()>(json.as_bytes()).unwrap().unwrap_err();
        assert_eq!(failure.text().unwrap().len(), long.len());
        assert!(failure.to_string().len() < 1000 && format!("{failure:?}").len() < 1000);
    }
    for json in [
        format!(r#"{{"errcode":0,"{long}":"x"}}"#),
        format!(r#"{{"{long}":"x","errcode":0}}"#),
        format!(r#"{{"errcode":0,"a":"{long}"}}"#),
        format!(r#"{{"errcode":"{long}"}}"#),
    ] {
        let error = read::<WeCom, HashMap<String, u8>>(json.as_bytes()).unwrap_err();
        assert!(error.to_string().len() < 1000);
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "nothing is read but to see that it does not fit")]
struct Strict {
    kind: Option<Kind>,
}

#[derive(Debug, Deserialize)]
enum Kind {
    One,
}

/// An error may quote a key, a variant or a text of the server, and is safe to print at a terminal.
#[test]
fn errors_escape_the_servers_control_characters() {
    let control = r"\u001b[2J\n\u202e";
    for json in [
        format!(r#"{{"errcode":0,"{control}":"x"}}"#),
        format!(r#"{{"{control}":"x","errcode":0}}"#),
        format!(r#"{{"errcode":0,"a":{{"{control}":"x"}}}}"#),
        format!(r#"{{"errcode":0,"kind":"{control}"}}"#),
        format!(r#"{{"kind":"{control}","errcode":0}}"#),
        format!(r#"{{"errcode":0,"kind":{{"{control}":"x"}}}}"#),
        format!(r#"{{"errcode":"{control}"}}"#),
    ] {
        for reader in [false, true] {
            let error = |text: Result<String, serde_json::Error>| match text {
                Ok(text) => panic!("{text}"),
                Err(error) => error.to_string(),
            };
            let [strict, map] = if reader {
                [
                    error(
                        serde_json::from_reader::<_, Reply<WeCom, Strict>>(json.as_bytes())
                            .map(|r| format!("{r:?}")),
                    ),
                    error(
                        serde_json::from_reader::<_, Reply<WeCom, HashMap<String, HashMap<String, u8>>>>(
                            json.as_bytes(),
                        )
                        .map(|r| format!("{r:?}")),
                    ),
                ]
            } else {
                [
                    error(serde_json::from_str::<Reply<WeCom, Strict>>(&json).map(|r| format!("{r:?}"))),
                    error(
                        serde_json::from_str::<Reply<WeCom, HashMap<String, HashMap<String, u8>>>>(&json)
                            .map(|r| format!("{r:?}")),
                    ),
                ]
            };
            for error in [strict, map] {
                assert!(!error.contains(|c: char| c.is_control() || c == '\u{202e}'), "{json}: {error:?}");
            }
        }
    }
    let json = r#"{"errcode":0,"\u001b[2J":"x"}"#;
    let error = serde_json::from_str::<Reply<WeCom, HashMap<String, u8>>>(json).unwrap_err().to_string();
    assert!(error.starts_with(r"field \u{1b}[2J of a WeCom reply: invalid type: string"), "{error}");
}

/// Code that retries must be able to distinguish a broken connection from a payload that does not fit.
#[test]
fn errors_of_the_format_are_returned_unchanged() {
    let whole = r#"{"errcode":0,"a":{"b":"c"},"d":{"e":"f"}}"#;
    for end in 1..whole.len() {
        let error =
            serde_json::from_str::<Reply<WeCom, HashMap<String, HashMap<String, String>>>>(&whole[..end]);
        assert!(error.unwrap_err().is_eof(), "{}", &whole[..end]);
    }
    let error = serde_json::from_str::<Reply<WeCom, serde_json::Value>>(r#"{"errcode":0,"a":[1,x]}"#);
    assert!(error.unwrap_err().is_syntax());
    let error = serde_json::from_str::<Reply<WeCom, HashMap<String, u8>>>(r#"{"errcode":0,"a":"x"}"#);
    assert!(error.unwrap_err().is_data());

    let broken = std::io::Read::chain(r#"{"errcode":0,"a":{"b":"#.as_bytes(), Broken);
    let error = serde_json::from_reader::<_, Reply<WeCom, HashMap<String, HashMap<String, String>>>>(broken);
    assert_eq!(error.unwrap_err().io_error_kind(), Some(std::io::ErrorKind::ConnectionReset));
}

struct Broken;

impl std::io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::ConnectionReset.into())
    }
}
