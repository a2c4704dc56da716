//! Rows as YAML, which may have any shape that JSON may have.

use super::json_records;
use super::json_value;
use super::rows::Rows;
use crate::error::{Error, Result};

pub(super) fn read(text: &str, rows: &mut Rows<'_>, file: &str) -> Result<()> {
    // Estimates how many bytes the parsed value takes, from the marks of its items and members. The sum is multiplied by
    // the number of aliases, because each may repeat the whole file.
    let cost = |byte: u8| match byte {
        b'{' | b'[' | b'-' | b':' | b'?' => 300,
        b',' => 250,
        b'\n' => 60,
        _ => 1,
    };
    let size: usize = text.bytes().map(cost).sum();
    if size.saturating_mul(1 + aliases(text)) > (32 << 20) + 7 * text.len() {
        return Err(Error::DenseJson { file: file.to_owned() });
    }
    let failed = |error: String| Error::Yaml { file: file.to_owned(), error };
    let deserializer = serde_norway::Deserializer::from_str(text);
    let (value, repeated) = json_value::of(deserializer).map_err(|error| failed(error.to_string()))?;
    if let Some(repeated) = repeated.first() {
        return Err(failed(format!("the key {:?} is repeated with another value", repeated.key)));
    }
    json_records::read_value(&value, text, rows, file, rows.options.records.as_deref())
}

/// Counts the words that may be aliases, such as `*default`.
fn aliases(text: &str) -> usize {
    let starts = text.match_indices('*').filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let is_name = text[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        is_name
            && before.is_none_or(|before| before.is_whitespace() || matches!(before, '[' | '{' | ',' | ':'))
    });
    starts.count()
}
