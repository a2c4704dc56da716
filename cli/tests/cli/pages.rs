//! Pages as vendors publish them: the column of the codes, rows of headings, and rows without a message.

use crate::{answer, errcat, file, outcome, seed};

/// Returns a page of the fixtures.
fn page(name: &str) -> String {
    seed(&format!("pages/{name}"))
}

/// Returns the declaration of a page, and the notes on it; every row is read.
fn imported(path: &str, options: &[&str]) -> (String, String) {
    let (status, out, err) = outcome(errcat(&[&["import", path, "--name", "X"], options].concat()));
    assert_eq!(status, 0, "{path} {options:?}: {err}");
    (out, err)
}

/// Checks that a page is read without a note, and becomes these lines.
fn becomes(name: &str, options: &[&str], lines: &[&str]) {
    let (out, err) = imported(&page(name), options);
    assert_eq!(err, "", "{name}");
    has_lines(name, &out, lines);
}

fn has_lines(name: &str, out: &str, lines: &[&str]) {
    for line in lines {
        assert!(out.lines().any(|other| other.trim() == *line), "{name}: {line}\n{out}");
    }
}

#[test]
fn headings_are_not_a_row_if_the_columns_are_given() {
    let text = "pub enum X: &'static str {";
    becomes("japanese.md", &["--columns", "code,message,_"], &[text, "\"PS001\" => PS001 \"無効な遷移\","]);
    for name in ["header.csv", "header.json", "header_html.html"] {
        let (out, err) = imported(&page(name), &["--columns", "code,message"]);
        assert_eq!(err, "", "{name}");
        has_lines(name, &out, &[text, "\"F-1\" => F1 \"kaputt\","]);
        assert!(!out.contains("Fehlercode"), "{name}: {out}");
    }
    for name in ["traditional_chinese.md", "table_after_headings.md"] {
        let columns = if name == "table_after_headings.md" { "code,message,help" } else { "code,message" };
        let (out, err) = imported(&page(name), &["--columns", columns]);
        assert!(err.is_empty() && out.contains("pub enum X: i32 {"), "{name}: {err}{out}");
    }
    becomes(
        "dingtalk_headings.html",
        &["--columns", "code,_,message,help"],
        &["88 => _ \"鉴权异常\" { help: \"看subCode\" },"],
    );
    for (name, content) in [
        ("header-tabs.txt", "Fehlercode\tBedeutung\n1\tkaputt\n"),
        ("header-td.html", "<table><tr><td>Fehlercode<td>Bedeutung<tr><td>1<td>kaputt</table>"),
        ("header-words.csv", "Fehlercode;Bedeutung\nF_A;kaputt\nF_B;sehr kaputt\n"),
    ] {
        let (out, err) = imported(&file(name, content), &["--columns", "code,message"]);
        assert!(
            err.is_empty() && !out.contains("Fehlercode") && out.contains("\"kaputt\""),
            "{name}: {err}{out}"
        );
    }
    // A file without headings has a code in its first row.
    let (out, err) = imported(&file("headless.csv", "1,one\n2,two\n"), &["--columns", "code,message"]);
    assert!(err.is_empty() && out.contains("1 => _ \"one\","), "{err}{out}");
    // This heading looks like a code.
    let (out, err) =
        imported(&file("alike.csv", "fehler,grund\nbusy,a\nidle,b\n"), &["--columns", "code,message"]);
    assert!(
        err.contains("line 1: the first row is read as data") && out.contains("\"fehler\""),
        "{err}{out}"
    );
}

#[test]
fn headings_are_not_written_into_the_source() {
    let source = "error_catalog::error_catalog! { pub enum Ja: &'static str {\n    \"PS001\" => PS001 \"無効な遷移\",\n} }\n";
    let path = file("sync-heading.rs", source);
    let out = answer(&["sync", &path, &page("japanese.md"), "--columns", "code,message,_"]);
    assert_eq!(out, "+ PS002 見つからない (line 6)\n");
    let new = std::fs::read_to_string(&path).expect("the source");
    assert!(!new.contains("エラーコード") && new.contains("\"PS002\" => "), "{new}");
}

