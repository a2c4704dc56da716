//! `baseline`: prints, checks or extends the record of what a catalog has published.

use crate::commands::catalog_args::{CATALOG, find_catalog};
use crate::commands::context::{Context, Status};
use crate::error::Result;
use crate::output::style;
use clap::Args;
use std::path::PathBuf;

/// Print, check or extend the baseline of a catalog: the published codes, names, symbols and columns, which must not change
///
/// With the statement `baseline "FILE";` in a declaration, the compiler checks that they are kept. --check prints the lines
/// that the next release adds; the status is 1 if there are any, and 2 on an error.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat baseline WeCom
  errcat baseline WeCom --update wecom.baseline
  errcat baseline WeCom --check wecom.baseline")]
pub(crate) struct Baseline {
    /// The catalog
    #[arg(id = CATALOG, value_name = "CATALOG", index = 1)]
    catalog: String,
    /// Print the lines that the next release adds to this file
    #[arg(long, value_name = "FILE", conflicts_with = "update")]
    check: Option<PathBuf>,
    /// Add the lines of the next release to this file; nothing is removed
    #[arg(long, value_name = "FILE")]
    update: Option<PathBuf>,
}

impl Baseline {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let table = find_catalog(context.catalogs, &self.catalog)?;
        let added = match (&self.check, &self.update) {
            (Some(file), _) => table.unpublished(file)?,
            (None, Some(file)) => table.publish(file)?,
            (None, None) => {
                write!(context.out, "{}", table.baseline())?;
                return Ok(Status::Yes);
            }
        };
        let style = style::ADDED;
        for line in &added {
            writeln!(context.out, "{style}+{style:#} {line}")?;
        }
        Ok(if self.check.is_none() || added.is_empty() { Status::Yes } else { Status::No })
    }
}
