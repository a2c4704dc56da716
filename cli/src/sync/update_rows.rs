//! Updates rows whose texts differ on the page. Only the literals that differ are replaced.

use super::PassEdits;
use super::declared_catalog::{Declared, field, name};
use super::declared_text::check_text;
use super::layout::{Block, ItemBytes, Layout};
use super::report::{Change, ChangeKind};
use crate::import::declaration::literal;
use crate::import::identifier::is_symbol_token;
use crate::sync::difference::{self, ChangedMeaning, Difference};
use error_catalog_core::syntax::ast::{Column, Field, Meaning};
use error_catalog_core::syntax::identifier::unraw;
use std::ops::Range;

/// Updates every row that differs on the page.
pub(super) fn update_rows(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    declared: &Declared<'_>,
    difference: &Difference<'_>,
) {
    for change in &difference.changed {
        let row = &declared.ast.rows[change.row];
        let meaning = &row.meanings[change.meaning];
        let name = name(meaning, declared.codes[change.row].as_ref());
        let mut editor = Editor {
            layout,
            declared,
            meaning,
            change,
            new: Vec::new(),
            gone: Vec::new(),
            changed: Vec::new(),
        };
        editor.update_fields(pass);
        editor.update_braces(pass);
        if !editor.changed.is_empty() {
            pass.changes.push(Change {
                kind: ChangeKind::Changed,
                row: format!("{} {name}", change.entry.code),
                detail: editor.changed.join(", "),
                line: Some(change.entry.line),
            });
        }
    }
}

/// One meaning that is brought up to date.
struct Editor<'a> {
    layout: &'a Layout<'a>,
    declared: &'a Declared<'a>,
    meaning: &'a Meaning,
    change: &'a ChangedMeaning<'a>,
    /// Fields to add to its braces.
    new: Vec<String>,
    /// Fields to remove.
    gone: Vec<&'a Field>,
    changed: Vec<&'a str>,
}

