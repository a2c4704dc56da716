//! Workbooks (`.xlsx`).

#[path = "../fixtures/workbook.rs"]
mod workbook;

use crate::{errcat, file, outcome, vendor};
use workbook::zipped;
pub(crate) use workbook::{MAIN, sheet, workbook};

fn imported(name: &str, bytes: Vec<u8>) -> (i32, String, String) {
    outcome(errcat(&["import", &file(name, bytes), "--name", "X"]))
}

#[test]
fn the_vendors_table_as_a_workbook_matches_the_catalog() {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let rows: Vec<[String; 3]> = vendor("youdu")
        .iter()
        .map(|row| ["symbol", "code", "message"].map(|field| escaped(&row[field])))
        .collect();
    let mut table: Vec<Vec<&str>> = vec![vec!["错误码", "十进制数值", "含义"]];
    table.extend(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let bytes = workbook(&[("Sheet1", "", sheet(&table, &[]))], "", "");
    // The name of the file does not matter.
    for name in ["youdu.xlsx", "youdu"] {
        let path = file(name, &bytes);
        assert_eq!(outcome(errcat(&["diff", "Youdu", &path])), (0, String::new(), String::new()));
    }
}

#[test]
fn a_sheet_is_read_as_displayed() {
    let strings = format!(
        "<sst xmlns=\"{MAIN}\" uniqueCount=\"2\"><si><t>shared</t></si><si><r><t xml:space=\"preserve\">in two </t></r><r><rPr><b/></rPr><t>parts</t></r></si></sst>"
    );
    // The second format shows 7 as 0007, the third shows a date.
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"0000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let table = sheet(
        &[
            &["错误码表"],
            &["说明：2024 版"],
            &["错误码", "说明", "分类", "count", "note"],
            &["40001", "<c t=\"s\"><v>0</v></c>", "账户", "1.5", "<c t=\"b\"><v>1</v></c>"],
            &["4.0002E4", "<c t=\"s\"><v>1</v></c>", "", "3", "<c s=\"2\"><v>45000</v></c>"],
            &["消息"],
            &["-1", "a &lt; b\n&amp; c", "", "", ""],
            &["<c s=\"1\"><v>7</v></c>", "padded"],
        ],
        &["A1:E1", "C4:C5", "A6:E6"],
    );
    let (status, out, err) = imported("shown.xlsx", workbook(&[("Sheet1", "", table)], &strings, &styles));
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("title \"错误码表\";"), "{out}");
    for row in [
        "section 账户 \"账户\" {",
        "\"40001\" => E40001 \"shared\" { count: \"1.5\", note: \"TRUE\" },",
        "\"40002\" => E40002 \"in two parts\" { count: \"3\", note: \"2023-03-15\" },",
        "section 消息 \"消息\" {",
        "\"-1\" => E1 \"a < b & c\",",
        "\"0007\" => E0007 \"padded\",",
    ] {
        assert!(out.contains(row), "{row}: {out}");
    }
}

#[test]
fn every_visible_sheet_with_a_table_is_a_section() {
    let head: &[&str] = &["code", "message"];
    let bytes = workbook(
        &[
            ("Accounts", "", sheet(&[head, &["1", "one"]], &[])),
            ("Messages", "", sheet(&[&["about"], head, &["2", "two"]], &[])),
            ("Cover", "", sheet(&[&["Codes", "of 2024"]], &[])),
            ("Old", "state=\"hidden\"", sheet(&[head, &["3", "three"]], &[])),
            ("Sheet3", "", sheet(&[], &[])),
        ],
        "",
        "",
    );
    let (status, out, err) = imported("sheets.xlsx", bytes);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("section Accounts \"Accounts\" {\n            1 => _ \"one\","), "{out}");
    assert!(out.contains("section Messages \"Messages\" {\n            2 => _ \"two\","), "{out}");
    assert!(err.lines().count() == 2 && !out.contains("three"), "{err}");
    assert!(err.contains("the sheet \"Old\" is left out: it is hidden"), "{err}");
    assert!(err.contains("the sheet \"Cover\" is left out: no row has headings"), "{err}");
}

