//! `import`: a vendor's published table as the declaration of a catalog.

use crate::commands::context::{Context, Status};
use crate::commands::input_args::{Reading, tell_notes};
use crate::error::{Error, Result};
use crate::import::declaration::{Head, declaration};
use crate::import::document::Document;
use crate::import::identifier::is_identifier;
use crate::output::escape::is_unsafe;
use clap::Args;
use std::ffi::OsStr;
use std::path::PathBuf;

/// Print the `error_catalog!` declaration of a vendor's table
///
/// The columns are recognised by their headings in Chinese or English, such as 错误码, 十进制数值, 含义, 排查方法,
/// code, message, description. Of a workbook every visible sheet is read that has them, whatever stands above. Rows that cannot be read, and characters that nobody sees, are listed on stderr, and the
/// status is 1.
///
/// What errcat itself has exported as JSON, CSV, TSV or Markdown gives the catalog back: names, sections, advice, the codes
/// that mean success. An export does not have the ranges of sections, reserved codes, former names, comments, and the types
/// of columns other than advice, which are read as text; a Markdown table does not say where it is from.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat import errors.md --name Youdu > youdu.rs
  errcat import errors.txt --name WeCom --success 0 --lang zh-CN
  curl -s https://example.com/errors | errcat import - --from html --name Vendor
  errcat import codes.csv --name Vendor --columns code,message,_,help
  errcat import codes.csv --name Vendor --encoding GB18030
  errcat import codes.xlsx --name Vendor")]
pub(crate) struct Import {
    /// The file with the table, - for standard input
    file: PathBuf,
    /// The name of the catalog
    #[arg(long, value_parser = name)]
    name: String,
    #[command(flatten)]
    reading: Reading,
    /// The vendor's title of the table; without it, the heading of the page
    #[arg(long, value_parser = text)]
    title: Option<String>,
    /// Where the table is from; without it, the name of the file
    #[arg(long, value_parser = text)]
    source: Option<String>,
    /// The language of the messages, such as zh-CN
    #[arg(long, value_parser = text)]
    lang: Option<String>,
    /// The codes that mean success
    #[arg(long, value_name = "CODE", value_delimiter = ',', allow_negative_numbers = true)]
    success: Vec<String>,
}

impl Import {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let document = self.reading.read(context, &self.file)?;
        if document.entries.is_empty() {
            return Err(Error::Unreadable { file: self.file.display().to_string() });
        }
        let file_name = self.file.file_name().and_then(OsStr::to_str).filter(|name| *name != "-");
        let file_name = file_name.filter(|name| !document.is_exported && !name.chars().any(is_unsafe));
        let exported = success(&document);
        let head = Head {
            name: &self.name,
            title: self.title.as_deref().or(document.title.as_deref()),
            source: self.source.as_deref().or(document.source.as_deref()).or(file_name),
            lang: self.lang.as_deref().or(document.lang.as_deref()),
            success: if self.success.is_empty() { &exported } else { &self.success },
        };
        let declaration = declaration(&document, &head)?;
        tell_notes(context, &self.file.display(), &declaration.notes);
        declaration.write(context.data)?;
        let is_whole = document.unread.is_empty() && document.cleaned == 0;
        Ok(if is_whole { Status::Yes } else { Status::No })
    }
}

/// The codes that an export says mean success.
fn success(document: &Document) -> Vec<String> {
    let successes = document.entries.iter().filter(|entry| entry.is_success);
    let mut codes: Vec<String> = successes.map(|entry| entry.code.to_string()).collect();
    codes.dedup();
    codes
}

/// A text of the declaration, which the macro takes.
fn text(text: &str) -> std::result::Result<String, String> {
    if text.chars().any(is_unsafe) {
        Err("write it without characters that nobody sees".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

fn name(name: &str) -> std::result::Result<String, String> {
    if is_identifier(name) {
        Ok(name.to_owned())
    } else {
        Err("write a name that a Rust enum can have, such as Vendor".to_owned())
    }
}
