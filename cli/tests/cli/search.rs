//! `errcat search`.

use crate::{answer, errcat, outcome};

fn first(words: &[&str]) -> String {
    let out = answer(&[&["search"], words].concat());
    out.lines().next().expect("a line").to_owned()
}

#[test]
fn the_best_match_comes_first_in_english_and_in_chinese() {
    assert_eq!(first(&["token", "expired"]), "WeCom 42001 AccessTokenExpired");
    assert_eq!(first(&["部门不存在", "--catalog", "Youdu"]), "Youdu 300114 DeptNotExist");
    assert_eq!(first(&["miss_buin"]), "Youdu 100008 MissBuin");
    assert_eq!(first(&["system", "busy"]), "WeCom -1 SystemBusy");
    // Words of the help text, passed as one argument.
    assert_eq!(first(&["菜单按钮1-3个"]), "WeCom 40016 InvalidButtonCount");
    assert_eq!(first(&["token expired"]), first(&["token", "expired"]));
}

#[test]
fn a_query_may_lack_letters() {
    assert_eq!(first(&["AccTokExpired", "--catalog", "WeCom"]), "WeCom 42001 AccessTokenExpired");
}

#[test]
fn matches_are_highlighted_in_color() {
    let out = answer(&["search", "缺少企业号", "--color", "always"]);
    assert!(out.contains("\u{1b}[35m缺少企业号\u{1b}[0m(buin)"), "{out:?}");
}

#[test]
fn matches_are_available_as_json() {
    let out = answer(&["search", "token", "expired", "--format", "json", "--catalog", "WeCom"]);
    let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(found.as_array().expect("an array").len(), 2);
    assert_eq!(found[0]["name"], "AccessTokenExpired");
}

#[test]
fn the_number_of_further_results_is_reported() {
    let (status, out, err) = outcome(errcat(&["search", "不合法", "--limit", "1"]));
    assert_eq!(status, 0);
    assert_eq!(out.lines().filter(|line| line.starts_with("WeCom ")).count(), 1);
    assert!(err.contains("more results: --limit 0 shows all"), "{err}");
}

#[test]
fn nothing_found_is_status_1() {
    let (status, out, err) = outcome(errcat(&["search", "xyzzyxyzzy"]));
    assert_eq!((status, out.as_str()), (1, ""));
    assert_eq!(err, "errcat: nothing found for \"xyzzyxyzzy\"\n");
}

#[test]
fn a_code_is_found_by_itself_and_by_its_beginning() {
    for word in ["40014", "４００１４", "#40014"] {
        assert_eq!(first(&[word]), "WeCom 40014 InvalidAccessToken", "{word}");
    }
    assert_eq!(first(&["40014", "token"]), "WeCom 40014 InvalidAccessToken");
    let out = answer(&["search", "4001", "--limit", "0"]);
    for code in ["40011", "40019"] {
        assert!(out.contains(&format!("WeCom {code} ")), "{out}");
    }
    assert!(answer(&["search", "40014", "--color", "always"]).contains("\u{1b}[35m40014\u{1b}[0m"));
}
