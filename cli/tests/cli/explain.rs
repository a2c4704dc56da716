//! `errcat CODE…`.

use crate::{answer, errcat, outcome, vendor};

#[test]
fn a_code_is_explained_with_everything_the_catalog_has() {
    assert_eq!(
        answer(&["40014"]),
        "WeCom 40014 InvalidAccessToken
  message  不合法的access_token
  en       invalid access_token
  help     查看帮助
  retry    renew the credential, then send again
  section  参数不合法
  source   https://developer.work.weixin.qq.com/document/path/90313
"
    );
}

#[test]
fn every_code_of_both_vendors_is_explained_in_the_vendors_words() {
    for name in ["wecom", "youdu"] {
        for row in vendor(name) {
            let out = answer(&["--catalog", name, "--", &row["code"]]);
            assert!(out.contains(&format!(" {} ", row["code"])), "{out}");
            for field in ["message", "help", "symbol", "section"] {
                if let Some(text) = row.get(field) {
                    assert!(out.contains(text.as_str()), "{field} of {}: {out}", row["code"]);
                }
            }
        }
    }
}

#[test]
fn every_catalog_with_the_code_is_shown() {
    let out = answer(&["-1"]);
    assert!(out.contains("WeCom -1 SystemBusy"), "{out}");
    assert!(out.contains("Youdu -1 InternalErr"), "{out}");
}

#[test]
fn a_shared_code_shows_all_its_meanings() {
    let out = answer(&["300311"]);
    assert!(out.contains("Youdu 300311 RepeatUserId (meaning 1 of 2)\n"), "{out}");
    assert!(out.contains("Youdu 300311 NotExistJobId (meaning 2 of 2)\n"), "{out}");
}

#[test]
fn names_and_symbols_are_explained_like_codes() {
    assert_eq!(answer(&["InvalidAccessToken"]), answer(&["40014"]));
    assert_eq!(answer(&["ERRCODE_MISS_BUIN"]), answer(&["100008"]));
    let shared = answer(&["ERRCODE_INVALID_REQUEST"]);
    assert!(shared.contains("Youdu 5 ") && shared.contains("Youdu 100003 "), "{shared}");
}

#[test]
fn an_unknown_code_is_one_sentence_and_status_1() {
    let (status, out, err) = outcome(errcat(&["123456"]));
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.starts_with("errcat: ") && err.contains("123456") && err.lines().count() == 1, "{err}");
}

#[test]
fn the_known_codes_are_explained_next_to_an_unknown_one() {
    let (status, out, err) = outcome(errcat(&["40014", "123456"]));
    assert_eq!(status, 1);
    assert_eq!(out, answer(&["40014"]));
    assert!(err.contains("123456"), "{err}");
}

#[test]
fn the_code_is_picked_out_of_a_reply_or_a_line_of_a_log() {
    let expected = answer(&["40014"]);
    for query in [
        r#"{"errcode":40014,"errmsg":"invalid access_token, hint: [1528347239], from ip: 10.1.2.3"}"#,
        r#"{"error_code": "40014"}"#,
        r#"{"code":40014,"count":2}"#,
        "2026-11-22 10:00:01 ERROR sending failed errcode=40014 after 3 tries",
        "gettoken failed (40014), retrying in 5 s",
        " 40014 ",
    ] {
        assert_eq!(answer(&[query]), expected, "{query}");
    }
    let both = answer(&["ERRCODE_MISS_BUIN while errcode: 40014"]);
    assert_eq!(both, format!("{}\n{expected}", answer(&["100008"])));
}

