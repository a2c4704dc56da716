//! The cases in `tests/fixtures/recognized.json` also run against the recognizer of the page.

use super::{Keys, Recognizer, UserKey};
use crate::catalog::table::{Table, table};
use error_catalog::error_catalog;
use error_catalog::vendor::{WeCom, Youdu};
use serde::Deserialize;

/// Returns the text with every code that is found in brackets, and a `?` after one that no catalog has.
fn marked_by(recognizer: &Recognizer<'_>, text: &str) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for found in recognizer.find(text.as_bytes(), 0) {
        let unknown = if found.target.is_none() { "?" } else { "" };
        let (before, code) = (&text[at..found.code.start], &text[found.code.clone()]);
        marked.extend([before, "[", code, unknown, "]", &text[found.code.end..found.end], "|"]);
        at = found.end;
    }
    marked + &text[at..]
}

fn marked_with(catalogs: &[Table], keys: &[&str], text: &str) -> String {
    let keys: Vec<UserKey> = keys.iter().map(|key| UserKey::parse(key).expect(key)).collect();
    let catalogs: Vec<&Table> = catalogs.iter().collect();
    let recognizer = Recognizer::new(&catalogs, Keys::Strict(&keys)).expect("the patterns are few");
    marked_by(&recognizer, text)
}

include!("../../../tests/fixtures/recognized_catalogs.rs");

/// Texts with one recognizer's catalogs.
#[derive(Deserialize)]
struct Group {
    catalogs: Vec<String>,
    /// Texts, each with its codes marked as by [`marked_by`].
    marked: Vec<(String, String)>,
    /// Texts, each with the codes that `explain` finds in it.
    explained: Vec<(String, Vec<String>)>,
}

impl Group {
    /// Reads the cases for both recognizers.
    fn all() -> Vec<Self> {
        let cases = include_str!("../../../tests/fixtures/recognized.json");
        serde_json::from_str(cases).expect("the cases have this form")
    }

    fn tables(&self) -> Vec<Table> {
        let all = [table::<WeCom>(), table::<Youdu>(), table::<Sql>(), table::<Chip>(), table::<Lint>()];
        all.into_iter().filter(|table| self.catalogs.iter().any(|name| name == table.name)).collect()
    }
}

#[test]
fn codes_are_recognized_as_on_the_page() {
    for group in Group::all() {
        for (text, expected) in &group.marked {
            assert_eq!(marked_with(&group.tables(), &[], text), *expected);
        }
    }
}

#[test]
fn codes_are_explained_as_on_the_page() {
    for group in Group::all() {
        let tables = group.tables();
        let catalogs: Vec<&Table> = tables.iter().collect();
        for (text, expected) in &group.explained {
            assert_eq!(
                crate::query::extract_terms(&catalogs, text).expect("the patterns are few"),
                *expected,
                "{text}"
            );
        }
    }
}

#[test]
fn keys_of_the_user_are_whole_keys_in_any_case() {
    for (keys, text, expected) in [
        (&["code"][..], "code=5 CODE: 5 {\"Code\":5}", "code=[5]| CODE: [5]| {\"Code\":[5]|}"),
        (
            &["code"],
            "exit_code=5 postal_code=5 zip-code: 5 x.code=5",
            "exit_code=5 postal_code=5 zip-code: 5 x.code=5",
        ),
        (&["*_code"], "exit_code=5 code=5", "exit_code=[5]| code=5"),
        (&["err*"], "errnox=5 erratum: 5", "errnox=[5]| erratum: [5]|"),
        (&["状态"], "状态：5", "状态：[5]|"),
    ] {
        assert_eq!(marked_with(&[table::<Youdu>()], keys, text), expected, "{keys:?}");
    }
}

error_catalog! {
    pub enum Gateway: i32 {
        envelope code "ret", text "msg", request "id";
        5 => Busy "busy",
    }
}

#[test]
fn the_keys_of_an_envelope_count_next_to_each_other() {
    for (text, expected) in [
        (r#"{"ret":5,"msg":"x"}"#, r#"{"ret":[5]|,"msg":"x"}"#),
        (r#"{"id":"7","ret":5}"#, r#"{"id":"7","ret":[5]|}"#),
        (r#"{"ret":5}"#, r#"{"ret":5}"#),
        (r#"{"ret":5,"data":{"msg":"x"}}"#, r#"{"ret":5,"data":{"msg":"x"}}"#),
        (r#"{"ret":40014,"msg":"x"}"#, r#"{"ret":[40014?]|,"msg":"x"}"#),
    ] {
        assert_eq!(marked_with(&[table::<WeCom>(), table::<Gateway>()], &[], text), expected);
    }
}

/// However a text is cut, the same codes are found.
#[test]
fn a_search_from_the_middle_finds_the_rest() {
    let text = "errcode=40014 ERRCODE_MISS_BUIN errerrcode errcode 5 \x1b[3merr_no\x1b[0m=5 custom program error: 0x5";
    let catalogs = [table::<WeCom>(), table::<Youdu>()];
    let recognizer = Recognizer::new(&catalogs.each_ref(), Keys::Strict(&[])).expect("the patterns are few");
    let all: Vec<_> = recognizer.find(text.as_bytes(), 0).collect();
    assert_eq!(all.len(), 5);
    for from in 0..text.len() {
        let rest: Vec<_> = recognizer.find(text.as_bytes(), from).collect();
        let expected: Vec<_> = all.iter().filter(|found| found.start >= from).cloned().collect();
        assert_eq!(rest, expected, "from {from}");
    }
}
