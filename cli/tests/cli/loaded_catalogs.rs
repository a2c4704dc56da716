//! `--table FILE` and `ERRCAT_TABLES`: catalogs from files.

use crate::{answer, errcat, file, outcome, seed};

const GATEWAY: &str = r#"
use error_catalog::{Retry, error_catalog};

error_catalog! {
    /// The errors of our gateway.
    pub enum Gateway: u16 {
        title "our gateway";
        lang "en";
        success 0;
        unknown Busy;
        envelope code "ret", text "msg", request "id";
        translation zh = "";
        column http: u16 = 500;
        column share: f64 = 0.5;
        column is_ours: bool = false;
        column note: Option<&'static str> = None;
        column retry: Retry = Retry::Never;

        0 => Ok "done",
        #[deprecated(since = "2.0", note = "use 702")]
        701 => Busy E_BUSY "busy" { zh: "繁忙", http: 503, retry: Retry::UpTo(3), help: "wait", is_ours: true }
            or Full E_FULL "full" { note: Some("rare") },
        section Slow "slow" zh "慢" 702..=799 {
            702 => _ "too slow" { retry: Retry::AfterRenewal },
        }
    }
}

error_catalog! {
    pub enum Sql: &'static str {
        "42P01" => UndefinedTable "no such table",
    }
}
"#;

#[test]
fn a_table_from_an_export_equals_the_catalog() {
    for format in ["json", "jsonl"] {
        for catalog in ["WeCom", "Youdu"] {
            let export = answer(&["export", catalog, "--format", format]);
            let path = file(&format!("table-{catalog}.{format}"), &export);
            for command in [
                &["export", catalog, "--format", format][..],
                &["list", catalog],
                &["list", catalog, "--lang", "en"],
                &["export", catalog, "--format", "go"],
                &["baseline", catalog],
            ] {
                let again = answer(&[&["--table", &path], command].concat());
                assert!(again == answer(command), "{command:?} of {format}");
            }
        }
    }
}

#[test]
fn a_declaration_is_read_with_its_values() {
    let path = file("table-gateway.rs", GATEWAY);
    let out = answer(&["explain", "701", "--table", &path]);
    assert_eq!(
        out,
        "Gateway 701 Busy (meaning 1 of 2)
  message     busy
  help        wait
  symbol      E_BUSY
  zh          繁忙
  http        503
  share       0.5
  is_ours     true
  retry       wait a little, then send again, at most 3 times
  deprecated  since 2.0: use 702

Gateway 701 Full (meaning 2 of 2)
  message     full
  symbol      E_FULL
  http        500
  share       0.5
  is_ours     false
  note        rare
  retry       do not send again
  deprecated  since 2.0: use 702
"
        .replace("  retry       do not send again\n", &format!("  retry       {}\n", printed_never()))
    );
    let out = answer(&["--table", &path, "list", "Gateway", "--lang", "zh"]);
    assert!(out.contains("E702") && out.contains("慢"), "{out}");
    assert!(answer(&["--table", &path, "42P01"]).starts_with("Sql 42P01 UndefinedTable\n"));
    assert!(answer(&["--table", &path, "baseline", "Gateway"]).contains("\nunknown Busy\n"));
    // An export of it is the same catalog.
    let export = answer(&["--table", &path, "export", "Gateway", "--format", "json"]);
    let exported = file("table-gateway.json", &export);
    assert_eq!(answer(&["--table", &exported, "export", "Gateway", "--format", "json"]), export);
}

/// Returns the advice `Never`, as the tool prints it.
fn printed_never() -> String {
    let out = answer(&["explain", "4", "--catalog", "Youdu"]);
    let line = out.lines().find_map(|line| line.trim().strip_prefix("retry")).expect("advice");
    line.trim().to_owned()
}

#[test]
fn a_table_from_a_page_equals_the_import() {
    let out = answer(&["--table", &seed("small-page.csv"), "701"]);
    assert!(out.starts_with("SmallPage 701 E701\n  message  quota exceeded\n  help     wait"), "{out}");
    let (status, out, err) = outcome(errcat(&["--table", &seed("small.csv"), "702"]));
    assert_eq!(status, 0, "{err}");
    assert!(out.starts_with("Small 702 E702\n"), "{out}");
    assert!(err.contains("small.csv: 1 row cannot be read"), "{err}");
    let (status, _, err) = outcome(errcat(&["--table", &seed("pages/codes_used_twice.md"), "1"]));
    assert!(status == 2 && err.lines().count() == 1, "{err}");
    let option = "codes_used_twice.md --name Vendor, which selects one of the tables with --table \"Vault\"";
    assert!(err.contains("code 1 means one thing in \"Vault\"") && err.contains(option), "{err}");
}

