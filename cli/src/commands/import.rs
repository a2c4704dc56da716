//! `import`: prints a vendor's table as the declaration of a catalog.

use crate::commands::context::{Context, Status};
use crate::commands::input_args::{EXAMPLES, InputArgs, report_notes};
use crate::error::{Error, Result};
use crate::import::declaration::{DeclarationOptions, declaration};
use crate::import::document::{self, Document};
use crate::import::identifier::is_identifier;
use crate::output::escape::is_unsafe;
use clap::Args;
use error_catalog_core::syntax::find_misplaced;
use std::ffi::OsStr;
use std::path::PathBuf;

const IMPORTS: &str = "Examples:
  errcat import errors.md --name Youdu > youdu.rs
  errcat import errors.txt --name WeCom --success 0 --lang zh-CN
  curl -s https://example.com/errors | errcat import - --from html --name Vendor
  errcat import codes.csv --name Vendor --columns code,message,_,help
  errcat import codes.csv --name Vendor --encoding GB18030
  errcat import codes.xlsx --name Vendor";

/// Print the `error_catalog!` declaration of a vendor's table
///
/// The columns are recognized by their values and their headings, such as 错误码, 十进制数值, 含义, 排查方法, code, message,
/// description, in Chinese, Japanese, Korean, English, Spanish, French, Portuguese, German or Russian. Rows with a single
/// cell across the table are sections. Every visible sheet of a workbook that has such headings is read. Rows that cannot
/// be read, and invisible characters, are listed on stderr, and the status is 1.
///
/// An export of errcat as JSON, CSV, TSV, TOML or Markdown restores the catalog: names, sections, success codes, columns and
/// the statement `display`. Only JSON restores the type of the codes and the statement `unknown` too. Columns of advice and of
/// integers keep their kind; other columns become text. The ranges of sections, reserved codes, former names, errors with
/// values, `exhaustive` and comments are not restored; a Markdown table has no source and no `display`.
#[derive(Args, Debug)]
#[command(
    after_help = format!("{IMPORTS}\n{EXAMPLES}"),
    after_long_help = format!("{IMPORTS}\n{EXAMPLES}\n\n{}", document::patterns()),
)]
pub(crate) struct Import {
    /// The file with the table, - for standard input
    file: PathBuf,
    /// The name of the catalog
    #[arg(long, value_parser = name)]
    name: String,
    #[command(flatten)]
    input: InputArgs,
    /// The vendor's title of the table; the heading of the page if omitted
    #[arg(long, value_parser = text)]
    title: Option<String>,
    /// The source of the table; the name of the file if omitted
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
        let document = self.input.read(context, &self.file, None, self.lang.as_deref())?;
        let file = self.file.display().to_string();
        if document.entries.is_empty() {
            return Err(Error::Unreadable { file });
        }
        document.check_conflicting_tables(&file, |_| false)?;
        let file_name = self.file.file_name().and_then(OsStr::to_str).filter(|name| *name != "-");
        let file_name = file_name.filter(|name| !document.is_exported && !name.chars().any(is_unsafe));
        let exported = success(&document);
        let head = DeclarationOptions {
            name: &self.name,
            title: self.title.as_deref().or(document.title.as_deref()),
            source: self.source.as_deref().or(document.source.as_deref()).or(file_name),
            lang: self.lang.as_deref().or(document.lang.as_deref()),
            success: if self.success.is_empty() { &exported } else { &self.success },
        };
        let declaration = declaration(&document, &head)?;
        report_notes(context, &self.file.display(), &declaration.notes);
        declaration.write(context.data)?;
        let is_whole = document.unread.is_empty() && document.cleaned == 0;
        Ok(if is_whole { Status::Yes } else { Status::No })
    }
}

/// Returns the success codes of an export.
fn success(document: &Document) -> Vec<String> {
    let successes = document.entries.iter().filter(|entry| entry.is_success);
    let mut codes: Vec<String> = successes.map(|entry| entry.code.to_string()).collect();
    codes.dedup();
    codes
}

/// Checks a text for the declaration.
fn text(text: &str) -> std::result::Result<String, String> {
    if find_misplaced(text).is_some() {
        Err("remove the invisible characters".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

fn name(name: &str) -> std::result::Result<String, String> {
    if is_identifier(name) {
        Ok(name.to_owned())
    } else {
        Err("use a valid name of a Rust enum, such as Vendor".to_owned())
    }
}
