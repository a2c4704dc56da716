//! Reads a vendor's table from a file. Each format finds the tables in it, row by row; [`Rows`] then decides for all of
//! them what the columns mean. Every row that cannot be read is in [`Document::unread`] with its line. A file takes at
//! most ten times its size and 50 MB of memory.

mod cell_text;
mod cells;
mod cells_to_entry;
mod code_cell;
mod column_roles;
mod conflicting_tables;
mod constants;
mod csv;
mod decorated_integer;
mod diagnosis;
mod encoding;
mod export_headings;
mod file_bytes;
mod format;
mod heading;
mod heading_words;
mod heading_words_european;
mod html;
mod html_charset;
mod integer;
mod json;
mod json_candidates;
mod json_records;
mod json_value;
mod line_numbers;
mod markdown;
mod markdown_chunks;
mod messages_by_symbol;
mod model;
mod options;
mod page_table;
mod pattern;
mod pattern_presets;
mod pattern_rows;
mod role;
mod rows;
mod rst;
mod source_literals;
mod spreadsheet;
mod toml;
mod tsv;
mod yaml;
mod zip_limits;

pub(crate) use encoding::named as encoding;
pub(crate) use export_headings::CODE_OF_TEXTS;
pub(crate) use file_bytes::bytes as file_bytes;
pub(crate) use format::FileFormat;
pub(crate) use integer::integer;
pub(crate) use model::{Capped, Document, Entry};
pub(crate) use options::{Columns, Exceptions, ReadOptions, Selection};
pub(crate) use pattern::Pattern;
pub(crate) use pattern_presets::patterns;
pub(crate) use role::{ColumnOption, Role};
pub(crate) use toml::key as toml_key;

use crate::error::{Error, Result};
use clap::ValueEnum;
use encoding::Hints;
use rows::Rows;
use std::path::Path;
use zip_limits::CheckedWorkbook;

/// Reads a file, `-` for standard input. `report` takes notes that matter even if no table is found.
pub(crate) fn read(path: &Path, options: &ReadOptions, report: &dyn Fn(&str)) -> Result<Document> {
    let file = path.display().to_string();
    of_bytes(file_bytes::bytes(path, &file)?, path, options, report)
}

/// Reads the content of a file.
pub(crate) fn of_bytes(
    bytes: Vec<u8>,
    path: &Path,
    options: &ReadOptions,
    report: &dyn Fn(&str),
) -> Result<Document> {
    let file = path.display().to_string();
    let size = bytes.len();
    if size == 0 {
        return Err(Error::Empty { file });
    }
    if format::is_workbook(&bytes, &file)? || options.format == Some(FileFormat::Xlsx) {
        let CheckedWorkbook { archive, size: unpacked } = zip_limits::check(&bytes, &file)?;
        drop(bytes);
        let mut rows = Rows::with_memory_limit((18 << 20) + 7 * size - unpacked, options);
        spreadsheet::read(&archive, &mut rows, &file)?;
        return rows.finish(&file);
    }
    let is_html =
        options.format.map_or_else(|| format::may_be_html(path, &bytes), |format| format == FileFormat::Html);
    let text = encoding::text(bytes, &file, &Hints { given: options.encoding, is_html, report })?;
    if text.trim().is_empty() {
        return Err(Error::Empty { file });
    }
    let format = options.format.or_else(|| format::recognize(path, &text));
    if options.records.is_some()
        && !matches!(format, Some(FileFormat::Json | FileFormat::Yaml | FileFormat::Toml))
    {
        return Err(Error::NotJson { file });
    }
    let mut rows = Rows::with_memory_limit((32 << 20) + 7 * size - text.len().min(7 * size), options);
    if !options.patterns.is_empty() {
        pattern_rows::read(&text, &mut rows, &file, &options.patterns)?;
        return rows.finish(&file);
    }
    if let Some(preset) = format.and_then(pattern_presets::preset) {
        pattern_rows::read_preset(&text, &mut rows, &file, preset)?;
        return rows.finish(&file);
    }
    match format {
        Some(FileFormat::Markdown) => markdown::read(&text, &mut rows, &file)?,
        Some(FileFormat::Tabs) => tsv::read(&text, &mut rows),
        Some(FileFormat::Csv) => csv::read(&text, &mut rows),
        Some(FileFormat::Html) => html::read(&text, &mut rows),
        Some(FileFormat::Json) => json::read(&text, &mut rows, &file)?,
        Some(FileFormat::Yaml) => yaml::read(&text, &mut rows, &file)?,
        Some(FileFormat::Toml) => toml::read(&text, &mut rows, &file)?,
        Some(FileFormat::Rst) => rst::read(&text, &mut rows),
        Some(_) | None => return Err(no_table(&text, file)),
    }
    rows.finish(&file).map_err(|error| match error {
        Error::NoTable { file } => no_table(&text, file),
        // Prose with commas passes for CSV.
        Error::NoColumns { ref file, .. } if options.format.is_none() => {
            match no_table(&text, file.clone()) {
                Error::NoTable { .. } => error,
                better => better,
            }
        }
        other => other,
    })
}

/// Returns the error of a text without a table, which may have a list or source code that a preset reads.
fn no_table(text: &str, file: String) -> Error {
    let presets = pattern_presets::PRESETS.iter();
    let counts = presets.map(|preset| (pattern_rows::count(text, preset), preset.format));
    match counts.rev().max_by_key(|(count, _)| *count) {
        Some(((count, _), format)) if count > 1 => {
            let possible = format.to_possible_value();
            let option = possible.map_or_else(String::new, |value| value.get_name().to_owned());
            Error::NoTableButPreset { file, count, option }
        }
        _ => Error::NoTable { file },
    }
}
