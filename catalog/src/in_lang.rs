//! Translated messages: the columns that hold them, and codes and failures that print in a language.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::columns::{Columns, Value};
use crate::display;
use crate::failure::Failure;
use crate::lang::{lookup, names_a_language, same};
use crate::meaning::Meaning;
use core::fmt::{self, Display};

/// A [`Code`] or a [`Failure`] that prints in a language, created by [`Code::in_lang`] and [`Failure::in_lang`].
#[derive(Clone, Copy, Debug)]
pub struct InLang<'a, T> {
    printed: T,
    lang: &'a str,
}

impl<'a, T> InLang<'a, T> {
    pub(crate) const fn new(printed: T, lang: &'a str) -> Self {
        Self { printed, lang }
    }
}

/// Prints as the code does, `40014 invalid access_token`, with the messages in the language.
impl<C: Catalog> Display for InLang<'_, Code<C>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, with_help) = (|meaning: Meaning<C>| meaning.message_in(self.lang), f.alternate());
        display::pad(f, &|line| self.printed.write(Some(&message), self.lang, with_help, line))
    }
}

/// Prints as the failure does, `40014 invalid access_token (server: "…")`, with the messages in the language.
impl<C: Catalog> Display for InLang<'_, &Failure<C>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, with_help) = (|meaning: Meaning<C>| meaning.message_in(self.lang), f.alternate());
        display::pad(f, &|line| self.printed.write(Some(&message), self.lang, with_help, line))
    }
}

/// Returns the message of a meaning in a language, or `None` if there is none.
pub(crate) fn message<C: Catalog>(meaning: Meaning<C>, lang: &str) -> Option<&'static str> {
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

/// Returns the languages of a catalog: its own, then the columns that hold messages.
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
