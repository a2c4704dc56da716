//! Messages in the languages of a catalog, and codes and failures that are printed in one.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::coded::{self, Coded};
use crate::columns::{Columns, Value};
use crate::display;
use crate::failure::Failure;
use crate::language::lookup::nearest;
use crate::language::words::Words;
use crate::meaning::Meaning;
use core::fmt::{self, Display};

/// A [`Code`], a [`Failure`], an error with values or a [`Retry`](crate::Retry) that is printed in a language, created by
/// [`Code::in_lang`], [`Failure::in_lang`], [`Coded::in_lang`] and [`Retry::in_lang`](crate::Retry::in_lang).
#[derive(Clone, Copy, Debug)]
pub struct InLang<'a, T> {
    pub(crate) printed: T,
    pub(crate) lang: &'a str,
}

impl<'a, T> InLang<'a, T> {
    pub(crate) const fn new(printed: T, lang: &'a str) -> Self {
        Self { printed, lang }
    }

    /// Returns the language with the runtime's own words in it.
    fn words(&self) -> (&'a str, &'static Words) {
        (self.lang, Words::in_lang(self.lang))
    }

    #[doc(hidden)]
    pub const fn __new(printed: T, lang: &'a str) -> Self {
        Self::new(printed, lang)
    }
}

/// Prints as the code does, `40014 invalid access_token`, with the messages in the language.
impl<C: Catalog> Display for InLang<'_, Code<C>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, with_help) = (|meaning: Meaning<C>| meaning.message_in(self.lang), f.alternate());
        display::pad(f, &|line| self.printed.write(Some(&message), self.words(), with_help, line))
    }
}

/// Prints as the failure does, `40014 invalid access_token (server: "…")`, with the messages in the language.
impl<C: Catalog> Display for InLang<'_, &Failure<C>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, with_help) = (|meaning: Meaning<C>| meaning.message_in(self.lang), f.alternate());
        display::pad(f, &|line| self.printed.write(Some(&message), self.words(), with_help, line))
    }
}

/// Prints as the error does, `1003 eine Bestellung umfasst höchstens 10 Exemplare`, with the message in the language.
impl<E: Coded> Display for InLang<'_, &E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        coded::display(self.printed, Some(self.lang), f)
    }
}

/// Returns the message of a meaning in a language, or `None` if it is missing.
pub(crate) fn message<C: Catalog>(meaning: Meaning<C>, lang: &str) -> Option<&'static str> {
    Some(message_at(meaning, nearest_translation(meaning, lang)?))
}

/// Returns the message in a translation of the catalog, or the message itself for `None`.
pub(crate) fn message_at<C: Catalog>(meaning: Meaning<C>, translation: Option<usize>) -> &'static str {
    let translated = translation.and_then(|number| translated(meaning, C::TRANSLATIONS.get(number)?.1));
    translated.unwrap_or_else(|| meaning.message())
}

/// Returns the number of the translation that is nearest to a language, of those that the meaning has. Returns
/// `Some(None)` if that is the message itself, and `None` if none is in the language.
pub(crate) fn nearest_translation<C: Catalog>(meaning: Meaning<C>, lang: &str) -> Option<Option<usize>> {
    let (own, of_its_catalog) = meaning.languages();
    let own = own.map(|own| (own, None));
    let translations = C::TRANSLATIONS.iter().enumerate();
    let translated = translations.filter_map(|(number, (tag, column))| {
        of_its_catalog.iter().find(|(declared, _)| declared == tag)?;
        translated(meaning, *column)?;
        Some((*tag, Some(number)))
    });
    nearest(lang, own.into_iter().chain(translated))
}

/// Returns the translation in a column, unless it is missing.
fn translated<C: Catalog>(meaning: Meaning<C>, column: usize) -> Option<&'static str> {
    match meaning.columns().value(column)? {
        Value::Text(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}
