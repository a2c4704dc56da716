//! TOML: errcat's own exports, and any other shape that JSON may have.

use super::cells::Cells;
use super::export_headings::{self, CODE_OF_TEXTS};
use super::json::{Object, text as cell_text};
use super::json_records;
use super::json_value;
use super::page_table::PageRow;
use super::rows::Rows;
use crate::error::{Error, Result};
use serde_json::Value;
use std::collections::HashMap;

/// The headings of exports that TOML writes in another way, with their keys. The keys are those of TiKV.
const KEYS: [(&str, &str); 2] = [("message", "error"), ("help", "workaround")];

/// Returns the key of a heading of an export. A column that has one of the keys gets the prefix `column_`.
pub(crate) fn key(heading: &str) -> String {
    let column = heading.trim_start_matches("column_");
    match KEYS.iter().find(|(renamed, key)| heading == *renamed || column == *key) {
        Some((renamed, key)) if heading == *renamed => (*key).to_owned(),
        Some(_) => format!("column_{heading}"),
        None => heading.to_owned(),
    }
}

/// Returns the heading of a key.
fn heading(key: &str) -> &str {
    let column = key.trim_start_matches("column_");
    match KEYS.iter().find(|(_, renamed)| column == *renamed) {
        Some((heading, renamed)) if key == *renamed => heading,
        Some(_) => key.strip_prefix("column_").unwrap_or(key),
        None => key,
    }
}

pub(super) fn read(text: &str, rows: &mut Rows<'_>, file: &str) -> Result<()> {
    if let Some(headings) = headings_of_export(text) {
        read_export(text, headings, rows);
        return Ok(());
    }
    if !is_small(text) {
        return Err(Error::DenseJson { file: file.to_owned() });
    }
    let value = parse(text)
        .map_err(|error| Error::Toml { file: file.to_owned(), error: error.message().to_owned() })?;
    json_records::read_value(&with_headings(value), text, rows, file, rows.options.records.as_deref())
}

/// Estimates whether the parsed value takes no more memory than a file may.
fn is_small(text: &str) -> bool {
    let cost = |byte: u8| match byte {
        b'{' | b'[' | b'.' | b'=' => 500,
        b',' => 250,
        _ => 1,
    };
    let size: usize = text.bytes().map(cost).sum();
    size <= (32 << 20) + 7 * text.len()
}

fn parse(text: &str) -> std::result::Result<Value, toml::de::Error> {
    Ok(json_value::of(toml::Deserializer::parse(text)?)?.0)
}

/// Renames the keys of TiKV to headings, if each table has its message as `error`.
fn with_headings(value: Value) -> Value {
    let is_of_tikv = |table: &Value| {
        table["error"].is_string() && ["code", "message"].iter().all(|key| table.get(key).is_none())
    };
    match value {
        Value::Object(tables) if tables.values().all(is_of_tikv) => {
            let renamed = |table: Value| match table {
                Value::Object(record) => {
                    record.into_iter().map(|(key, value)| (heading(&key).to_owned(), value)).collect()
                }
                other => other,
            };
            tables.into_iter().map(|(code, table)| (code, renamed(table))).collect()
        }
        other => other,
    }
}

/// A record of an export, which is a table in lines of its own.
struct Record {
    line: usize,
    /// The key of the table.
    key: String,
    /// True for one of the tables in an array.
    is_item: bool,
    fields: Object,
}

/// Returns the records of an export, and `None` for anything else in the file. Each is parsed alone, because a parsed file
/// takes many times the memory of its text. No text of an export has line ends.
fn records(text: &str) -> impl Iterator<Item = Option<Record>> {
    let mut lines = text.split_inclusive('\n').zip(1..).peekable();
    let mut at = 0;
    let is_blank = |line: &str| line.trim().is_empty() || line.starts_with('#');
    while let Some((blank, _)) = lines.next_if(|(line, _)| is_blank(line)) {
        at += blank.len();
    }
    std::iter::from_fn(move || {
        let (first, line) = lines.next()?;
        let start = at;
        at += first.len();
        while let Some((next, _)) = lines.next_if(|(next, _)| !next.starts_with('[')) {
            at += next.len();
        }
        Some(record(&text[start..at], line))
    })
}

fn record(text: &str, line: usize) -> Option<Record> {
    let Value::Object(file) = is_small(text).then(|| parse(text).ok())?? else { return None };
    let mut tables = file.into_iter();
    let (Some((key, table)), None) = (tables.next(), tables.next()) else { return None };
    match table {
        Value::Object(fields) => Some(Record { line, key, is_item: false, fields }),
        Value::Array(mut items) => match (items.pop(), items.pop()) {
            (Some(Value::Object(fields)), None) => Some(Record { line, key, is_item: true, fields }),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the headings of an export, or `None` for any other file.
fn headings_of_export(text: &str) -> Option<Vec<String>> {
    let mut keys: Vec<String> = Vec::new();
    let mut codes_are_texts = true;
    let mut tables: HashMap<String, bool> = HashMap::new();
    for record in records(text) {
        let Record { key, is_item, fields, .. } = record?;
        if keys.is_empty() {
            keys = fields.keys().cloned().collect();
            export_headings::roles(&keys.iter().map(|key| heading(key)).collect::<Vec<_>>())?;
        }
        // TOML allows a key again only for a further table of an array.
        let is_repeated = tables.insert(key, is_item).is_some_and(|earlier| !(earlier && is_item));
        if is_repeated || !fields.keys().eq(&keys) {
            return None;
        }
        codes_are_texts &= fields.get("code").is_some_and(Value::is_string);
    }
    let heading = |key: &String| match heading(key) {
        "code" if codes_are_texts => CODE_OF_TEXTS.to_owned(),
        heading => heading.to_owned(),
    };
    (!keys.is_empty()).then(|| keys.iter().map(heading).collect())
}

fn read_export(text: &str, headings: Vec<String>, rows: &mut Rows<'_>) {
    let mut table = rows.begin_table(None);
    table.rows_are_complete = true;
    rows.push_row(&mut table, PageRow::headings(1, headings.into_iter().collect()));
    for Record { line, fields, .. } in records(text).flatten() {
        let cells: Cells = fields.values().map(cell_text).collect();
        rows.push_row(&mut table, PageRow::plain(line, cells));
    }
    rows.end_table(table);
}

#[cfg(test)]
mod tests {
    use super::{heading, key};

    #[test]
    fn each_heading_has_a_key_of_its_own() {
        for (of_export, of_toml) in [
            ("message", "error"),
            ("help", "workaround"),
            ("error", "column_error"),
            ("column_error", "column_column_error"),
            ("column_message", "column_message"),
            ("name", "name"),
        ] {
            assert_eq!((key(of_export).as_str(), heading(of_toml)), (of_toml, of_export));
        }
    }
}