#[test]
fn the_code_column_is_chosen_by_its_values() {
    let text = "pub enum X: &'static str {";
    becomes("status_then_code.md", &[], &[text, "\"card_error\" => CardError \"Declined\" { status: 402 },"]);
    becomes(
        "status_code_error_code.html",
        &[],
        &[text, "\"NOT_FOUND\" => NotFound \"No such thing\" { status_code: 404 },"],
    );
    becomes(
        "hex_value_column.md",
        &[],
        &["pub enum X: i64 {", "0x80004004 => Abort E_ABORT \"Operation aborted.\","],
    );
    for name in ["http_status_column.md", "http_status_ascii.md"] {
        let (out, err) = imported(&page(name), &[]);
        assert!(err.is_empty() && out.contains("1220001 => _ "), "{name}: {err}{out}");
    }
    let (out, err) = imported(&page("aliyun.md"), &[]);
    assert!(
        out.contains("\"Forbidden.KeyNotFound\" => ") && err.contains("the two rows become one"),
        "{err}{out}"
    );
    let (out, _) = imported(&page("rowspan.html"), &[]);
    assert!(
        out.contains("161002 => ErrInvalid LIB_ERR_INVALID")
            || out.contains("161002 => Invalid LIB_ERR_INVALID"),
        "{out}"
    );
}

#[test]
fn an_option_selects_the_other_of_two_code_columns() {
    let table =
        "| Error code | Return code | Message |\n| --- | --- | --- |\n| 7 | 40001 | a |\n| 8 | 40002 | b |\n";
    let path = file("two-codes.md", table);
    let (out, err) = imported(&path, &[]);
    assert!(out.contains("7 => _ \"a\""), "{out}");
    let option = "--columns code=\"Return code\"";
    assert!(
        err.contains("the codes are read from the column \"Error code\"") && err.contains(option),
        "{err}"
    );
    let (out, err) = imported(&path, &["--columns", "code=Return code"]);
    assert!(err.is_empty() && out.contains("40001 => _ \"a\""), "{err}{out}");
}

#[test]
fn decorated_numbers_are_integers() {
    becomes("suffixed_hex.md", &[], &["pub enum X: i64 {", "0x80005000 => Path E_BAD_PATH \"bad path\","]);
    becomes(
        "hex_in_parentheses.md",
        &[],
        &["pub enum X: i32 {", "1 => InvalidFunction ERROR_INVALID_FUNCTION \"bad function\","],
    );
    becomes("underscore_codes.md", &[], &["pub enum X: i32 {", "21211 => Invalid INVALID \"invalid\","]);
    becomes(
        "code_with_text.md",
        &[],
        &["pub enum X: i32 {", "200 => Ok \"fine\",", "404 => NotFound \"nothing there\","],
    );
    becomes("negative_hex.md", &[], &["-0x7080 => Feature SSL_FEATURE \"not available\","]);
    let (out, err) = imported(&page("status_phrase.md"), &[]);
    assert!(
        err.contains("a code such as \"400 Bad Request\" is read as 400") && err.lines().count() == 1,
        "{err}"
    );
    has_lines("status_phrase.md", &out, &["pub enum X: i32 {", "400 => BadRequest \"bad\","]);
}

#[test]
fn a_pattern_of_codes_is_reported() {
    let (status, out, err) = outcome(errcat(&["import", &page("wildcard_code.md"), "--name", "X"]));
    assert_eq!(status, 1);
    assert!(out.contains("pub enum X: i32 {") && out.contains("25006 => ") && !out.contains("08*"), "{out}");
    assert!(err.contains("line 3") && err.contains("wildcard") && err.lines().count() == 1, "{err}");
}

