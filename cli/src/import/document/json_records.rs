//! The records of JSON of any shape: a list under a key, a map by symbol or code, a list of lists. A `JSONPath` selects
//! them; without one, they are the only part of the file that has codes.

use super::cells::{Cells, quoted};
use super::decorated_integer::number;
use super::diagnosis::columns_by_values;
use super::json::{Headings, Object, text};
use super::json_candidates::Candidates;
use super::json_value::{self, Repeated};
use super::page_table::{PageRow, RowKind};
use super::rows::Rows;
use crate::error::{Error, Result};
use jsonpath_rust::JsonPath;
use jsonpath_rust::query::QueryRef;
use serde_json::Value;
use std::rc::Rc;

/// A value that a path selects, with its key if it is a member of an object.
pub(super) struct Record<'v> {
    pub(super) key: Option<String>,
    pub(super) value: &'v Value,
}

/// Reads the records that the path selects or, without a path, those that are found.
pub(super) fn read(text: &str, rows: &mut Rows<'_>, file: &str, path: Option<&str>) -> Result<()> {
    read_value(&parse(text, rows, file)?, text, rows, file, path)
}

/// Reads the records of a parsed value with this path, or those that are found.
pub(super) fn read_value(
    value: &Value,
    text: &str,
    rows: &mut Rows<'_>,
    file: &str,
    path: Option<&str>,
) -> Result<()> {
    if let Some(path) = path {
        let records = select(value, path, file)?;
        if records.is_empty() {
            return Err(Error::NoRecords { file: file.to_owned(), path: path.to_owned() });
        }
        read_records(text, rows, &records);
        return Ok(());
    }
    let found = Candidates::of(value, rows);
    match found.paths() {
        [] => Err(Error::NoTable { file: file.to_owned() }),
        [path] => {
            read_records(text, rows, &select(value, path, file)?);
            Ok(())
        }
        [first, second, ..] => {
            Err(Error::SeveralRecords { file: file.to_owned(), first: first.clone(), second: second.clone() })
        }
    }
}

/// Reads the records within the objects of an array that has no codes itself; without such records, nothing.
pub(super) fn read_within(text: &str, rows: &mut Rows<'_>, file: &str) -> Result<()> {
    let value = parse(text, rows, file)?;
    match Candidates::of(&value, rows).with_codes.as_slice() {
        [] => Ok(()),
        [path] => {
            read_records(text, rows, &select(&value, path, file)?);
            Ok(())
        }
        [first, second, ..] => {
            Err(Error::SeveralRecords { file: file.to_owned(), first: first.clone(), second: second.clone() })
        }
    }
}

/// Parses a file, unless it would take much more memory than other formats. Repeated keys with other values are reported
/// as rows that cannot be read.
fn parse(text: &str, rows: &mut Rows<'_>, file: &str) -> Result<Value> {
    // The bytes that an object, a member and an item were measured to take at most, with the path of each.
    let cost = |byte: u8| match byte {
        b'{' => 450,
        b'[' => 48,
        b':' => 130,
        b',' => 250,
        _ => 1,
    };
    let size: usize = text.bytes().map(cost).sum();
    if size > (32 << 20) + 7 * text.len() {
        return Err(Error::DenseJson { file: file.to_owned() });
    }
    let (value, repeated) =
        json_value::parse(text).map_err(|error| Error::Json { file: file.to_owned(), error })?;
    for Repeated { key, value, line } in repeated {
        let member = format!("{}: {value}", Value::from(key));
        rows.unread(line, &member, || format!("its key is repeated with another value: {}", quoted(&member)));
    }
    Ok(value)
}

fn select<'v>(value: &'v Value, path: &str, file: &str) -> Result<Vec<Record<'v>>> {
    let unreadable = |_| Error::JsonPath { file: file.to_owned(), path: path.to_owned() };
    let selected = value.query_with_path(path).map_err(unreadable)?;
    Ok(selected
        .into_iter()
        .map(|QueryRef { val, path }| Record { key: last_key(&path), value: val })
        .collect())
}

