//! `sync`: updates a declaration in place from a vendor's new table.

use crate::commands::context::{Context, Status};
use crate::commands::input_args::{EXAMPLES, InputArgs};
use crate::error::{Error, Result};
use crate::output::atomic_write::write_atomically;
use crate::sync::{DeclaredTypes, SyncError, SyncOptions, Synced, sync};
use clap::Args;
use similar::TextDiff;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bring the declaration in a Rust file up to date with a vendor's table
///
/// Changed messages, help texts and symbols are replaced, and new rows are inserted in code order. Names, other columns,
/// comments and layout are kept. Rows that the table no longer has are kept and listed. Rows that cannot be read or
/// inserted are reported on stderr, and the status is 1.
#[derive(Args, Debug)]
#[command(after_help = format!("Examples:
  errcat sync src/wecom.rs page.html --dry-run
  errcat sync src/wecom.rs page.html
  errcat sync src/catalogs.rs errors.md --catalog Youdu --deprecate-removed
{EXAMPLES}"))]
pub(crate) struct Sync {
    /// The Rust file that declares the catalog
    source: PathBuf,
    /// The file with the vendor's table, - for standard input
    file: PathBuf,
    /// The name of the catalog, if the Rust file declares several
    #[arg(long, value_name = "NAME", id = "declared")]
    catalog: Option<String>,
    #[command(flatten)]
    input: InputArgs,
    /// Mark rows that the table no longer has as deprecated
    #[arg(long)]
    deprecate_removed: bool,
    /// Change nothing, and print the changes as a unified diff
    #[arg(long)]
    dry_run: bool,
}

impl Sync {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let source = read_source(&self.source)?;
        let unchanged = |error: SyncError| Error::Unchanged { file: self.shown(), why: error.to_string() };
        let declared = DeclaredTypes::of(&source, self.catalog.as_deref()).map_err(unchanged)?;
        let lang = declared.lang.as_deref();
        let document = self.input.read(context, &self.file, Some(declared.codes), lang)?;
        let file = self.file.display().to_string();
        if document.entries.is_empty() {
            return Err(Error::Unreadable { file });
        }
        document.check_conflicting_tables(&file, |code| declared.shared.contains(code))?;
        let options =
            SyncOptions { catalog: self.catalog.as_deref(), deprecate_removed: self.deprecate_removed };
        let synced = sync(&source, &document, options).map_err(unchanged)?;
        for note in synced.notes.iter().chain(&synced.rejected) {
            context.report(format_args!("{}: {note}", self.file.display()));
        }
        if self.dry_run {
            self.print_diff(context, &source, &synced)?;
        } else {
            self.write(context, &source, &synced)?;
        }
        let is_whole = document.unread.is_empty() && synced.rejected.is_empty();
        Ok(if is_whole { Status::Yes } else { Status::No })
    }

    fn shown(&self) -> String {
        self.source.display().to_string()
    }

    fn print_diff(&self, context: &mut Context<'_>, source: &str, synced: &Synced) -> Result<()> {
        for row in &synced.missing_rows {
            context.report(format_args!("no longer in the table: {row}"));
        }
        let name = self.shown();
        let diff = TextDiff::from_lines(source, &synced.text);
        write!(context.out, "{}", diff.unified_diff().header(&name, &name))?;
        Ok(())
    }

    fn write(&self, context: &mut Context<'_>, source: &str, synced: &Synced) -> Result<()> {
        if synced.text != source {
            if read_source(&self.source)? != source {
                return Err(Error::ChangedMeanwhile { file: self.shown() });
            }
            write_atomically(&self.source, synced.text.as_bytes())
                .map_err(|error| Error::Save { file: self.shown(), error })?;
        }
        for change in &synced.changes {
            writeln!(context.out, "{change}")?;
        }
        for row in &synced.missing_rows {
            let style = crate::output::style::REMOVED;
            writeln!(context.out, "{style}- {style:#}{}", crate::output::escape::Escaped(row))?;
        }
        Ok(())
    }
}

/// Reads the Rust file.
fn read_source(path: &Path) -> Result<String> {
    /// Files that people edit are smaller.
    const LIMIT: u64 = 64 << 20;

    let file = || path.display().to_string();
    let cannot = |error| Error::Read { file: file(), error };
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)).map_err(cannot)?;
    if bytes.len() as u64 > LIMIT {
        return Err(Error::TooLarge { file: file(), limit: LIMIT >> 20 });
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + String::from_utf8_lossy(good).matches('\n').count();
        Error::Unchanged { file: file(), why: SyncError::NotUtf8 { line }.to_string() }
    })
}
