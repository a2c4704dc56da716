//! `errcat list`.

use crate::{answer, errcat, outcome, vendor};
use unicode_width::UnicodeWidthStr;

#[test]
fn every_row_of_the_vendor_is_listed_in_one_line_of_its_own() {
    for name in ["wecom", "youdu"] {
        let out = answer(&["list", name]);
        let rows = vendor(name);
        // A title and a heading stand above.
        assert_eq!(out.lines().count(), 2 + rows.len(), "{name}");
        for row in rows {
            let holds = |line: &&str| {
                line.split_whitespace().next() == Some(&row["code"]) && line.contains(row["message"].as_str())
            };
            assert_eq!(out.lines().filter(holds).count(), 1, "{row:?}");
        }
    }
}

#[test]
fn columns_are_aligned_though_the_text_is_cjk() {
    for (name, column, heading) in [("wecom", "en", "en"), ("youdu", "symbol", "symbol")] {
        let out = answer(&["list", name]);
        let at = |line: &str, text: &str| line.find(text).map(|byte| line[..byte].width());
        let heading =
            out.lines().nth(1).and_then(|line| at(line, &format!(" {heading} "))).expect("a heading");
        let rows: serde_json::Value =
            serde_json::from_str(&answer(&["list", name, "--format", "json"])).expect("JSON");
        let rows = rows.as_array().expect("an array");
        assert_eq!(rows.len(), out.lines().count() - 2);
        for (line, row) in out.lines().skip(2).zip(rows) {
            let cell = row[column].as_str().or_else(|| row["columns"][column].as_str()).expect("a text");
            assert_eq!(at(line, &format!(" {cell}")), Some(heading), "{line}");
        }
    }
}

#[test]
fn a_section_is_listed_by_its_title_or_its_name() {
    let out = answer(&["list", "Youdu", "--section", "群组"]);
    let expected = vendor("youdu").iter().filter(|row| row["section"] == "群组").count();
    assert_eq!(out.lines().count(), 2 + expected);
    assert_eq!(answer(&["list", "Youdu", "--section", "group"]), out);
}

#[test]
fn a_section_that_is_not_there_is_an_error_which_names_those_that_are() {
    let (status, out, err) = outcome(errcat(&["list", "Youdu", "--section", "群"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("\"群\"") && err.contains("基础错误码, 请求验证"), "{err}");
}

#[test]
fn a_catalog_that_is_not_there_is_an_error_which_names_those_that_are() {
    let (status, out, err) = outcome(errcat(&["list", "Feishu"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("Feishu") && err.contains("WeCom") && err.contains("Youdu"), "{err}");
}