/// Returns the key that ends a normalized path, such as `b` of `$['a']['b']`.
fn last_key(path: &str) -> Option<String> {
    let inner = path.strip_suffix("']")?;
    let begin = inner.rfind("['").map(|at| at + 2)?;
    // The escapes are those of JSON, except for the quotes.
    let key = inner[begin..].replace("\\'", "'").replace('"', "\\\"");
    serde_json::from_str(&format!("\"{key}\"")).ok()
}

fn read_records(source: &str, rows: &mut Rows<'_>, records: &[Record<'_>]) {
    let mut table = rows.begin_table(None);
    table.rows_are_complete = true;
    let mut lines = LineFinder { text: source, at: 0, line: 1, budget: 8 * source.len() };
    let mut read: Vec<(usize, Cells)> = Vec::new();
    let shape = Shape::of(records, rows);
    if let Some(lang) = shape.headings.as_ref().and_then(|headings| headings.language.clone()) {
        rows.document.lang.get_or_insert(lang);
    }
    for record in records {
        let line = lines.find(record);
        match shape.cells(record) {
            Some(cells) => read.push((line, cells)),
            None => rows.unread(line, &record.value.to_string(), || {
                format!("it has another shape than the first record: {}", quoted(&record.value.to_string()))
            }),
        }
    }
    let mut read = read.into_iter().map(|(line, cells)| PageRow::plain(line, cells)).peekable();
    if let Some(headings) = shape.cells_of_headings() {
        rows.push_row(&mut table, PageRow::headings(1, headings));
    } else if let Some(first) = read.next() {
        // A list of lists may begin with its headings.
        let others: Vec<PageRow> = read.collect();
        let cells: Vec<&Cells> = others.iter().map(|row| &row.cells).collect();
        if rows.recognizes_list(first.cells.as_slice(), &cells) {
            rows.push_row(&mut table, PageRow { kind: RowKind::Headings, ..first });
        } else if let Some((code, message)) = columns_by_values(&first, &others) {
            let heading = |column: usize| match column {
                _ if column == code => "code".to_owned(),
                _ if column == message => "message".to_owned(),
                _ => format!("column {}", column + 1),
            };
            let headings: Cells = (0..first.cells.len()).map(heading).collect();
            rows.push_row(&mut table, PageRow::headings(first.line, headings));
            rows.push_row(&mut table, first);
        } else {
            rows.push_row(&mut table, first);
        }
        for row in others {
            rows.push_row(&mut table, row);
        }
        rows.end_table(table);
        return;
    }
    for row in read {
        rows.push_row(&mut table, row);
    }
    rows.end_table(table);
}

/// The shape of the records.
pub(super) struct Shape {
    kind: RecordKind,
    /// The heading of the records' keys, if they have keys.
    key: Option<&'static str>,
    /// The heading of a value that is a text or a number.
    value: &'static str,
    headings: Option<ObjectHeadings>,
}

