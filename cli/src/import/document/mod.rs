//! A vendor's published table, read from a file: each form finds the tables in it, a row at a time, and what their
//! columns mean is then the same question for all (`Rows`). Nothing in a table is passed over in silence: what cannot
//! be read is in [`Document::unread`] with its line. A file takes at most ten times its size, and 50 MB.

mod cell_text;
mod cells;
mod code_cell;
mod column_role;
mod csv;
mod encoding;
mod file_bytes;
mod format;
mod heading;
mod html;
mod html_charset;
mod integer;
mod json;
mod line_numbers;
mod markdown;
mod markdown_blocks;
mod model;
mod own_exports;
mod row_reader;
mod spreadsheet;
mod tsv;
mod zip_limits;

pub(crate) use column_role::Role;
pub(crate) use encoding::named as encoding;
pub(crate) use file_bytes::bytes as file_bytes;
pub(crate) use format::Form;
pub(crate) use integer::integer;
pub(crate) use model::{Document, Entry, Listed};

use crate::error::{Error, Result};
use encoding::Hints;
use encoding_rs::Encoding;
use row_reader::Rows;
use std::path::Path;
use zip_limits::{Unpacked, unpacked};

/// What the user says of a file; what is left open is seen from the file.
pub(crate) struct How<'a> {
    pub(crate) form: Option<Form>,
    pub(crate) encoding: Option<&'static Encoding>,
    /// What each column is.
    pub(crate) columns: Option<&'a [Role]>,
}

/// Reads a file, `-` for standard input. `tell` takes what the user should know even if no table is found.
pub(crate) fn read(path: &Path, how: &How<'_>, tell: &dyn Fn(&str)) -> Result<Document> {
    let file = path.display().to_string();
    of_bytes(file_bytes::bytes(path, &file)?, path, how, tell)
}

/// Reads what a file holds.
pub(crate) fn of_bytes(bytes: Vec<u8>, path: &Path, how: &How<'_>, tell: &dyn Fn(&str)) -> Result<Document> {
    let file = path.display().to_string();
    let size = bytes.len();
    if size == 0 {
        return Err(Error::Empty { file });
    }
    if format::is_workbook(&bytes, &file)? || how.form == Some(Form::Xlsx) {
        let Unpacked { archive, size: unpacked } = unpacked(&bytes, &file)?;
        drop(bytes);
        let mut rows = Rows::within((18 << 20) + 7 * size - unpacked, how.columns);
        spreadsheet::read(&archive, &mut rows, &file, how.columns.is_some())?;
        return rows.finish(&file);
    }
    let is_html = how.form.map_or_else(|| format::may_be_html(path, &bytes), |form| form == Form::Html);
    let text = encoding::text(bytes, &file, &Hints { given: how.encoding, is_html, tell })?;
    if text.trim().is_empty() {
        return Err(Error::Empty { file });
    }
    let form = how.form.or_else(|| format::recognise(path, &text));
    let mut rows = Rows::within((32 << 20) + 7 * size - text.len().min(7 * size), how.columns);
    match form {
        Some(Form::Markdown) => markdown::read(&text, &mut rows, &file)?,
        Some(Form::Tabs) => tsv::read(&text, &mut rows, how.columns.is_some()),
        Some(Form::Csv) => csv::read(&text, &mut rows),
        Some(Form::Html) => html::read(&text, &mut rows),
        Some(Form::Json) => json::read(&text, &mut rows),
        Some(Form::Xlsx) | None => return Err(Error::NoTable { file }),
    }
    rows.finish(&file)
}
