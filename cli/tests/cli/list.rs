//! `errcat list`.

use crate::{answer, errcat, outcome, vendor};
use std::collections::HashMap;
use unicode_width::UnicodeWidthStr;

#[test]
fn every_row_of_the_vendor_is_listed_in_one_line_of_its_own() {
    for name in ["wecom", "youdu"] {
        let out = answer(&["list", name]);
        let rows = vendor(name);
        // A title and a heading precede the rows.
        assert_eq!(out.lines().count(), 2 + rows.len(), "{name}");
        for row in rows {
            let holds = |line: &&str| {
                line.split_whitespace().next() == Some(&row["code"]) && line.contains(row["message"].as_str())
            };
            assert_eq!(out.lines().filter(holds).count(), 1, "{row:?}");
        }
    }
}

/// Returns the list for lines of this width.
fn listed(width: &str, arguments: &[&str]) -> String {
    let mut command = errcat(&[&["list"], arguments].concat());
    command.env("COLUMNS", width);
    let (status, out, err) = outcome(command);
    assert_eq!((status, err.as_str()), (0, ""));
    out
}

#[test]
fn a_pipe_gets_one_line_per_row_with_tabs() {
    for name in ["wecom", "youdu"] {
        let out = answer(&["list", name]);
        assert!(!out.contains("  "), "{out}");
        assert!(out.lines().nth(1).expect("headings").starts_with("code\tname\tmessage\ten\t"), "{out}");
        let rows = vendor(name);
        for line in out.lines().skip(2) {
            let cells: Vec<&str> = line.split('\t').collect();
            let is_the_row =
                |row: &&HashMap<String, String>| row["code"] == cells[0] && row["message"] == cells[2];
            assert_eq!(rows.iter().filter(is_the_row).count(), 1, "{line}");
        }
    }
}

#[test]
fn lines_fit_the_terminal() {
    for width in [60, 80, 120, 200] {
        for arguments in [&["wecom"][..], &["youdu"], &["wecom", "--lang", "en"]] {
            let out = listed(&width.to_string(), arguments);
            let widest = out.lines().map(UnicodeWidthStr::width).max().expect("lines");
            assert!(widest <= width && !out.contains('\t'), "{widest} of {width}: {out}");
            // Messages take two or three lines at most, not one letter per line.
            let rows = answer(&[&["list"], arguments].concat()).lines().count();
            assert!(out.lines().count() < 3 * rows, "{width}: {out}");
        }
    }
    // An invalid width is ignored.
    assert_eq!(listed("0", &["wecom"]), answer(&["list", "wecom"]));
    assert_eq!(listed("wide", &["wecom"]), answer(&["list", "wecom"]));
}

#[test]
fn the_requested_language_comes_first() {
    let out = answer(&["list", "WeCom", "--lang", "en-GB", "--section", "凭证已过期"]);
    let lines: Vec<&str> = out.lines().skip(1).take(2).collect();
    assert_eq!(
        lines,
        [
            "code\tname\ten\tmessage\tsection",
            "42001\tAccessTokenExpired\taccess_token has expired\taccess_token已过期\texpired credentials"
        ]
    );
    // In the language of the catalog, only the headings differ.
    let rows = |out: String| out.lines().skip(2).map(str::to_owned).collect::<Vec<_>>();
    let own = answer(&["list", "WeCom", "--lang", "zh-CN"]);
    assert_eq!(own.lines().nth(1), Some("错误码\t名称\t消息\ten\t分组"));
    assert_eq!(rows(own), rows(answer(&["list", "WeCom"])));
    let (status, _, err) = outcome(errcat(&["list", "--lang", "fr"]));
    assert_eq!(
        (status, err.as_str()),
        (2, "errcat: no catalog has messages in \"fr\"; available: en and zh-CN\n")
    );
}

#[test]
fn columns_with_cjk_text_are_aligned() {
    for (name, column, heading) in [("wecom", "en", "en"), ("youdu", "symbol", "symbol")] {
        let out = listed("1000", &[name]);
        let at = |line: &str, text: &str| line.find(text).map(|byte| line[..byte].width());
        let heading =
            out.lines().nth(1).and_then(|line| at(line, &format!(" {heading} "))).expect("a heading");
        let rows: serde_json::Value =
            serde_json::from_str(&answer(&["list", name, "--format", "json"])).expect("JSON");
        let rows = rows.as_array().expect("an array");
        assert_eq!(rows.len(), out.lines().count() - 2);
        for (line, row) in out.lines().skip(2).zip(rows) {
            let cell = row[column].as_str().or_else(|| row["translations"][column].as_str()).expect("a text");
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
    assert_eq!(answer(&["list", "Youdu", "--section", "Groups"]), out);
}

#[test]
fn an_unknown_section_is_an_error_that_lists_the_sections() {
    let (status, out, err) = outcome(errcat(&["list", "Youdu", "--section", "群"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("\"群\"") && err.contains("基础错误码, 请求验证"), "{err}");
}

#[test]
fn an_unknown_catalog_is_an_error_that_lists_the_catalogs() {
    let (status, out, err) = outcome(errcat(&["list", "Feishu"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("Feishu") && err.contains("WeCom") && err.contains("Youdu"), "{err}");
}
