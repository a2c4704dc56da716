//! The options of reading a vendor's file, which import, diff and sync share.

use crate::commands::command_line::TABLES;
use crate::commands::context::Context;
use crate::error::{Error, Result};
use crate::import::document::{
    self, Capped, ColumnOption, Columns, Document, Exceptions, FileFormat, Pattern, ReadOptions, Selection,
};
use clap::Args;
use encoding_rs::Encoding;
use error_catalog_core::syntax::Raw;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

/// Examples of the options, for the help of each command.
pub(crate) const EXAMPLES: &str = "
Reading the file:
  --columns code,message,_,help             the role of each column, from left to right
  --columns code=Nr,message=Grund           the columns with these headings
  --without docs,last_updated               leave columns out
  --table \"JSON\" --without-table gateway    the tables under a heading; the second one of the file is \"#2\"
  --section Login --without-section legacy  the rows of a section
  --codes str                               keep codes such as 23505 as text, like 42P01
  --records '$.errors[*]'                   the records of a JSON file
  --from java                               the enums and constants of source code
  --pattern '(?<symbol>\\w+)=(?<code>\\d+)'   the rows that a regular expression matches
  --exceptions vendor.exceptions            unreadable rows to accept";

/// The options for reading a file.
#[derive(Args, Debug)]
pub(crate) struct InputArgs {
    /// The format of the file; detected from its name and content if omitted
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Option<FileFormat>,
    /// The text encoding, such as GB18030, Big5 or UTF-16LE; detected from a byte order mark, a declaration or the bytes
    /// if omitted
    #[arg(long, value_parser = document::encoding)]
    encoding: Option<&'static Encoding>,
    /// The role of each column: code, name, symbol, message, help, section, deprecated, a column of your own, or _ to
    /// skip; or ROLE=HEADING for the column with that heading
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    columns: Vec<ColumnOption>,
    /// Leave out the columns with these headings
    #[arg(long, value_name = "HEADING", value_delimiter = ',')]
    without: Vec<String>,
    /// Read only the tables under a heading that contains this text, or the table with this number, as in #2
    // With the same id, it replaces the global option of this name, which loads catalogs.
    #[arg(long = "table", id = TABLES, value_name = "HEADING")]
    table: Vec<PathBuf>,
    /// Leave out the tables under such a heading
    #[arg(long, value_name = "HEADING")]
    without_table: Vec<String>,
    /// Read only the rows of sections whose title contains this text
    #[arg(long, value_name = "TITLE")]
    section: Vec<String>,
    /// Leave out the rows of such sections
    #[arg(long, value_name = "TITLE")]
    without_section: Vec<String>,
    /// The type of the codes: str, or an integer type such as i64; by default that of the catalog, or detected
    #[arg(long, value_name = "TYPE", value_parser = codes)]
    codes: Option<Raw>,
    /// The `JSONPath` of the records in a JSON, YAML or TOML file; by default the only list whose records have codes
    #[arg(long, value_name = "JSONPATH")]
    records: Option<String>,
    /// A regular expression whose matches are the rows, and its named groups the columns: code, symbol, message, help,
    /// comment or a column of your own; a group heading begins a table; without a code, the matches are messages of the
    /// symbols in other rows; may be given several times
    #[arg(long, value_name = "REGEX")]
    pattern: Vec<Pattern>,
    /// A file of unreadable rows to accept: each line is the text of a row, as messages quote it
    #[arg(long, value_name = "FILE")]
    exceptions: Option<PathBuf>,
}

/// Parses the name of a type of codes.
pub(crate) fn codes(name: &str) -> std::result::Result<Raw, String> {
    let int = Raw::int(name).map(Raw::Int);
    int.or_else(|| matches!(name, "str" | "&'static str").then_some(Raw::Str))
        .ok_or_else(|| "write str, or the name of an integer type, such as i64".to_owned())
}

impl InputArgs {
    /// Reads the file, and reports the rows that were left out or cannot be read. `codes` and `lang` are the type of the
    /// codes and the language of the messages, unless the options override them.
    pub(crate) fn read(
        &self,
        context: &Context<'_>,
        path: &Path,
        codes: Option<Raw>,
        lang: Option<&str>,
    ) -> Result<Document> {
        let file = path.display();
        let report = |note: &str| context.report(format_args!("{file}, {note}"));
        let document = document::read(path, &self.options(codes, lang)?, &report)?;
        report_notes(context, &file, &document.notes);
        for unread in document.unread.iter() {
            context.report(format_args!("{file}, line {}: cannot read the row: {}", unread.line, unread.why));
        }
        if document.unread.more() > 0 {
            context.report(format_args!("{file}: {} more rows cannot be read", document.unread.more()));
        }
        if let Some(exceptions) = &self.exceptions {
            for (line, row) in &document.unused_exceptions {
                let exceptions = exceptions.display();
                context.report(format_args!(
                    "{exceptions}, line {line}: no row needs the exception {row:?} any more: remove it"
                ));
            }
        }
        Ok(document)
    }

    fn options(&self, codes: Option<Raw>, lang: Option<&str>) -> Result<ReadOptions> {
        let exceptions = match &self.exceptions {
            None => Exceptions::default(),
            Some(path) => Exceptions::parse(
                &fs::read_to_string(path)
                    .map_err(|error| Error::Read { file: path.display().to_string(), error })?,
            ),
        };
        let table: Vec<String> = self.table.iter().map(|text| text.to_string_lossy().into_owned()).collect();
        let selection = |with: &[String], without: &[String]| Selection {
            with: with.to_vec(),
            without: without.to_vec(),
        };
        Ok(ReadOptions {
            format: self.from,
            encoding: self.encoding,
            columns: Columns::new(&self.columns).map_err(Error::Columns)?,
            without: self.without.clone(),
            tables: selection(&table, &self.without_table),
            sections: selection(&self.section, &self.without_section),
            codes: self.codes.or(codes),
            lang: lang.map(str::to_owned),
            records: self.records.clone(),
            patterns: self.pattern.clone(),
            exceptions,
        })
    }
}

/// Prints notes on a file to stderr, as far as they are stored.
pub(crate) fn report_notes(context: &Context<'_>, file: &impl Display, notes: &Capped<String>) {
    for note in notes.iter() {
        context.report(format_args!("{file}, {note}"));
    }
    if notes.more() > 0 {
        context.report(format_args!("{file}: {} more notes", notes.more()));
    }
}
