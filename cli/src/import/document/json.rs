//! Rows as JSON: an array of objects, or one object per line, is read object by object. Any other shape is searched for
//! its records.

use super::cells::{Cells, quoted};
use super::export_headings::{DISPLAY, FIRST, OF_CATALOG, PRINTED};
use super::heading_words::{HeadingMeaning, word};
use super::json_records;
use super::json_value;
use super::line_numbers::Lines;
use super::model::Unread;
use super::page_table::PageRow;
use super::rows::Rows;
use crate::error::{Error, Result};
use error_catalog_core::syntax::Raw;
use error_catalog_core::syntax::language::tag_of_identifier;
use heck::ToSnakeCase;
use serde_json::{Map, Value};
use std::rc::Rc;

pub(super) type Object = Map<String, Value>;

/// The maximum length of an object in bytes.
const LONGEST: usize = 1 << 20;

pub(super) fn read(text: &str, rows: &mut Rows<'_>, file: &str) -> Result<()> {
    let trimmed = text.trim_start();
    if let Some(path) = &rows.options.records {
        return json_records::read(text, rows, file, Some(path));
    }
    let is_whole = || length(trimmed).is_none_or(|length| trimmed[length..].trim().is_empty());
    let has_other_shape = if let Some(items) = trimmed.strip_prefix('[') {
        !items.trim_start().starts_with(['{', ']'])
    } else {
        is_whole()
    };
    if has_other_shape && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return json_records::read(text, rows, file, None);
    }
    objects(text, rows);
    if !rows.has_read_table
        && trimmed.starts_with('[')
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
    {
        return json_records::read_within(text, rows, file);
    }
    // Without an object, there are no headings, and so no table that would report its rows.
    if !rows.has_read_table
        && let Some(Unread { line, why }) = rows.document.unread.iter().next()
    {
        return Err(Error::NoObjects { file: file.to_owned(), line: *line, why: why.clone() });
    }
    Ok(())
}

/// Reads an array of objects, or one object per line.
fn objects(text: &str, rows: &mut Rows<'_>) {
    let mut headings = Headings::new(rows.options.lang.as_deref());
    each(text, |_, _, object| {
        if let Ok(object) = object {
            headings.learn(&object);
        }
    });
    if headings.are_exported() && headings.codes_are_texts {
        rows.document.codes.get_or_insert(Raw::Str);
    }
    if headings.are_exported() {
        rows.document.type_of_codes = headings.type_of_codes.value().and_then(Raw::int);
        rows.document.unknown = headings.unknown.value().map(str::to_owned);
    }
    if let Some(lang) = headings.language() {
        rows.document.lang.get_or_insert(lang);
    }
    let headings = headings.all();
    let mut lines = Lines::of(text);
    let mut table = rows.begin_table(None);
    table.rows_are_complete = true;
    let cells: Cells = headings.iter().map(|(_, heading)| Rc::<str>::from(heading.as_str())).collect();
    rows.push_row(&mut table, PageRow::headings(1, cells));
    each(text, |at, written, object| {
        let line = lines.at(at);
        match object {
            Ok(object) => {
                let cells: Cells = headings.iter().map(|(path, _)| path.text(&object)).collect();
                rows.push_row(&mut table, PageRow::plain(line, cells));
            }
            Err(why) => rows.unread(line, written, || why),
        }
    });
    rows.end_table(table);
}

/// Calls back for each object, and for text that is not one, with its offset.
fn each(text: &str, mut take: impl FnMut(usize, &str, std::result::Result<Object, String>)) {
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
            let why = format!("{} is not a JSON object; everything after it is left out", quoted(rest));
            return take(at, rest, Err(why));
        };
        let written = &rest[..length];
        take(at, written, object(written).map_err(|why| format!("{why}: {}", quoted(written))));
        at += length;
    }
}

/// Parses an object; the error names what is wrong with it.
fn object(text: &str) -> std::result::Result<Object, String> {
    let (value, repeated) = json_value::parse(text).map_err(|error| format!("it is not JSON ({error})"))?;
    match (value, repeated.first()) {
        (_, Some(repeated)) => Err(format!("it has the key {} twice", quoted(&repeated.key))),
        (Value::Object(object), None) => Ok(object),
        (_, None) => Err("it is not a JSON object".to_owned()),
    }
}

/// Returns the length of the object that a text begins with, if it is one.
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

/// The path of a cell in an object.
pub(super) enum Path {
    Key(String),
    /// A key of the object that another key has.
    Within(String, String),
    /// The same, but the value of the outer key may also be the text itself, as it is if only some messages are translated.
    WithinOrPlain(String, String),
}

