//! How a command is told to read a vendor's file, and how it says what of the file was not read.

use crate::context::Context;
use crate::document::{self, Document, Form, Role};
use crate::error::{Error, Result};
use clap::Args;
use std::path::Path;

/// How to read the file.
#[derive(Args, Debug)]
pub(crate) struct Reading {
    /// How the file is written; without it, by its name and content
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) from: Option<Form>,
    /// What each column is: code, name, symbol, message, help, section, deprecated, a column of your own, or _
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub(crate) columns: Vec<Role>,
}

impl Reading {
    pub(crate) fn read(&self, file: &Path) -> Result<Document> {
        let given = Some(self.columns.as_slice()).filter(|columns| !columns.is_empty());
        for (role, name) in [(Role::Code, "code"), (Role::Message, "message")] {
            if given.is_some_and(|columns| columns.iter().filter(|column| **column == role).count() != 1) {
                return Err(Error::Columns { role: name });
            }
        }
        document::read(file, self.from, given)
    }
}

/// Lists what of a file was left out or could not be read.
pub(crate) fn tell_unread(context: &Context<'_>, file: &Path, document: &Document) {
    for note in &document.notes {
        context.tell(format_args!("{}, {note}", file.display()));
    }
    for unread in &document.unread {
        context.tell(format_args!(
            "{}, line {}: cannot read the row: {}",
            file.display(),
            unread.line,
            unread.why
        ));
    }
}
