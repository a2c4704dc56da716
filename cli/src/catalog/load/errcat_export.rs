//! Reads catalogs from the output of `errcat export --format json` or `jsonl`, with the types of their values.

use super::rust_source::{advice, leak, with_ranges};
use crate::catalog::table::{EnvelopeKeys, ErrorValue, Meaning, Row, Table};
use crate::catalog::value::CellValue;
use error_catalog::{Deprecated, Section};
use error_catalog_core::syntax::{Code, Raw};
use heck::ToSnakeCase;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::OnceLock;

/// A meaning, as an export has it.
#[derive(Deserialize)]
pub(super) struct ExportedMeaning {
    catalog: String,
    code: Value,
    name: String,
    symbol: Option<String>,
    message: String,
    help: Option<String>,
    success: bool,
    section: Option<String>,
    section_name: Option<String>,
    section_titles: Option<Members>,
    section_order: Option<u32>,
    section_range: Option<Ranges>,
    deprecated: Option<Deprecation>,
    #[serde(default)]
    translations: Members,
    columns: Members,
    values: Option<Vec<ErrorValueRecord>>,
    title: Option<String>,
    source: Option<String>,
    lang: Option<String>,
    #[serde(default)]
    former: Vec<String>,
    #[serde(default)]
    former_symbols: Vec<String>,
    #[serde(rename = "type")]
    raw: Option<String>,
    column_types: Option<Members>,
    #[serde(default)]
    exhaustive: bool,
    unknown: Option<String>,
    display: Option<String>,
    error_type: Option<String>,
    source_value: Option<ErrorValueRecord>,
    envelope: Option<ExportedEnvelope>,
    #[serde(default)]
    retired: Vec<(Value, Value)>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Ranges {
    Prefix { prefix: String },
    // Before `One`, which serde would also read from a list of two items.
    Several(Vec<Range>),
    One(Range),
}

#[derive(Deserialize)]
struct Range {
    first: Value,
    last: Value,
}

impl Range {
    fn codes(&self) -> Option<(Code, Code)> {
        Some((to_cell_value(&self.first).to_code()?, to_cell_value(&self.last).to_code()?))
    }
}

#[derive(Deserialize)]
struct ExportedEnvelope {
    code: String,
    siblings: Vec<String>,
}

#[derive(Deserialize)]
struct Deprecation {
    since: Option<String>,
    note: Option<String>,
}

/// A value of an error, as an export has it.
#[derive(Deserialize)]
struct ErrorValueRecord {
    name: String,
    r#type: String,
}

impl ErrorValueRecord {
    fn read(&self) -> ErrorValue {
        ErrorValue { name: leak(&self.name), type_name: leak(&self.r#type) }
    }
}

/// A JSON object that has each of its keys once. `serde_json` itself would keep the last value of a key.
#[derive(Default)]
struct Members(Map<String, Value>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor).map(Self)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Map<String, Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut members = Map::new();
        while let Some((key, value)) = entries.next_entry::<String, Value>()? {
            if members.contains_key(&key) {
                return Err(de::Error::custom(format_args!("the key {key:?} is repeated")));
            }
            members.insert(key, value);
        }
        Ok(members)
    }
}

/// Reads the records of an export; `None` for any other file.
pub(super) fn records(bytes: &[u8]) -> Option<Result<Vec<ExportedMeaning>, String>> {
    let text = str::from_utf8(bytes).ok()?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let object = start.strip_prefix('[').map_or(start, str::trim_start);
    // Every record of an export begins like this, and no page does.
    let is_export = object.starts_with("{\"catalog\":") && object.contains("\"section_name\":");
    if !is_export {
        return None;
    }
    let records = if start.starts_with('[') {
        serde_json::from_str(start)
    } else {
        serde_json::Deserializer::from_str(start).into_iter().collect()
    };
    Some(records.map_err(|error| format!("it looks like an export of errcat, but is damaged: {error}")))
}

/// Creates one catalog for each name, from the records with that name.
pub(super) fn tables(records: &[ExportedMeaning]) -> Result<Vec<Table>, String> {
    let mut groups: Vec<Vec<&ExportedMeaning>> = Vec::new();
    let mut group_of: HashMap<&str, usize> = HashMap::new();
    for record in records {
        let group = *group_of.entry(&record.catalog).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(record);
    }
    groups.iter().map(|records| table(records)).collect()
}

fn table(records: &[&ExportedMeaning]) -> Result<Table, String> {
    check_unique(records)?;
    let first = records[0];
    let translations: Vec<(&'static str, usize)> =
        first.translations.0.keys().enumerate().map(|(index, tag)| (leak(tag), index)).collect();
    let translated = translations.iter().map(|(tag, _)| leak(&tag.to_snake_case()));
    let columns: Vec<&'static str> =
        translated.chain(first.columns.0.keys().map(|name| leak(name))).collect();
    let mut sections: Vec<(Option<u32>, &'static Section)> = Vec::new();
    let mut section_of: HashMap<&str, &'static Section> = HashMap::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut row_of: HashMap<String, usize> = HashMap::new();
    for record in records {
        let section = record.section_name.as_deref().map(|name| {
            *section_of.entry(name).or_insert_with(|| {
                let section = Box::leak(Box::new(section(name, record)));
                sections.push((record.section_order, section));
                section
            })
        });
        let code = to_cell_value(&record.code);
        if code.to_code().is_none() {
            return Err(format!("{} is not a code", record.code));
        }
        let row = *row_of.entry(record.code.to_string()).or_insert(rows.len());
        if row == rows.len() {
            let deprecated = record.deprecated.as_ref().map(|deprecation| {
                let [since, note] =
                    [&deprecation.since, &deprecation.note].map(|text| text.as_deref().map(leak));
                &*Box::leak(Box::new(Deprecated::new(since, note)))
            });
            rows.push(Row {
                code,
                printed: None,
                success: record.success,
                deprecated,
                section,
                meanings: Vec::new(),
                former: record.former.iter().map(|name| leak(name)).collect(),
                former_symbols: record.former_symbols.iter().map(|symbol| leak(symbol)).collect(),
            });
        }
        rows[row].meanings.push(Meaning {
            name: leak(&record.name),
            symbol: record.symbol.as_deref().map(leak),
            message: leak(&record.message),
            help: record.help.as_deref().map(leak),
            columns: {
                let translations = first.translations.0.keys().map(|tag| record.translations.0.get(tag));
                let columns = first.columns.0.keys().map(|name| record.columns.0.get(name));
                translations
                    .chain(columns)
                    .map(|value| value.map_or(CellValue::Nothing, to_cell_value))
                    .collect()
            },
            is_template: record.values.is_some(),
            values: record.values.iter().flatten().map(ErrorValueRecord::read).collect::<Vec<_>>().leak(),
            error_source: record.source_value.as_ref().map(ErrorValueRecord::read),
        });
    }
    let lang = first.lang.as_deref().map(leak);
    let raw = match stated_type(first, &rows) {
        Some(stated) => stated,
        None => raw(&rows)?,
    };
    sections.sort_by_key(|(order, _)| *order);
    let retired = first
        .retired
        .iter()
        .filter_map(|(first, last)| Some((to_cell_value(first).to_code()?, to_cell_value(last).to_code()?)));
    let envelope = first.envelope.as_ref().and_then(|envelope| {
        let siblings = envelope.siblings.iter().map(|key| leak(key)).collect();
        EnvelopeKeys::new(leak(&envelope.code), siblings)
    });
    rows.sort_by_cached_key(|row| row.code.to_code());
    let mut table = Table {
        name: leak(&first.catalog),
        title: first.title.as_deref().map(leak),
        source: first.source.as_deref().map(leak),
        lang,
        languages: lang.into_iter().chain(translations.iter().map(|(tag, _)| *tag)).collect(),
        translations: translations.leak(),
        raw,
        display: None,
        columns: columns.leak(),
        column_types: column_types(first),
        exhaustive: first.exhaustive,
        unknown: first.unknown.as_deref().map(leak),
        error_type: first.error_type.as_deref().map(leak),
        sections: sections.into_iter().map(|(_, section)| *section).collect::<Vec<_>>().leak(),
        rows,
        retired: retired.collect(),
        envelope,
        index: OnceLock::new(),
    };
    table.set_display(first.display.as_deref().map(leak)).map_err(|error| error.to_string())?;
    Ok(table)
}

/// Checks that no name is repeated, and that the records of each code follow each other, as its meanings do in an export.
fn check_unique(records: &[&ExportedMeaning]) -> Result<(), String> {
    let (mut names, mut codes) = (HashSet::new(), HashSet::new());
    let mut previous = None;
    for ExportedMeaning { code, name, .. } in records {
        if !names.insert(name) {
            return Err(format!("the name {name} is repeated, with code {code}: remove one of the records"));
        }
        let continues = previous.replace(code) == Some(code);
        if !continues && !codes.insert(code.to_string()) {
            return Err(format!("code {code} is repeated, with the name {name}: remove one of the records"));
        }
    }
    Ok(())
}

fn section(name: &str, record: &ExportedMeaning) -> Section {
    let titles = record.section_titles.iter().flat_map(|titles| &titles.0);
    let titles: Vec<_> =
        titles.filter_map(|(lang, title)| Some((leak(lang), leak(title.as_str()?)))).collect();
    let lang = record.lang.as_deref().map_or("", leak);
    let section = Section::new(leak(name), leak(record.section.as_deref().unwrap_or(name)))
        .with_titles(lang, titles.leak());
    match &record.section_range {
        None => section,
        Some(Ranges::Prefix { prefix }) => section.with_prefix(leak(prefix)),
        Some(Ranges::One(range)) => with_ranges(section, range.codes()),
        Some(Ranges::Several(ranges)) => with_ranges(section, ranges.iter().filter_map(Range::codes)),
    }
}

/// Returns the types of the translations, then those of the other columns, if the export states them all.
fn column_types(record: &ExportedMeaning) -> Option<Vec<String>> {
    let types = record.column_types.as_ref()?;
    let of_translations = record.translations.0.keys().map(|_| Some("&'static str".to_owned()));
    let of_columns = record.columns.0.keys().map(|name| Some(types.0.get(name)?.as_str()?.to_owned()));
    of_translations.chain(of_columns).collect()
}

/// Returns the type of the codes that an export states, if it holds all of them.
fn stated_type(record: &ExportedMeaning, rows: &[Row]) -> Option<&'static str> {
    let int = Raw::int(record.raw.as_deref()?)?;
    let fits = |row: &Row| matches!(row.code, CellValue::Integer(code) if int.holds(code));
    rows.iter().all(fits).then_some(int.name)
}

/// Returns the smallest type of the usual ones that holds all codes.
fn raw(rows: &[Row]) -> Result<&'static str, String> {
    let all = |fits: fn(i128) -> bool| {
        rows.iter().all(|row| matches!(row.code, CellValue::Integer(code) if fits(code)))
    };
    if rows.iter().all(|row| matches!(row.code, CellValue::Text(_))) {
        Ok("&'static str")
    } else if all(|code| i32::try_from(code).is_ok()) {
        Ok("i32")
    } else if all(|code| i64::try_from(code).is_ok()) {
        Ok("i64")
    } else if all(|code| u64::try_from(code).is_ok()) {
        Ok("u64")
    } else {
        Err("some codes are numbers and some are strings".to_owned())
    }
}

fn to_cell_value(value: &Value) -> CellValue {
    match value {
        Value::Null => CellValue::Nothing,
        Value::Bool(value) => CellValue::Bool(*value),
        Value::String(text) => CellValue::Text(leak(text)),
        Value::Number(number) => number.as_i128().map_or_else(
            || number.as_f64().map_or_else(|| CellValue::Other(number.to_string()), CellValue::Float),
            CellValue::Integer,
        ),
        Value::Object(object) => {
            let times =
                object.get("times").and_then(Value::as_u64).and_then(|times| u8::try_from(times).ok());
            let advice = object.get("advice").and_then(Value::as_str).and_then(|name| advice(name, times));
            advice.map_or_else(|| CellValue::Other(value.to_string()), CellValue::Retry)
        }
        Value::Array(_) => CellValue::Other(value.to_string()),
    }
}