struct ObjectHeadings {
    paths: Vec<(super::json::Path, String)>,
    language: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RecordKind {
    Objects,
    Lists,
    Values,
}

impl RecordKind {
    fn of(value: &Value) -> Self {
        match value {
            Value::Object(_) => Self::Objects,
            Value::Array(_) => Self::Lists,
            _ => Self::Values,
        }
    }
}

impl Shape {
    pub(super) fn of(records: &[Record<'_>], rows: &Rows<'_>) -> Self {
        let kind = records.first().map_or(RecordKind::Values, |record| RecordKind::of(record.value));
        let has_keys = records.iter().all(|record| record.key.is_some()) && !records.is_empty();
        let keys_are_integers =
            records.iter().all(|record| record.key.as_deref().is_some_and(|key| number(key).is_some()));
        if kind != RecordKind::Objects {
            let values_are_integers =
                records.iter().all(|record| record.value.is_i64() || record.value.is_u64());
            let is_name_to_code = values_are_integers && !keys_are_integers;
            let (key, value) = if is_name_to_code { ("symbol", "code") } else { ("code", "message") };
            return Self { kind, key: has_keys.then_some(key), value, headings: None };
        }
        let mut headings = Headings::new(rows.options.lang.as_deref());
        for object in records.iter().filter_map(|record| record.value.as_object()) {
            headings.learn(object);
        }
        let language = headings.language();
        let paths = headings.all();
        let cells = |object: &Object| paths.iter().map(|(path, _)| path.text(object)).collect::<Cells>();
        let sample = records.iter().filter_map(|record| record.value.as_object()).take(200).map(cells);
        let sample: Vec<Cells> = sample.collect();
        let names: Vec<Rc<str>> = paths.iter().map(|(_, heading)| heading.as_str().into()).collect();
        let has_code = rows.recognizes_code(&names, &sample);
        // If the objects have codes, the key is the symbol, or the number of a code that is a word.
        let key = match (has_code, keys_are_integers) {
            (true, true) => "number",
            (true, false) => "symbol",
            (false, _) => "code",
        };
        let key = has_keys.then_some(key).filter(|key| !names.iter().any(|name| **name == **key));
        Self { kind, key, value: "message", headings: Some(ObjectHeadings { paths, language }) }
    }

    /// Returns the headings of records that are not lists.
    pub(super) fn cells_of_headings(&self) -> Option<Cells> {
        let key = self.key.map(str::to_owned);
        match (&self.headings, self.kind) {
            (Some(headings), _) => Some(
                key.into_iter().chain(headings.paths.iter().map(|(_, heading)| heading.clone())).collect(),
            ),
            (None, RecordKind::Lists) => None,
            (None, _) => Some(key.into_iter().chain([self.value.to_owned()]).collect()),
        }
    }

    pub(super) fn cells(&self, record: &Record<'_>) -> Option<Cells> {
        if RecordKind::of(record.value) != self.kind {
            return None;
        }
        let key = self.key.and(record.key.clone());
        Some(match (&self.headings, record.value) {
            (Some(headings), Value::Object(object)) => {
                key.into_iter().chain(headings.paths.iter().map(|(path, _)| path.text(object))).collect()
            }
            (_, Value::Array(items)) => items.iter().map(text).collect(),
            (_, value) => key.into_iter().chain([text(value)]).collect(),
        })
    }
}

/// A search for the lines of records by their keys or first values, because parsed values have no lines.
struct LineFinder<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    /// The number of bytes that may still be searched for values that are written differently in the text.
    budget: usize,
}

impl LineFinder<'_> {
    fn find(&mut self, record: &Record<'_>) -> usize {
        let first = match record.value {
            Value::Object(object) => object.values().next(),
            Value::Array(items) => items.first(),
            value => Some(value),
        };
        let key = record.key.as_deref().map(|key| Value::from(key).to_string());
        let needle = key
            .or_else(|| first.filter(|first| !first.is_object() && !first.is_array()).map(Value::to_string));
        let found = needle.and_then(|needle| {
            // YAML needs no quotes.
            let bare = needle.trim_matches('"');
            [needle.as_str(), bare].into_iter().find_map(|needle| {
                let rest = &self.text[self.at..];
                let offset = (self.budget > 0).then(|| rest.find(needle))?;
                if offset.is_none() {
                    self.budget = self.budget.saturating_sub(rest.len());
                }
                Some((self.at + offset?, needle.len()))
            })
        });
        if let Some((at, length)) = found {
            self.line += self.text[self.at..at].matches('\n').count();
            self.at = at;
            let line = self.line;
            self.line += self.text[at..at + length].matches('\n').count();
            self.at += length;
            return line;
        }
        self.line
    }
}