#[test]
fn unreadable_cells_of_a_workbook_are_listed() {
    let head: &[&str] = &["code", "message"];
    for (name, rows, expected) in [
        ("digits", [head, &["1", "one"], &["12345678901234567890", "many"]], "line 3: cannot read the row"),
        ("fraction", [head, &["1", "one"], &["2.5", "half"]], "is not an integer"),
        ("error", [head, &["1", "one"], &["<c t=\"e\"><v>#REF!</v></c>", "lost"]], "is not an integer"),
        (
            "before",
            [&["9", "nine"], head, &["1", "one"]],
            "line 1: cannot read the row: it is before the row of headings",
        ),
    ] {
        let bytes = workbook(&[("Sheet1", "", sheet(&rows, &[]))], "", "");
        let (status, out, err) = imported(&format!("{name}.xlsx"), bytes);
        assert_eq!((status, err.lines().count()), (1, 1), "{name}: {err}");
        assert!(out.contains("1 => _ \"one\",") && err.contains(expected), "{name}: {err}");
    }
}

#[test]
fn the_user_can_name_the_columns_of_a_sheet() {
    let path = file(
        "foreign.xlsx",
        workbook(&[("S", "", sheet(&[&["Nr", "Grund"], &["12", "falsch"]], &[]))], "", ""),
    );
    let (status, _, err) = outcome(errcat(&["import", &path, "--name", "X"]));
    assert_eq!(status, 2);
    assert!(err.contains("no columns for code and message (line 1: \"Nr | Grund\")"), "{err}");
    let (status, out, err) = outcome(errcat(&["import", &path, "--name", "X", "--columns", "code,message"]));
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("12 => _ \"falsch\","), "{out}");
}

#[test]
fn a_file_that_is_not_a_workbook_gives_a_one_sentence_error() {
    let whole = workbook(&[("S", "", sheet(&[&["code", "message"], &["1", "one"]], &[]))], "", "");
    let cut = whole[..whole.len() / 2].to_vec();
    let nested = sheet(&[&["code", "message"]], &[]).replace("<is>", "<is><c><c>");
    let sst = format!("<sst xmlns=\"{MAIN}\" uniqueCount=\"18446744073709551615\"><si><t>a</t></si></sst>");
    let nowhere = ["ZZZZZZZ9:A1", "A1:A99999999999", "B2:A1", "A1:A0", "A1:B2:C3", "A1:"].map(|range| {
        let xml = sheet(&[&["code", "message"], &["1", "one"]], &[range]);
        ("range.xlsx", workbook(&[("S", "", xml)], "", ""), "a cell is outside the largest possible sheet")
    });
    let cases = [
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "save it as .xlsx without a password"),
        ("cut.xlsx", cut, "cannot be read as an .xlsx workbook"),
        (
            "other.xlsx",
            zipped([("word/document.xml", "<document/>".to_owned())]),
            "cannot be read as an .xlsx workbook",
        ),
        (
            "broken.xlsx",
            workbook(&[("S", "", "<worksheet><sheetData></row>".to_owned())], "", ""),
            "cannot be read as",
        ),
        ("nested.xlsx", workbook(&[("S", "", nested)], "", ""), "a cell is inside another cell"),
        ("count.xlsx", workbook(&[("S", "", sheet(&[], &[]))], &sst, ""), "more text than a catalog holds"),
        ("empty.xlsx", workbook(&[("S", "", sheet(&[], &[]))], "", ""), "has no table"),
    ];
    for (name, bytes, expected) in cases.into_iter().chain(nowhere) {
        let path = file(name, bytes);
        let (status, out, err) = outcome(errcat(&["import", &path, "--name", "X"]));
        assert_eq!((status, out.as_str()), (2, ""), "{name}: {err}");
        assert!(err.contains(expected) && err.contains(name) && err.lines().count() == 1, "{name}: {err}");
    }
    let (status, _, err) = outcome(errcat(&[
        "import",
        &file("text.csv", "code,message\n1,one\n"),
        "--name",
        "X",
        "--from",
        "xlsx",
    ]));
    assert!(status == 2 && err.contains("cannot be read as an .xlsx workbook"), "{err}");
}

#[test]
fn sheets_that_share_a_part_are_rejected() {
    let rows = sheet(&[&["code", "message"], &["1", "one"]], &[]);
    let bytes = workbook(&[("A", "", rows.clone()), ("B", "", rows)], "", "");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = String::new();
        std::io::Read::read_to_string(&mut part, &mut content).unwrap();
        parts.push((part.name().unwrap().to_string(), content.replace("sheet2.xml", "/../sheet1.xml")));
    }
    for target in ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"] {
        let parts = parts
            .iter()
            .map(|(name, content)| (name.as_str(), content.replace("worksheets//../sheet1.xml", target)));
        let (status, _, err) = imported("shared.xlsx", zipped(parts));
        assert!(
            status == 2 && err.contains("several of its sheets share one part of the file"),
            "{status} {err}"
        );
    }
}
