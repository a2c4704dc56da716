//! The macro's own errors in the cases of `tests/ui/`, at the places that rustc shows, but without rustc: a second where
//! `cargo test --test ui` takes minutes, so that each mutant of a check can be tried on them.

use error_catalog_properties::expander;
use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::Path;

/// The errors of a `.stderr` that are not rustc's own, as [`expander::accepts`] has them.
fn shown(stderr: &str) -> BTreeSet<String> {
    let errors = stderr.split("\n\n").filter_map(|error| error.strip_prefix("error: "));
    let ours = errors.filter(|error| !error.starts_with("use of deprecated"));
    let one = |error: &str| {
        let (message, rest) = error.split_once('\n').expect("a place follows");
        let (_, place) = rest.split_once(".rs:").expect("the place is in the case");
        format!("{}: {message}", place.lines().next().unwrap_or_default())
    };
    ours.map(one).collect()
}

#[test]
fn the_macro_reports_what_rustc_shows() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui");
    let files = ui.read_dir().unwrap().map(|entry| entry.unwrap().path());
    for case in files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let reported = expander::accepts(&read_to_string(&case).unwrap()).err().unwrap_or_default();
        let reported: BTreeSet<String> = reported.lines().map(str::to_owned).collect();
        let shown = shown(&read_to_string(case.with_extension("stderr")).unwrap());
        assert_eq!(reported, shown, "{}", case.display());
    }
}
