//! Messages in other languages than the vendor's: which column holds them, and which one a reader's language finds.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::columns::{Columns, Value};
use crate::entry::Entry;
use crate::failure::Failure;
use crate::line;
use core::fmt::{self, Display};

/// A [`Code`] or a [`Failure`] that prints in a language: [`Code::in_lang`] and [`Failure::in_lang`] make it.
#[derive(Clone, Copy, Debug)]
pub struct InLang<'a, T> {
    told: T,
    lang: &'a str,
}

impl<'a, T> InLang<'a, T> {
    pub(crate) const fn new(told: T, lang: &'a str) -> Self {
        Self { told, lang }
    }
}

/// As the code prints, `40014 invalid access_token`, with the messages in the language.
impl<C: Catalog> Display for InLang<'_, Code<C>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with_help = f.alternate();
        line::pad(f, |line| self.told.write(Some(self.lang), with_help, line))
    }
}

/// As the failure prints, `40014 invalid access_token (server: "…")`, with the messages in the language.
impl<C: Catalog> Display for InLang<'_, &Failure<C>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with_help = f.alternate();
        line::pad(f, |line| self.told.write(Some(self.lang), with_help, line))
    }
}

/// The message of a meaning in the language that is asked for; `None` where the catalog has none in it.
pub(crate) fn message<C: Catalog>(meaning: Entry<C>, lang: &str) -> Option<&'static str> {
    let columns = meaning.columns();
    lookup(lang, |tag| {
        if C::LANG.is_some_and(|own| same(own, tag)) {
            return Some(meaning.message());
        }
        let column = C::Columns::NAMES.iter().position(|name| same(name, tag) && names_a_language(name))?;
        match columns.value(column) {
            Some(Value::Text(text)) if !text.is_empty() => Some(text),
            _ => None,
        }
    })
}

/// The languages of a catalog: its own, then the columns that are one.
pub(crate) fn all<C: Catalog>() -> impl Iterator<Item = &'static str> {
    let columns = C::Columns::NAMES.iter().enumerate().filter(|(column, name)| {
        let first = C::ALL.first().and_then(|row| row.meanings().next());
        let is_text = first.is_some_and(|meaning| {
            matches!(meaning.columns().value(*column), Some(Value::Text(_) | Value::Nothing))
        });
        is_text && names_a_language(name)
    });
    C::LANG.into_iter().chain(columns.map(|(_, name)| *name))
}

/// Lookup as in RFC 4647, 3.4: the tag that is asked for, then without its last subtag, until one finds something.
/// `None` for what is no language tag.
pub(crate) fn lookup<T>(asked: &str, mut find: impl FnMut(&str) -> Option<T>) -> Option<T> {
    if !is_language_range(asked) {
        return None;
    }
    let mut tag = asked;
    loop {
        if let Some(found) = find(tag) {
            return Some(found);
        }
        tag = shorter(tag)?;
        // A single letter says what the subtags behind it are, and nothing without them.
        if let Some(before) = shorter(tag)
            && before.len() + 2 == tag.len()
        {
            tag = before;
        }
    }
}

/// The tag without its last subtag.
fn shorter(tag: &str) -> Option<&str> {
    tag.rfind(['-', '_']).map(|end| &tag[..end])
}

/// Whether two tags are the same. Case says nothing; an identifier has `_` where a tag has `-`.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let folded = |byte: u8| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
    one.bytes().map(folded).eq(other.bytes().map(folded))
}

/// Whether it has the form of a language range: subtags of one to eight letters and digits, or `*`, the first one
/// without digits.
fn is_language_range(range: &str) -> bool {
    let mut subtags = range.split(['-', '_']);
    let is_subtag = |subtag: &str| {
        subtag == "*"
            || (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    subtags
        .next()
        .is_some_and(|language| is_subtag(language) && !language.contains(|c: char| c.is_ascii_digit()))
        && subtags.all(is_subtag)
}

/// Whether a column's name is the tag of a language: languages have names of two or three letters.
fn names_a_language(name: &str) -> bool {
    let language = name.split('_').next().unwrap_or_default();
    (2..=3).contains(&language.len()) && is_language_range(name)
}

#[cfg(test)]
mod tests {
    use super::{lookup, same};
    extern crate std;
    use std::string::String;
    use std::vec::Vec;

    /// The tags that are tried, in their order.
    fn tried(asked: &str) -> Vec<String> {
        let mut tried = Vec::new();
        assert_eq!(
            lookup(asked, |tag| {
                tried.push(tag.into());
                None::<()>
            }),
            None
        );
        tried
    }

    #[test]
    fn a_tag_is_shortened_from_its_end() {
        // The example of RFC 4647, 3.4.
        assert_eq!(
            tried("zh-Hant-CN-x-private1-private2"),
            ["zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh"]
        );
        assert_eq!(tried("en"), ["en"]);
        assert_eq!(tried("zh_Hant_TW"), ["zh_Hant_TW", "zh_Hant", "zh"]);
        assert_eq!(tried("de-*"), ["de-*", "de"]);
        assert_eq!(tried("*"), ["*"]);
        assert_eq!(tried("x-a"), ["x-a", "x"]);
    }

    #[test]
    fn what_is_no_tag_finds_nothing() {
        let long = "a-".repeat(100_000);
        for asked in [
            "",
            "-",
            "_",
            "en-",
            "-en",
            "en--GB",
            "en GB",
            "en-GB.UTF-8",
            "123456789",
            "1n",
            "ünïcode",
            "é",
            "\0",
            "en\u{200b}",
            &long,
        ] {
            assert_eq!(tried(asked), [""; 0], "{asked:?}");
        }
    }

    #[test]
    fn case_and_underscores_say_nothing() {
        assert!(same("zh-TW", "zh_tw") && same("EN", "en"));
        assert!(!same("en", "en-GB") && !same("zh", "z") && !same("a-b", "ab"));
    }
}