#[test]
fn a_reply_with_an_unknown_code_names_that_code_and_its_neighbors() {
    let (status, out, err) = outcome(errcat(&[r#"{"errcode":40015,"errmsg":"x"}"#, "--catalog", "wecom"]));
    assert_eq!((status, out.as_str()), (1, ""));
    let expected = "errcat: WeCom has no \"40015\"; near it: WeCom 40014 不合法的access_token, \
                    WeCom 40016 不合法的按钮个数, WeCom 40013 不合法的CorpID\n";
    assert_eq!(err, expected);
}

#[test]
fn neighbors_and_sections_are_in_the_requested_language() {
    let (status, _, err) = outcome(errcat(&["40015", "--catalog", "wecom", "--lang", "en"]));
    assert_eq!(status, 1);
    assert!(err.contains("near it: WeCom 40014 invalid access_token, WeCom 40016 "), "{err}");
    assert!(err.is_ascii(), "{err}");
    assert!(answer(&["42001", "--lang", "en"]).contains("\n  section  expired credentials\n"));
}

#[test]
fn a_name_that_is_nearly_right_is_suggested() {
    let (status, _, err) = outcome(errcat(&["InvalidAcessToken"]));
    assert_eq!(status, 1);
    assert!(err.contains("near it: InvalidAccessToken"), "{err}");
}

#[test]
fn a_text_without_a_code_is_one_sentence() {
    let (status, out, err) = outcome(errcat(&["all is well"]));
    assert_eq!((status, out.as_str()), (1, ""));
    assert_eq!(err, "errcat: no code found in \"all is well\"\n");
}

#[test]
fn the_requested_language_comes_first() {
    let out = answer(&["40014", "--lang", "en"]);
    assert_eq!(out.lines().nth(1), Some("  en       invalid access_token"));
    assert_eq!(out.lines().nth(2), Some("  message  不合法的access_token"));
}

#[test]
fn json_is_an_array_of_meanings() {
    let out = answer(&["300311", "--format", "json"]);
    let meanings: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let names: Vec<_> =
        meanings.as_array().expect("an array").iter().map(|meaning| &meaning["name"]).collect();
    assert_eq!(names, ["RepeatUserId", "NotExistJobId"]);
    let (status, out, _) = outcome(errcat(&["123456", "--format", "json"]));
    assert_eq!((status, out.as_str()), (1, "[]\n"));
}

/// Queries copied from a chat or a debugger.
#[test]
fn neither_case_nor_width_matters() {
    let expected = answer(&["40014"]);
    for query in [
        "invalidaccesstoken",
        "INVALIDACCESSTOKEN",
        "ＩｎｖａｌｉｄＡｃｃｅｓｓＴｏｋｅｎ",
        "４００１４",
        "#40014",
        "＃４００１４",
        "0x9C4E",
        "0X9c4e",
        "错误码：40014",
        "错误码40014",
        "错误码为 0x9c4e，请重试",
        "返回码（40014）",
        "ErrCode[40014]",
        "errcode is 40014",
        "errcode＝40014",
    ] {
        assert_eq!(answer(&[query]), expected, "{query}");
    }
    assert_eq!(answer(&["errcode_miss_buin"]), answer(&["100008"]));
    assert_eq!(answer(&["--", "-0x1"]), answer(&["-1"]));
    assert_eq!(answer(&["0xFFFFFFFF"]), answer(&["-1"]));
    assert_eq!(answer(&["－１"]), answer(&["-1"]));
    assert_eq!(answer(&["\u{2212}1"]), answer(&["-1"]));
    // An unknown code is reported as it was written.
    let (status, _, err) = outcome(errcat(&["0x9C4F"]));
    assert_eq!(status, 1);
    assert!(err.contains("\"0x9C4F\"; near it: WeCom 40014 "), "{err}");
}

/// Returns the outcome for this standard input.
fn piped(arguments: &[&str], input: impl Into<Vec<u8>>) -> (i32, String, String) {
    let mut command = errcat(arguments);
    command.write_stdin(input);
    outcome(command)
}

#[test]
fn standard_input_is_explained() {
    let expected = (0, answer(&["40014"]), String::new());
    for arguments in [&[][..], &["-"], &["explain"], &["explain", "-"], &["--catalog", "wecom"]] {
        for input in [
            "40014",
            "40014\n",
            "\r\n ４００１４\r\n",
            "{\n  \"errcode\": 40014,\n  \"errmsg\": \"x\",\n  \"count\": 40001\n}\n",
            "start\nsending failed errcode=40014 at 40001\nend\n",
            "invalidAccessToken",
        ] {
            assert_eq!(piped(arguments, input), expected, "{arguments:?} {input:?}");
        }
    }
    // Each line is a query if all are codes or names. A code is found next to bytes that are not UTF-8.
    let both = format!("{}\n{}", answer(&["40014"]), answer(&["100008"]));
    assert_eq!(piped(&[], "40014\nMissBuin\n").1, both);
    assert_eq!(piped(&[], b"\xff errcode=40014 \xfe".to_vec()), expected);
    let (status, out, err) = piped(&["40013", "-"], "123456\n40014\n");
    assert_eq!((status, out), (1, format!("{}\n{}", answer(&["40013"]), answer(&["40014"]))));
    assert!(err.contains("\"123456\"") && err.lines().count() == 1, "{err}");
}

#[test]
fn a_pipe_without_a_code_is_one_sentence() {
    let without = "errcat: no code found in standard input\n";
    assert_eq!(piped(&[], "all is well\n"), (1, String::new(), without.to_owned()));
    for nothing in ["", " \n\n"] {
        let (status, out, err) = piped(&["-"], nothing);
        assert_eq!((status, out.as_str(), err.as_str()), (2, "", "errcat: standard input is empty\n"));
    }
    let (status, out, err) = piped(&[], vec![b'x'; (16 << 20) + 1]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("exceeds the limit of 16 MiB") && err.contains("annotate"), "{err}");
}

#[test]
fn a_misspelt_command_is_not_taken_for_a_code() {
    for (query, meant) in [
        ("serach", "search"),
        ("lists", "list"),
        ("exprot", "export"),
        ("anotate", "annotate"),
        ("help", "--help"),
    ] {
        let (status, out, err) = outcome(errcat(&[query, "token"]));
        assert_eq!((status, out.as_str()), (2, ""));
        let expected = format!(
            "errcat: no catalog has {query:?}, and there is no such command: did you mean {meant}?\n"
        );
        assert_eq!(err, expected);
    }
    let (status, _, err) = outcome(errcat(&["man", "serach"]));
    assert_eq!((status, err.as_str()), (2, "errcat: there is no command \"serach\": did you mean search?\n"));
}

#[test]
fn words_that_are_found_in_texts_suggest_a_search() {
    let (status, _, err) = outcome(errcat(&["acess token expired"]));
    assert_eq!(status, 1);
    assert!(err.contains("errcat search acess token expired") && err.lines().count() == 1, "{err}");
}
