//! The arguments that select catalogs and a language.

use crate::catalog::table::Table;
use crate::error::{Error, Result};
use clap::Args;

/// The id of the argument `--catalog NAME`. Its possible values are the names of the catalogs.
pub(crate) const CATALOGS: &str = "catalogs";
/// The id of the argument `CATALOG`, with the same values.
pub(crate) const CATALOG: &str = "catalog";

/// The option that selects catalogs.
#[derive(Args, Debug)]
pub(crate) struct CatalogArgs {
    /// Use only this catalog (may be repeated)
    #[arg(long, value_name = "NAME", id = CATALOGS)]
    catalog: Vec<String>,
}

impl CatalogArgs {
    /// Returns the selected catalogs, or all if none is named.
    pub(crate) fn select<'a>(&self, catalogs: &'a [Table]) -> Vec<&'a Table> {
        let chosen = |table: &&Table| {
            self.catalog.is_empty() || self.catalog.iter().any(|name| name.eq_ignore_ascii_case(table.name))
        };
        catalogs.iter().filter(chosen).collect()
    }
}

/// Returns the catalog with this name.
pub(crate) fn find_catalog<'a>(catalogs: &'a [Table], name: &str) -> Result<&'a Table> {
    let found = catalogs.iter().find(|table| table.name.eq_ignore_ascii_case(name));
    // clap only accepts names of catalogs, so this does not fail.
    found.ok_or_else(|| Error::Catalog {
        name: name.to_owned(),
        known: catalogs.iter().map(|table| table.name).collect::<Vec<_>>().join(", "),
    })
}

/// Checks that at least one of the catalogs has messages in the language.
pub(crate) fn check_language(catalogs: &[&Table], lang: Option<&str>) -> Result<()> {
    let Some(lang) = lang else { return Ok(()) };
    if catalogs.iter().any(|table| table.has_language(lang)) {
        return Ok(());
    }
    let mut known: Vec<&str> = catalogs.iter().flat_map(|table| table.languages.iter().copied()).collect();
    known.sort_unstable();
    known.dedup();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(" and ") };
    Err(Error::Lang { lang: lang.to_owned(), known })
}
