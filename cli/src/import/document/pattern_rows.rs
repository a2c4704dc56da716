//! Reads the rows that patterns match: those of a preset, or the user's own.

use super::cells::{Cells, one_line, quoted};
use super::constants::{ConstantCode, Constants};
use super::decorated_integer::number;
use super::line_numbers::Lines;
use super::messages_by_symbol::MessagesBySymbol;
use super::page_table::{ColumnNames, PageRow, PageTable};
use super::pattern::{Pattern, RowMatch, TooSlow};
use super::pattern_presets::{Preset, Syntax};
use super::rows::Rows;
use super::source_literals::{is_quoted, text_of_source, uncommented};
use crate::error::{Error, Result};
use error_catalog_core::syntax::Raw;

/// Reads the rows of a preset.
pub(super) fn read_preset(text: &str, rows: &mut Rows<'_>, file: &str, preset: &Preset) -> Result<()> {
    let patterns = preset.patterns.iter().map(Pattern::try_from);
    let patterns = patterns.collect::<std::result::Result<Vec<_>, _>>().map_err(Error::Columns)?;
    read_all(text, rows, file, &patterns, preset.syntax)
}

/// Reads the rows of these patterns.
pub(super) fn read(text: &str, rows: &mut Rows<'_>, file: &str, patterns: &[Pattern]) -> Result<()> {
    if !patterns.iter().any(Pattern::has_code) {
        let why = "--pattern: no pattern has a group for the code: write one, as in (?<code>[0-9]+)";
        return Err(Error::Columns(why.to_owned()));
    }
    read_all(text, rows, file, patterns, Syntax::Text)
}

/// Counts the rows that a preset finds in a text and whose code is a literal, and those of them with a message or a
/// comment. Stops if the searches take too long.
pub(super) fn count(text: &str, preset: &Preset) -> (usize, usize) {
    let (mut rows, mut with_texts) = (0, 0);
    for pattern in preset.patterns.iter().filter_map(|pattern| Pattern::try_from(pattern).ok()) {
        let code = pattern.column("code");
        let texts = [pattern.column("message"), pattern.column("comment")];
        _ = pattern.each(text, |found| {
            let text_of = |column: Option<usize>| column.and_then(|column| found.texts.get(column)).copied();
            let code = text_of(code).unwrap_or_default().trim();
            if is_quoted(code) || number(code).is_some() {
                rows += 1;
                let has_text = texts.into_iter().filter_map(text_of).any(|text| !text.is_empty());
                with_texts += usize::from(has_text);
            }
        });
    }
    (rows, with_texts)
}

fn read_all(text: &str, rows: &mut Rows<'_>, file: &str, patterns: &[Pattern], syntax: Syntax) -> Result<()> {
    let too_slow =
        |TooSlow { offset }| Error::SlowPattern { file: file.to_owned(), line: Lines::of(text).at(offset) };
    let mut messages = MessagesBySymbol::default();
    for pattern in patterns.iter().filter(|pattern| !pattern.has_code()) {
        let mut lines = Lines::of(text);
        pattern.each(text, |found| messages.add(pattern, &found, &mut lines, rows)).map_err(too_slow)?;
    }
    let of_rows = || patterns.iter().filter(|pattern| pattern.has_code());
    let uses = of_rows().map(|pattern| Use::of(pattern, text, &messages).map_err(too_slow));
    let uses = uses.collect::<Result<Vec<Use>>>()?;
    if !uses.iter().any(Use::has_rows) {
        return Err(Error::NoMatch { file: file.to_owned() });
    }
    let have_numbers = uses.iter().any(|found| found.has_numbers);
    if syntax != Syntax::Text && !have_numbers && uses.iter().any(|found| found.has_texts) {
        rows.document.codes.get_or_insert(Raw::Str);
    }
    let mut constants = Constants::new(syntax);
    for (pattern, used) in of_rows().zip(uses).filter(|(_, used)| used.has_rows()) {
        let columns = used.columns(pattern);
        let mut reader = PatternReader {
            rows,
            text,
            lines: Lines::of(text),
            syntax,
            pattern,
            columns,
            messages: &messages,
            have_numbers,
            block: String::new(),
            table: None,
        };
        constants.begin_block(pattern.first);
        pattern.each(text, |found| reader.take(&found, &mut constants)).map_err(too_slow)?;
        reader.end_table();
    }
    rows.sort_by_line();
    Ok(())
}

