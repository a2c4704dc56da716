//! `errcat import`: its output compiles unchanged and equals the vendor's table.

use crate::{answer, errcat, file, outcome, seed, vendor};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Compiles declarations in a separate package and returns one line per meaning: name of the catalog, code, name, symbol,
/// message, help and section.
fn compiled(package: &str, catalogs: &[(&str, String)]) -> String {
    run(package, catalogs, PRINT)
}

const PRINT: &str = "use error_catalog::Catalog;
fn print<C: Catalog>() {
    for row in C::ALL {
        for meaning in row.meanings() {
            let section = meaning.section().map_or(\"\", |section| section.title());
            println!(
                \"{}\\t{}\\t{}\\t{}\\t{}\\t{}\\t{section}\",
                C::NAME, meaning.code(), meaning.name(), meaning.symbol().unwrap_or(\"\"), meaning.message(),
                meaning.help().unwrap_or(\"\"),
            );
        }
    }
}
";

/// Compiles declarations in a separate package and returns the output of its function `print` for each.
pub(crate) fn run(package: &str, catalogs: &[(&str, String)], print: &str) -> String {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(package);
    fs::create_dir_all(root.join("src")).expect("a directory");
    let catalog = workspace.join("catalog").canonicalize().expect("the runtime");
    let manifest = format!(
        "[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         error-catalog = {{ path = {:?}, default-features = false }}\n\n[workspace]\n",
        catalog.display().to_string()
    );
    fs::write(root.join("Cargo.toml"), manifest).expect("the manifest");
    fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).expect("the versions");
    let mut program = format!("#![deny(warnings)]\n{print}");
    let mut calls = String::new();
    for (name, declaration) in catalogs {
        let module = name.to_lowercase();
        fs::write(root.join(format!("src/{module}.rs")), declaration).expect("the declaration");
        writeln!(program, "mod {module};").expect("a string takes it");
        writeln!(calls, "    print::<{module}::{name}>();").expect("a string takes it");
    }
    fs::write(root.join("src/main.rs"), format!("{program}fn main() {{\n{calls}}}\n")).expect("the program");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        // A shared target directory, so that the runtime is compiled once.
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// Checks that an import reports these lines as joined with earlier ones of the same code, and nothing else.
fn joining(arguments: &[&str], lines: &[&str]) -> String {
    let (status, out, err) = outcome(errcat(arguments));
    assert_eq!((status, err.lines().count()), (0, lines.len()), "{err}");
    for (message, line) in err.lines().zip(lines) {
        assert!(
            message.contains(line) && message.ends_with("the two rows become one, joined by `or`"),
            "{err}"
        );
    }
    out
}

/// Sorts by code, as a catalog does.
fn sorted(mut lines: Vec<(i64, String)>) -> Vec<String> {
    lines.sort_by_key(|(code, _)| *code);
    lines.into_iter().map(|(_, line)| line).collect()
}

#[test]
fn the_documents_of_both_vendors_become_equal_catalogs() {
    let wecom = answer(&["import", &seed("wecom.txt"), "--name", "WeCom", "--success", "0"]);
    let youdu = joining(&["import", &seed("youdu.md"), "--name", "Youdu", "--success", "0,2"], &["line 110"]);
    let out = compiled("seeds", &[("WeCom", wecom), ("Youdu", youdu)]);

    let expected = |name: &str, catalog: &str| {
        let rows = vendor(name).into_iter().map(|row| {
            let field = |field: &str| row.get(field).cloned().unwrap_or_default();
            let help = Some(field("help")).filter(|help| help != "-").unwrap_or_default();
            let line = [
                catalog.to_owned(),
                field("code"),
                field("symbol"),
                field("message"),
                help,
                field("section"),
            ];
            (row["code"].parse().expect("a number"), line.join("\t"))
        });
        sorted(rows.collect())
    };
    let got = |catalog: &str| -> Vec<String> {
        let lines = out.lines().filter(|line| line.split('\t').next() == Some(catalog));
        let without_name = |line: &str| {
            let mut cells: Vec<&str> = line.split('\t').collect();
            cells.remove(2);
            cells.join("\t")
        };
        lines.map(without_name).collect()
    };
    assert_eq!(got("WeCom"), expected("wecom", "WeCom"));
    assert_eq!(got("Youdu"), expected("youdu", "Youdu"));
    for name in ["\tMissBuin\t", "\tMinus1\t", "\tE40014\t", "\tInvalidRequest100003\t"] {
        assert!(out.contains(name), "{name}: {out}");
    }
}

/// Tables with values that are hard to declare.
#[test]
fn difficult_tables_compile() {
    let awkward = file(
        "awkward.csv",
        "code,symbol,message,help,en\n\
         7,isv.invalid-parameter,\"say \"\"no\"\" \\ twice\",\"two\nlines\",first\n\
         7,isv.invalid-parameter,another,,\n\
         8,isv.self,keyword,,\n\
         -9,isv.9lives,digits first,,x\n\
         10,,no symbol,,\n\
         10,,no symbol either,,\n\
         11,isv.all,reserved by the catalog,,\n",
    );
    let text =
        file("sqlstate.csv", "SQLSTATE;meaning\n00000;successful\n23505;unique\n42P01;undefined table\n");
    let catalogs = [
        ("Awkward", joining(&["import", &awkward, "--name", "Awkward"], &["line 4", "line 8"])),
        ("SqlState", answer(&["import", &text, "--name", "SqlState", "--success", "00000"])),
    ];
    let out = compiled("awkward", &catalogs);
    assert_eq!(
        out.lines().collect::<Vec<_>>(),
        [
            "Awkward\t-9\tE9lives\tisv.9lives\tdigits first\t\t",
            "Awkward\t7\tInvalidParameter\tisv.invalid-parameter\tsay \"no\" \\ twice\ttwo lines\t",
            "Awkward\t7\tInvalidParameter7\tisv.invalid-parameter\tanother\t\t",
            "Awkward\t8\tE8\tisv.self\tkeyword\t\t",
            "Awkward\t10\tE10\t\tno symbol\t\t",
            "Awkward\t10\tE10Or2\t\tno symbol either\t\t",
            "Awkward\t11\tAll\tisv.all\treserved by the catalog\t\t",
            "SqlState\t00000\tE00000\t\tsuccessful\t\t",
            "SqlState\t23505\tE23505\t\tunique\t\t",
            "SqlState\t42P01\tE42P01\t\tundefined table\t\t",
        ]
    );
}

/// The macro accepts the declaration of any page.
#[test]
fn hostile_pages_compile() {
    let long = "x".repeat(70_000);
    let pages = [
        (
            "texts.csv",
            format!(
                "code,symbol,message,help,en,values,place,type\n\
                 1,a\u{202e}b,\u{202e}evil\u{2066},so\u{ad}ft,\u{e0041}tag,v,p,t\n\
                 2,c'd,{long},,,,,\n\
                 3,\"\"\"\u{3000}\",\"quotes \"\" \\ */ // {{}}\",\u{feff},,,,\n\
                 4,self,\u{2028}line\u{2029},Self,r#type,,,\n\
                 4,Self,_,,,,,\n"
            ),
        ),
        (
            "unsigned.csv",
            "code,message\n18446744073709551615,the last\n0x7FFFFFFFFFFFFFFF,hex\n9223372036854775808,above\n"
                .to_owned(),
        ),
        ("signed.csv", "code,message\n-0x8000000000000000,the first\n-1,one\n0X1f,hex\n".to_owned()),
        (
            "sections.html",
            format!(
                "<h1>\u{202e}title</h1><h2>self</h2><table><tr><td>code<td>message<tr><td>1<td>a</table>\
                 <h2>Self\u{200b}</h2><table><tr><td>code<td>message<tr><td>2<td>b</table>\
                 <h2>{long}</h2><table><tr><td>code<td>message<tr><td>3<td>c<tr><td>a b<td>d</table>"
            ),
        ),
        ("codes.csv", "code,message\na.b,one\na-b,two\n\"a\"\"b\",three\n\u{e9},four\n,five\n".to_owned()),
    ];
    let catalogs = ["Texts", "Unsigned", "Signed", "Sections", "Codes"].into_iter().zip(pages).map(
        |(name, (page, content))| {
            let (status, out, err) = outcome(errcat(&["import", &file(page, content), "--name", name]));
            assert!(status < 2, "{name}: {err}");
            assert_eq!(
                status == 1,
                err.contains("cannot read the row") || err.contains("is left out"),
                "{name}: {err}"
            );
            (name, out)
        },
    );
    let catalogs: Vec<_> = catalogs.collect();
    let out = compiled("hostile", &catalogs);
    for line in [
        "Unsigned\t18446744073709551615\tE18446744073709551615\t\tthe last\t\t",
        "Signed\t-9223372036854775808\tMinus9223372036854775808\t\tthe first\t\t",
        "Texts\t1\tAb\tab\tevil\tsoft\t",
        "Signed\t31\tE31\t\thex\t\t",
    ] {
        assert!(out.lines().any(|other| other == line), "{line}: {out}");
    }
    assert!(catalogs[2].1.contains("0x1f => ") && catalogs[1].1.contains("0x7FFFFFFFFFFFFFFF => "));
}

/// Texts that a declaration must not contain are rejected on the command line and ignored in file names.
#[test]
fn the_head_of_a_declaration_has_no_invisible_characters() {
    let path = file("a\u{202e}b.csv", "code,message\n1,one\n");
    assert!(!answer(&["import", &path, "--name", "X"]).contains("source"));
    for option in ["--title", "--source", "--lang"] {
        let (status, _, err) = outcome(errcat(&["import", &path, "--name", "X", option, "a\u{202e}b"]));
        assert!(status == 2 && err.contains("remove the invisible characters"), "{err}");
    }
}

#[test]
fn code_cells_are_read_or_rejected_with_a_remedy() {
    let table = "code,message\n20006/20007,a\n\"99,991\",b\n\"\"\"2002\"\"\",c\n~~1006~~,d\n1002、1003,e\n1004-1006,f\n\
                 １００９,g\n0x1F,h\n1.23457E+15,i\n5,j\n5,k\n5,j\n";
    let (status, out, err) = outcome(errcat(&["import", &file("cells.csv", table), "--name", "X"]));
    assert_eq!(status, 1);
    for row in [
        "2002 => _ \"c\",",
        "#[deprecated(note = \"withdrawn by the vendor\")]\n        1006 => _ \"d\",",
        "0x1F => _ \"h\",",
        "5 => _ \"j\"\n            or E5Or2 \"k\",",
    ] {
        assert!(out.contains(row), "{row}: {out}");
    }
    for message in [
        "line 2: cannot read the row: it has 2 codes: write a row for each, 20006 and 20007",
        "line 3: cannot read the row: its code has a separator: write 99991",
        "line 6: cannot read the row: it has 2 codes: write a row for each, 1002 and 1003",
        "line 7: cannot read the row: it is a range of codes: write a row for each code from 1004 to 1006",
        "line 8: cannot read the row: its code has full-width digits: write 1009",
        "line 10: cannot read the row: its code was rounded by a spreadsheet",
        "line 12: code 5 is also in line 11: the two rows become one, joined by `or`",
        "line 13: code 5 repeats line 11",
    ] {
        assert!(err.contains(message), "{message}: {err}");
    }
    assert_eq!(err.lines().count(), 8, "{err}");
}

#[test]
fn a_remark_next_to_the_code_is_not_a_name() {
    let table = "code,message,help\n1 (retired),one,\n2 (beta),two,wait\n200 (OK),ok,\n";
    let (status, out, err) = outcome(errcat(&["import", &file("remarks.csv", table), "--name", "X"]));
    assert_eq!(status, 0, "{err}");
    for row in
        ["1 => _ \"one\" { help: \"retired\" },", "2 => _ \"two\" { help: \"wait\" },", "200 => _ \"ok\","]
    {
        assert!(out.contains(row), "{row}: {out}");
    }
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.contains("line 3: \"beta\" next to the code 2 is left out"), "{err}");
}

#[test]
fn lines_of_categories_in_a_copied_table_are_sections() {
    let table = "code\tmessage\nAccount errors\n1001\tno account\nwrapped\nThe end of a sentence.\nPayment errors\n\n\
                 2001\tno money\n限流\t\n3001\tslow down\n\nMore prose\n\ncode\tmessage\n4001\tother\n";
    let (status, out, err) = outcome(errcat(&["import", &file("categories.txt", table), "--name", "X"]));
    assert_eq!((status, err.lines().count()), (1, 2), "{err}");
    assert!(err.contains("line 4:") && err.contains("line 5:"), "{err}");
    for section in [
        "section AccountErrors \"Account errors\" {\n            1001 => _ \"no account\",\n        }",
        "section PaymentErrors \"Payment errors\" {\n            2001 => _ \"no money\",\n        }",
        "section 限流 \"限流\" {\n            3001 => _ \"slow down\",\n        }",
    ] {
        assert!(out.contains(section), "{section}: {out}");
    }
    assert!(!out.contains("prose") && !out.contains("sentence"), "{out}");
}

#[test]
fn texts_with_joiners_and_selectors_are_kept() {
    let table = "code,message\n1,⚠\u{fe0f} low balance\n2,می\u{200c}خواهم\n3,👩\u{200d}💻\n";
    let page = file("joiners.csv", table);
    let (status, out, err) = outcome(errcat(&["import", &page, "--name", "X"]));
    assert_eq!((status, err.as_str()), (0, ""));
    for text in ["\"⚠\u{fe0f} low balance\"", "\"می\u{200c}خواهم\"", "\"👩\u{200d}💻\""] {
        assert!(out.contains(text), "{text}: {out}");
    }
    let source = file("joiners.rs", &out);
    assert_eq!(answer(&["--table", &source, "diff", "X", &page]), "");
}

#[test]
fn a_page_of_html_is_read_with_its_headings_and_spans() {
    let page = file(
        "page.html",
        "<!doctype html><title>Errors</title><script>if (a<b) { document.write('<table><tr><td>') }</script>
<h1>错误码</h1>
<h2>通用</h2>
<table><tr><th>错误码<th>含义<th>解决方案</tr>
<tr><td rowspan=2>1<td>first &amp; foremost<td>wait<br>then retry
<tr><td>the other<td>
<tr><td>2</td><td>second</td><td>-</td></tr>
</table>
<h2>参数</h2>
<table><tr><td>参数</td><td>必须</td></tr><tr><td>id</td><td>是</td></tr></table>",
    );
    let (status, out, err) = outcome(errcat(&["import", &page, "--name", "Page"]));
    assert_eq!(status, 0);
    assert!(err.lines().count() == 2 && err.contains("line 6: code 1 is also in line 5"), "{err}");
    assert!(err.contains("line 10") && err.contains("参数 | 必须"), "{err}");
    assert!(out.contains("title \"错误码\";"), "{out}");
    assert!(out.contains("1 => _ \"first & foremost\" { help: \"wait then retry\" }\n"), "{out}");
    assert!(out.contains("or E1Or2 \"the other\",\n") && out.contains("2 => _ \"second\",\n"), "{out}");
    assert!(out.contains("section 通用 \"通用\" {"), "{out}");
}

#[test]
fn rows_that_cannot_be_read_are_listed_with_their_lines_and_the_status_is_1() {
    let cases = [
        ("cells.md", "| code | message |\n| --- | --- |\n| 1 | one |\n| 2 | a | b |\n", "line 4"),
        ("no-code.md", "| code | message |\n| --- | --- |\n| 1 | one |\n|  | lost |\n", "line 4"),
        ("after.md", "| code | message |\n| --- | --- |\n| 1 | one |\n\n| 2 | stray |\n", "line 5"),
        ("wrapped.txt", "prose\n\n错误码\t错误说明\n1\tone\nwrapped\n2\ttwo\n\nmore prose\n", "line 5"),
        ("spaces.txt", "code\tmessage\n1\tone\n\n2 two\n", "line 4"),
        ("no-message.csv", "code,message\n1,one\n2,\n", "line 3"),
        ("control.csv", "code,message\n1,one\n2,\u{1b}[2J\n", "line 3"),
        ("many.csv", "code,message\n1,one\n2,two,three\n", "line 3"),
        ("td.html", "<table><tr><td>code<td>message\n<tr><td>1<td>one\n<tr><td>2\n</table>", "line 3"),
    ];
    for (name, content, place) in cases {
        let (status, out, err) = outcome(errcat(&["import", &file(name, content), "--name", "X"]));
        assert_eq!(status, 1, "{name}: {err}");
        assert!(out.contains("1 => _ \"one\","), "{name}: {out}");
        assert!(err.lines().count() == 1 && err.contains(place), "{name}: {err}");
        assert!(!err.contains('\u{1b}'), "{name}: {err:?}");
    }
}

#[test]
fn prose_around_a_table_is_ignored() {
    let page =
        file("prose.txt", "Codes of 2024\n40001 is common.\n\ncode\tmessage\n1\tone\n\nThat was all.\n");
    assert!(answer(&["import", &page, "--name", "X"]).contains("1 => _ \"one\",\n"));
}

#[test]
fn the_user_can_name_the_columns() {
    let page = file("foreign.csv", "Fehler,Grund,Nr,Rat\nfalsch,falscher Wert,12,prüfen\n");
    let (status, _, err) = outcome(errcat(&["import", &page, "--name", "X"]));
    assert_eq!(status, 2);
    assert!(err.contains("\"Fehler | Grund | Nr | Rat\"") && err.contains("--columns"), "{err}");
    let (status, out, err) =
        outcome(errcat(&["import", &page, "--name", "X", "--columns", "kind,message,code,help"]));
    // All codes are numbers except that of the first row, so the first row has the headings.
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("column kind: &'static str;"), "{out}");
    assert!(out.contains("12 => _ \"falscher Wert\" { kind: \"falsch\", help: \"prüfen\" },"), "{out}");
}

#[test]
fn bad_files_are_one_sentence_each() {
    let cases = [
        ("no-such-file".to_owned(), "cannot read"),
        (file("empty.md", ""), "is empty"),
        (file("blank.md", " \n\n"), "is empty"),
        (file("binary.md", b"\x7fELF\x00\x01"), "is not text"),
        (file("prose.md", "nothing but prose"), "has no table"),
        (file("headless.md", "| a | b |\n| --- | --- |\n| 1 | 2 |\n"), "has no columns for code and message"),
        (file("rowless.md", "| code | message |\n| --- | --- |\n"), "has headings but no rows"),
        (env!("CARGO_TARGET_TMPDIR").to_owned(), "cannot read"),
    ];
    for (path, expected) in cases {
        let (status, out, err) = outcome(errcat(&["import", &path, "--name", "X"]));
        assert_eq!((status, out.as_str()), (2, ""), "{path}");
        assert!(err.contains(expected) && err.contains(&path) && err.lines().count() == 1, "{path}: {err}");
    }
}

#[test]
fn a_line_without_end_is_rejected() {
    use std::io::Write;
    use std::process::Stdio;
    let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .args(["import", "-", "--name", "X"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let chunk = vec![b'x'; 1 << 20];
    // A write fails after the tool has stopped reading.
    let mebibytes_read = (0..1024).take_while(|_| stdin.write_all(&chunk).is_ok()).count();
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(mebibytes_read < 100, "it read {mebibytes_read} MiB");
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8(output.stderr).expect("text");
    assert_eq!(err, "errcat: - exceeds the limit of 64 MiB\n");
}
