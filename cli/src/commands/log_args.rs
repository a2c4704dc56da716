//! The arguments that `annotate` and `count` share: logs, catalogs, and the keys of codes.

use crate::catalog::table::Table;
use crate::commands::catalog_args::{CatalogArgs, check_language};
use crate::error::{Error, Result};
use crate::query::UserKey;
use crate::query::recognizer::{Keys, Recognizer};
use clap::Args;
use encoding_rs::Encoding;
use std::path::{Path, PathBuf};

#[derive(Args, Debug)]
pub(crate) struct LogArgs {
    /// The files to read; standard input for - or if omitted
    files: Vec<PathBuf>,
    #[command(flatten)]
    catalogs: CatalogArgs,
    /// Write the messages in this language, such as en
    #[arg(long)]
    lang: Option<String>,
    /// Recognize a code after these keys too, separated by commas: whole keys in any case, or patterns such as *_code
    #[arg(long, value_name = "KEYS", value_delimiter = ',', value_parser = UserKey::parse)]
    key: Vec<UserKey>,
}

impl LogArgs {
    /// Returns the logs, `-` for standard input.
    pub(crate) fn paths(&self) -> Vec<&Path> {
        if self.files.is_empty() {
            vec![Path::new("-")]
        } else {
            self.files.iter().map(PathBuf::as_path).collect()
        }
    }

    /// Returns the selected catalogs.
    ///
    /// # Errors
    ///
    /// Returns an error if none of them has messages in the language.
    pub(crate) fn select<'a>(&self, catalogs: &'a [Table]) -> Result<Vec<&'a Table>> {
        let catalogs = self.catalogs.select(catalogs);
        check_language(&catalogs, self.lang())?;
        Ok(catalogs)
    }

    pub(crate) fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// Prepares the search for codes in a log of this encoding.
    pub(crate) fn recognizer<'a>(
        &self,
        catalogs: &[&'a Table],
        encoding: &'static Encoding,
    ) -> Result<Recognizer<'a>> {
        Recognizer::in_encoding(catalogs, Keys::Strict(&self.key), encoding)
            .map_err(|error| Error::Recognizer(error.to_string()))
    }
}
