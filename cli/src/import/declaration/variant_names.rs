//! Names the rows and sections of an imported catalog. Every name is unique and valid.

use crate::import::document::{Entry, integer};
use crate::import::identifier::{is_identifier, is_name_char};
use error_catalog_core::syntax::identifier;
use heck::ToUpperCamelCase;
use std::collections::{HashMap, HashSet};

/// A source of unique names.
pub(crate) struct Names {
    used: Unused,
    sections: Unused,
    /// The prefix of all symbols, such as `ERRCODE_`.
    prefix: String,
    /// True if the catalog's codes are texts.
    is_text: bool,
}

impl Names {
    fn new<'a>(meanings: impl Iterator<Item = &'a Entry>, is_text: bool) -> Self {
        let symbols: Vec<&str> = meanings.filter_map(|meaning| meaning.symbol.as_deref()).collect();
        Self {
            used: Unused::default(),
            sections: Unused::default(),
            prefix: symbol_prefix(&symbols).to_owned(),
            is_text,
        }
    }

    /// Creates names that differ from those that a declaration already has. `entries` are the rows of the whole page.
    pub(crate) fn with_taken<'a>(
        entries: impl IntoIterator<Item = &'a Entry>,
        is_text: bool,
        taken: impl Iterator<Item = String>,
        sections: impl Iterator<Item = String>,
    ) -> Self {
        let mut names = Self::new(entries.into_iter(), is_text);
        names.used.given.extend(taken);
        names.sections.given.extend(sections);
        names
    }

    /// Returns the name of the meaning `index` of a row: its name in the table, its symbol without the common prefix, or `_`
    /// if the macro can name it after its code.
    pub(crate) fn variant(&mut self, meaning: &Entry, index: usize) -> String {
        let from_symbol = |symbol: &str| {
            let rest = symbol.strip_prefix(&self.prefix).unwrap_or(symbol);
            let name: String = rest.to_upper_camel_case().chars().filter(|c| is_name_char(*c)).collect();
            if name.starts_with(|first: char| first.is_ascii_digit()) { format!("E{name}") } else { name }
        };
        let own = meaning.name.as_deref().filter(|name| name.chars().all(is_name_char)).map(str::to_owned);
        let own =
            own.or_else(|| meaning.symbol.as_deref().map(from_symbol)).filter(|name| is_identifier(name));
        let number = integer(&meaning.code).filter(|_| !self.is_text);
        let of_code = number.map_or_else(|| of_code(&meaning.code), identifier::name_from_integer);
        let Some(own) = own else {
            let nth = if index == 0 { of_code.clone() } else { format!("{of_code}Or{}", index + 1) };
            let name = self.used.unused(&nth);
            let can_be_left_out = number.is_some() && name == of_code;
            return if can_be_left_out { "_".to_owned() } else { name };
        };
        if self.used.given.contains(&own) {
            return self.used.unused(&format!("{own}{}", of_code.strip_prefix('E').unwrap_or(&of_code)));
        }
        self.used.unused(&own)
    }

    /// Returns the name of a section: its own, if an export has it, or one made from its title.
    pub(crate) fn section(&mut self, title: &str, own: Option<&str>) -> String {
        if let Some(own) = own.filter(|own| is_identifier(own)) {
            return self.sections.unused(own);
        }
        let title = without_number(title).to_upper_camel_case();
        let name: String = title.chars().filter(|c| is_name_char(*c)).collect();
        let name = if is_identifier(&name) { name } else { format!("Section{name}") };
        self.sections.unused(&name)
    }
}

/// Names that differ from those given before.
#[derive(Default)]
struct Unused {
    given: HashSet<String>,
    /// The suffix of the next duplicate of each name.
    next: HashMap<String, usize>,
}

impl Unused {
    fn unused(&mut self, name: &str) -> String {
        if self.given.insert(name.to_owned()) {
            return name.to_owned();
        }
        let next = self.next.entry(name.to_owned()).or_insert(2);
        loop {
            let unused = format!("{name}Or{next}");
            *next += 1;
            if self.given.insert(unused.clone()) {
                return unused;
            }
        }
    }
}

/// Returns the name of a code as the macro names it, otherwise with the prefix `E`: `E40001`, `E42P01`, `CardDeclined`.
fn of_code(code: &str) -> String {
    let name = identifier::name_from_code(code).unwrap_or_default();
    let name: String = name.chars().filter(|c| is_name_char(*c)).collect();
    if is_identifier(&name) { name } else { format!("E{name}") }
}

/// Returns a title without the number before it: `1. General`, `2.1 Limits`, `(3) Access`, `一、通用`.
fn without_number(title: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let rest = title.trim_start_matches(['(', '（']);
    let after = rest.trim_start_matches(|c| is_digit(c) || matches!(c, '.' | '．' | '、' | ')' | '）'));
    let number = &rest[..rest.len() - after.len()];
    // The number of `404 errors` is a part of the title.
    let is_number = number.starts_with(is_digit) && !number.chars().all(is_digit);
    let after = after.trim_start();
    if is_number && after.starts_with(char::is_alphabetic) { after } else { title }
}

/// Returns the common prefix of all symbols. If it means an error, as `ERR_` does, symbols of one word, such as `OK`,
/// may lack it.
fn symbol_prefix<'s>(symbols: &[&'s str]) -> &'s str {
    const ERROR: [&str; 4] = ["E_", "ERR_", "ERROR_", "ERRCODE_"];
    let prefix = |symbols: &[&'s str]| symbols.first().map_or("", |first| &first[..common_prefix(symbols)]);
    let of_all = prefix(symbols);
    if !of_all.is_empty() {
        return of_all;
    }
    let several: Vec<&str> = symbols.iter().copied().filter(|symbol| symbol.contains('_')).collect();
    let of_several = prefix(&several);
    let is_error = |error: &&str| of_several.eq_ignore_ascii_case(error);
    if ERROR.iter().any(is_error) { of_several } else { "" }
}

/// Returns the length of the common prefix of all symbols, up to its last separator.
fn common_prefix(symbols: &[&str]) -> usize {
    let [first, others @ ..] = symbols else { return 0 };
    if others.is_empty() {
        return 0;
    }
    let common = others.iter().fold(first.len(), |length, other| {
        first.bytes().zip(other.bytes()).take(length).take_while(|(a, b)| a == b).count()
    });
    // No symbol may become empty.
    let common = symbols.iter().fold(common, |length, symbol| length.min(symbol.len().saturating_sub(1)));
    first.as_bytes()[..common]
        .iter()
        .rposition(|byte| matches!(byte, b'_' | b'-' | b'.'))
        .map_or(0, |at| at + 1)
}
