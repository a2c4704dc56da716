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
  retry    AfterRenewal
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
fn every_vendor_that_has_the_code_is_asked() {
    let out = answer(&["-1"]);
    assert!(out.contains("WeCom -1 SystemBusy"), "{out}");
    assert!(out.contains("Youdu -1 InternalErr"), "{out}");
}

#[test]
fn a_shared_code_shows_all_its_meanings() {
    let out = answer(&["300311"]);
    assert!(out.contains("Youdu 300311 RepeatUserId (meaning 1 of 2)\n"), "{out}");
    assert!(out.contains("Youdu 300311 NotexistJobId (meaning 2 of 2)\n"), "{out}");
}

#[test]
fn names_and_symbols_are_as_good_as_codes() {
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
fn the_known_codes_are_explained_beside_an_unknown_one() {
    let (status, out, err) = outcome(errcat(&["40014", "123456"]));
    assert_eq!(status, 1);
    assert_eq!(out, answer(&["40014"]));
    assert!(err.contains("123456"), "{err}");
}
