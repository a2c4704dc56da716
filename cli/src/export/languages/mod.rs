//! Exports a catalog as source code of other languages. Each language has a template in `cli/templates/` and a file here
//! with its naming convention and its literals; this file holds the parts that the languages share.
//!
//! No generated lookup may treat a code that the catalog does not have as a success.

mod c;
mod column;
mod error_value;
mod go;
mod java;
mod json_schema;
mod python;
mod translation;
mod typescript;

pub(crate) use c::write_c;
pub(crate) use go::write_go;
pub(crate) use java::write_java;
pub(crate) use json_schema::write_json_schema;
pub(crate) use python::write_python;
pub(crate) use typescript::write_typescript;

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::output::texts::texts_in;
use heck::ToUpperCamelCase;
use std::collections::HashSet;
use std::fmt::Write;

/// A constant in the generated source: one meaning of a row.
struct Constant<'a> {
    name: String,
    row: &'a Row,
    meaning: &'a Meaning,
    /// The constant of the row's first meaning, if this is a later one.
    alias_of: Option<String>,
    /// The language of the labels in its documentation.
    lang: Option<&'a str>,
}

/// Returns a constant for each meaning, named by the language's convention. A taken name gets the suffix `_`, and a
/// repeated one a number.
fn constants<'a>(
    table: &'a Table,
    lang: Option<&'a str>,
    convention: impl Fn(&str) -> String,
    taken: &[&str],
) -> Vec<Constant<'a>> {
    let mut used: HashSet<String> = HashSet::new();
    let mut constants = Vec::new();
    for row in &table.rows {
        let mut first = None;
        for meaning in &row.meanings {
            let name = unused(&convention(meaning.name), taken, &mut used);
            let alias_of = first.clone();
            first.get_or_insert_with(|| name.clone());
            constants.push(Constant { name, row, meaning, alias_of, lang });
        }
    }
    constants
}

/// Returns the name of the generated type. It begins with a capital, so that it is not a keyword in any of the languages,
/// and differs from the `taken` names.
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
    /// Returns the paragraphs of the documentation: the message, the help, the symbol, the message in other languages, the
    /// advice if a language is requested, and the other meanings of a shared code.
    fn paragraphs(&self, table: &Table) -> Vec<String> {
        let Self { row, meaning, alias_of, lang, .. } = self;
        let texts = texts_in(*lang);
        let mut paragraphs = vec![format!("{}: {}", row.printed_code(), meaning.message)];
        paragraphs.extend(meaning.help.map(texts.help_paragraph));
        paragraphs.extend(meaning.symbol.map(texts.symbol_paragraph));
        for language in &table.languages {
            if let Some(column) = table.column_in(language) {
                paragraphs.push(format!("{language}: {}", meaning.columns[column]));
            }
        }
        let advice = meaning.columns.iter().filter(|value| matches!(value, CellValue::Retry(_)));
        let advice = advice.filter(|_| lang.is_some() && !row.success);
        paragraphs.extend(advice.map(|advice| (texts.advice_paragraph)(&advice.in_lang(*lang))));
        if let Some(first) = alias_of {
            paragraphs.push((texts.same_code)(first));
        } else if row.meanings.len() > 1 {
            let others: Vec<&str> = row.meanings[1..].iter().map(|other| other.message).collect();
            paragraphs.push((texts.or)(&others.join(" | ")));
        }
        // A line break inside a text would end a line comment.
        paragraphs.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// Returns the text of `#[deprecated]`, or a default one if the attribute has none.
    fn deprecation(&self) -> Option<String> {
        let texts = texts_in(self.lang);
        let is_bare = self.row.deprecated.is_some_and(|of| of.since.is_none() && of.note.is_none());
        if is_bare { Some(texts.do_not_use.to_owned()) } else { self.row.deprecation(texts) }
    }
}

/// Returns the lines at the top of the file: title, source, and the note that the file is generated.
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

/// Inserts an empty line between paragraphs.
fn separate(paragraphs: Vec<String>) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(paragraph);
    }
    lines
}

/// Returns the rows that mean success.
fn successes(table: &Table) -> impl Iterator<Item = &Row> {
    table.rows.iter().filter(|row| row.success)
}

/// Returns all symbols in alphabetical order, with the rows of each.
fn symbols(table: &Table) -> Vec<(&'static str, Vec<&Row>)> {
    let mut symbols: Vec<&str> =
        table.rows.iter().flat_map(|row| &row.meanings).filter_map(|meaning| meaning.symbol).collect();
    symbols.sort_unstable();
    symbols.dedup();
    symbols.into_iter().map(|symbol| (symbol, table.rows_of_symbol(symbol))).collect()
}

/// Returns a code as a number literal: in hexadecimal if it is printed so, because all languages write that alike, and
/// otherwise in decimal.
fn number(row: &Row) -> String {
    let value = |printed: &str| i128::from_str_radix(printed.strip_prefix("0x")?, 16).ok();
    let is_literal = |printed: &&str| value(printed).map(CellValue::Integer).as_ref() == Some(&row.code);
    row.printed.filter(is_literal).map_or_else(|| row.code.to_string(), str::to_owned)
}

/// Returns whether the codes are texts.
fn is_text(table: &Table) -> bool {
    table.rows.iter().any(|row| matches!(row.code, CellValue::Text(_)))
}

/// Returns whether every code is an integer from `first` to `last`.
fn within(table: &Table, first: i128, last: i128) -> bool {
    table
        .rows
        .iter()
        .all(|row| matches!(row.code, CellValue::Integer(code) if (first..=last).contains(&code)))
}

/// Returns the text as a literal in double quotes, with the escapes that C and its descendants share. `escape` returns the
/// escape sequence of any further character that needs one.
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

/// Returns the escape of JavaScript and Java, such as `\u202e`; a character beyond 16 bits becomes a surrogate pair.
fn utf16_escape(character: char) -> String {
    let mut escaped = String::new();
    for unit in character.encode_utf16(&mut [0; 2]) {
        // Writing to a string cannot fail.
        _ = write!(escaped, "\\u{unit:04x}");
    }
    escaped
}
