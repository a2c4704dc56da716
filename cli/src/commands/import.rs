//! `import`: a vendor's published table as the declaration of a catalog.

use super::{Context, Status, tell_unread};
use crate::declaration::{Head, declaration, is_identifier};
use crate::document::{self, Form, Role};
use crate::error::{Error, Result};
use clap::Args;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Print the `error_catalog!` declaration of a vendor's table
///
/// The columns are recognised by their headings in Chinese or English, such as 错误码, 十进制数值, 含义, 排查方法,
/// code, message, description. Rows that cannot be read are listed on stderr, and the status is 1.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat import errors.md --name Youdu > youdu.rs
  errcat import errors.txt --name WeCom --success 0 --lang zh-CN
  curl -s https://example.com/errors | errcat import - --from html --name Vendor
  errcat import codes.csv --name Vendor --columns code,message,_,help")]
pub(crate) struct Import {
    /// The file with the table, - for standard input
    file: PathBuf,
    /// The name of the catalog
    #[arg(long, value_parser = name)]
    name: String,
    #[command(flatten)]
    reading: Reading,
    /// The vendor's title of the table; without it, the heading of the page
    #[arg(long)]
    title: Option<String>,
    /// Where the table is from; without it, the name of the file
    #[arg(long)]
    source: Option<String>,
    /// The language of the messages, such as zh-CN
    #[arg(long)]
    lang: Option<String>,
    /// The codes that mean success
    #[arg(long, value_name = "CODE", value_delimiter = ',', allow_negative_numbers = true)]
    success: Vec<String>,
}

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
    pub(crate) fn read(&self, file: &Path) -> Result<document::Document> {
        let given = Some(self.columns.as_slice()).filter(|columns| !columns.is_empty());
        for (role, name) in [(Role::Code, "code"), (Role::Message, "message")] {
            if given.is_some_and(|columns| columns.iter().filter(|column| **column == role).count() != 1) {
                return Err(Error::Columns { role: name });
            }
        }
        document::read(file, self.from, given)
    }
}

impl Import {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let document = self.reading.read(&self.file)?;
        tell_unread(context, &self.file, &document);
        if document.entries.is_empty() {
            return Err(Error::Unreadable { file: self.file.display().to_string() });
        }
        let file_name = self.file.file_name().and_then(OsStr::to_str).filter(|name| *name != "-");
        let head = Head {
            name: &self.name,
            title: self.title.as_deref().or(document.title.as_deref()),
            source: self.source.as_deref().or(file_name),
            lang: self.lang.as_deref(),
            success: &self.success,
        };
        let declaration = declaration(&document, &head)?;
        for note in &declaration.notes {
            context.tell(format_args!("{}, {note}", self.file.display()));
        }
        context.out.write_all(declaration.text.as_bytes())?;
        Ok(if document.unread.is_empty() { Status::Yes } else { Status::No })
    }
}

fn name(name: &str) -> std::result::Result<String, String> {
    if is_identifier(name) {
        Ok(name.to_owned())
    } else {
        Err("write a name that a Rust enum can have, such as Vendor".to_owned())
    }
}
