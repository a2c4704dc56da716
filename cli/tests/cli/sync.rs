//! `errcat sync`: the edited file, the messages, and the parts that stay unchanged.

use crate::{answer, errcat, file, outcome, seed};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

const GATEWAY: &str = "\
use error_catalog::error_catalog;

error_catalog! {
    /// Ours.
    pub enum Gateway: i32 {
        translation en;

        // The first.
        701 => QuotaExceeded \"配额已用完\" { en: \"quota exceeded\", help: \"等下一个小时\" },
        702 => NoAnswer \"上游没有回答\" { en: \"no answer\" },
        704 => Gone \"已下线\" { en: \"gone\" }, // long ago
    }
}
";

const PAGE: &str = "\
code,message,help
701,配额已用完,请等下一个小时
702,上游没有应答,
703,上游太慢,
";

/// Creates the file to edit, under a unique name.
fn source(name: &str) -> String {
    file(&format!("{name}.rs"), GATEWAY)
}

#[test]
fn the_declarations_of_both_vendors_match_their_documents() {
    for (name, document) in [("wecom", "wecom.txt"), ("youdu", "youdu.md")] {
        let declaration = format!("{}/../catalog/src/vendor/{name}.rs", env!("CARGO_MANIFEST_DIR"));
        let before = fs::read(&declaration).expect("the declaration");
        let copy = file(&format!("own-{name}.rs"), &before);
        assert_eq!(answer(&["sync", &copy, &seed(document)]), "");
        assert!(fs::read(&copy).expect("the copy") == before, "{name} has changed");
    }
}

#[test]
fn changes_are_edited_in_place_and_reported_by_row() {
    let (source, page) = (source("edited"), file("edited.csv", PAGE));
    assert_eq!(
        answer(&["sync", &source, &page]),
        "~ 701 QuotaExceeded help (line 2)\n~ 702 NoAnswer message (line 3)\n+ 703 上游太慢 (line 4)\n\
         - 704 Gone 已下线: kept\n"
    );
    let expected = GATEWAY
        .replace("等下一个小时", "请等下一个小时")
        .replace("没有回答", "没有应答")
        .replace("        704", "        703 => _ \"上游太慢\",\n        704");
    assert_eq!(fs::read_to_string(&source).expect("the file"), expected);
    assert_eq!(answer(&["sync", &source, &page]), "- 704 Gone 已下线: kept\n");
    assert_eq!(fs::read_to_string(&source).expect("the file"), expected, "twice is once");

    assert_eq!(
        answer(&["sync", &source, &page, "--deprecate-removed", "--catalog", "gateway"]),
        "- 704 Gone deprecated\n"
    );
    let marked = fs::read_to_string(&source).expect("the file");
    assert_eq!(
        marked,
        expected.replace(
            "        704",
            "        #[deprecated(note = \"no longer in the vendor's table\")]\n        704"
        )
    );
}

#[test]
fn a_dry_run_prints_a_diff_that_patch_takes_and_changes_nothing() {
    let (source, page) = (source("dry"), file("dry.csv", PAGE));
    let (status, diff, err) = outcome(errcat(&["sync", &source, &page, "--dry-run"]));
    assert_eq!((status, err.as_str()), (0, "errcat: no longer in the table: 704 Gone 已下线: kept\n"));
    assert!(diff.starts_with(&format!("--- {source}\n+++ {source}\n@@ -6,8 +6,9 @@\n")), "{diff}");
    assert!(diff.contains("\n+        703 => _ \"上游太慢\",\n"), "{diff}");
    assert_eq!(fs::read_to_string(&source).expect("the file"), GATEWAY);
    assert_eq!(
        outcome(errcat(&[
            "sync",
            &source,
            &file(
                "same.csv",
                "code,message,help\n701,配额已用完,等下一个小时\n702,上游没有回答,\n704,已下线,\n"
            ),
            "--dry-run"
        ])),
        (0, String::new(), String::new())
    );
}

