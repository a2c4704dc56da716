//! Which catalogs a command asks, and in which language.

use crate::catalog::table::Table;
use crate::error::{Error, Result};
use clap::Args;

/// The argument `--catalog NAME`, whose values are the names of the catalogs.
pub(crate) const CATALOGS: &str = "catalogs";
/// The argument `CATALOG`, likewise.
pub(crate) const CATALOG: &str = "catalog";

/// Which catalogs to ask.
#[derive(Args, Debug)]
pub(crate) struct Chosen {
    /// Ask only this catalog (may be given several times)
    #[arg(long, value_name = "NAME", id = CATALOGS)]
    catalog: Vec<String>,
}

impl Chosen {
    /// The catalogs asked for; without any, all.
    pub(crate) fn of<'a>(&self, catalogs: &'a [Table]) -> Vec<&'a Table> {
        let chosen = |table: &&Table| {
            self.catalog.is_empty() || self.catalog.iter().any(|name| name.eq_ignore_ascii_case(table.name))
        };
        catalogs.iter().filter(chosen).collect()
    }
}

/// The catalog with this name.
pub(crate) fn catalog<'a>(catalogs: &'a [Table], name: &str) -> Result<&'a Table> {
    let found = catalogs.iter().find(|table| table.name.eq_ignore_ascii_case(name));
    // clap has seen to it that there is one.
    found.ok_or_else(|| Error::Catalog { name: name.to_owned() })
}

/// That some catalog has its messages in the language which the user asks for.
pub(crate) fn check_lang(catalogs: &[&Table], lang: Option<&str>) -> Result<()> {
    let Some(lang) = lang else { return Ok(()) };
    if catalogs.iter().any(|table| table.speaks(lang)) {
        return Ok(());
    }
    let mut known: Vec<&str> = catalogs.iter().flat_map(|table| table.languages.iter().copied()).collect();
    known.sort_unstable();
    known.dedup();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(" and ") };
    Err(Error::Lang { lang: lang.to_owned(), known })
}
