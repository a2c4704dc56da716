//! `errcat baseline`: the lines of a catalog, and files that are outdated, up to date, or not a baseline.

use crate::{answer, errcat, file, outcome};
use std::fs;

/// Returns the baseline that the crate contains.
fn of_vendor(name: &str) -> String {
    format!("{}/../catalog/src/vendor/{name}.baseline", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_vendors_baselines_match_their_catalogs() {
    for (catalog, name) in [("WeCom", "wecom"), ("Youdu", "youdu")] {
        let path = of_vendor(name);
        assert_eq!(answer(&["baseline", catalog, "--check", &path]), "");
        let published = fs::read_to_string(path).expect("the baseline");
        assert!(
            published.starts_with(&format!(
                "error-catalog baseline 1: {catalog} i32\ncolumn retry: Retry\ntranslation en\n-1 "
            )),
            "{published}"
        );
        assert_eq!(answer(&["baseline", catalog]).lines().count(), published.lines().count());
    }
}

#[test]
fn an_outdated_file_is_reported_and_updated() {
    let published = answer(&["baseline", "Youdu"]);
    let outdated = published
        .replace("4 IllegalAccess = ERRCODE_ILLEGAL_ACCESS\n", "")
        .replace("3 NoRight = ", "3 Old = ");
    let outdated = outdated.replace("3 Old = ERRCODE_NORIGHT", "3 NoRight");
    let path = file("outdated.baseline", &outdated);
    let lines = "+ 3 NoRight = ERRCODE_NORIGHT\n+ 4 IllegalAccess = ERRCODE_ILLEGAL_ACCESS\n";
    let check = || outcome(errcat(&["baseline", "youdu", "--check", &path]));
    assert_eq!(check(), (1, lines.to_owned(), String::new()));
    assert_eq!(fs::read_to_string(&path).expect("the file"), outdated, "a check changes nothing");

    assert_eq!(answer(&["baseline", "Youdu", "--update", &path]), lines);
    assert_eq!(fs::read_to_string(&path).expect("the file"), published);
    assert_eq!(check(), (0, String::new(), String::new()));
}

#[test]
fn a_missing_file_is_created() {
    let path = file("new.baseline", "");
    fs::remove_file(&path).expect("it is ours");
    let (status, _, err) = outcome(errcat(&["baseline", "Youdu", "--check", &path]));
    assert!(status == 2 && err.contains("there is no such file: create it with --update"), "{err}");
    let lines = answer(&["baseline", "Youdu", "--update", &path]);
    let published = fs::read_to_string(&path).expect("the file");
    assert_eq!(published, answer(&["baseline", "Youdu"]));
    assert_eq!(lines.lines().count() + 1, published.lines().count());
}

#[test]
fn a_file_that_is_not_the_catalogs_baseline_is_rejected_and_unchanged() {
    let header = "error-catalog baseline 1: Youdu i32\n";
    let cases: [(&str, String, &str); 7] = [
        (
            "conflict",
            format!("{header}<<<<<<< HEAD\n0 (success) Ok\n"),
            "line 2: this is a conflict marker of a merge",
        ),
        ("crlf", header.replace('\n', "\r\n"), "line 1: the line ends are CRLF"),
        ("twice", format!("{header}3 NoRight\n3 NoRight\n"), "line 3: code 3 is repeated"),
        ("foreign", header.replace("Youdu", "WeCom"), "is the baseline of WeCom, not of Youdu"),
        ("elsewhere", "package main\n".to_owned(), "line 1: the file is not a baseline"),
        ("empty", String::new(), "line 1: the file is empty"),
        ("broken", format!("{header}3 Allowed\n77 Gone\n"), "published codes are gone: 77 (`Gone`)"),
    ];
    for (name, content, expected) in cases {
        let path = file(&format!("{name}.baseline"), &content);
        for option in ["--check", "--update"] {
            let (status, out, err) = outcome(errcat(&["baseline", "Youdu", option, &path]));
            assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{name}: {err}");
            assert!(err.contains(expected), "{name}: {err}");
        }
        assert_eq!(fs::read_to_string(&path).expect("the file"), content);
    }
    let directory = env!("CARGO_TARGET_TMPDIR");
    for option in ["--check", "--update"] {
        let (status, _, err) = outcome(errcat(&["baseline", "Youdu", option, directory]));
        assert!(status == 2 && err.contains("it is not a regular file"), "{err}");
    }
    let huge = file("huge.baseline", "");
    fs::File::options()
        .write(true)
        .open(&huge)
        .and_then(|file| file.set_len(100 << 20))
        .expect("a sparse file");
    let (status, _, err) = outcome(errcat(&["baseline", "Youdu", "--update", &huge]));
    assert!(status == 2 && err.contains("it is larger than 32 MiB, the limit of a baseline"), "{err}");
}

#[test]
fn a_read_only_file_is_an_error() {
    let path = file("read-only.baseline", "error-catalog baseline 1: Youdu i32\n");
    let mut permissions = fs::metadata(&path).expect("the file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions.clone()).expect("it is ours");
    let (status, _, err) = outcome(errcat(&["baseline", "Youdu", "--update", &path]));
    assert!(status == 2 && err.contains("cannot write the baseline"), "{err}");
    #[allow(clippy::permissions_set_readonly_false, reason = "the next run writes the file again")]
    permissions.set_readonly(false);
    fs::set_permissions(&path, permissions).expect("it is ours");
}
