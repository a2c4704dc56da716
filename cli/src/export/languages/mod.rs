//! A catalog in the idiom of other languages, a file a language. What they share is here: which constants there are,
//! what they are called, and what their documentation says.
//!
//! A language needs a name for each meaning, a way to write a text, and a lookup that never takes a code which the
//! catalog does not have for a success.

mod c;
mod go;
mod java;
mod json_schema;
mod python;
mod typescript;

pub(crate) use c::c;
pub(crate) use go::go;
pub(crate) use java::java;
pub(crate) use json_schema::json_schema;
pub(crate) use python::python;
pub(crate) use typescript::typescript;

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::Cell;
use heck::ToUpperCamelCase;
use std::collections::HashSet;
use std::fmt::Write;

/// A meaning under the name that it has in the other language.
struct Constant<'a> {
    name: String,
    row: &'a Row,
    meaning: &'a Meaning,
    /// The name of the row's first meaning, where this is another.
    alias_of: Option<String>,
}

/// A name for each meaning: what the language's convention makes of it, with a `_` behind a word that is taken, and a
/// number behind one that is given out already.
fn constants<'a>(table: &'a Table, convention: impl Fn(&str) -> String, taken: &[&str]) -> Vec<Constant<'a>> {
    let mut used: HashSet<String> = HashSet::new();
    let mut constants = Vec::new();
    for row in &table.rows {
        let mut first = None;
        for meaning in &row.meanings {
            let name = unused(&convention(meaning.name), taken, &mut used);
            let alias_of = first.clone();
            first.get_or_insert_with(|| name.clone());
            constants.push(Constant { name, row, meaning, alias_of });
        }
    }
    constants
}

/// What the type of the codes is called: it begins with a capital, so that it is no keyword anywhere, and is none of the
/// names that the file has already.
fn type_name(table: &Table, taken: &[&str]) -> String {
    let name = table.name;
    let name =
        if name.starts_with(char::is_lowercase) { name.to_upper_camel_case() } else { name.to_owned() };
    if taken.contains(&name.as_str()) { format!("{name}_") } else { name }
}

fn unused(name: &str, taken: &[&str], used: &mut HashSet<String>) -> String {
    let name = if taken.contains(&name) { format!("{name}_") } else { name.to_owned() };
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let mut candidates = std::iter::once(name.clone()).chain(numbered);
    candidates.find(|candidate| used.insert(candidate.clone())).unwrap_or(name)
}

impl Constant<'_> {
    /// What there is to say, a paragraph each: the message, the help, the symbol, the message in other languages, the
    /// other meanings of a shared code.
    fn paragraphs(&self, table: &Table) -> Vec<String> {
        let Self { row, meaning, alias_of, .. } = self;
        let mut paragraphs = vec![format!("{}: {}", row.code, meaning.message)];
        paragraphs.extend(meaning.help.map(|help| format!("Help: {help}")));
        paragraphs.extend(meaning.symbol.map(|symbol| format!("Symbol: {symbol}")));
        for language in &table.languages {
            if let Some(column) = table.column_in(language) {
                paragraphs.push(format!("{language}: {}", meaning.columns[column]));
            }
        }
        if let Some(first) = alias_of {
            paragraphs
                .push(format!("The same code as {first}: which of the two is meant, a reply does not say."));
        } else if row.meanings.len() > 1 {
            let others: Vec<&str> = row.meanings[1..].iter().map(|other| other.message).collect();
            paragraphs.push(format!("Or: {}", others.join(" | ")));
        }
        // One line each, whatever the text.
        paragraphs.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// What `#[deprecated]` says, in a line that says something.
    fn deprecation(&self) -> Option<String> {
        let deprecated = self.row.deprecated?;
        let since = deprecated.since.map(|since| format!("since {since}"));
        let parts: Vec<&str> = since.as_deref().into_iter().chain(deprecated.note).collect();
        Some(if parts.is_empty() { "do not use it".to_owned() } else { parts.join(": ") })
    }
}

/// Where the file is from: title, source, and that it is not for editing. A line each.
fn preface(table: &Table, format: &str) -> Vec<String> {
    let mut lines = vec![match table.title {
        Some(title) => format!("The error codes of {}: {title}", table.name),
        None => format!("The error codes of {}.", table.name),
    }];
    lines.extend(table.source.map(|source| format!("Source: {source}")));
    lines.push(format!(
        "Written by errcat export {} --format {format}: edit the catalog, not this file.",
        table.name
    ));
    lines
}

/// The codes that mean success.
fn successes(table: &Table) -> impl Iterator<Item = &Row> {
    table.rows.iter().filter(|row| row.success)
}

/// Each symbol, in order, with the rows that have it.
fn symbols(table: &Table) -> Vec<(&'static str, Vec<&Row>)> {
    let mut symbols: Vec<&str> =
        table.rows.iter().flat_map(|row| &row.meanings).filter_map(|meaning| meaning.symbol).collect();
    symbols.sort_unstable();
    symbols.dedup();
    symbols.into_iter().map(|symbol| (symbol, table.rows_of_symbol(symbol))).collect()
}

/// Whether the codes are texts.
fn is_text(table: &Table) -> bool {
    table.rows.iter().any(|row| matches!(row.code, Cell::Text(_)))
}

/// Whether every code is an integer from `first` to `last`.
fn within(table: &Table, first: i128, last: i128) -> bool {
    table.rows.iter().all(|row| matches!(row.code, Cell::Integer(code) if (first..=last).contains(&code)))
}

/// The text between double quotes, escaped as C and its descendants read it: `escape` writes what else is not to stand
/// there as it is. What is not seen, or turns the line around, is always escaped.
fn quoted(text: &str, escape: impl Fn(char) -> Option<String>) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ => match escape(character) {
                Some(escaped) => quoted.push_str(&escaped),
                None => quoted.push(character),
            },
        }
    }
    quoted.push('"');
    quoted
}

/// `\u202e`, as JavaScript, Java and Python read it: in two halves where a character has more than 16 bits.
fn utf16_escape(character: char) -> String {
    let mut escaped = String::new();
    for unit in character.encode_utf16(&mut [0; 2]) {
        // Writing to a string cannot fail.
        _ = write!(escaped, "\\u{unit:04x}");
    }
    escaped
}
