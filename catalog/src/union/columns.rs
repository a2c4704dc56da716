//! The parts of a union that its members have in common: columns, languages, the form of printed codes, and the envelope.

use super::members::Member;
use crate::code_format::CodeFormat;
use crate::columns::{Columns, Value};
use crate::envelope::Envelope;
use crate::table::{OptionalText, equal};

/// The columns and languages of a union: those of its members, each once.
#[derive(Clone, Copy, Debug)]
pub struct UnionColumns<const COLUMNS: usize, const TRANSLATIONS: usize, const LANGUAGES: usize> {
    /// The names.
    pub names: [&'static str; COLUMNS],
    /// The languages of the translations, each with the index of its column.
    pub translations: [(&'static str, usize); TRANSLATIONS],
    /// The languages of the members' messages that are neither the union's own nor of a translation.
    pub languages: [&'static str; LANGUAGES],
    /// The numbers of columns, translations and languages, for the parameters of the type.
    pub needed: (usize, usize, usize),
}

impl<const COLUMNS: usize, const TRANSLATIONS: usize, const LANGUAGES: usize>
    UnionColumns<COLUMNS, TRANSLATIONS, LANGUAGES>
{
    /// Returns the columns of the members, as many as the parameters of the type allow.
    pub const fn of(members: &[Member]) -> Self {
        let mut found = Self {
            names: [""; COLUMNS],
            translations: [("", 0); TRANSLATIONS],
            languages: [""; LANGUAGES],
            needed: (0, 0, 0),
        };
        let mut number = 0;
        while number < members.len() {
            let mut column = 0;
            while column < members[number].columns.len() {
                let name = members[number].columns[column];
                if !has_column(members.split_at(number).0, name) {
                    found.add_column(members, name);
                }
                column += 1;
            }
            number += 1;
        }
        found.add_languages(members);
        found
    }

    const fn add_languages(&mut self, members: &[Member]) {
        let mut number = 0;
        while number < members.len() && common_language(members).is_none() {
            let (earlier, member) = (members.split_at(number).0, members[number]);
            if let Some(lang) = member.lang
                && !has_language(earlier, lang)
                && !has_translation(members, lang)
            {
                if self.needed.2 < LANGUAGES {
                    self.languages[self.needed.2] = lang;
                }
                self.needed.2 += 1;
            }
            number += 1;
        }
    }

    const fn add_column(&mut self, members: &[Member], name: &'static str) {
        let (column, translation, _) = self.needed;
        if column < COLUMNS {
            self.names[column] = name;
        }
        self.needed.0 += 1;
        if let Some(tag) = language_of_column(members, name) {
            if translation < TRANSLATIONS {
                self.translations[translation] = (tag, column);
            }
            self.needed.1 += 1;
        }
    }
}

const fn has_column(members: &[Member], name: &str) -> bool {
    let mut number = 0;
    while number < members.len() {
        let mut columns = members[number].columns;
        while let [column, others @ ..] = columns {
            if equal(column.as_bytes(), name.as_bytes()) {
                return true;
            }
            columns = others;
        }
        number += 1;
    }
    false
}

/// Returns whether the messages of a member are in the language.
const fn has_language(members: &[Member], lang: &str) -> bool {
    let mut number = 0;
    while number < members.len() {
        if let Some(other) = members[number].lang
            && equal(other.as_bytes(), lang.as_bytes())
        {
            return true;
        }
        number += 1;
    }
    false
}

/// Returns whether a member has translations into the language.
const fn has_translation(members: &[Member], lang: &str) -> bool {
    let mut number = 0;
    while number < members.len() {
        let mut translations = members[number].translations;
        while let [(tag, _), others @ ..] = translations {
            if equal(tag.as_bytes(), lang.as_bytes()) {
                return true;
            }
            translations = others;
        }
        number += 1;
    }
    false
}

/// Returns the language of the messages in a column, if a member has translations there.
const fn language_of_column(members: &[Member], name: &str) -> OptionalText {
    let mut number = 0;
    while number < members.len() {
        let mut translations = members[number].translations;
        while let [(tag, column), others @ ..] = translations {
            if equal(members[number].columns[*column].as_bytes(), name.as_bytes()) {
                return Some(tag);
            }
            translations = others;
        }
        number += 1;
    }
    None
}

/// Returns the language of all members, or `None` if they have several.
pub const fn common_language(members: &[Member]) -> OptionalText {
    let mut number = 1;
    while number < members.len() {
        if !is_same_text(members[0].lang, members[number].lang) {
            return None;
        }
        number += 1;
    }
    members[0].lang
}

/// Returns the statement `display` of all members, or `None` if they have several.
pub const fn common_display(members: &[Member]) -> OptionalText {
    let mut number = 1;
    while number < members.len() {
        if !is_same_text(members[0].display, members[number].display) {
            return None;
        }
        number += 1;
    }
    members[0].display
}

/// Returns whether both texts are `Some` and equal.
const fn is_same_text(text: OptionalText, other: OptionalText) -> bool {
    match (text, other) {
        (Some(text), Some(other)) => equal(text.as_bytes(), other.as_bytes()),
        _ => false,
    }
}

/// Returns the form in which all members print their codes, or the plain one if they have several.
pub const fn common_code_format(members: &[Member]) -> CodeFormat {
    // The same statement for the same type of codes is the same form.
    match common_display(members) {
        Some(_) => members[0].code_format,
        None => CodeFormat::PLAIN,
    }
}

/// Returns the envelope of a union, whose members have the same keys.
pub const fn envelope(members: &[Member]) -> Envelope {
    let (mut number, mut envelope) = (1, members[0].envelope);
    while number < members.len() {
        envelope = envelope.or(members[number].envelope);
        number += 1;
    }
    envelope
}

/// Returns the name of a column, or `None` if there is no such column.
pub fn name_of_column<C: Columns>(index: usize) -> Option<&'static str> {
    C::NAMES.get(index).copied()
}

/// Returns the value of the column with a name, or `Nothing` if a member has no such column.
pub fn value_named<'a, C: Columns>(columns: &'a C, name: &str) -> Value<'a> {
    let column = C::NAMES.iter().position(|other| *other == name);
    column.and_then(|column| columns.value(column)).unwrap_or(Value::Nothing)
}
