//! What is reported, and what stays of a catalog with mistakes: what was reported is left out, so that rustc does not
//! report it once more, and the rest is there.

use super::expand;

/// The expansion of a catalog with a mistake.
fn what_stays(catalog: &str) -> String {
    let expansion = expand(catalog.parse().unwrap()).to_string();
    assert!(expansion.contains("compile_error"), "{expansion}");
    expansion
}

#[test]
fn an_attribute_that_derives_what_is_there_already_goes() {
    let stays = what_stays(
        "#[cfg_attr(unix, derive(Debug, Other))] #[cfg_attr(unix, must_use)] enum A: i32 { 1 => B \"b\" }",
    );
    assert!(!stays.contains("Other") && stays.contains("cfg_attr (unix , must_use)"), "{stays}");
}

#[test]
fn a_row_without_a_value_stands_for_another_one() {
    let stays =
        what_stays("enum A: i32 { column http: u16; 1 => Whole \"b\" { http: 400 }, 2 => Lacking \"c\" }");
    assert!(stays.contains("Whole = 1 , }"), "{stays}");
    assert!(stays.contains("const Lacking : Self = Self :: Whole ;"), "{stays}");
}

#[test]
fn only_a_name_that_nothing_else_has_stands_for_another_row() {
    let stays = what_stays(
        "enum A: i32 { column http: u16 = 400; 1 => Whole \"a\", \
         2 Gone \"b\", 3 Gone \"c\", 4 Whole \"d\", 5 http \"e\", 6 ALL \"f\", 7 type \"g\" }",
    );
    assert_eq!(stays.matches("= Self :: Whole ;").count(), 1, "{stays}");
    assert!(stays.contains("const Gone : Self = Self :: Whole ;"), "{stays}");
}

#[test]
fn of_a_catalog_without_rows_the_columns_stay_that_need_no_value() {
    let stays =
        what_stays("enum A: i32 { column spoken: &'static str; column counted: u16 = 7; column owed: u16; }");
    assert!(
        stays.contains("fn spoken") && stays.contains("fn counted") && !stays.contains("fn owed"),
        "{stays}"
    );
}

#[test]
fn a_baseline_that_cannot_be_read_is_not_said_to_be_missing() {
    let reported = |path: &str| what_stays(&format!("enum A: i32 {{ baseline {path:?}; 1 => B \"b\" }}"));
    // A file is no directory.
    let stays = reported("Cargo.toml/a.baseline");
    assert!(stays.contains("cannot read the baseline"), "{stays}");
    let stays = reported("a.baseline");
    assert!(stays.contains("there is no baseline"), "{stays}");
}

#[test]
fn help_and_a_symbol_are_strings() {
    for key in ["help", "symbol"] {
        let stays = what_stays(&format!("enum A: i32 {{ 1 => B \"b\" {{ {key}: 5 }} }}"));
        assert!(stays.contains(&format!("`{key}` is a string in double quotes")), "{stays}");
    }
}

/// rustdoc refuses them as aliases, which would be one more error.
#[test]
fn a_symbol_that_is_blank_at_an_end_or_empty_finds_nothing() {
    let stays =
        what_stays("enum A: i32 { 1 => B \"b\" { symbol: \" E_B\" }, 2 => C \"c\" { symbol: \"\" } }");
    assert!(stays.contains("alias (\"1\")") && stays.contains("alias (\"2\")"), "{stays}");
}
