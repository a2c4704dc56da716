//! Conventions of command-line tools.

use crate::{answer, errcat, outcome};
use std::process::{Command, Stdio};

#[test]
fn a_pipe_gets_no_color_unless_it_is_requested() {
    assert!(!answer(&["40014"]).contains('\u{1b}'));
    assert!(answer(&["40014", "--color", "always"]).contains('\u{1b}'));
    assert!(answer(&["--color", "always", "list", "Youdu"]).contains('\u{1b}'));
    let mut forced = errcat(&["40014"]);
    forced.env("CLICOLOR_FORCE", "1");
    assert!(outcome(forced).1.contains('\u{1b}'));
    let mut refused = errcat(&["40014"]);
    refused.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1");
    assert!(!outcome(refused).1.contains('\u{1b}'));
}

#[test]
fn help_has_examples_and_the_catalogs() {
    let out = answer(&["--help"]);
    assert!(
        out.contains("Examples:\n  errcat 40014") && out.contains("WeCom: 企业微信全局错误码 (192 codes)"),
        "{out}"
    );
    for name in [
        "explain",
        "search",
        "list",
        "export",
        "site",
        "import",
        "diff",
        "sync",
        "baseline",
        "annotate",
        "count",
        "completions",
        "man",
    ] {
        assert!(out.contains(&format!("\n  {name} ")), "{name}: {out}");
        let help = answer(&[name, "--help"]);
        let (_, examples) = help.split_once("Examples:\n").expect(name);
        assert!(examples.contains(&format!("errcat {name} ")), "{name}: {examples}");
        // In these commands, `--table` is another option, which selects a table of a page.
        let selects_tables = ["import", "diff", "sync"].contains(&name);
        assert!(selects_tables || help.contains("errcat --table codes.json 701"), "{name}: {help}");
    }
}

#[test]
fn each_option_of_annotate_and_count_has_an_example() {
    for (name, options) in [
        (
            "annotate",
            &["--catalog", "--lang", "--key", "--json", "--skip-success", "--unknown", "--encoding"][..],
        ),
        ("count", &["--catalog", "--lang", "--key", "--json", "--format", "--by", "--plot"]),
    ] {
        let help = answer(&[name, "--help"]);
        let (_, examples) = help.split_once("Examples:\n").expect(name);
        for option in options {
            assert!(examples.contains(&format!(" {option} ")), "{name} {option}: {examples}");
        }
    }
    assert!(answer(&["--help"]).contains("ERRCAT_TABLES=codes.json errcat 701"));
}

#[test]
fn shells_complete_the_names_of_catalogs() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(answer(&["completions", shell]).contains("errcat"), "{shell}");
    }
    assert!(answer(&["completions", "bash"]).contains("WeCom Youdu"));
}

#[test]
fn there_is_a_manual_page_for_the_tool_and_each_subcommand() {
    let out = answer(&["man"]);
    assert!(out.contains(".TH errcat 1") && out.contains("errcat\\-annotate(1)"), "{out}");
    let out = answer(&["man", "import"]);
    assert!(out.contains(".TH errcat-import 1") && out.contains("errcat import errors.md"), "{out}");
    assert_eq!(outcome(errcat(&["man", "nothing"])).0, 2);
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    for arguments in [&["list"][..], &["export", "WeCom", "--format", "sql"], &["40014"], &["search", "a"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        let err = String::from_utf8_lossy(&output.stderr);
        // `search` reports the number of further results, which is not an error.
        assert!(output.status.success() && !err.contains("cannot write"), "{arguments:?}: {err}");
    }
}

/// Output that could not be written is an error.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = || std::fs::File::options().write(true).open("/dev/full").expect("a full device");
    let run = |arguments: &[&str], out: Stdio, err: Stdio| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
        let child = command.args(arguments).stdin(Stdio::null()).stdout(out).stderr(err).spawn();
        let output = child.and_then(std::process::Child::wait_with_output).expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["--version"],
        &["--color", "always", "--help"],
        &["list", "--help"],
        &["annotate", "-h"],
        &["completions", "bash"],
        &["man"],
        &["man", "import"],
        &["40014"],
        &["40014", "--format", "json"],
        &["search", "token"],
        &["list"],
        &["export", "WeCom", "--format", "csv"],
        &["site"],
        &["import", "tests/fixtures/small.csv", "--name", "Small"],
        &["diff", "WeCom", "tests/fixtures/small.csv"],
        &["annotate", "tests/fixtures/app.log"],
    ] {
        let (status, err) = run(arguments, full().into(), Stdio::piped());
        assert_eq!(status, Some(2), "{arguments:?}: {err}");
        assert!(err.contains("errcat: cannot write the output: "), "{arguments:?}: {err}");
    }
    // A message that cannot be written does not change the status.
    assert_eq!(run(&["123456"], Stdio::piped(), full().into()).0, Some(1));
    assert_eq!(run(&["--no-such-flag"], Stdio::piped(), full().into()).0, Some(2));
    assert_eq!(run(&["40014"], full().into(), full().into()).0, Some(2));
}

#[test]
fn flags_of_explain_are_not_lost_before_a_subcommand() {
    let (status, out, err) = outcome(errcat(&["--lang", "en", "list"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("--lang") && err.contains("list"), "{err}");
}

#[test]
fn an_unknown_language_is_an_error_that_lists_the_known_ones() {
    let (status, out, err) = outcome(errcat(&["40014", "--lang", "fr"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert_eq!(err, "errcat: no catalog has messages in \"fr\"; available: en and zh-CN\n");
}

#[test]
fn a_language_is_found_by_similar_tags() {
    for command in [&["40014"][..], &["search", "access_token", "--catalog", "wecom"]] {
        let in_lang = |lang| answer(&[command, &["--lang", lang]].concat());
        assert_ne!(in_lang("en"), answer(command));
        for lang in ["EN", "en-GB", "en_US", "en-Latn-GB-oxendict"] {
            assert_eq!(in_lang(lang), in_lang("en"), "{lang}");
        }
        for own in ["zh-cn", "zh_CN-x-any"] {
            assert_eq!(in_lang(own), in_lang("zh-CN"), "{own}");
        }
    }
    for no_tag in ["", "en--GB", "en GB", "-", "no_such_language"] {
        let (status, out, err) = outcome(errcat(&["40014", &format!("--lang={no_tag}")]));
        assert_eq!((status, out.as_str()), (2, ""), "{no_tag}");
        assert!(err.ends_with("available: en and zh-CN\n"), "{err}");
    }
}

#[test]
fn an_argument_cannot_write_on_the_terminal() {
    let (status, _, err) = outcome(errcat(&["\u{1b}[2Jx"]));
    assert_eq!(status, 1);
    assert!(!err.contains('\u{1b}'), "{err:?}");
}