#[test]
fn every_command_works_with_a_table() {
    let path = file("table-commands.rs", GATEWAY);
    let run = |arguments: &[&str]| answer(&[arguments, &["--table", &path]].concat());
    assert!(run(&["search", "slow"]).contains("Gateway 702"));
    assert!(
        run(&["baseline", "Gateway"])
            .starts_with("error-catalog baseline 1: Gateway u16\ncolumn http: u16\n")
    );
    assert!(run(&["export", "Gateway", "--format", "typescript"]).contains("701"));
    assert!(run(&["site"]).contains("id=Gateway-701"));
    assert!(run(&["completions", "bash"]).contains("WeCom Youdu Gateway Sql"));
    assert!(run(&["--help"]).contains("Gateway: our gateway (3 codes)"));
    let mut command = errcat(&["annotate", "--table", &path, "--catalog", "Gateway"]);
    command.write_stdin("{\"ret\":702,\"msg\":\"x\"} {\"ret\":702}\n");
    assert_eq!(outcome(command).1, "{\"ret\":702 [Gateway E702: too slow],\"msg\":\"x\"} {\"ret\":702}\n");
    let page = file("table-page.csv", "code,message\n0,done\n701,busy\n702,slower\n");
    let (status, out, _) = outcome(errcat(&["--table", &path, "diff", "Gateway", &page]));
    assert!(status == 1 && out.contains("slower"), "{out}");
}

#[test]
fn tables_of_the_environment_replace_the_built_in_ones() {
    let gateway = file("table-env.rs", GATEWAY);
    let newer = file("table-newer.rs", "error_catalog! { pub enum wecom: i32 { 1 => New \"new\" } }");
    let mut command = errcat(&["list", "--table", &newer]);
    command.env("ERRCAT_TABLES", std::env::join_paths([&gateway]).expect("a path"));
    let (status, out, err) = outcome(command);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("Gateway") && out.contains("wecom") && !out.contains("WeCom"), "{out}");
    let (status, _, err) = outcome(errcat(&["--table", &gateway, "--table", &gateway, "1"]));
    assert_eq!(status, 2);
    assert!(err.contains("both have a catalog Gateway") && err.lines().count() == 1, "{err}");
}

#[cfg(unix)]
#[test]
fn a_path_need_not_be_utf_8() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;

    let gateway = file("table-path.rs", GATEWAY);
    let path = std::path::Path::new(&gateway).with_file_name(OsStr::from_bytes(b"table-\xff.rs"));
    std::fs::copy(&gateway, &path).expect("a file can be written");
    let mut joined = OsString::from("--table=");
    joined.push(&path);
    for arguments in [&[joined.as_os_str()][..], &[OsStr::new("--table"), path.as_os_str()]] {
        let mut command = errcat(&["701"]);
        command.args(arguments);
        let (status, out, err) = outcome(command);
        assert!(status == 0 && out.contains("Busy"), "{arguments:?}: {out}{err}");
    }
}

#[test]
fn a_file_that_is_not_a_table_is_one_sentence() {
    for (name, content, expected) in [
        ("no-table.json", "{\"a\": 1}", "no-table.json"),
        ("no-table.txt", "all is well", "has no table"),
        ("no-table.rs", "fn main() {}", "declares no catalog"),
        ("no-table-2.rs", "error_catalog! { pub enum A: Code { X => One \"one\" } }", "line 1"),
        ("no-table-3.rs", "error_catalog! {", "line 1"),
        ("cut.json", "[\n{\"catalog\":\"A\",\"section_name\":null", "is damaged"),
        ("empty.json", "", "empty"),
    ] {
        let path = file(name, content);
        let (status, out, err) = outcome(errcat(&["--table", &path, "1"]));
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{name}: {err}");
        assert!(err.contains(expected), "{name}: {err}");
    }
    // `--table` has no options for a page, so the remedy is a command that has them.
    for (name, content, options) in [
        ("prose.txt", &b"all is well"[..], "--pattern PATTERN"),
        ("Empty.java", b"class Empty {}", "--pattern PATTERN"),
        ("bullets.md", b"# Codes\n\n- 701: busy\n- 702: slow\n- 703: full\n", "--from bullets"),
        ("columns.csv", b"Nr,Grund,x\n1,one word,a\n2,two words,b\n", "--columns "),
        (
            "records.json",
            b"{\"a\":[{\"code\":1,\"message\":\"x\"}],\"b\":[{\"code\":2,\"message\":\"y\"}]}",
            "--records '",
        ),
    ] {
        let path = file(name, content);
        let (status, out, err) = outcome(errcat(&["--table", &path, "1"]));
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{name}: {err}");
        let command = format!("run errcat import {path} --name Vendor {options}");
        assert!(
            err.contains(&command) && err.ends_with(" > vendor.rs, and load vendor.rs\n"),
            "{name}: {err}"
        );
        assert!(!err.contains(": add --") && !err.contains(", add --"), "{name}: {err}");
    }
    let (status, _, err) = outcome(errcat(&["--table", "no-such-file.json", "1"]));
    assert_eq!(status, 2);
    assert!(err.starts_with("errcat: cannot read no-such-file.json: "), "{err}");
    assert_eq!(outcome(errcat(&["1", "--table"])).0, 2);
}
