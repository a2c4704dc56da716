//! Tables that are more than rows: categories between them, cells that continue those above, several spaces of codes on
//! one page, and JSON of any shape.

use crate::{answer, errcat, file, outcome, seed};

fn page(name: &str) -> String {
    seed(&format!("pages/{name}"))
}

fn imported(path: &str, options: &[&str]) -> (i32, String, String) {
    outcome(errcat(&[&["import", path, "--name", "X"], options].concat()))
}

#[test]
fn categories_between_rows_are_sections() {
    for (name, titles, rows) in [
        ("category_rows.html", ["系统级", "业务级"], ["1001 => _ \"繁忙\"", "2001 => _ \"余额不足\""]),
        (
            "category_rows_text.html",
            ["系统级", "业务级"],
            ["\"Busy\" => Busy \"繁忙\"", "\"NoMoney\" => NoMoney \"余额不足\""],
        ),
        ("category_rows.md", ["System", "Business"], ["1001 => _ \"busy\"", "2001 => _ \"no money\""]),
        ("category_rows.csv", ["System", "Business"], ["1001 => _ \"busy\"", "2001 => _ \"no money\""]),
    ] {
        let out = answer(&["import", &page(name), "--name", "X"]);
        let places = [titles[0], rows[0], titles[1], rows[1]]
            .map(|text| out.find(text).unwrap_or_else(|| panic!("{name}: {text}\n{out}")));
        assert!(places.is_sorted(), "{name}: {out}");
        assert_eq!(out.matches("section ").count(), 2, "{name}: {out}");
    }
    for (name, content) in [
        (
            "category.txt",
            "code\tmessage\tsolution\nSystem\t\t\n1001\tbusy\tretry\nBusiness\t\t\n2001\tno money\tpay\n",
        ),
        ("category-short.csv", "code,message\nSystem\n1001,busy\nBusiness\n2001,no money\n"),
        (
            "category-words.csv",
            "code,message,help\nSystem,,\nBusy,busy,retry\nBusiness,-,-\nNoMoney,no money,pay\n",
        ),
        (
            "category-th.html",
            "<table><tr><th>code<th>message<tr><th colspan=2>System<tr><td>1001<td>busy<tr><th colspan=2>Business<tr><td>2001<td>no money</table>",
        ),
        (
            "category-title.html",
            "<h2>x</h2><table><tr><td colspan=2>System<tr><td>code<td>message<tr><td>1001<td>busy<tr><td colspan=2>Business<tr><td>2001<td>no money</table>",
        ),
    ] {
        let (status, out, err) = imported(&file(name, content), &[]);
        assert_eq!((status, err.as_str()), (0, ""), "{name}");
        for line in ["section System \"System\" {", "section Business \"Business\" {", "\"no money\""] {
            assert!(out.contains(line), "{name}: {line}\n{out}");
        }
    }
}

#[test]
fn an_empty_cell_continues_the_code_above() {
    let (status, out, err) = imported(&page("continued_cells.md"), &[]);
    assert_eq!(status, 0, "{err}");
    for line in [
        "\"INVALID_REQUEST\" => InvalidRequest \"Invalid JSON\"",
        "or InvalidRequestOr3 \"Invalid query\"",
        "\"INTERNAL\" => INTERNAL \"Internal\"",
    ] {
        assert!(
            out.contains(line) || line.starts_with("or") && out.contains("\"Invalid query\""),
            "{line}: {out}"
        );
    }
    assert!(out.matches("status: 400").count() == 3, "{out}");
    let (status, out, _) =
        imported(&file("continued.csv", "group,code,message\nSystem,1,one\n,2,two\nUser,3,three\n"), &[]);
    assert!(
        status == 0 && out.contains("section System") && out.find("\"two\"") < out.find("section User"),
        "{out}"
    );
    // If only one of two cells is empty, it may be a mistake.
    let (status, _, err) = imported(&file("not-continued.csv", "code,message\n1,one\n,two\n"), &[]);
    assert!(status == 1 && err.contains("it has no code"), "{err}");
}

