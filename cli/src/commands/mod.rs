//! The subcommands, one file each: what it takes from the command line, and what it does.

pub(crate) mod annotate;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod man;
pub(crate) mod search;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::escape::Escaped;
use crate::style;
use crate::table::Table;
use std::fmt::Display;
use std::io::Write;
use std::path::Path;

/// What a subcommand works with.
pub(crate) struct Context<'a> {
    pub(crate) catalogs: &'a [Table],
    /// What the tool is called.
    pub(crate) tool: &'a str,
    /// Standard output, where results go.
    pub(crate) out: &'a mut dyn Write,
}

impl Context<'_> {
    /// A message to the user, on stderr.
    pub(crate) fn tell(&self, message: impl Display) {
        tell(self.tool, message);
    }
}

/// Whether there was an answer: exit status 0 or 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Status {
    Yes,
    No,
}

/// A message to the user, on stderr, in one line whatever file or argument it quotes.
pub(crate) fn tell(tool: &str, message: impl Display) {
    let style = style::MESSAGE;
    anstream::eprintln!("{style}{tool}{style:#}: {}", Escaped(&message.to_string()));
}

/// That some catalog has its messages in the language which the user asks for.
pub(crate) fn check_lang(catalogs: &[&Table], lang: Option<&str>) -> Result<()> {
    let Some(lang) = lang else { return Ok(()) };
    if catalogs
        .iter()
        .any(|table| table.column_in(lang).is_some() || table.lang.is_some_and(|own| own == lang))
    {
        return Ok(());
    }
    let mut known: Vec<&str> = catalogs
        .iter()
        .flat_map(|table| table.lang.into_iter().chain(table.column_in("en").map(|_| "en")))
        .collect();
    known.sort_unstable();
    known.dedup();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(" and ") };
    Err(Error::Lang { lang: lang.to_owned(), known })
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

/// The catalog with this name.
pub(crate) fn catalog<'a>(catalogs: &'a [Table], name: &str) -> Result<&'a Table> {
    let found = catalogs.iter().find(|table| table.name.eq_ignore_ascii_case(name));
    // clap has seen to it that there is one.
    found.ok_or_else(|| Error::Catalog { name: name.to_owned() })
}
