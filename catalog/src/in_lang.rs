//! Messages in the languages of a catalog, and codes and failures that are printed in one.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::columns::{Columns, Value};
use crate::display;
use crate::failure::Failure;
use crate::lang::nearest;
use crate::meaning::Meaning;
use core::fmt::{self, Display};

/// A [`Code`] or a [`Failure`] that is printed in a language, created by [`Code::in_lang`] and [`Failure::in_lang`].
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
    let own = C::LANG.map(|own| (own, meaning.message()));
    let translated = C::TRANSLATIONS.iter().filter_map(|(tag, column)| match columns.value(*column)? {
        Value::Text(text) if !text.is_empty() => Some((*tag, text)),
        _ => None,
    });
    nearest(lang, own.into_iter().chain(translated))
}

/// Returns the languages of a catalog: its own, then those of its translations.
pub(crate) fn languages<C: Catalog>() -> impl Iterator<Item = &'static str> {
    C::LANG.into_iter().chain(C::TRANSLATIONS.iter().map(|(tag, _)| *tag))
}