impl Editor<'_> {
    fn update_fields(&mut self, pass: &mut PassEdits) {
        let change = self.change;
        for field in &change.fields {
            let theirs = field.file.as_deref();
            if self.reports_declared_text(pass, field) {
                continue;
            }
            let is_changed = match (field.name.as_str(), theirs) {
                ("message", Some(message)) => {
                    self.update_message(pass, message);
                    true
                }
                ("help", help) => {
                    self.update_text_field(pass, "help", help);
                    true
                }
                ("symbol", symbol) => {
                    self.update_symbol(pass, symbol);
                    true
                }
                ("name", Some(name)) => {
                    let ours = field.catalog.as_deref().unwrap_or_default();
                    pass.notes.push(format!(
                        "line {}: the page calls code {} {name}; the name {ours} is kept",
                        change.entry.line, change.entry.code
                    ));
                    false
                }
                // A page without names does not change them, and a later step moves the row to another section.
                ("message" | "name" | "section", _) => false,
                (column, value) => self.update_column(pass, column, value),
            };
            if is_changed {
                self.changed.push(&field.name);
            }
        }
    }

    /// Checks whether the field is a text that the page cannot replace, and reports it.
    fn reports_declared_text(&self, pass: &mut PassEdits, field: &difference::ChangedField) -> bool {
        let columns = self.declared.ast.statements().columns;
        let is_translation = |column: &&Column| column.is_translation && unraw(&column.name) == field.name;
        if field.name != "message" && !columns.into_iter().any(|column| is_translation(&column)) {
            return false;
        }
        let text = field.file.as_deref().unwrap_or_default();
        let Err(why) = check_text(self.declared, Some(self.meaning), text) else { return false };
        let entry = self.change.entry;
        pass.notes.push(format!(
            "line {}: code {} has another {}, which is left out: {why}",
            entry.line, entry.code, field.name
        ));
        true
    }

    /// Replaces the message, or adds it to a row without one.
    fn update_message(&self, pass: &mut PassEdits, message: &str) {
        if let Some(written) = &self.meaning.message {
            pass.edits.replace(self.layout.bytes(written.span), literal(message));
        } else {
            let end = self.layout.bytes(self.meaning.end_of_head()).end;
            pass.edits.insert(end, format!(" {}", literal(message)));
        }
    }

    /// Updates a field whose value is a text.
    fn update_text_field(&mut self, pass: &mut PassEdits, key: &str, text: Option<&str>) {
        match (field(self.meaning, key), text) {
            (Some(field), Some(text)) => {
                pass.edits.replace(self.layout.bytes(field.value.span()), literal(text));
            }
            (Some(field), None) => self.gone.push(field),
            (None, Some(text)) => self.new.push(format!("{key}: {}", literal(text))),
            (None, None) => {}
        }
    }

    /// Replaces the symbol, which precedes the message, or is a field if it is not an identifier.
    fn update_symbol(&mut self, pass: &mut PassEdits, symbol: Option<&str>) {
        let message = self.meaning.message.as_ref().map(|message| self.layout.bytes(message.span));
        let Some(token) = &self.meaning.symbol else {
            return if let (Some(symbol), Some(message)) = (symbol, message)
                && is_symbol_token(symbol)
                && field(self.meaning, "symbol").is_none()
                && self.meaning.former_symbols.is_empty()
            {
                pass.edits.insert(message.start, format!("{symbol} "));
            } else {
                self.update_text_field(pass, "symbol", symbol);
            };
        };
        let token = self.layout.bytes(token.span);
        match symbol {
            Some(symbol) if is_symbol_token(symbol) => pass.edits.replace(token, symbol),
            _ if !self.meaning.former_symbols.is_empty() => {
                pass.edits.replace(token, "_");
                self.new.extend(symbol.map(|symbol| format!("symbol: {}", literal(symbol))));
            }
            _ => {
                let end = message.map_or(token.end, |message| self.spaces_end(token.end, message.start));
                pass.edits.remove(token.start..end);
                self.new.extend(symbol.map(|symbol| format!("symbol: {}", literal(symbol))));
            }
        }
    }

    /// Changes a column, and returns whether it can have the value.
    fn update_column(&mut self, pass: &mut PassEdits, name: &str, text: Option<&str>) -> bool {
        let Some(column) = self.declared.columns.iter().find(|column| column.name == name) else {
            return false;
        };
        let value = match text {
            Some(text) => column.value(text),
            None if column.is_empty_by_default() => None,
            None => column.is_text().then(|| literal("")),
        };
        match (field(self.meaning, name), value) {
            (Some(field), Some(value)) => pass.edits.replace(self.layout.bytes(field.value.span()), value),
            (Some(field), None) if text.is_none() && column.is_empty_by_default() => self.gone.push(field),
            (None, Some(value)) => self.new.push(format!("{}: {value}", column.written)),
            _ => {
                let entry = self.change.entry;
                let value = text.map_or("nothing".to_owned(), |text| format!("{text:?}"));
                pass.rejected.push(format!(
                    "line {}: code {}: the column {name} cannot hold {value}",
                    entry.line, entry.code
                ));
                return false;
            }
        }
        true
    }

    /// Adds the new fields to the braces, and removes the others.
    fn update_braces(&self, pass: &mut PassEdits) {
        let (layout, meaning) = (self.layout, self.meaning);
        let message_end = layout.bytes(meaning.end_of_head()).end;
        let Some(braces) = meaning.braces else {
            if !self.new.is_empty() {
                pass.edits.insert(message_end, format!(" {{ {} }}", self.new.join(", ")));
            }
            return;
        };
        let is_gone = |field: &Field| self.gone.iter().any(|gone| std::ptr::eq(*gone, field));
        let (open, close) = (layout.bytes(braces.open()), layout.bytes(braces.close()));
        let last_kept = meaning.fields.iter().rfind(|field| !is_gone(field));
        let is_emptied = last_kept.is_none() && self.new.is_empty() && !self.gone.is_empty();
        if is_emptied && self.holds_only_fields(open.end..close.start) {
            pass.edits.remove(message_end..close.end);
            return;
        }
        // New fields replace removed ones.
        let replaced = self.gone.first().copied().filter(|_| !self.new.is_empty());
        for (index, field) in meaning.fields.iter().enumerate().filter(|(_, field)| is_gone(field)) {
            if replaced.is_some_and(|replaced| std::ptr::eq(replaced, field)) {
                let (name, value) = (layout.bytes(field.name.span()), layout.bytes(field.value.span()));
                pass.edits.replace(name.start..value.end, self.new.join(", "));
                continue;
            }
            let before = index.checked_sub(1).map(|before| &meaning.fields[before]);
            pass.edits.remove(self.without(field, before.filter(|before| !is_gone(before))));
        }
        if self.new.is_empty() || replaced.is_some() {
            return;
        }
        if let Some(last) = last_kept {
            let value = layout.bytes(last.value.span());
            let comma = last.comma.map(|comma| layout.bytes(comma).end);
            let start = layout.bytes(last.name.span()).start;
            let end = comma.unwrap_or(value.end);
            self.insert_after(pass, start, end, comma.is_some());
        } else {
            let space = if layout.text[open.end..].starts_with(' ') { "" } else { " " };
            pass.edits.insert(open.end, format!(" {},{space}", self.new.join(", ")));
        }
    }

    fn insert_after(&self, pass: &mut PassEdits, start: usize, end: usize, has_comma: bool) {
        let item = ItemBytes { start, end, is_closed: has_comma };
        let stands_alone = self.layout.indent(start).is_some();
        let last = self.new.len() - 1;
        let blocks = self.new.iter().enumerate().map(|(index, field)| {
            let comma = if stands_alone || index < last { "," } else { "" };
            Block::of(vec![format!("{field}{comma}")])
        });
        self.layout.insert_after(&mut pass.edits, &item, &blocks.collect::<Vec<_>>());
    }

    /// Returns the bytes of a removed field with its comma, or its whole line if it is alone on it.
    fn without(&self, field: &Field, before: Option<&Field>) -> Range<usize> {
        let layout = self.layout;
        let start = layout.bytes(field.name.span()).start;
        let end =
            field.comma.map_or_else(|| layout.bytes(field.value.span()), |comma| layout.bytes(comma)).end;
        let rest = &layout.text[end..];
        let line = rest.find('\n').map(|at| &rest[..at]);
        if layout.indent(start).is_some()
            && let Some(line) = line.filter(|line| line.trim().is_empty())
        {
            return layout.line_start(start)..end + line.len() + 1;
        }
        if field.comma.is_some() {
            let space = rest.len() - rest.trim_start_matches(' ').len();
            return start..end + space;
        }
        let before = before.map(|before| layout.bytes(before.value.span()).end);
        match before {
            Some(before) if layout.text[before..start].trim() == "," => before..end,
            _ => start..end,
        }
    }

    /// Checks whether a range has only fields, commas and spaces, and no comment.
    fn holds_only_fields(&self, range: Range<usize>) -> bool {
        let mut at = range.start;
        for field in &self.meaning.fields {
            let start = self.layout.bytes(field.name.span()).start;
            if !is_punctuation(&self.layout.text[at..start]) {
                return false;
            }
            at = self.layout.bytes(field.value.span()).end;
        }
        is_punctuation(&self.layout.text[at..range.end])
    }

    /// Returns the end of the spaces after `start`, if nothing else follows.
    fn spaces_end(&self, start: usize, end: usize) -> usize {
        if self.layout.text[start..end].trim().is_empty() { end } else { start }
    }
}

fn is_punctuation(text: &str) -> bool {
    text.chars().all(|c| c == ',' || c.is_whitespace())
}
