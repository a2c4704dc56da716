//! The transcripts of the README are what the tool prints.

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("README.md");
}
