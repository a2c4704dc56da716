//! Runs the transcripts of the README.

#[test]
fn transcripts() {
    // A terminal of sufficient width.
    trycmd::TestCases::new().env("COLUMNS", "100").case("README.md");
}
