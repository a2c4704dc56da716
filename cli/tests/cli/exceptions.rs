//! Unreadable rows, and a file that lists them as accepted, so that the weekly comparison can succeed.

use crate::{errcat, file, outcome};
use std::fs;

const SOURCE: &str = "error_catalog::error_catalog! { pub enum E: i32 {\n    1 => One \"one\",\n    1004 => Four \"range\",\n    1006 => Six \"range\",\n    703 => NoMessage \"ours\",\n} }\n";
const PAGE: &str = "code,message,help\n1,one,\n1004-1006,range,\n703,,try\n";

#[test]
fn accepted_rows_are_no_error_in_any_command() {
    let page = file("excepted.csv", PAGE);
    let source = file("excepted.rs", SOURCE);
    for arguments in
        [vec!["import", &page, "--name", "E"], vec!["sync", &source, &page, "--deprecate-removed"]]
    {
        let (status, _, err) = outcome(errcat(&arguments));
        assert_eq!((status, err.matches("cannot read the row").count()), (1, 2), "{err}");
    }
    // One row as the message quotes it, and one without the spaces at its end, which an editor removes.
    let exceptions =
        file("excepted.exceptions", "# ranges of the vendor\n\"1004-1006 | range | \"\n703 |  | try\n");
    for arguments in
        [vec!["import", &page, "--name", "E"], vec!["sync", &source, &page, "--deprecate-removed"]]
    {
        let (status, out, err) = outcome(errcat(&[&arguments[..], &["--exceptions", &exceptions]].concat()));
        assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
        assert!(arguments[0] == "import" || out.is_empty(), "{out}");
    }
    assert_eq!(fs::read_to_string(&source).expect("the source"), SOURCE);
}

#[test]
fn a_comparison_with_accepted_rows_succeeds() {
    let table = "code,message\n40014,\n9,\n";
    let page = file("diff-excepted.csv", table);
    let exceptions = file("diff.exceptions", "40014 |\n9 |\n");
    let (status, _, err) = outcome(errcat(&["diff", "WeCom", &page]));
    assert!(status == 2 && err.contains("accept them in a file for --exceptions"), "{err}");
    let (status, out, err) = outcome(errcat(&["diff", "WeCom", &page, "--exceptions", &exceptions]));
    assert_eq!((status, err.as_str()), (1, ""));
    assert!(!out.contains("40014") && out.contains("- 40013 "), "the code is on the page: {out}");
}

#[test]
fn an_exception_that_no_row_needs_is_reported() {
    let page = file("unneeded.csv", "code,message\n1,one\n2,two\n");
    let exceptions = file("unneeded.exceptions", "2 |\n");
    let (status, out, err) = outcome(errcat(&["import", &page, "--name", "X", "--exceptions", &exceptions]));
    assert!(status == 0 && out.contains("2 => _ \"two\","), "{out}");
    assert!(
        err.contains("unneeded.exceptions, line 1: no row needs the exception \"2 |\" any more: remove it")
            && err.lines().count() == 1,
        "{err}"
    );
    let (status, _, err) = outcome(errcat(&["import", &page, "--name", "X", "--exceptions", "no-such-file"]));
    assert!(status == 2 && err.contains("cannot read no-such-file"), "{err}");
}
