//! The section of a code, known or not, in catalogs whose sections have ranges of integers, of strings, or none.

use error_catalog::{Catalog, Code, Section, error_catalog};

error_catalog! {
    enum Classes: &'static str {
        section Connection "connection" "08000"..="08ZZZ" { "08006" => Failed "failed" }
        section Syntax "syntax" "42000"..="42ZZZ" { "42601" => Wrong "wrong" }
        "P0001" => Raised "raised",
    }
}

error_catalog! {
    enum Http: u16 {
        section Client "client" 400..=499 { 404 => NotFound "not found" }
        section Other "other" { 600 => Own "own" }
    }
}

fn name<C: Catalog>(code: Code<C>) -> Option<&'static str> {
    code.section().map(Section::name)
}

#[test]
fn an_unknown_string_has_the_section_of_its_range() {
    let section = |code: &str| name::<Classes>(code.parse().unwrap());
    for code in ["08000", "08001", "08ZZZ"] {
        assert_eq!(section(code), Some("Connection"), "{code}");
    }
    for code in ["", "08", "07ZZZ", "09000", "P0002"] {
        assert_eq!(section(code), None, "{code}");
    }
}

#[test]
fn the_ends_of_a_range_are_in_it() {
    let sections = [399, 400, 499, 500].map(|code| name(Code::<Http>::new(code)));
    assert_eq!(sections, [None, Some("Client"), Some("Client"), None]);
}

#[test]
fn a_known_code_has_the_section_of_its_row() {
    assert_eq!(name(Code::from(Http::Own)), Some("Other"));
    assert_eq!(name(Code::from(Http::NotFound)), Some("Client"));
    assert_eq!(name(Code::from(Classes::Raised)), None);
}