#[test]
fn unreadable_rows_are_listed_and_not_marked_as_removed() {
    let source = source("unread");
    let page = file("unread.csv", "code,message\n701,配额已用完\n702\n99999999999,太大\n");
    let (status, out, err) = outcome(errcat(&["sync", &source, &page, "--deprecate-removed"]));
    assert_eq!((status, out.as_str()), (1, "- 702 NoAnswer 上游没有回答: kept\n- 704 Gone 已下线: kept\n"));
    for message in [
        "unread.csv, line 3: cannot read the row: it has no message",
        "no row is marked as deprecated, because rows of the page cannot be read",
        "line 4: code 99999999999 is left out: the codes of the catalog are i32",
    ] {
        assert!(err.contains(message), "{message}: {err}");
    }
    assert_eq!(fs::read_to_string(&source).expect("the file"), GATEWAY);
}

#[test]
fn a_file_that_cannot_be_edited_is_rejected_and_unchanged() {
    let page = file("refused.csv", PAGE);
    let cases: [(&str, &[u8], &str); 6] = [
        ("broken", b"fn main() { \"", "line 1 is not Rust: a string, a comment or a brace is not closed"),
        ("empty", b"", "it declares no catalog"),
        ("other", b"fn main() {}\n", "it declares no catalog"),
        ("bytes", b"fn main() {}\n// \xff\n", "line 2 is not UTF-8, which Rust source must be"),
        (
            "two",
            b"error_catalog! { enum A: u8 {} } error_catalog! { enum B: u8 {} }",
            "it declares A and B; choose one with --catalog",
        ),
        (
            "unread",
            b"error_catalog! {\n enum A: u8 {\n 1 -> A \"a\" } }",
            "the declaration has an error at line 3: expected `=>` after the code",
        ),
    ];
    for (name, content, expected) in cases {
        let source = file(&format!("refused-{name}.rs"), content);
        let (status, out, err) = outcome(errcat(&["sync", &source, &page]));
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{name}: {err}");
        assert!(err.contains(expected), "{name}: {err}");
        assert_eq!(fs::read(&source).expect("the file"), content);
    }
    let (status, _, err) = outcome(errcat(&["sync", "no-such.rs", &page]));
    assert!(status == 2 && err.contains("cannot read no-such.rs"), "{err}");
    let (status, _, err) = outcome(errcat(&["sync", &source("wrong"), &page, "--catalog", "WeCom"]));
    assert!(status == 2 && err.contains("it declares no catalog WeCom"), "{err}");
}

/// The page is read from a pipe that stays open until the file has changed.
#[test]
fn a_file_that_changes_during_the_run_is_not_overwritten() {
    let source = source("meanwhile");
    let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .args(["sync", &source, "-", "--from", "csv"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut pipe = child.stdin.take().expect("a pipe");
    // More than a pipe buffers, so that the tool is reading it and has read the file before.
    let rows =
        (1_000..21_000).flat_map(|code: u32| [code.to_string(), ",text\n".to_owned()]).collect::<String>();
    pipe.write_all(format!("code,message\n{rows}").as_bytes()).expect("it reads");
    fs::write(&source, "// mine\n").expect("the file is ours");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.code() == Some(2) && err.contains("was changed by another program and is not edited"),
        "{err}"
    );
    assert_eq!(fs::read_to_string(&source).expect("the file"), "// mine\n");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (source, page) = (source("linked"), file("linked.csv", PAGE));
    fs::set_permissions(&source, fs::Permissions::from_mode(0o640)).expect("it is ours");
    let link = format!("{}/link.rs", env!("CARGO_TARGET_TMPDIR"));
    _ = fs::remove_file(&link);
    symlink(&source, &link).expect("a link");
    answer(&["sync", &link, &page]);
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert!(fs::read_to_string(&source).expect("the file").contains("703 => _"));
    assert_eq!(fs::metadata(&source).expect("the file").permissions().mode() & 0o777, 0o640);

    fs::set_permissions(&source, fs::Permissions::from_mode(0o440)).expect("it is ours");
    let changed = file("linked-2.csv", PAGE.replace("上游太慢", "太慢"));
    let before = fs::read(&source).expect("the file");
    let (status, _, err) = outcome(errcat(&["sync", &source, &changed]));
    assert!(status == 2 && err.contains("cannot write"), "{err}");
    assert_eq!(fs::read(&source).expect("the file"), before);
    fs::set_permissions(&source, fs::Permissions::from_mode(0o640)).expect("it is ours");
}