#[test]
fn a_row_without_a_message_has_its_symbol_or_name() {
    let (out, err) = imported(&page("empty_message.html"), &["--success", "0"]);
    assert!(out.contains("0 => None NONE \"NONE\",") || out.contains("NONE \"NONE\","), "{out}");
    assert!(
        err.contains("line 2: code 0 has no message: NONE is used instead") && err.lines().count() == 1,
        "{err}"
    );
    let (out, err) = imported(&page("code_name_only.csv"), &[]);
    assert!(out.contains("1 => InternalError InternalError \"InternalError\","), "{out}");
    assert!(err.contains("line 1: the table has no column of messages") && err.lines().count() == 1, "{err}");
}

/// If the page has no message, the author of the catalog writes it.
#[test]
fn a_missing_message_does_not_change_the_catalog() {
    let source = "error_catalog::error_catalog! { pub enum K: i32 {\n    success 0;\n    0 => None NONE \"no error\",\n    1 => OffsetOutOfRange OFFSET_OUT_OF_RANGE \"Out of range.\",\n} }\n";
    let path = file("kafka.rs", source);
    let (status, out, _) = outcome(errcat(&["sync", &path, &page("empty_message.html")]));
    assert_eq!((status, out.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&path).expect("the source"), source);
}

#[test]
fn headings_of_other_scripts_are_known() {
    becomes("japanese.md", &[], &["\"PS002\" => PS002 \"見つからない\" { httpステータス: 404 },"]);
    becomes("traditional_chinese.md", &[], &["10001 => _ \"參數錯誤\","]);
    becomes("table_after_headings.md", &[], &["33012 => _ \"无效的用户\" { help: \"请检查用户\" },"]);
    becomes(
        "unrelated_first_table.md",
        &["--without-table", "#1"],
        &["2 => _ \"参数无效\" { help: \"检查\" },"],
    );
    let (out, _) = imported(&page("dingtalk_headings.html"), &[]);
    assert!(out.contains("column 参考: &'static str;") && out.contains("88 => _ \"鉴权异常\" {"), "{out}");
}

#[test]
fn a_table_may_have_another_number_of_dashes() {
    becomes(
        "too_many_delimiters.md",
        &[],
        &["21 => _ \"压缩失败\" { help: \"请重试\" },", "2001 => _ \"用户拒绝\","],
    );
    becomes("too_few_delimiters.md", &[], &["400001 => _ \"not found\","]);
    for (name, dashes) in [("single-dashes.md", "|-|-|"), ("single-aligned.md", ":-: | -")] {
        let table = format!("|code|**message**|\n{dashes}\n|1|no|\n|2|-|\n");
        let (status, out, err) = outcome(errcat(&["import", &file(name, table), "--name", "X"]));
        assert!(status == 1 && out.contains("1 => _ \"no\","), "{name}: {out}");
        assert!(err.contains("line 4: cannot read the row: it has no message"), "{name}: {err}");
    }
}

#[test]
fn html_tags_in_markdown_are_removed() {
    let table = "| code | message |\n| --- | --- |\n| <code>1</code> | <b>no</b> <access_token><br/>given<!-- x --> |\n";
    let (out, err) = imported(&file("tags.md", table), &[]);
    assert!(err.is_empty() && out.contains("1 => _ \"no <access_token> given\","), "{err}{out}");
}

/// The option that the error names works.
#[test]
fn an_error_names_the_table_with_codes_and_an_option_that_reads_it() {
    let tables = [
        (
            "refused.md",
            "| Feld | Typ |\n| --- | --- |\n| a | b |\n\n| Nr | Grund | Rat |\n| --- | --- | --- |\n| 2 | falscher Wert | prüfen |\n| 3 | zu lang | kürzen |\n",
        ),
        ("refused.csv", "Nr,Grund\n2,falscher Wert\n3,zu lang\n"),
        ("refused-headless.csv", "2,falscher Wert\n3,zu lang\n"),
        ("refused.json", "[{\"nr\":2,\"grund\":\"falscher Wert\"},{\"nr\":3,\"grund\":\"zu lang\"}]"),
        (
            "refused.html",
            "<table><tr><th>Nr.<th>Grund des Fehlers<tr><td>2<td>falscher Wert<tr><td>3<td>zu lang</table>",
        ),
        ("refused.txt", "Nr\tGrund\n2\tfalscher Wert\n3\tzu lang\n"),
    ];
    for (name, content) in tables {
        let path = file(name, content);
        let (status, _, err) = outcome(errcat(&["import", &path, "--name", "X"]));
        assert_eq!(status, 2, "{name}: {err}");
        let (_, option) = err.lines().last().and_then(|line| line.rsplit_once("--columns ")).expect(&err);
        let option = option.replace('"', "");
        let (out, _) = imported(&path, &["--columns", &option]);
        assert!(out.contains("2 => _ \"falscher Wert\""), "{name} {option}: {out}");
    }
}

