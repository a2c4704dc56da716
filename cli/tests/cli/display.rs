//! Catalogs that declare how their codes are printed: every command prints and parses that form.

use crate::{answer, errcat, file, outcome};

const CATALOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/display.rs");

/// Runs errcat on the four catalogs.
fn run(arguments: &[&str]) -> String {
    answer(&[arguments, &["--table", CATALOGS]].concat())
}

#[test]
fn a_printed_code_finds_its_row() {
    for (query, head) in [
        ("0x00010001", "Chip 0x00010001 BadImage\n"),
        ("0x10001", "Chip 0x00010001 BadImage\n"),
        ("65537", "Chip 0x00010001 BadImage\n"),
        ("0x0001000a", "Chip 0x0001000A BadKey\n"),
        ("E0042", "Lint E0042 Odd\n"),
        ("e42", "Lint E0042 Odd\n"),
        ("E-001", "Lint E-001 Below\n"),
        ("Timeout", "Store Timeout\n"),
        ("SQLSTATE 42P01", "State SQLSTATE 42P01 Undefined\n"),
        ("42P01", "State SQLSTATE 42P01 Undefined\n"),
    ] {
        let out = run(&[
            "explain",
            query,
            "--catalog",
            "Chip",
            "--catalog",
            "Lint",
            "--catalog",
            "Store",
            "--catalog",
            "State",
        ]);
        assert!(out.starts_with(head), "{query}: {out}");
    }
    assert!(run(&["explain", "0x00010001"]).contains("\n  code     65537\n"));
}

#[test]
fn an_unknown_code_has_neighbors_as_they_are_printed() {
    let (status, out, err) =
        outcome(errcat(&["explain", "0x00010002", "--table", CATALOGS, "--catalog", "Chip"]));
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.contains("near it: Chip 0x00010001 the image is damaged"), "{err}");
}

#[test]
fn annotate_and_count_recognize_printed_codes() {
    let log = "errcode=0x00010001 errcode=65537\nerror code: E0042, errcode=E0099\nE0042 alone\n";
    let arguments = ["--table", CATALOGS, "--catalog", "Chip", "--catalog", "Lint"];
    let mut command = errcat(&[&["annotate", "--unknown"][..], &arguments].concat());
    command.write_stdin(log);
    let (status, out, _) = outcome(command);
    let note = "[Chip BadImage: the image is damaged]";
    let expected = format!(
        "errcode=0x00010001 {note} errcode=65537 {note}\n\
         error code: E0042 [Lint Odd: an odd number], errcode=E0099 [unknown code]\nE0042 alone\n"
    );
    assert_eq!((status, out), (0, expected));
    let mut command = errcat(&[&["count"][..], &arguments].concat());
    command.write_stdin(log);
    let (_, out, _) = outcome(command);
    assert!(out.contains("2\t0x00010001\tChip BadImage") && out.contains("1\tE0042\tLint Odd"), "{out}");
}

#[test]
fn lists_and_exports_have_the_printed_code() {
    let list = run(&["list", "Chip"]);
    assert!(list.contains("\n0x0001000A\tBadKey\t"), "{list}");
    let csv = run(&["export", "Lint", "--format", "csv"]);
    assert!(csv.starts_with("catalog,code,printed,name,") && csv.contains("\nLint,42,E0042,Odd,"), "{csv}");
    let markdown = run(&["export", "Store", "--format", "markdown"]);
    assert!(markdown.contains("| Store | 2 | NotFound | NotFound |"), "{markdown}");
    let c = run(&["export", "Chip", "--format", "c"]);
    assert!(c.contains("/* 0x0001000A: the key is wrong") && c.contains("CHIP_BAD_KEY = 0x0001000A,"), "{c}");
    assert!(c.contains("{0x0001000A, \"BadKey\", NULL, \"the key is wrong\", NULL, \"0x0001000A\","), "{c}");
    let go = run(&["export", "Lint", "--format", "go"]);
    assert!(
        go.contains("// CodeOdd is E0042: an odd number")
            && go.contains("CodeOdd Code = 42")
            && go.contains("Printed: \"E0042\""),
        "{go}"
    );
    let typescript = run(&["export", "Chip", "--format", "typescript"]);
    assert!(
        typescript.contains("BadKey: 0x0001000a,") && typescript.contains("printed: \"0x0001000A\","),
        "{typescript}"
    );
    for format in ["java", "python", "sql"] {
        let out = run(&["export", "Chip", "--format", format]);
        assert!(out.contains("printed") && out.contains("0x0001000A"), "{out}");
    }
}

