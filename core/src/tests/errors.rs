//! The expansion of a catalog with mistakes: parts with an error are left out, so that rustc does not report it again, and
//! the rest is expanded.

use super::expand;

/// Returns the expansion of a catalog with a mistake.
fn expand_with_error(catalog: &str) -> String {
    let expansion = expand(catalog.parse().unwrap()).to_string();
    assert!(expansion.contains("compile_error"), "{expansion}");
    expansion
}

#[test]
fn an_attribute_with_a_derive_of_the_expansion_is_left_out() {
    let expansion = expand_with_error(
        "#[cfg_attr(unix, derive(Debug, Other))] #[cfg_attr(unix, must_use)] enum A: i32 { 1 => B \"b\" }",
    );
    assert!(!expansion.contains("Other") && expansion.contains("cfg_attr (unix , must_use)"), "{expansion}");
}

#[test]
fn the_name_of_a_row_without_a_value_is_a_constant() {
    let expansion = expand_with_error(
        "enum A: i32 { column http: u16; 1 => Whole \"b\" { http: 400 }, 2 => Lacking \"c\" }",
    );
    assert!(expansion.contains("Whole = 1 , }"), "{expansion}");
    assert!(expansion.contains("const Lacking : Self = Self :: Whole ;"), "{expansion}");
}

#[test]
fn a_name_that_another_item_has_is_not_declared_again() {
    let expansion = expand_with_error(
        "enum A: i32 { column http: u16 = 400; 1 => Whole \"a\", \
         2 Gone \"b\", 3 Gone \"c\", 4 Whole \"d\", 5 http \"e\", 6 ALL \"f\", 7 type \"g\" }",
    );
    assert_eq!(expansion.matches("= Self :: Whole ;").count(), 1, "{expansion}");
    assert!(expansion.contains("const Gone : Self = Self :: Whole ;"), "{expansion}");
}

#[test]
fn a_catalog_without_rows_keeps_the_columns_that_need_no_value() {
    let expansion = expand_with_error(
        "enum A: i32 { column spoken: &'static str; column counted: u16 = 7; column owed: u16; }",
    );
    assert!(
        expansion.contains("fn spoken") && expansion.contains("fn counted") && !expansion.contains("fn owed"),
        "{expansion}"
    );
}

#[test]
fn an_error_about_a_baseline_shows_codes_as_they_are_written() {
    let expansion = expand_with_error(
        "enum Chip: u32 { baseline \"src/tests/chip.baseline\"; \
         0x0001_0001 => Image \"a\", 0x0001_0002 => Done \"b\", 0x1_0004 => Again \"c\" }",
    );
    for message in [
        "code 0x0001_0001 is published as `BadImage`",
        "code 0x0001_0002 is published as a success: keep `success 0x0001_0002;`",
        "published codes are gone: 0x00010003 (`Gone`)",
        "retire the code with `reserved 0x00010003;`",
        "code 0x1_0004 is permanently retired (it was `Retired`): give the row another code, and reserve 0x1_0004",
    ] {
        assert!(expansion.contains(message), "{message}\n{expansion}");
    }
}

#[test]
fn an_unreadable_baseline_is_not_reported_as_missing() {
    let expand_with_baseline =
        |path: &str| expand_with_error(&format!("enum A: i32 {{ baseline {path:?}; 1 => B \"b\" }}"));
    // A file is not a directory.
    let expansion = expand_with_baseline("Cargo.toml/a.baseline");
    assert!(expansion.contains("cannot read the baseline"), "{expansion}");
    let expansion = expand_with_baseline("a.baseline");
    assert!(expansion.contains("there is no baseline"), "{expansion}");
}

#[test]
fn help_and_a_symbol_are_strings() {
    for key in ["help", "symbol"] {
        let expansion = expand_with_error(&format!("enum A: i32 {{ 1 => B \"b\" {{ {key}: 5 }} }}"));
        assert!(expansion.contains(&format!("`{key}` is a string in double quotes")), "{expansion}");
    }
}

/// rustdoc rejects such aliases, which would be one more error.
#[test]
fn a_padded_or_empty_symbol_is_not_an_alias() {
    let expansion =
        expand_with_error("enum A: i32 { 1 => B \"b\" { symbol: \" E_B\" }, 2 => C \"c\" { symbol: \"\" } }");
    assert!(expansion.contains("alias (\"1\")") && expansion.contains("alias (\"2\")"), "{expansion}");
}