/// The columns that a pattern finds in a text, and the kinds of its codes.
struct Use {
    used: Vec<bool>,
    has_numbers: bool,
    has_texts: bool,
    /// True if messages of the symbols are elsewhere in the text.
    has_messages_by_symbol: bool,
}

impl Use {
    fn of(
        pattern: &Pattern,
        text: &str,
        messages: &MessagesBySymbol<'_>,
    ) -> std::result::Result<Self, TooSlow> {
        let mut found = Self {
            used: vec![false; pattern.columns.len()],
            has_numbers: false,
            has_texts: false,
            has_messages_by_symbol: false,
        };
        let code = pattern.column("code");
        let other = pattern.column("other");
        let symbol = pattern.column("symbol");
        pattern.each(text, |row| {
            if row.texts.is_empty() || other.is_some_and(|other| !row.texts[other].is_empty()) {
                return;
            }
            for (used, text) in found.used.iter_mut().zip(row.texts) {
                *used |= !text.is_empty();
            }
            let code = code.map_or("", |code| row.texts[code]);
            found.has_texts |= is_quoted(code);
            found.has_numbers |= !code.is_empty() && !is_quoted(code);
            found.has_messages_by_symbol |=
                symbol.is_some_and(|symbol| messages.get(row.texts[symbol]).is_some());
        })?;
        Ok(found)
    }

    fn has_rows(&self) -> bool {
        self.used.contains(&true)
    }

    /// Returns the headings of the table that the rows form, each with its column if it is not for comments.
    fn columns(&self, pattern: &Pattern) -> Vec<(String, Option<usize>)> {
        let index = |name: &str| pattern.column(name).filter(|column| self.used[*column]);
        let names = pattern.columns.iter().enumerate().filter(|(column, named)| {
            named.name == "code" || self.used[*column] && !matches!(named.name.as_str(), "comment" | "other")
        });
        let mut columns: Vec<(String, Option<usize>)> =
            names.map(|(column, named)| (named.name.clone(), Some(column))).collect();
        let mut has_message = index("message").is_some();
        if self.has_messages_by_symbol && !has_message {
            columns.push(("message".to_owned(), None));
            has_message = true;
        }
        if index("comment").is_some() {
            // A comment is the message of a row that has no other, and otherwise its help.
            let role = if has_message { "help" } else { "message" };
            if index(role).is_none() {
                columns.push((role.to_owned(), None));
            }
        }
        columns
    }
}

/// A reader that adds the matches of a pattern as rows of tables.
struct PatternReader<'r, 'o, 't> {
    rows: &'r mut Rows<'o>,
    text: &'t str,
    lines: Lines<'t>,
    syntax: Syntax,
    pattern: &'r Pattern,
    columns: Vec<(String, Option<usize>)>,
    messages: &'r MessagesBySymbol<'t>,
    have_numbers: bool,
    /// The name of the block, such as an enum, that the rows are in.
    block: String,
    table: Option<PageTable>,
}

