//! The transcripts of the README are what the tool prints.

#[test]
fn transcripts() {
    // As at a terminal that is wide enough.
    trycmd::TestCases::new().env("COLUMNS", "100").case("README.md");
}
