//! Writes the rows of a declaration.

use super::variant_names::Names;
use crate::import::document::Entry;
use crate::import::identifier::is_symbol_token;
use crate::output::escape::is_misplaced;
use heck::ToUpperCamelCase;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The entries that have one code.
pub(crate) struct RowEntries<'a> {
    pub(crate) code: &'a str,
    pub(crate) meanings: Vec<&'a Entry>,
}

/// A function that returns the field `name: value` of a column, or `None` if the row does not get it.
pub(crate) type FieldSource<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

/// Returns the lines of a row, without their indentation, which is `indent` columns wide.
pub(crate) fn row_lines(
    row: &RowEntries<'_>,
    code: &str,
    names: &mut Names,
    indent: usize,
    value: FieldSource<'_>,
) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(note) = row.meanings.iter().find_map(|meaning| meaning.deprecated.as_deref()) {
        lines.push(deprecated(note));
    }
    let last = row.meanings.len() - 1;
    for (index, meaning) in row.meanings.iter().enumerate() {
        let head = if index == 0 { format!("{code} => ") } else { "    or ".to_owned() };
        let head = head + &names.variant(meaning, index);
        lines.extend(meaning_lines(head, meaning, if index == last { "," } else { "" }, indent, value));
    }
    lines
}

/// Returns the lines of a meaning whose name ends the `head`.
pub(crate) fn meaning_lines(
    mut head: String,
    meaning: &Entry,
    end: &str,
    indent: usize,
    value: FieldSource<'_>,
) -> Vec<String> {
    /// rustfmt's default width of a line. A row on one line is easier to compare with its neighbors.
    const WIDTH: usize = 100;

    let mut fields = Vec::new();
    if let Some(symbol) = &meaning.symbol {
        if is_symbol_token(symbol) {
            _ = write!(head, " {symbol}");
        } else {
            fields.push(format!("symbol: {}", literal(symbol)));
        }
    }
    _ = write!(head, " {}", literal(&meaning.message));
    let columns = meaning.columns.iter().filter(|(_, text)| !text.is_empty());
    fields.extend(columns.filter_map(|(name, text)| value(name, text)));
    fields.extend(meaning.help.iter().map(|help| format!("help: {}", literal(help))));
    if fields.is_empty() {
        return vec![head + end];
    }
    let whole = format!("{head} {{ {} }}{end}", fields.join(", "));
    if indent + whole.width() <= WIDTH {
        return vec![whole];
    }
    let mut lines = vec![head + " {"];
    lines.extend(fields.iter().map(|field| format!("    {field},")));
    lines.push(format!("}}{end}"));
    lines
}

/// Converts the text of an export, such as `since 1.2: note`, to the attribute `#[deprecated]`.
fn deprecated(text: &str) -> String {
    let since = text.strip_prefix("since ").map(|rest| rest.split_once(": ").unwrap_or((rest, "")));
    let (since, note) = match since {
        // In a forged export, the version may be empty.
        Some((since, note)) if !since.trim().is_empty() => {
            (Some(since.trim()), Some(note.trim()).filter(|note| !note.is_empty()))
        }
        _ => (None, Some(text).filter(|text| *text != "yes")),
    };
    let field =
        |(name, value): (&str, Option<&str>)| value.map(|value| format!("{name} = {}", literal(value)));
    let fields: Vec<String> = [("since", since), ("note", note)].into_iter().filter_map(field).collect();
    if fields.is_empty() {
        "#[deprecated]".to_owned()
    } else {
        format!("#[deprecated({})]", fields.join(", "))
    }
}

/// Converts the advice of an export, such as `up_to 3`, to a Rust expression.
pub(super) fn advice(datum: &str) -> Option<String> {
    let advice = match datum.split_once(' ') {
        Some(("up_to", times)) => format!("UpTo({})", times.parse::<u8>().ok()?),
        None if ["never", "allowed", "later", "after_renewal"].contains(&datum) => {
            datum.to_upper_camel_case()
        }
        _ => return None,
    };
    Some(format!("Retry::{advice}"))
}

/// Returns a string literal of Rust. Only quotes, backslashes and invisible characters are escaped.
pub(crate) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for (at, character) in text.char_indices() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            _ if is_misplaced(&text[..at], character, &text[at + character.len_utf8()..]) => {
                literal.extend(character.escape_unicode());
            }
            _ => literal.push(character),
        }
    }
    literal.push('"');
    literal
}
