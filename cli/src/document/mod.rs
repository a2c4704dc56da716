//! A vendor's published table, read from a file: each form finds the tables in it, a row at a time, and what their
//! columns mean is then the same question for all (`Rows`). Nothing in a table is passed over in silence: what cannot
//! be read is in [`Document::unread`] with its line. A file takes at most ten times its size, and 50 MB.

mod cell;
mod cells;
mod code;
mod comma;
mod entry;
mod file;
mod form;
mod heading;
mod html;
mod integer;
mod lines;
mod markdown;
mod pieces;
mod rows;
mod tabs;

pub(crate) use entry::{Document, Entry, Listed};
pub(crate) use form::Form;
pub(crate) use heading::Role;
pub(crate) use integer::integer;

use crate::error::{Error, Result};
use rows::Rows;
use std::path::Path;

/// Reads a file, `-` for standard input. `columns` says what each column is where the headings do not.
pub(crate) fn read(path: &Path, form: Option<Form>, columns: Option<&[Role]>) -> Result<Document> {
    let file = path.display().to_string();
    let text = file::text(path, &file)?;
    let form =
        form.or_else(|| form::recognise(path, &text)).ok_or_else(|| Error::NoTable { file: file.clone() })?;
    let mut rows = Rows::of(text.len(), columns);
    match form {
        Form::Markdown => markdown::read(&text, &mut rows, &file)?,
        Form::Tabs => tabs::read(&text, &mut rows, columns.is_some()),
        Form::Csv => comma::read(&text, &mut rows),
        Form::Html => html::read(&text, &mut rows),
    }
    rows.finish(&file)
}
