//! Rows as JSON: an array of objects, or an object a line, as errcat exports them or anybody else with one value a key.

use super::cells::{Cells, quoted};
use super::line_numbers::Lines;
use super::own_exports::{FIRST, OF_CATALOG};
use super::row_reader::{Rows, Table};
use serde_json::{Map, Value};
use std::rc::Rc;

type Object = Map<String, Value>;

/// No row of a table is longer.
const LONGEST: usize = 1 << 20;

pub(super) fn read(text: &str, rows: &mut Rows<'_>) {
    let mut headings = Headings::default();
    each(text, |_, object| headings.learn(&object), |_, _| {});
    let headings = headings.all();
    let mut lines = Lines::of(text);
    let mut table = Table::under(None);
    let cells: Cells = headings.iter().map(|(_, heading)| Rc::<str>::from(heading.as_str())).collect();
    rows.row(&mut table, 1, &cells);
    let mut unread = Vec::new();
    each(
        text,
        |at, object| {
            let cells: Cells = headings.iter().map(|(place, _)| place.text(&object)).collect();
            rows.row(&mut table, lines.at(at), &cells);
        },
        |at, why| unread.push((at, why)),
    );
    rows.end(table);
    for (at, why) in unread {
        rows.unread(Lines::of(text).at(at), || why);
    }
}

/// Calls back for each object, with where it begins, and once for what is none.
fn each(text: &str, mut take: impl FnMut(usize, Object), mut unread: impl FnMut(usize, String)) {
    let mut at = 0;
    let separators: &[char] = if text.trim_start().starts_with('[') { &['[', ',', ']'] } else { &[] };
    loop {
        let rest = &text[at..];
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || separators.contains(&c));
        at = text.len() - rest.len();
        if rest.is_empty() {
            return;
        }
        let Some(length) = length(rest) else {
            return unread(at, format!("{} is no object of JSON; what follows is left out", quoted(rest)));
        };
        match serde_json::from_str(&rest[..length]) {
            Ok(object) => take(at, object),
            Err(error) => unread(at, format!("it is no JSON ({error}): {}", quoted(&rest[..length]))),
        }
        at += length;
    }
}

/// How long the object is that a text begins with, if it is one.
fn length(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut is_escaped) = (0usize, false, false);
    for (index, byte) in text.bytes().enumerate().take(LONGEST) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' if depth > 0 => in_string = !in_string,
            _ if in_string => {}
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(index + 1),
            b'}' => depth = depth.checked_sub(1)?,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Where in an object a cell is from.
enum Place {
    Key(String),
    /// Within the object of this key.
    Within(&'static str, String),
}

impl Place {
    fn text(&self, object: &Object) -> String {
        let value = match self {
            Self::Key(key) => object.get(key),
            Self::Within(outer, key) => object.get(*outer).and_then(|inner| inner.get(key)),
        };
        value.map_or_else(String::new, text)
    }
}

/// A value as the flat exports have it.
fn text(value: &Value) -> String {
    let word = |key: &str| value.get(key).and_then(Value::as_str);
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(object) if object.contains_key("advice") => {
            let times = object.get("times").and_then(Value::as_u64).map(|times| format!(" {times}"));
            word("advice").unwrap_or_default().to_owned() + &times.unwrap_or_default()
        }
        Value::Object(object) if object.contains_key("since") && object.contains_key("note") => {
            match (word("since"), word("note")) {
                (None, None) => "yes".to_owned(),
                (None, Some(note)) => note.to_owned(),
                (Some(since), None) => format!("since {since}"),
                (Some(since), Some(note)) => format!("since {since}: {note}"),
            }
        }
        other => other.to_string(),
    }
}

/// The keys of all objects: of an export in the order in which the flat ones have them, so that both are read alike.
#[derive(Default)]
struct Headings {
    keys: Vec<String>,
    titles: Vec<String>,
    columns: Vec<String>,
}

impl Headings {
    fn learn(&mut self, object: &Object) {
        let inner = |key: &str| object.get(key).and_then(Value::as_object).into_iter().flat_map(Map::keys);
        add(&mut self.keys, object.keys());
        add(&mut self.titles, inner("section_titles"));
        add(&mut self.columns, inner("columns"));
    }

    fn all(self) -> Vec<(Place, String)> {
        let key = |key: &str| (Place::Key(key.to_owned()), key.to_owned());
        if !FIRST.iter().all(|first| self.keys.iter().any(|key| key == first)) {
            return self.keys.iter().map(|name| key(name)).collect();
        }
        let mut headings: Vec<(Place, String)> = FIRST.iter().map(|name| key(name)).collect();
        let title = |lang: String| {
            let heading = format!("section_{lang}");
            (Place::Within("section_titles", lang), heading)
        };
        headings.extend(self.titles.into_iter().map(title));
        headings.push(key("deprecated"));
        headings.extend(OF_CATALOG.iter().map(|name| key(name)));
        for column in self.columns {
            let mut heading = column.clone();
            while headings.iter().any(|(_, other)| *other == heading) {
                heading.insert_str(0, "column_");
            }
            headings.push((Place::Within("columns", column), heading));
        }
        headings
    }
}

/// Adds those that are new, and no more than a table has.
fn add<'k>(known: &mut Vec<String>, keys: impl Iterator<Item = &'k String>) {
    for key in keys {
        if known.len() < Cells::WIDEST && !known.contains(key) {
            known.push(key.clone());
        }
    }
}
