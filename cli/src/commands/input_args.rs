//! The arguments that say how to read a vendor's file, and the messages about rows that could not be read.

use crate::commands::context::Context;
use crate::error::{Error, Result};
use crate::import::document::{self, Document, Form, How, Listed, Role};
use clap::Args;
use encoding_rs::Encoding;
use std::fmt::Display;
use std::path::Path;

/// The options for reading a file.
#[derive(Args, Debug)]
pub(crate) struct InputArgs {
    /// The format of the file; detected from its name and content if omitted
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) from: Option<Form>,
    /// The text encoding, such as GB18030, Big5 or UTF-16LE; detected from a byte order mark, a declaration or the bytes
    /// if omitted
    #[arg(long, value_parser = document::encoding)]
    pub(crate) encoding: Option<&'static Encoding>,
    /// The role of each column: code, name, symbol, message, help, section, deprecated, a column of your own, or _ to skip
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub(crate) columns: Vec<Role>,
}

impl InputArgs {
    /// Reads the file, and reports rows that were left out or could not be read.
    pub(crate) fn read(&self, context: &Context<'_>, path: &Path) -> Result<Document> {
        let columns = Some(self.columns.as_slice()).filter(|columns| !columns.is_empty());
        for (role, name) in [(Role::Code, "code"), (Role::Message, "message")] {
            if columns.is_some_and(|columns| columns.iter().filter(|column| **column == role).count() != 1) {
                return Err(Error::Columns { role: name });
            }
        }
        let file = path.display();
        let tell = |note: &str| context.report(format_args!("{file}, {note}"));
        let how = How { form: self.from, encoding: self.encoding, columns };
        let document = document::read(path, &how, &tell)?;
        report_notes(context, &file, &document.notes);
        for unread in document.unread.iter() {
            context.report(format_args!("{file}, line {}: cannot read the row: {}", unread.line, unread.why));
        }
        if document.unread.more() > 0 {
            context.report(format_args!("{file}: {} more rows cannot be read", document.unread.more()));
        }
        Ok(document)
    }
}

/// Reports the notes on a file, up to the number that is kept.
pub(crate) fn report_notes(context: &Context<'_>, file: &impl Display, notes: &Listed<String>) {
    for note in notes.iter() {
        context.report(format_args!("{file}, {note}"));
    }
    if notes.more() > 0 {
        context.report(format_args!("{file}: {} more notes", notes.more()));
    }
}
