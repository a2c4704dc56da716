//! Markdown: one table, for people.

use super::fields::{Field, meanings, untyped_fields};
use crate::catalog::table::{Meaning, Row, Table};
use crate::output::texts::texts_in;
use std::io::{self, Write};

/// Writes the catalog as a Markdown table for readers of the language. Without one, `import` can read the table.
pub(crate) fn write_markdown(table: &Table, lang: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let mut fields = untyped_fields(table);
    fields.retain(|(field, _)| !field.is_constant());
    if lang.is_some() {
        for (field, heading) in &mut fields {
            *heading = field.label(table, texts_in(lang)).unwrap_or_default();
        }
    }
    let value = |field: Field, row: &Row, meaning: &Meaning| match lang {
        Some(lang) => field.value_in(table, row, meaning, lang),
        None => field.value(table, row, meaning).to_field(),
    };
    let headings: Vec<&str> = fields.iter().map(|(_, heading)| heading.as_str()).collect();
    writeln!(out, "| {} |", headings.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(headings.len()))?;
    for (row, meaning) in meanings(table) {
        let cells = fields.iter().map(|(field, _)| escape_markdown(&value(*field, row, meaning)));
        writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
    }
    Ok(())
}

/// Escapes a text for Markdown. An underscore within a word needs no escape.
fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let in_word = before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric());
        match character {
            '\n' => escaped.push_str("<br>"),
            '\\' | '|' | '`' | '*' | '<' | '[' | ']' | '&' | '~' => escaped.extend(['\\', character]),
            '_' if !in_word => escaped.push_str("\\_"),
            _ => escaped.push(character),
        }
        before = character;
    }
    escaped
}
