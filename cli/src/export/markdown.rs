//! Markdown: one table, for people.

use super::fields::{meanings, untyped_fields};
use crate::catalog::table::Table;
use std::io::{self, Write};

/// Writes the catalog as a Markdown table.
pub(crate) fn write_markdown(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let mut fields = untyped_fields(table);
    fields.retain(|(field, _)| !field.is_constant());
    let headings: Vec<&str> = fields.iter().map(|(_, heading)| heading.as_str()).collect();
    writeln!(out, "| {} |", headings.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(headings.len()))?;
    for (row, meaning) in meanings(table) {
        let cells =
            fields.iter().map(|(field, _)| escape_markdown(&field.value(table, row, meaning).to_field()));
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
