//! The page's own words, in each language that it has. The HTML has those of one language; the script has all, and shows
//! those of the reader's. Both languages are values of one type, so a missing translation does not compile.

mod chinese;
mod english;

use crate::output::texts::Language;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Display;

/// The words of the page in a language. Braces are the places of values.
#[derive(Serialize)]
pub(super) struct PageTexts {
    /// The language tag.
    pub(super) tag: &'static str,
    /// The title of a page that was given none.
    pub(super) title: &'static str,

    pub(super) search: &'static str,
    pub(super) placeholder: &'static str,
    pub(super) clear: &'static str,
    pub(super) language: &'static str,
    pub(super) all_languages: &'static str,
    pub(super) key_search: &'static str,
    pub(super) key_move: &'static str,
    pub(super) key_open: &'static str,
    pub(super) key_copy: &'static str,
    pub(super) catalogs: &'static str,
    pub(super) catalogs_and_sections: &'static str,
    pub(super) all_catalogs: &'static str,
    pub(super) results: &'static str,
    pub(super) copy_all: &'static str,

    /// A number of codes.
    pub(super) codes: Plural,
    /// Between the number of codes and their source.
    pub(super) from: &'static str,
    /// Before the advice for rows that have none.
    pub(super) unless_noted: &'static str,
    pub(super) deprecated: &'static str,
    pub(super) deprecated_since: &'static str,
    pub(super) meanings: &'static str,
    pub(super) success: &'static str,
    /// Another code with the symbol.
    pub(super) also: &'static str,
    /// Before the values of an error.
    pub(super) values: &'static str,
    /// Between a text of the page and one of a catalog.
    pub(super) colon: &'static str,

    show_all: &'static str,
    lines: Plural,
    times: &'static str,
    in_line: &'static str,
    first_in_line: &'static str,
    comma: &'static str,
    no_such_code: &'static str,
    near: &'static str,
    note: &'static str,
    recognized: &'static str,
    recognized_in_lines: &'static str,
    as_far_as: &'static str,
    best_first: &'static str,
    best_first_in: &'static str,
    elsewhere: &'static str,
    nothing_found: &'static str,
    near_query: &'static str,

    copy: &'static str,
    copy_label: &'static str,
    link: &'static str,
    link_label: &'static str,
    copied: &'static str,
    text_copied: &'static str,
    link_copied: &'static str,
    codes_copied: &'static str,
    help_line: &'static str,
    advice_line: &'static str,
    symbol_line: &'static str,
}

/// A text for one and for several things. `{n}` is their number.
#[derive(Serialize)]
pub(super) struct Plural {
    pub(super) one: &'static str,
    pub(super) other: &'static str,
}

impl Plural {
    pub(super) fn of(&self, number: usize) -> String {
        fill(if number == 1 { self.one } else { self.other }, number)
    }
}

/// Returns a text with its value in the place of `{n}`.
pub(super) fn fill(text: &str, value: impl Display) -> String {
    text.replace("{n}", &value.to_string())
}

/// Returns the words in the language with this tag.
pub(super) fn texts_in(lang: Option<&str>) -> &'static PageTexts {
    match Language::of(lang) {
        Language::English => &english::TEXTS,
        Language::Chinese => &chinese::TEXTS,
    }
}

/// Returns the words in all languages as the script reads them.
pub(super) fn to_json() -> String {
    let texts = BTreeMap::from([("en", &english::TEXTS), ("zh", &chinese::TEXTS)]);
    // Texts with text keys are always JSON.
    serde_json::to_string(&texts).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{chinese, english};
    use serde_json::{Value, to_value};
    use std::collections::BTreeSet;

    /// Returns the names in the braces of a text.
    fn places(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
    }

    fn assert_same_places(one: &Value, other: &Value) {
        match (one, other) {
            (Value::Object(one), Value::Object(other)) => {
                one.iter().for_each(|(key, text)| assert_same_places(text, &other[key]));
            }
            (Value::String(one), Value::String(other)) => assert_eq!(places(one), places(other), "{one}"),
            _ => panic!("{one} and {other}"),
        }
    }

    #[test]
    fn both_languages_have_the_same_values_in_each_text() {
        let [english, chinese] =
            [&english::TEXTS, &chinese::TEXTS].map(|texts| to_value(texts).expect("texts"));
        assert_same_places(&english, &chinese);
    }
}