#[test]
fn exports_are_read_back() {
    for format in ["json", "jsonl"] {
        let exported = run(&["export", "Chip", "--format", format]);
        assert!(
            exported.contains("\"code\":65537,") && exported.contains("\"printed\":\"0x00010001\""),
            "{exported}"
        );
        let path = file(&format!("chip.{format}"), &exported);
        assert_eq!(answer(&["export", "Chip", "--format", format, "--table", &path]), exported);
        assert!(answer(&["explain", "0x0001000A", "--table", &path]).starts_with("Chip 0x0001000A BadKey\n"));
    }
    for format in ["csv", "tsv", "markdown", "json"] {
        let path = file(&format!("lint.{format}"), run(&["export", "Lint", "--format", format]));
        let (_, declaration, _) = outcome(errcat(&["import", &path, "--name", "Lint"]));
        assert!(
            declaration.contains("42 => Odd \"an odd number\",") && !declaration.contains("column"),
            "{format}: {declaration}"
        );
    }
}

#[test]
fn an_imported_export_prints_codes_as_before() {
    for (catalog, statement) in [
        ("Chip", "display \"0x{code:08X}\";"),
        ("Lint", "display \"E{code:04}\";"),
        ("Store", "display \"{name}\";"),
        ("State", "display \"SQLSTATE {code}\";"),
    ] {
        for format in ["json", "jsonl", "csv", "tsv", "toml"] {
            let exported = run(&["export", catalog, "--format", format]);
            let path = file(&format!("display-{catalog}.{format}"), exported);
            let (_, declaration, err) = outcome(errcat(&["import", &path, "--name", catalog]));
            assert!(
                declaration.contains(&format!("    {statement}\n")) && !declaration.contains("column"),
                "{catalog} as {format}: {declaration}{err}"
            );
            assert!(!err.contains("left out"), "{catalog} as {format}: {err}");
            let declared = file(&format!("display-{catalog}-{format}.rs"), &declaration);
            assert_eq!(answer(&["list", catalog, "--table", &declared]), run(&["list", catalog]));
        }
    }
}

#[test]
fn a_form_that_does_not_fit_the_codes_is_left_out() {
    let exported = run(&["export", "Lint", "--format", "csv"]).replace("E{code:04}", "E{code:4}");
    let path = file("display-edited.csv", &exported);
    let (status, declaration, err) = outcome(errcat(&["import", &path, "--name", "Lint"]));
    assert!(status == 0 && !declaration.contains("display"), "{declaration}");
    assert!(err.contains("the form of printed codes is left out: `{code:4}` would add spaces"), "{err}");
}

#[test]
fn the_page_has_both_forms() {
    let page = run(&["site"]);
    assert!(page.contains("<a href=#Chip-65537 data-code=\"65537\">0x00010001</a>"), "{page}");
    assert!(page.contains("<a href=#Store-1 data-code=\"1\">Timeout</a>"));
}

#[test]
fn computed_columns_have_the_printed_code() {
    let source = "error_catalog::error_catalog! { pub enum Chip: u32 {
        display \"0x{code:04x}\";
        column url: &'static str = concat!(\"https://chip.example/#\", code);
        column text: &'static str = include_str!(concat!(\"codes/\", name, \".md\"));
        column both: Option<&'static str> = Some(concat!(name, \" \", symbol));
        0x11 => Bad E_BAD \"bad\", 0x12 => Worse E_WORSE \"worse\" { url: \"none\" },
    } }";
    let path = file("computed.rs", source);
    let out = answer(&["explain", "0x0011", "--table", &path, "--catalog", "Chip"]);
    for line in [
        "  url      https://chip.example/#0x0011\n",
        "  text     include_str!(\"codes/Bad.md\")\n",
        "  both     Bad E_BAD\n",
    ] {
        assert!(out.contains(line), "{line}{out}");
    }
    let out = answer(&["export", "Chip", "--format", "csv", "--table", &path]);
    assert!(out.contains("Chip,18,0x0012,Worse,E_WORSE,worse,") && out.contains(",none,"), "{out}");
}

#[test]
fn a_mistake_in_the_statement_is_reported_with_its_line() {
    let path = file(
        "broken.rs",
        "error_catalog::error_catalog! {\n pub enum B: i32 { display \"{code:x}\"; 1 => A \"a\" } }",
    );
    let (status, _, err) = outcome(errcat(&["list", "B", "--table", &path]));
    assert!(status == 2 && err.contains("line 2: `display \"{code:x}\"` prints 16 as `10`"), "{err}");
}