impl PatternReader<'_, '_, '_> {
    fn end_table(&mut self) {
        if let Some(table) = self.table.take() {
            self.rows.end_table(table);
        }
    }

    fn take(&mut self, found: &RowMatch<'_, '_>, constants: &mut Constants) {
        if let Some(heading) = found.heading {
            self.heading(heading, found.offset);
            constants.begin_block(self.pattern.first);
        }
        let text_of =
            |name: &str| self.pattern.column(name).and_then(|column| found.texts.get(column)).copied();
        let text_of = |name: &str| text_of(name).unwrap_or_default();
        let (code, other) = (text_of("code"), text_of("other"));
        let symbol = if other.is_empty() { text_of("symbol") } else { other };
        if found.texts.iter().all(|text| text.is_empty()) {
            return;
        }
        let line = self.lines.at(found.offset);
        let code = if self.syntax == Syntax::Text {
            ConstantCode::Number(one_line(code))
        } else {
            constants.code(symbol, code)
        };
        if symbol == "_" {
            return;
        }
        if !other.is_empty() {
            return self.rows.note(|| {
                format!("line {line}: {other} is left out: its name suggests a mask or a limit, not a code")
            });
        }
        let code = match code {
            ConstantCode::Text(code) if self.have_numbers => {
                return self.rows.note(|| {
                    let code = quoted(&code);
                    format!("line {line}: {symbol} is left out: its value is the text {code}, and the other codes are numbers")
                });
            }
            ConstantCode::Number(code) | ConstantCode::Text(code) => code,
            ConstantCode::Missing => {
                return self.rows.note(|| format!("line {line}: {symbol} is left out: it has no code"));
            }
            ConstantCode::Unknown => {
                let written = one_line(text_of("code"));
                let shown = quoted(&format!("{symbol} = {written}"));
                let row = format!("{symbol} = {written}");
                return self.rows.unread(line, &row, || {
                    format!("its code cannot be computed: write the number in the declaration, and accept the row with --exceptions: {shown}")
                });
            }
        };
        if text_of("code").is_empty() && self.table.is_none() && self.syntax == Syntax::Counting {
            let block = if self.block.is_empty() { "a block" } else { &self.block };
            self.rows.note(|| {
                format!("line {line}: the first constant of {block} has no code: it is read as {code}")
            });
        }
        let by_symbol = self.messages.get(symbol).filter(|_| text_of("message").is_empty());
        if let Some(other) = by_symbol.and_then(|message| message.other) {
            self.rows.note(|| {
                format!("line {other}: another message of {symbol} is left out: the first one is used")
            });
        }
        let comment = uncommented(text_of("comment").trim());
        let has_message = !text_of("message").is_empty() || by_symbol.is_some();
        let cell = |(name, column): &(String, Option<usize>)| {
            let text = column.map_or("", |column| found.texts[column].trim());
            match name.as_str() {
                "code" => code.clone(),
                "message" if text.is_empty() => {
                    by_symbol.map_or_else(|| comment.clone(), |message| text_of_source(message.source))
                }
                "help" if text.is_empty() && has_message => comment.clone(),
                _ => text_of_source(text),
            }
        };
        let cells: Cells = self.columns.iter().map(cell).collect();
        let table = match &mut self.table {
            Some(table) => table,
            none => {
                let mut table = self.rows.begin_table(Some(&self.block));
                table.rows_are_complete = true;
                table.names = ColumnNames::Roles;
                let headings = self.columns.iter().map(|(name, _)| name.as_str()).collect();
                self.rows.push_row(&mut table, PageRow::headings(line, headings));
                none.insert(table)
            }
        };
        self.rows.push_row(table, PageRow::plain(line, cells));
    }

    /// Begins a table under a heading, or the block of this name.
    fn heading(&mut self, heading: &str, offset: usize) {
        self.end_table();
        self.block.clear();
        if self.syntax != Syntax::Text {
            self.block.push_str(heading);
            return;
        }
        let level = self.text[..offset].bytes().rev().skip_while(u8::is_ascii_whitespace);
        let level = level.take_while(|byte| *byte == b'#').count();
        if level == 1 {
            self.rows.set_title(heading, false);
        }
        self.rows.push_heading(u8::try_from(level).unwrap_or(u8::MAX), heading);
    }
}
