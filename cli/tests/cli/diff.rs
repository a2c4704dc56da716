//! `errcat diff`: exit status 0, 1 and 2, as for `diff`.

use crate::{errcat, file, outcome, seed};

#[test]
fn the_documents_of_both_vendors_match_the_catalogs() {
    for (catalog, document) in [("WeCom", "wecom.txt"), ("Youdu", "youdu.md")] {
        assert_eq!(outcome(errcat(&["diff", catalog, &seed(document)])), (0, String::new(), String::new()));
    }
}

/// Returns the Youdu document with one code added, one removed, one text changed and one symbol changed.
fn changed() -> String {
    let page = std::fs::read_to_string(seed("youdu.md")).expect("the document");
    let page = page
        .replace("| ERRCODE_OVERLIMIT_GROUPNAME      | 500003     | 群名称长度超过限制       |\n", "")
        .replace("| 500005     | 非法访问群  ", "| 500005     | 非法访问该群")
        .replace("ERRCODE_MISS_GROUPID ", "ERRCODE_MISSING_GROUPID ")
        + "\n| ERRCODE_NEW | 500009 | 新的错误 |\n";
    file("changed.md", page)
}

#[test]
fn every_kind_of_difference_is_reported() {
    let (status, out, err) = outcome(errcat(&["diff", "Youdu", &changed()]));
    assert_eq!((status, err.as_str()), (1, ""));
    assert_eq!(
        out,
        "+ 500009 ERRCODE_NEW 新的错误 (line 124)
- 500003 OverlimitGroupName 群名称长度超过限制
~ 500005 GroupAccessError
    message
      - 非法访问群
      + 非法访问该群
~ 500006 MissGroupId
    symbol
      - ERRCODE_MISS_GROUPID
      + ERRCODE_MISSING_GROUPID
1 added, 1 removed, 2 changed
"
    );
}

#[test]
fn the_report_is_available_as_json() {
    let (status, out, _) = outcome(errcat(&["diff", "Youdu", &changed(), "--format", "json"]));
    assert_eq!(status, 1);
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(report["catalog"], "Youdu");
    assert_eq!(report["added"][0]["code"], 500_009);
    assert_eq!(report["added"][0]["symbol"], "ERRCODE_NEW");
    assert_eq!(report["removed"][0]["name"], "OverlimitGroupName");
    let changed = report["changed"].as_array().expect("an array");
    let changes: Vec<_> =
        changed.iter().map(|change| (&change["code"], &change["field"], &change["file"])).collect();
    assert_eq!(
        changes,
        [
            (&500_005.into(), &"message".into(), &"非法访问该群".into()),
            (&500_006.into(), &"symbol".into(), &"ERRCODE_MISSING_GROUPID".into()),
        ]
    );
}

#[test]
fn the_meanings_of_a_shared_code_are_distinguished() {
    let page = std::fs::read_to_string(seed("youdu.md")).expect("the document");
    let line = "| ERRCODE_REPEAT_USERID               | 300311     | 重复的userId               |\n";
    assert!(page.contains(line));
    let (status, out, _) =
        outcome(errcat(&["diff", "Youdu", &file("one-meaning.md", page.replace(line, ""))]));
    assert_eq!(status, 1);
    assert_eq!(out, "- 300311 RepeatUserId 重复的userId\n0 added, 1 removed, 0 changed\n");
}

#[test]
fn headings_are_compared_if_the_catalog_has_sections_from_the_page() {
    let rows = "| 错误码 | 错误说明 |\n| --- | --- |\n| 40014 | 不合法的access_token |\n";
    let (_, out, _) = outcome(errcat(&["diff", "WeCom", &file("headed.md", format!("## 登录\n\n{rows}"))]));
    assert!(!out.contains("~ 40014"), "the sections of WeCom are its own: {out}");

    let page = std::fs::read_to_string(seed("youdu.md")).expect("the document");
    let moved = page.replace("基础错误码", "其他错误码");
    let (status, out, _) = outcome(errcat(&["diff", "Youdu", &file("moved.md", moved)]));
    assert_eq!(status, 1);
    assert!(out.contains("    section\n      - 基础错误码\n      + 其他错误码\n"), "{out}");
}

#[test]
fn an_unreadable_row_is_an_error() {
    let page = std::fs::read_to_string(seed("wecom.txt")).expect("the document");
    let page = page.replace("40014\t", "40014 ");
    let (status, out, err) = outcome(errcat(&["diff", "WeCom", &file("unread.txt", page)]));
    assert_eq!(status, 2);
    assert!(out.contains("- 40014 InvalidAccessToken"), "{out}");
    assert!(err.contains("line 20") && err.contains("40014 不合法的access_token"), "{err}");
}

#[test]
fn a_missing_file_is_an_error() {
    let (status, out, err) = outcome(errcat(&["diff", "WeCom", "no-such-file"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.starts_with("errcat: cannot read no-such-file: ") && err.lines().count() == 1, "{err}");
}
