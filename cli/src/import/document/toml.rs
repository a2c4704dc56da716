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
    // Estimates how many bytes the parsed value takes.
    let cost = |byte: u8| match byte {
        b'{' | b'[' | b'.' | b'=' => 500,
        b',' => 250,
        _ => 1,
    };
    let size: usize = text.bytes().map(cost).sum();
    if size > (32 << 20) + 7 * text.len() {
        return Err(Error::DenseJson { file: file.to_owned() });
    }
    let failed =
        |error: toml::de::Error| Error::Toml { file: file.to_owned(), error: error.message().to_owned() };
    let deserializer = toml::Deserializer::parse(text).map_err(failed)?;
    let (value, _) = json_value::of(deserializer).map_err(failed)?;
    if let Some(records) = exported(&value) {
        read_export(text, rows, &records);
        return Ok(());
    }
    json_records::read_value(&with_headings(value), text, rows, file, rows.options.records.as_deref())
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

/// Returns the records of an export, or `None` for any other file.
fn exported(value: &Value) -> Option<Vec<&Object>> {
    let mut records: Vec<&Object> = Vec::new();
    for table in value.as_object()?.values() {
        match table {
            Value::Object(record) => records.push(record),
            Value::Array(several) => {
                for record in several {
                    records.push(record.as_object()?);
                }
            }
            _ => return None,
        }
    }
    let keys = || records.first().map(|record| record.keys());
    let headings: Vec<&str> = keys()?.map(|key| heading(key)).collect();
    let are_alike = records.iter().all(|record| record.keys().eq(keys().into_iter().flatten()));
    (are_alike && export_headings::roles(&headings).is_some()).then_some(records)
}

fn read_export(text: &str, rows: &mut Rows<'_>, records: &[&Object]) {
    let codes_are_texts = records.iter().all(|record| record.get("code").is_some_and(Value::is_string));
    let headings = records.iter().take(1).flat_map(|record| record.keys()).map(|key| match heading(key) {
        "code" if codes_are_texts => CODE_OF_TEXTS,
        heading => heading,
    });
    let mut table = rows.begin_table(None);
    table.rows_are_complete = true;
    rows.push_row(&mut table, PageRow::headings(1, headings.map(str::to_owned).collect()));
    // An export has each table in lines of its own, and no text with line ends.
    let mut lines = text.lines().zip(1..).filter(|(line, _)| line.starts_with('[')).map(|(_, number)| number);
    for record in records {
        let cells: Cells = record.values().map(cell_text).collect();
        rows.push_row(&mut table, PageRow::plain(lines.next().unwrap_or(1), cells));
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