#[test]
fn tables_that_repeat_codes_require_a_selection() {
    let page = page("codes_used_twice.md");
    let (status, out, err) = imported(&page, &[]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(
        err.contains("\"Vault\" (line 2)")
            && err.contains("\"Settlement\" (line 6)")
            && err.lines().count() == 1,
        "{err}"
    );
    assert!(
        err.contains("--table \"Vault\", or both with --table \"Vault\" --table \"Settlement\""),
        "{err}"
    );
    for (options, message) in [
        (&["--table", "Vault"][..], "vault not initialized"),
        (&["--table", "settle"], "sum too large"),
        (&["--table", "#2"], "sum too large"),
        (&["--without-table", "Vault"], "sum too large"),
        (&["--section", "Vault"], "vault not initialized"),
        (&["--without-section", "Vault"], "sum too large"),
    ] {
        let (status, out, err) = imported(&page, options);
        assert_eq!((status, err.as_str()), (0, ""), "{options:?}");
        assert!(
            out.contains(message) && out.matches(" => ").count() == 1 && !out.contains(" or "),
            "{options:?}: {out}"
        );
    }
    let (status, out, _) = imported(&page, &["--table", "Vault", "--table", "Settlement"]);
    assert!(status == 0 && out.contains("or Overflow"), "{out}");
    for (options, known) in [
        (["--table", "JSON"], "\"Settlement\" and \"Vault\""),
        (["--section", "JSON"], "\"Settlement\" and \"Vault\""),
    ] {
        let (status, _, err) = imported(&page, &options);
        assert!(status == 2 && err.contains(known) && err.lines().count() == 1, "{err}");
    }
}

#[test]
fn tables_without_headings_are_selected_by_their_number() {
    let path = file(
        "unnamed.html",
        "<table><tr><td>code<td>message<tr><td>1<td>a</table><table><caption>B</caption><tr><td>code<td>message<tr><td>1<td>b</table>",
    );
    let (status, _, err) = imported(&path, &[]);
    assert!(
        status == 2 && err.contains("--table \"#1\", or both with --table \"#1\" --table \"B\""),
        "{err}"
    );
    let (_, out, _) = imported(&path, &["--table", "#1"]);
    assert!(out.contains("1 => _ \"a\""), "{out}");
    let (_, out, _) = imported(&path, &["--table", "B"]);
    assert!(out.contains("1 => _ \"b\""), "{out}");
}

#[test]
fn the_options_of_tables_are_those_of_diff_and_sync() {
    let source = "error_catalog::error_catalog! { pub enum Vault: i32 {\n    1 => NotInitialized \"not initialized\",\n} }\n";
    let path = file("vault.rs", source);
    let (status, _, err) = outcome(errcat(&["sync", &path, &page("codes_used_twice.md")]));
    assert!(status == 2 && err.contains("--table \"Vault\""), "{err}");
    let out = answer(&[
        "sync",
        &path,
        &page("codes_used_twice.md"),
        "--table",
        "Vault",
        "--columns",
        "code=Code,message=Meaning",
        "--without",
        "Variant",
        "--codes",
        "i32",
    ]);
    assert_eq!(out, "~ 1 NotInitialized message (line 4)\n");

    let spaces = file(
        "spaces.md",
        "## A\n| Code | Description |\n|--|--|\n| 0 | 请求成功 |\n## B\n| Code | Description |\n|--|--|\n| 0 | none |\n",
    );
    let (status, out, err) = outcome(errcat(&["diff", "WeCom", &spaces]));
    assert!(status == 2 && out.is_empty() && err.contains("--table \"A\""), "{err}");
    let (status, out, err) = outcome(errcat(&[
        "diff",
        "WeCom",
        &spaces,
        "--table",
        "A",
        "--columns",
        "code=Code,message=Description",
    ]));
    assert!(status == 1 && err.is_empty() && !out.contains("~ 0 ") && !out.contains('+'), "{err}{out}");
}

#[test]
fn texts_in_several_languages_are_translations() {
    let (status, out, err) = imported(&page("i18n.json"), &[]);
    assert_eq!((status, err.as_str()), (0, ""));
    for line in ["lang \"en\";", "translation zh;", "1001 => _ \"no such account\" { zh: \"账户不存在\" },"]
    {
        assert!(out.contains(line), "{line}: {out}");
    }
    let (_, out, _) = imported(&page("i18n.json"), &["--lang", "zh-CN"]);
    for line in ["lang \"zh-CN\";", "1001 => _ \"账户不存在\" { en: \"no such account\" },"] {
        assert!(out.contains(line), "{line}: {out}");
    }
    // A message that is not translated is a text, in any order.
    let (plain, translated) = (r#"{"code":1,"message":"a"}"#, r#"{"code":2,"message":{"en":"b","zh":"二"}}"#);
    for (index, (first, second)) in [(plain, translated), (translated, plain)].into_iter().enumerate() {
        let path = file(&format!("i18n-{index}.json"), format!("[{first},{second}]"));
        let (status, out, err) = imported(&path, &[]);
        assert_eq!((status, err.as_str()), (0, ""), "{out}");
        for line in ["translation zh = \"\";", "1 => _ \"a\"", "2 => _ \"b\" { zh: \"二\" },"] {
            assert!(out.contains(line), "{line}: {out}");
        }
    }
    // The messages in the catalog's language are compared.
    let path = file(
        "i18n.rs",
        "error_catalog::error_catalog! { pub enum I: i32 { lang \"zh\"; translation en;\n    1001 => A \"账户不存在\" { en: \"no account\" },\n    1002 => B \"已锁定\" { en: \"locked\" },\n} }\n",
    );
    assert_eq!(answer(&["sync", &path, &page("i18n.json")]), "~ 1001 A en (line 1)\n");
}

#[test]
fn json_of_any_shape_is_searched_for_its_records() {
    for (index, (json, row)) in [
        (r#"{"errors":[{"code":1,"message":"a"},{"code":2,"message":"b"}]}"#, "1 => _ \"a\","),
        (r#"{"E_A":{"code":1,"message":"a"},"E_B":{"code":2,"message":"b"}}"#, "1 => A E_A \"a\","),
        (r#"{"1":"a","2":"b"}"#, "1 => _ \"a\","),
        (r#"{"0x10":"a","0x11":"b"}"#, "0x10 => _ \"a\","),
        (r#"{"1":{"message":"a"},"2":{"message":"b"}}"#, "1 => _ \"a\","),
        (r#"[[1,"a"],[2,"b"]]"#, "1 => _ \"a\","),
        (r#"[["code","message"],[1,"a"],[2,"b"]]"#, "1 => _ \"a\","),
        (r#"[["a",1],["b",2]]"#, "1 => _ \"a\","),
        (r#"{"code":0,"message":"ok","data":{"list":[{"code":1,"message":"a"}]}}"#, "1 => _ \"a\","),
        (r#"{"OK":0,"INVALID":1}"#, "1 => INVALID INVALID \"INVALID\","),
        (r#"[{"module":"m","errors":[{"code":1,"message":"a"},{"code":2,"message":"b"}]}]"#, "1 => _ \"a\","),
        (r#"[{"error":{"code":1,"message":"a"}},{"error":{"code":2,"message":"b"}}]"#, "1 => _ \"a\","),
        (r#"{"a.b":{"it's":[{"code":1,"message":"a"}]}}"#, "1 => _ \"a\","),
    ]
    .into_iter()
    .enumerate()
    {
        let (status, out, err) = imported(&file(&format!("shape-{index}.json"), json), &[]);
        assert_eq!(status, 0, "{json}: {err}");
        assert!(out.to_lowercase().contains(&row.to_lowercase()), "{json}: {row}\n{out}{err}");
    }
}

/// A JSON parser would keep the last of them.
#[test]
fn no_value_of_a_repeated_key_is_lost() {
    for (name, json, line) in [
        (
            "twice.json",
            "{\"1\":\"a\",\n\"2\":\"b\",\n\"1\":\"c\"}",
            "line 3: cannot read the row: its key is repeated with another value",
        ),
        (
            "twice-records.json",
            "{\"E_A\":{\"code\":1,\"message\":\"a\"},\n\"E_A\":{\"code\":2,\"message\":\"b\"}}",
            "line 2: cannot read the row: its key is repeated with another value",
        ),
        (
            "twice-keys.json",
            "[{\"code\":1,\"message\":\"a\"},\n{\"code\":2,\"message\":\"b\",\"message\":\"c\"}]",
            "line 2: cannot read the row: it has the key \"message\" twice",
        ),
    ] {
        let (status, out, err) = imported(&file(name, json), &[]);
        assert!(out.contains("1 => ") && out.contains("\"a\",") && !out.contains("\"c\""), "{name}: {out}");
        assert!(status == 1 && err.contains(line) && err.lines().count() == 1, "{name}: {err}");
    }
    // The same value twice loses nothing.
    let (status, out, err) = imported(&file("same.json", "{\"1\":\"a\",\"2\":\"b\",\"1\":\"a\"}"), &[]);
    assert!(status == 0 && err.is_empty() && out.matches(" => ").count() == 2, "{err}{out}");
    let path = file("twice-accepted.json", "{\"1\":\"a\",\"2\":\"b\",\"1\":\"c\"}");
    let exceptions = file("twice.exceptions", "\"\\\"1\\\": \\\"c\\\"\"\n");
    let (status, _, err) = imported(&path, &["--exceptions", &exceptions]);
    assert_eq!((status, err.as_str()), (0, ""));
}

#[test]
fn a_json_path_selects_the_records() {
    let json = "{\"http\":[{\"code\":400,\"message\":\"bad\"}],\n\"api\":[{\"code\":1,\"message\":\"a\"},\n{\"code\":2}]}";
    let path = file("paths.json", json);
    let (status, out, err) = imported(&path, &[]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(
        err.contains("--records '$.http[*]' or --records '$.api[*]'") && err.lines().count() == 1,
        "{err}"
    );
    let (status, out, err) = imported(&path, &["--records", "$.api[*]"]);
    assert!(status == 1 && out.contains("1 => _ \"a\",") && !out.contains("400"), "{out}");
    assert!(err.contains("line 3: cannot read the row: it has no message"), "{err}");
    let (status, out, err) = imported(&path, &["--records", "$.http[*]"]);
    assert!(status == 0 && err.is_empty() && out.contains("400 => _ \"bad\","), "{err}{out}");
    for (records, expected) in [("$.api[", "write a JSONPath such as"), ("$.none[*]", "matches nothing")] {
        let (status, _, err) = imported(&path, &["--records", records]);
        assert!(status == 2 && err.contains(expected) && err.lines().count() == 1, "{err}");
    }
    let (status, _, err) = imported(&page("underscore_codes.md"), &["--records", "$.x"]);
    assert!(status == 2 && err.contains(" is not JSON, YAML or TOML: leave --records out"), "{err}");
    let map = file("by-symbol.json", r#"{"A":{"nr":1,"text":"a"},"B":{"nr":2,"text":"b"}}"#);
    let (status, out, err) =
        imported(&map, &["--records", "$.*", "--columns", "code=nr,message=text,symbol=code"]);
    assert!(status == 0 && out.contains("1 => A A \"a\","), "{err}{out}");
    let (_, out, _) = outcome(errcat(&["diff", "WeCom", &path, "--records", "$.http[*]"]));
    assert!(out.contains("+ 400 bad"), "{out}");
}

#[test]
fn a_prefix_of_symbols_and_a_number_of_a_heading_are_no_part_of_names() {
    for prefix in ["E_", "ERR_", "ERROR_"] {
        let page = format!(
            "## 1. General\n\n|code|symbol|message|http|id|\n|-|-|-|-|-|\n|0|OK|fine|200|007|\n|5|{prefix}BUSY|busy|503|7|\n\n\
             ## 404 errors\n\n|code|symbol|message|http|id|\n|-|-|-|-|-|\n|7|{prefix}GONE|gone|404|8|\n"
        );
        let (status, out, err) = imported(&file("prefix.md", &page), &[]);
        assert_eq!((status, err.as_str()), (0, ""), "{out}");
        for line in [
            "column http: u16;".to_owned(),
            "column id: &'static str;".to_owned(),
            "section General \"1. General\" {".to_owned(),
            "section Section404Errors \"404 errors\" {".to_owned(),
            "0 => Ok OK \"fine\" { http: 200, id: \"007\" },".to_owned(),
            format!("5 => Busy {prefix}BUSY \"busy\" {{ http: 503, id: \"7\" }},"),
            format!("7 => Gone {prefix}GONE \"gone\" {{ http: 404, id: \"8\" }},"),
        ] {
            assert!(out.lines().any(|other| other.trim() == line), "{line}: {out}");
        }
    }
}
