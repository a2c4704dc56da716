//! How a command is told to read a vendor's file, and how it says what of the file was not read.

use crate::commands::context::Context;
use crate::error::{Error, Result};
use crate::import::document::{self, Document, Form, How, Listed, Role};
use clap::Args;
use encoding_rs::Encoding;
use std::fmt::Display;
use std::path::Path;

/// How to read the file.
#[derive(Args, Debug)]
pub(crate) struct Reading {
    /// How the file is written; without it, by its name and content
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) from: Option<Form>,
    /// How its letters are encoded, such as GB18030, Big5, UTF-16LE; without it, by a mark, a declaration, or
    /// its bytes
    #[arg(long, value_parser = document::encoding)]
    pub(crate) encoding: Option<&'static Encoding>,
    /// What each column is: code, name, symbol, message, help, section, deprecated, a column of your own, or _
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub(crate) columns: Vec<Role>,
}

impl Reading {
    /// Reads the file, and lists what of it was left out or could not be read.
    pub(crate) fn read(&self, context: &Context<'_>, path: &Path) -> Result<Document> {
        let columns = Some(self.columns.as_slice()).filter(|columns| !columns.is_empty());
        for (role, name) in [(Role::Code, "code"), (Role::Message, "message")] {
            if columns.is_some_and(|columns| columns.iter().filter(|column| **column == role).count() != 1) {
                return Err(Error::Columns { role: name });
            }
        }
        let file = path.display();
        let tell = |note: &str| context.tell(format_args!("{file}, {note}"));
        let how = How { form: self.from, encoding: self.encoding, columns };
        let document = document::read(path, &how, &tell)?;
        tell_notes(context, &file, &document.notes);
        for unread in document.unread.iter() {
            context.tell(format_args!("{file}, line {}: cannot read the row: {}", unread.line, unread.why));
        }
        if document.unread.more() > 0 {
            context.tell(format_args!("{file}: {} more rows cannot be read", document.unread.more()));
        }
        Ok(document)
    }
}

/// Notes on a file, as far as anybody reads them.
pub(crate) fn tell_notes(context: &Context<'_>, file: &impl Display, notes: &Listed<String>) {
    for note in notes.iter() {
        context.tell(format_args!("{file}, {note}"));
    }
    if notes.more() > 0 {
        context.tell(format_args!("{file}: {} more notes", notes.more()));
    }
}