#[test]
fn a_list_of_definitions_in_a_cell_is_text() {
    let page = "<table><tr><th>Code<th>Meaning</tr><tr><td>1<td><dl><dt>first</dt><dd>second</dd></dl>third</tr></table>";
    let (out, err) = imported(&file("definitions.html", page), &[]);
    assert!(err.is_empty() && out.contains("1 => _ \"first second third\","), "{err}{out}");
}

#[test]
fn a_column_of_constants_with_their_values_is_suggested_as_the_code() {
    let markdown = "| Constant/value | Meaning of it |\n| --- | --- |\n| ERROR_SUCCESS 0 (0x0) | fine |\n\
                    | ERROR_ACCESS_DENIED 5 (0x5) | denied |\n";
    let html = "<table><tr><th>Constant/value<th>Meaning of it</tr>\
                <tr><td><dl><dt><b>ERROR_SUCCESS</b></dt><dt>0 (0x0)</dt></dl><td>fine</tr>\
                <tr><td><dl><dt><b>ERROR_ACCESS_DENIED</b></dt><dt>5 (0x5)</dt></dl><td>denied</tr></table>";
    for (name, content) in [("constants.md", markdown), ("constants.html", html)] {
        let path = file(name, content);
        let (status, _, err) = outcome(errcat(&["import", &path, "--name", "X"]));
        assert_eq!(status, 2, "{name}: {err}");
        let suggested = "--columns code=Constant/value,message=\"Meaning of it\"";
        assert!(err.trim_end().ends_with(suggested), "{name}: {err}");
        // Both forms are accepted: with quotes, and without them, as a shell passes them on.
        for message in ["message=\"Meaning of it\"", "message=Meaning of it"] {
            let columns = format!("code=Constant/value,{message}");
            let (out, err) = imported(&path, &["--columns", &columns]);
            assert!(
                err.is_empty() && out.contains("5 => ErrorAccessDenied \"denied\","),
                "{name}: {err}{out}"
            );
        }
    }
}

#[test]
fn columns_are_selected_and_left_out_by_their_headings() {
    let path = file("by-name.csv", "docs,Code,last updated,Description,Rat\nu,1,2020,one,try\n");
    let options = ["--columns", "code=Code,message=Description,help=Rat", "--without", "docs,last updated"];
    let (out, err) = imported(&path, &options);
    assert!(
        err.is_empty() && out.contains("1 => _ \"one\" { help: \"try\" },") && !out.contains("column"),
        "{err}{out}"
    );
    let (status, _, err) = outcome(errcat(&["import", &path, "--name", "X", "--columns", "code=Nummer"]));
    assert_eq!(status, 2);
    assert!(
        err.contains("has a column with the heading \"Nummer\"")
            && err.contains("docs | Code | last updated"),
        "{err}"
    );
    let (status, _, err) = outcome(errcat(&["import", &path, "--name", "X", "--without", "url"]));
    assert!(status == 2 && err.contains("has a column with the heading \"url\""), "{err}");
    let (status, _, err) =
        outcome(errcat(&["import", &path, "--name", "X", "--columns", "code=Code,message"]));
    assert!(status == 2 && err.contains("role=heading for each"), "{err}");
}