impl Path {
    /// Returns the text of the cell, empty if the object has none.
    pub(super) fn text(&self, object: &Object) -> String {
        let value = match self {
            Self::Key(key) => object.get(key),
            Self::Within(outer, key) => object.get(outer).and_then(|inner| inner.get(key)),
            Self::WithinOrPlain(outer, key) => object
                .get(outer)
                .and_then(|value| if value.is_string() { Some(value) } else { value.get(key) }),
        };
        value.map_or_else(String::new, text)
    }
}

/// Returns a value as a cell of the flat exports.
pub(super) fn text(value: &Value) -> String {
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

/// Checks whether a value is a text in several languages: `{"en": "busy", "zh": "系统繁忙"}`.
fn languages(value: &Value) -> Option<&Object> {
    let object = value.as_object()?;
    let is_text = |(key, value): (&String, &Value)| {
        tag_of_identifier(&key.to_snake_case()).is_some() && (value.is_string() || value.is_null())
    };
    (!object.is_empty() && object.iter().all(is_text)).then_some(object)
}

/// The keys of all objects: those of an export in the order of the flat forms, so that both are read alike.
#[derive(Default)]
pub(super) struct Headings {
    keys: Vec<String>,
    titles: Vec<String>,
    translations: Vec<String>,
    columns: Vec<String>,
    /// Keys whose values are texts in several languages, with the languages.
    translated: Vec<(String, Vec<String>)>,
    /// Keys whose values are objects, with the keys in them.
    nested: Vec<(String, Vec<String>)>,
    /// Keys whose value is a text in some object.
    texts: Vec<String>,
    /// Keys that have another value in some object.
    plain: Vec<String>,
    wanted_lang: Option<String>,
    codes_are_texts: bool,
    type_of_codes: Shared,
    unknown: Shared,
}

/// The value of a key that is the same in each object of an export.
#[derive(Default)]
enum Shared {
    #[default]
    Unread,
    Same(Option<String>),
    Differs,
}

impl Shared {
    fn learn(&mut self, value: Option<&Value>) {
        let value = value.and_then(Value::as_str);
        match self {
            Self::Unread => *self = Self::Same(value.map(str::to_owned)),
            Self::Same(first) if first.as_deref() != value => *self = Self::Differs,
            Self::Same(_) | Self::Differs => {}
        }
    }

    fn value(&self) -> Option<&str> {
        match self {
            Self::Same(value) => value.as_deref(),
            Self::Unread | Self::Differs => None,
        }
    }
}

impl Headings {
    /// Creates headings. Of a text in several languages, the one in `lang` is read, or the first if it has none in
    /// `lang`.
    pub(super) fn new(lang: Option<&str>) -> Self {
        Self { wanted_lang: lang.map(str::to_owned), codes_are_texts: true, ..Self::default() }
    }

    pub(super) fn learn(&mut self, object: &Object) {
        let inner = |key: &str| object.get(key).and_then(Value::as_object).into_iter().flat_map(Map::keys);
        add(&mut self.keys, object.keys());
        add(&mut self.titles, inner("section_titles"));
        add(&mut self.translations, inner("translations"));
        add(&mut self.columns, inner("columns"));
        self.codes_are_texts &= object.get("code").is_none_or(Value::is_string);
        self.type_of_codes.learn(object.get("type"));
        self.unknown.learn(object.get("unknown"));
        for (key, value) in object {
            let list = match (languages(value), value) {
                (Some(_), _) => &mut self.translated,
                (None, Value::Object(inner))
                    if inner.values().all(|value| !value.is_object() && !value.is_array()) =>
                {
                    &mut self.nested
                }
                (None, Value::Null) => continue,
                (None, value) => {
                    let list = if value.is_string() { &mut self.texts } else { &mut self.plain };
                    add(list, std::iter::once(key));
                    continue;
                }
            };
            let index = list.iter().position(|(other, _)| other == key);
            let index = index.unwrap_or_else(|| {
                list.push((key.clone(), Vec::new()));
                list.len() - 1
            });
            add(&mut list[index].1, value.as_object().into_iter().flat_map(Map::keys));
        }
    }

    /// Returns the language of the messages, if they have several.
    pub(super) fn language(&self) -> Option<String> {
        let is_message =
            |key: &str| matches!(word(key), Some(HeadingMeaning::Message | HeadingMeaning::Description));
        let key = self.keys.iter().find(|key| is_message(key) && self.languages_of(key).is_some())?;
        Some(main_language(self.languages_of(key)?, self.wanted_lang.as_deref()).to_owned())
    }

    /// Returns the languages of a key whose values are all texts, or texts in several languages.
    fn languages_of(&self, key: &str) -> Option<&[String]> {
        let has_other =
            self.plain.iter().chain(self.nested.iter().map(|(key, _)| key)).any(|other| other == key);
        let (_, languages) = self.translated.iter().find(|(other, _)| other == key && !has_other)?;
        Some(languages)
    }

    /// Returns the keys of the objects that are the values of a key.
    fn keys_of(&self, key: &str) -> Option<&[String]> {
        let others = self.plain.iter().chain(&self.texts).chain(self.translated.iter().map(|(key, _)| key));
        let has_other = others.into_iter().any(|other| other == key);
        let (_, keys) = self.nested.iter().find(|(other, _)| other == key && !has_other)?;
        Some(keys)
    }

    fn are_exported(&self) -> bool {
        FIRST.iter().all(|first| self.keys.iter().any(|key| key == first))
    }

    pub(super) fn all(mut self) -> Vec<(Path, String)> {
        let key = |key: &str| (Path::Key(key.to_owned()), key.to_owned());
        if !self.are_exported() {
            return self.of_others();
        }
        let mut headings: Vec<(Path, String)> = FIRST.iter().map(|name| key(name)).collect();
        let has_display = self.keys.iter().any(|key| key == DISPLAY);
        if has_display {
            headings.insert(2, key(PRINTED));
        }
        let of_languages = [
            ("section", "section_titles", &mut self.titles),
            ("message", "translations", &mut self.translations),
        ];
        for (field, key, languages) in of_languages {
            let heading = |lang: String| {
                let heading = format!("{field}_{}", lang.to_snake_case());
                (Path::Within(key.to_owned(), lang), heading)
            };
            headings.extend(std::mem::take(languages).into_iter().map(heading));
        }
        headings.push(key("deprecated"));
        headings.extend(OF_CATALOG.iter().map(|name| key(name)));
        if has_display {
            headings.push(key(DISPLAY));
        }
        for column in self.columns {
            let mut heading = column.clone();
            while headings.iter().any(|(_, other)| *other == heading) {
                heading.insert_str(0, "column_");
            }
            headings.push((Path::Within("columns".to_owned(), column), heading));
        }
        headings
    }

    /// Returns the headings of JSON that is not an export. Texts in several languages are one column each; other
    /// objects are columns such as `error.code`.
    fn of_others(&self) -> Vec<(Path, String)> {
        let mut headings: Vec<(Path, String)> = Vec::new();
        for key in &self.keys {
            if let Some(languages) = self.languages_of(key) {
                let main = main_language(languages, self.wanted_lang.as_deref());
                let is_message =
                    matches!(word(key), Some(HeadingMeaning::Message | HeadingMeaning::Description));
                for lang in languages {
                    let heading = match (lang == main, is_message) {
                        (true, _) => key.clone(),
                        (false, true) => lang.to_snake_case(),
                        (false, false) => format!("{key}_{}", lang.to_snake_case()),
                    };
                    let path = if lang == main { Path::WithinOrPlain } else { Path::Within };
                    headings.push((path(key.clone(), lang.clone()), heading));
                }
            } else if let Some(inner) = self.keys_of(key) {
                let within =
                    |name: &String| (Path::Within(key.clone(), name.clone()), format!("{key}.{name}"));
                headings.extend(inner.iter().map(within));
            } else {
                headings.push((Path::Key(key.clone()), key.clone()));
            }
        }
        headings
    }
}

/// Returns the language that is read as the vendor's own: the wanted one, or the first.
fn main_language<'l>(languages: &'l [String], wanted: Option<&str>) -> &'l str {
    let normal = |lang: &str| lang.to_lowercase().replace('_', "-");
    let language = |lang: &str| normal(lang).split('-').next().unwrap_or_default().to_owned();
    let exact = wanted.and_then(|wanted| languages.iter().find(|lang| normal(lang) == normal(wanted)));
    let near = || wanted.and_then(|wanted| languages.iter().find(|lang| language(lang) == language(wanted)));
    exact.or_else(near).or(languages.first()).map_or("", String::as_str)
}

/// Adds the new keys, and no more than a table has.
fn add<'k>(known: &mut Vec<String>, keys: impl Iterator<Item = &'k String>) {
    for key in keys {
        if known.len() < Cells::WIDEST && !known.contains(key) {
            known.push(key.clone());
        }
    }
}
