//! `site`: writes the catalogs as one HTML page, for people without a Rust toolchain.

use crate::commands::catalog_args::{CatalogArgs, check_language};
use crate::commands::context::{Context, Status};
use crate::error::{Error, Result};
use crate::output::atomic_write::write_atomically;
use crate::site::render_page;
use clap::Args;
use std::io;
use std::path::PathBuf;

/// Write an HTML page to look up codes
///
/// The page is one HTML file, which works from disk and from any static host; it makes no network requests. Every code is
/// plain HTML; the script adds search, filters, and the explanation of a pasted reply or log. #NAME-CODE links to a code,
/// as in codes.html#WeCom-40014.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat site --out codes.html
  errcat site --lang zh --out codes.zh.html
  errcat site --catalog WeCom --title \"WeCom error codes\" > wecom.html")]
pub(crate) struct Site {
    /// The file to write; standard output if omitted
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The title of the page; otherwise "Error codes", in its language
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Show the message in this language first, such as en, until the reader chooses another
    ///
    /// The page's own words, such as labels and retry advice, are Chinese or English: as the chosen language, or else as this
    /// option or the browser.
    #[arg(long)]
    lang: Option<String>,
    #[command(flatten)]
    catalogs: CatalogArgs,
}

impl Site {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let (catalogs, lang) = (self.catalogs.select(context.catalogs), self.lang.as_deref());
        check_language(&catalogs, lang)?;
        let page = render_page(&catalogs, self.title.as_deref(), lang).map_err(io::Error::other)?;
        match &self.out {
            Some(file) => write_atomically(file, page.as_bytes())
                .map_err(|error| Error::Save { file: file.display().to_string(), error })?,
            None => context.data.write_all(page.as_bytes())?,
        }
        Ok(Status::Yes)
    }
}
