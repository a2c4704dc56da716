//! The cost of hostile files: data in memory is at most ten times the input plus 50 MB, and time is linear in the input.

use crate::spreadsheets::{MAIN, sheet, workbook};
use crate::{errcat, file, outcome};
use std::fmt::Write;
use std::process::{Command, Output};

/// Imports this content within a limit of data, which leaves out the code of the program.
#[cfg(unix)]
fn imported(name: &str, content: impl AsRef<[u8]>) -> (i32, String, String) {
    let path = file(name, &content);
    let kilobytes = (10 * content.as_ref().len() + 50_000_000) / 1024;
    let Output { status, stdout, stderr } = Command::new("sh")
        .args(["-c", "ulimit -d \"$1\"; exec \"$2\" import \"$3\" --name X", "sh"])
        .args([&kilobytes.to_string(), env!("CARGO_BIN_EXE_errcat"), &path])
        .output()
        .expect("a shell runs");
    let [out, err] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).expect("text"));
    let status = status.code().unwrap_or_else(|| panic!("{name}: it ended by a signal: {err}"));
    assert!(status < 3, "{name}: {status} {err}");
    (status, out, err)
}

/// Returns `count` lines.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, index| {
        writeln!(text, "{}", line(index)).expect("a string takes it");
        text
    })
}

