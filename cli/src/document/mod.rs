//! A vendor's published table, read from a file: each format finds the tables in it (`Grid`), and what their
//! columns mean is then the same question for all. Nothing in a table is passed over in silence: what cannot be
//! read is in [`Document::unread`] with its line.

mod comma;
mod entry;
mod file;
mod form;
mod grid;
mod heading;
mod html;
mod integer;
mod markdown;
mod rows;
mod tabs;

pub(crate) use entry::{Document, Entry};
pub(crate) use form::Form;
pub(crate) use heading::Role;
pub(crate) use integer::integer;

use crate::error::{Error, Result};
use std::path::Path;

/// Reads a file, `-` for standard input. `columns` says what each column is where the headings do not.
pub(crate) fn read(path: &Path, form: Option<Form>, columns: Option<&[Role]>) -> Result<Document> {
    let file = path.display().to_string();
    let text = file::text(path, &file)?;
    let form =
        form.or_else(|| form::recognise(path, &text)).ok_or_else(|| Error::NoTable { file: file.clone() })?;
    let grids = match form {
        Form::Markdown => markdown::grids(&text),
        Form::Tabs => tabs::grids(&text, columns.is_some()),
        Form::Csv => comma::grids(&text),
        Form::Html => html::grids(&text),
    };
    rows::read(grids, columns, &file)
}
