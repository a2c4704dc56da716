//! `site`: the catalogs as a page for the people beside the compiler, in one file.

use crate::commands::catalog_args::Chosen;
use crate::commands::context::{Context, Status};
use crate::error::{Error, Result};
use crate::site::render_page;
use clap::Args;
use std::io;
use std::path::PathBuf;

/// Write a page to look codes up in, for a browser
///
/// One HTML file, which opens from disk and from any static host, and asks nothing of any server. Every code is in
/// it as plain HTML; its script adds the search, the filters, and the explanation of a reply or log that is pasted.
/// NAME-CODE behind a # links to a code, as in codes.html#WeCom-40014.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat site --out codes.html
  errcat site --catalog WeCom --title \"WeCom error codes\" > wecom.html")]
pub(crate) struct Site {
    /// The file to write; without one, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// What the page is called
    #[arg(long, value_name = "TEXT", default_value = "Error codes")]
    title: String,
    #[command(flatten)]
    chosen: Chosen,
}

impl Site {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let page = render_page(&self.chosen.of(context.catalogs), &self.title).map_err(io::Error::other)?;
        match &self.out {
            Some(file) => std::fs::write(file, page)
                .map_err(|error| Error::Save { file: file.display().to_string(), error })?,
            None => context.data.write_all(page.as_bytes())?,
        }
        Ok(Status::Yes)
    }
}
