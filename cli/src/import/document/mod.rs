//! Reads a vendor's table from a file. Each format finds the tables in it, row by row; [`Rows`] then decides for all of
//! them what the columns mean. Every row that cannot be read is in [`Document::unread`] with its line. A file takes at
//! most ten times its size and 50 MB of memory.

mod cell_text;
mod cells;
mod code_cell;
mod code_spaces;
mod column_role;
mod columns;
mod csv;
mod encoding;
mod file_bytes;
mod format;
mod heading;
mod heading_words;
mod html;
mod html_charset;
mod integer;
mod json;
mod json_records;
mod json_value;
mod line_numbers;
mod markdown;
mod markdown_blocks;
mod model;
mod number;
mod options;
mod own_exports;
mod refusal;
mod row_entry;
mod row_reader;
mod spreadsheet;
mod table;
mod tsv;
mod zip_limits;

pub(crate) use column_role::{ColumnOption, Role};
pub(crate) use encoding::named as encoding;
pub(crate) use file_bytes::bytes as file_bytes;
pub(crate) use format::Form;
pub(crate) use integer::integer;
pub(crate) use model::{Capped, Document, Entry};
pub(crate) use options::{Columns, Exceptions, ReadOptions, Selection};
pub(crate) use own_exports::CODE_OF_TEXTS;

use crate::error::{Error, Result};
use encoding::Hints;
use row_reader::Rows;
use std::path::Path;
use zip_limits::Workbook;

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
    if format::is_workbook(&bytes, &file)? || options.form == Some(Form::Xlsx) {
        let Workbook { archive, size: unpacked } = zip_limits::check(&bytes, &file)?;
        drop(bytes);
        let mut rows = Rows::within((18 << 20) + 7 * size - unpacked, options);
        spreadsheet::read(&archive, &mut rows, &file)?;
        return rows.finish(&file);
    }
    let is_html = options.form.map_or_else(|| format::may_be_html(path, &bytes), |form| form == Form::Html);
    let text = encoding::text(bytes, &file, &Hints { given: options.encoding, is_html, report })?;
    if text.trim().is_empty() {
        return Err(Error::Empty { file });
    }
    let form = options.form.or_else(|| format::recognise(path, &text));
    if options.records.is_some() && form != Some(Form::Json) {
        return Err(Error::NotJson { file });
    }
    let mut rows = Rows::within((32 << 20) + 7 * size - text.len().min(7 * size), options);
    match form {
        Some(Form::Markdown) => markdown::read(&text, &mut rows, &file)?,
        Some(Form::Tabs) => tsv::read(&text, &mut rows),
        Some(Form::Csv) => csv::read(&text, &mut rows),
        Some(Form::Html) => html::read(&text, &mut rows),
        Some(Form::Json) => json::read(&text, &mut rows, &file)?,
        Some(Form::Xlsx) | None => return Err(Error::NoTable { file }),
    }
    rows.finish(&file)
}