#[cfg(unix)]
#[test]
fn spans_fill_what_a_table_can_have_and_the_rows_before_them_are_kept() {
    let text = "x".repeat(4000);
    let bomb = format!("<tr><td colspan=1000 rowspan=1000>{text}{}", "<tr>".repeat(2000));
    let page = |bombs: &str| format!("<table><tr><td>code<td>message<tr><td>1<td>one{bombs}");
    for (name, bombs) in [("spans.html", bomb.clone()), ("spans-many.html", bomb.repeat(80))] {
        let (status, out, err) = imported(name, page(&bombs));
        assert_eq!(status, 1, "{err}");
        assert!(out.contains("1 => _ \"one\","), "{out}");
        assert!(err.contains("the cells that span rows or columns fill more than 1000000 cells"), "{err}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_of_structure_without_content_takes_little_memory() {
    const COUNT: usize = 1 << 18;
    let html = "<table><tr><td>code<td>message<tr><td>1<td>one";
    let markdown = "|code|message|\n|--|--|\n|1|one|\n";
    let cases = [
        ("rows.html", format!("{html}{}", "<tr>".repeat(COUNT))),
        ("cells.html", format!("{html}<tr>{}", "<td>".repeat(COUNT))),
        ("deep.html", format!("{html}{}", "<table><tr><td>".repeat(COUNT / 4))),
        ("attributes.html", format!("{html}<td {}>", lines(COUNT / 4, |index| format!("a{index:x}")))),
        ("tables.html", format!("{html}</table>{}", "<table><tr><td>a</table>".repeat(COUNT / 8))),
        ("commas.csv", format!("code,message\n1,one\n{}\n", ",".repeat(4 * COUNT))),
        ("rows-of-commas.csv", format!("code,message\n1,one\n{}", lines(1000, |_| ",".repeat(998) + "x"))),
        ("line-ends.csv", format!("code,message\n1,one\n{}", "\n".repeat(4 * COUNT))),
        ("unread.csv", format!("code,message\n1,one\n{}", "2\n".repeat(COUNT))),
        ("tabs.txt", format!("code\tmessage\n1\tone\n{}\n", "\t".repeat(4 * COUNT))),
        ("line.txt", format!("code\tmessage\n1\tone\n{}\n", "2".repeat(8 * COUNT))),
        ("pipes.md", format!("{markdown}{}", "|\n".repeat(COUNT))),
        ("marks.md", format!("{markdown}\n{}", lines(COUNT / 16, |_| "*a_[`<".repeat(8)))),
        ("quotes.md", format!("{markdown}\n{}", lines(COUNT / 16, |_| "> ".repeat(16)))),
        ("pairs.toml", lines(COUNT / 4, |index| format!("{} = {:?}", index + 1, "one"))),
    ];
    for (name, content) in cases {
        let (status, out, err) = imported(name, &content);
        assert!(status < 2 && out.contains("1 => _ \"one\","), "{name}: {status} {err}");
        assert!(err.len() < 1 << 20, "{name}: {} bytes of messages", err.len());
    }
}

/// Files below the limits, just above them, and far above them.
#[cfg(unix)]
#[test]
fn a_workbook_takes_little_memory_however_much_it_holds() {
    let table: &[&[&str]] = &[&["code", "message"], &["1", "one"]];
    let of = |strings: &str, styles: &str, rows: &str, more: &str, merged: &[&str]| {
        let xml = sheet(table, merged).replace("</sheetData>", &format!("{rows}</sheetData>{more}"));
        workbook(&[("S", "", xml)], strings, styles)
    };
    let strings = |count: usize| format!("<sst xmlns=\"{MAIN}\">{}</sst>", "<si><t>a</t></si>".repeat(count));
    let styles = |count: usize| {
        let font =
            "<font><sz val=\"9\"/><color rgb=\"FF000000\"/><name val=\"Courier\"/></font>".repeat(count / 4);
        format!(
            "<styleSheet xmlns=\"{MAIN}\"><fonts>{font}</fonts><cellXfs>{}</cellXfs></styleSheet>",
            "<xf fontId=\"1\"/>".repeat(count)
        )
    };
    let cell = |text: &str| format!("<row><c/><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    let (long, longer) = (cell(&"x".repeat(1_000_000)), cell(&"x".repeat(1_100_000)));
    let merges: Vec<String> = (0..2_000).map(|row| format!("A{0}:XFD{0}", row + 5)).collect();
    let merges: Vec<&str> = merges.iter().map(String::as_str).collect();
    let wide = lines(2_000, |row| format!("<row r=\"{0}\"><c r=\"A{0}\"><v>2</v></c></row>", row + 5));
    let many = lines(60_000, |row| {
        format!("<row><c><v>{}</v></c><c t=\"inlineStr\"><is><t>a message</t></is></c></row>", row + 2)
    });
    for (name, bytes, is_read) in [
        ("many.xlsx", of("", "", &many, "", &[]), true),
        ("strings.xlsx", of(&strings(120_000), "", "", "", &[]), true),
        ("strings-more.xlsx", of(&strings(160_000), "", "", "", &[]), false),
        ("styles.xlsx", of("", &styles(20_000), "", "", &[]), true),
        ("styles-more.xlsx", of("", &styles(200_000), "", "", &[]), false),
        ("texts.xlsx", of("", "", &long.repeat(10), "", &[]), true),
        ("text.xlsx", of("", "", &longer, "", &[]), false),
        ("texts-more.xlsx", of("", "", &long.repeat(140), "", &[]), false),
        ("comment.xlsx", of("", "", "", &format!("<!--{}-->", "<>".repeat(1 << 20)), &[]), false),
        ("wide.xlsx", of("", "", &wide, "", &merges), true),
        ("cells.xlsx", of("", "", &"<row><c r=\"XFD9\"><v>1</v></c></row>".repeat(1 << 12), "", &[]), true),
    ] {
        let (status, out, err) = imported(name, bytes);
        assert_eq!(status < 2, is_read, "{name}: {status} {err}");
        assert_eq!(out.contains("1 => _ \"one\","), is_read, "{name}: {out}");
        assert!(is_read || err.lines().count() == 1, "{name}: {err}");
    }
}

/// The text of a heading or a section's title is stored once, in however many rows it occurs.
#[cfg(unix)]
#[test]
fn many_short_rows_take_little_memory_and_all_that_a_catalog_holds_are_read() {
    let (title, heading) = ("s".repeat(50_000), "c".repeat(60));
    let rows = |line: fn(usize) -> String| lines(101_000, line);
    let cases = [
        ("short.md", format!("|code|message|\n|--|--|\n{}", rows(|index| format!("|{index}|a message|")))),
        (
            "column.csv",
            format!("code,message,{heading}\n{}", rows(|index| format!("{index},a message,of text"))),
        ),
        (
            "section.html",
            format!(
                "<h2>{title}</h2><table><tr><td>code<td>message{}",
                rows(|index| format!("<tr><td>{index}<td>a message"))
            ),
        ),
    ];
    for (name, content) in cases {
        let (status, out, err) = imported(name, content);
        assert_eq!(status, 1, "{name}: {err}");
        assert!(
            err.contains("this row and all that follow are left out: a catalog holds at most 100000 rows"),
            "{name}: {err}"
        );
        assert!(out.contains("=> _ \"a message\"") && out.contains("99999 => "), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_long_export_as_toml_is_read_in_little_memory() {
    let page = lines(20_000, |index| format!("{index},E_{index},\"see vendor.example, page {index}.\""));
    let table = file("long-export.csv", format!("code,symbol,message\n{page}"));
    let arguments = ["export", "LongExport", "--format", "toml", "--table", &table];
    let (status, exported, err) = outcome(errcat(&arguments));
    assert_eq!(status, 0, "{err}");
    let (status, out, err) = imported("long-export.toml", exported);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("19999 => E19999 E_19999 \"see vendor.example, page 19999.\","));
}

/// A comparison with every earlier row would take minutes here.
#[cfg(unix)]
#[test]
fn a_frequent_code_is_read_in_linear_time() {
    let (status, out, err) =
        imported("often.csv", format!("code,message\n{}", lines(20_000, |index| format!("1,m{index}"))));
    assert_eq!(status, 0);
    assert_eq!(out.matches("    or ").count(), 19_999);
    assert!(err.ends_with("often.csv: 18999 more notes\n"), "{err}");
    let (status, out, _) = imported("same.csv", format!("code,message\n{}", "1,m\n".repeat(20_000)));
    assert_eq!((status, out.matches("\"m\"").count()), (0, 1));
    let (status, _, _) = imported(
        "sections.html",
        lines(20_000, |index| {
            format!("<h2>s{index}</h2><table><tr><td>code<td>message<tr><td>{index}<td>m</table>")
        }),
    );
    assert_eq!(status, 0);
    let (status, _, _) = imported(
        "symbols.csv",
        format!("code,symbol,message\n{}", lines(20_000, |index| format!("{index},E_A,m"))),
    );
    assert_eq!(status, 0);
}

/// A search of all members for each code would take half an hour here.
#[test]
fn a_long_json_line_is_annotated_in_linear_time() {
    let line = format!("[{}]", vec![r#"{"errcode":40014}"#; 200_000].join(","));
    let mut command = errcat(&["annotate", "--json", "--catalog", "WeCom"]);
    command.write_stdin(line);
    let (status, out, err) = outcome(command);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(out.matches("errcode_meaning").count(), 200_000);
}

/// A search of the whole text around each key would take an hour here.
#[test]
fn a_long_text_with_the_keys_of_an_envelope_is_explained_in_linear_time() {
    let catalog = "error_catalog::error_catalog! {
        pub enum Envelope: i32 { envelope code \"ret\", text \"msg\"; 5 => Busy \"busy\" }
    }";
    let table = file("envelope.rs", catalog);
    for text in ["ret=5 ".repeat(200_000), format!("{{{}", "\"ret\":5,\n".repeat(100_000))] {
        let mut command = errcat(&["--table", &table, "--catalog", "Envelope"]);
        command.write_stdin(text + "{\"ret\":5,\n\"msg\":\"busy\"}");
        let (status, out, err) = outcome(command);
        assert_eq!((status, err.as_str()), (0, ""));
        assert!(out.starts_with("Envelope 5 Busy"), "{out}");
    }
}

#[test]
fn quotations_in_messages_are_short() {
    for (name, content) in [
        ("long.csv", format!("code,message\n1,one\n{},\n", "2".repeat(1 << 20))),
        ("long.txt", format!("code\tmessage\n1\tone\n{}\n", "2".repeat(1 << 20))),
        (
            "long.html",
            format!("<table><tr><td>code<td>message<tr><td>1<td>one<tr><td>2{}", " 2".repeat(1 << 20)),
        ),
    ] {
        let (status, _, err) = imported(name, &content);
        assert_eq!(status, 1, "{name}");
        assert!(err.lines().count() == 1 && err.len() < 1000, "{name}: {} bytes", err.len());
    }
}

/// A message that quotes an argument is a short line, however long the argument is.
#[test]
fn a_long_argument_gives_a_short_line() {
    // Linux allows 128 KiB in one argument.
    let long = "x1".repeat(60_000);
    let key = format!("--key={long}*y");
    for arguments in [
        &[long.as_str()][..],
        &["--lang", &long, "1"],
        &["--catalog", &long, "1"],
        &["list", "WeCom", "--section", &long],
        &["list", &long],
        &["search", &long],
        &["man", &long],
        &["annotate", &key],
        &["--table", &long, "1"],
    ] {
        let output = errcat(arguments).output().expect("it runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(
            !output.status.success() && err.lines().all(|line| line.chars().count() < 1000),
            "{}",
            err.len()
        );
    }
    let mut command = errcat(&[]);
    command.write_stdin("x".repeat(1 << 20));
    let output = command.output().expect("it runs");
    assert!(output.status.code() == Some(1) && output.stderr.len() < 1000, "{}", output.stderr.len());
}
