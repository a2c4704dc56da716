//! Searches a JSON value for its records, if the user does not select them: lists of objects, maps, and lists of lists that
//! have codes.

use super::cells::Cells;
use super::decorated_integer::number;
use super::diagnosis::columns_by_values;
use super::json::text;
use super::json_records::{Record, Shape};
use super::page_table::PageRow;
use super::rows::Rows;
use serde_json::Value;

/// The paths of a file's values that may be its records.
#[derive(Default)]
pub(super) struct Candidates {
    /// Objects with a code and a message, or lists of these.
    pub(super) with_codes: Vec<String>,
    /// Single objects with a code and a message.
    singles: Vec<String>,
    /// Objects from a name to a code, or from a word to a text.
    maps: Vec<String>,
    /// Lists of objects without known keys.
    lists: Vec<String>,
}

impl Candidates {
    /// The maximum number of levels above the records.
    const DEEPEST: usize = 8;

    pub(super) fn of(value: &Value, rows: &Rows<'_>) -> Self {
        let mut candidates = Self::default();
        candidates.search(value, "$", 0, rows);
        candidates
    }

    /// Returns the candidates of the best kind.
    pub(super) fn paths(&self) -> &[String] {
        let kinds = [&self.with_codes, &self.singles, &self.maps, &self.lists];
        kinds.into_iter().find(|paths| !paths.is_empty()).map_or(&[], Vec::as_slice)
    }

    fn search(&mut self, value: &Value, path: &str, depth: usize, rows: &Rows<'_>) {
        if depth > Self::DEEPEST || self.with_codes.len() > 2 {
            return;
        }
        match value {
            Value::Array(items) => {
                let inside = format!("{path}[*]");
                if items.is_empty() {
                } else if items.iter().all(Value::is_object) {
                    let records: Vec<_> = items.iter().map(|value| Record { key: None, value }).collect();
                    if self.add(&records, &inside, rows) {
                        return;
                    }
                    self.search(&items[0], &inside, depth + 1, rows);
                } else if items.iter().all(Value::is_array) {
                    let read =
                        |list: &Value| list.as_array().into_iter().flatten().map(text).collect::<Cells>();
                    let read: Vec<PageRow> =
                        items.iter().take(200).map(|list| PageRow::plain(1, read(list))).collect();
                    let cells: Vec<&Cells> = read[1..].iter().map(|row| &row.cells).collect();
                    if rows.recognizes_list(read[0].cells.as_slice(), &cells)
                        || columns_by_values(&read[0], &read[1..]).is_some()
                    {
                        self.with_codes.push(inside);
                    }
                }
            }
            Value::Object(object) if !object.is_empty() => {
                let members = || object.iter().map(|(key, value)| Record { key: Some(key.clone()), value });
                let inside = format!("{path}.*");
                let are_texts = || object.values().all(Value::is_string);
                if object.values().all(Value::is_object) {
                    if self.add(&members().collect::<Vec<_>>(), &inside, rows) {
                        return;
                    }
                } else if are_texts() && object.keys().all(|key| number(key).is_some()) {
                    self.with_codes.push(inside);
                    return;
                } else if object.len() > 1 && (are_texts() || object.values().all(Value::is_i64)) {
                    let is_single = Self::are_recognized(&[Record { key: None, value }], rows);
                    let (paths, path) = if is_single {
                        (&mut self.singles, path.to_owned())
                    } else {
                        (&mut self.maps, inside)
                    };
                    paths.push(path);
                    return;
                } else if Self::are_recognized(&[Record { key: None, value }], rows) {
                    // It may be an envelope around the records.
                    self.singles.push(path.to_owned());
                }
                for (key, value) in object {
                    let is_name = !key.starts_with(|first: char| first.is_ascii_digit())
                        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                    let key = key.replace('\\', "\\\\").replace('\'', "\\'");
                    let path = if is_name && !key.is_empty() {
                        format!("{path}.{key}")
                    } else {
                        format!("{path}['{key}']")
                    };
                    self.search(value, &path, depth + 1, rows);
                }
            }
            _ => {}
        }
    }

    /// Adds objects, and returns whether their columns are recognized.
    fn add(&mut self, records: &[Record<'_>], path: &str, rows: &Rows<'_>) -> bool {
        let is_recognized = Self::are_recognized(records, rows);
        if is_recognized {
            self.with_codes.push(path.to_owned());
        } else if path.ends_with(']') {
            self.lists.push(path.to_owned());
        }
        is_recognized
    }

    fn are_recognized(records: &[Record<'_>], rows: &Rows<'_>) -> bool {
        let shape = Shape::of(records, rows);
        let sample: Vec<Cells> = records.iter().take(200).filter_map(|record| shape.cells(record)).collect();
        let headings = shape.cells_of_headings().unwrap_or_default();
        rows.recognizes(headings.as_slice(), &sample)
    }
}
