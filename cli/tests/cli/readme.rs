//! Runs the transcripts of the README and of `docs/import.md`.

/// The chart that a transcript writes into the folder of the package.
struct Plot;

impl Drop for Plot {
    fn drop(&mut self) {
        // The file is missing if the transcript failed, which the test reports.
        _ = std::fs::remove_file("codes.svg");
    }
}

#[test]
fn transcripts() {
    let _plot = Plot;
    let cases = trycmd::TestCases::new();
    // The transcripts are those of a terminal with 100 columns.
    cases.env("COLUMNS", "100").case("README.md").case("../docs/import.md");
    cases.run();
    assert!(std::fs::read_to_string("codes.svg").is_ok_and(|plot| plot.starts_with("<svg ")));
}
