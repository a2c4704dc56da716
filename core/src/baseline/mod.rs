//! The baseline: the file of what a catalog has published, which a later version must keep.
//!
//! ```text
//! error-catalog baseline 1: Gateway i32 (exhaustive)
//! column retry: Retry
//! translation en
//! unknown Other
//! error GatewayFailure
//! variant InvalidTagName
//! value InvalidTagName.tag: String
//! 0 (success) Ok
//! 1001 (retired) NoAccount = E_NO_ACCOUNT
//! 1002 InvalidTagName TagNameExists = E_TAG
//! ```
//!
//! The columns and translations, the row of unknown codes, the error type with its variants and their values, then one line per code, in the order
//! of the codes: every name that the code ever had and, after `=`, every symbol. The macro compares the declaration with
//! it. The tool adds to it, and removes nothing.
//!
//! Older files that do not record columns or error types are read as if the catalog had published none.

mod breach;
mod error_type;
mod format;
mod read;
#[cfg(test)]
mod tests;

pub use breach::{At, Breach};
pub use error_type::PublishedErrorType;
pub use format::Damage;
pub use read::Unreadable;

use crate::syntax::Code;
use std::collections::{BTreeMap, BTreeSet};

/// The published state of a catalog, from its file or from its declaration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Baseline {
    /// The name of the enum.
    pub catalog: String,
    /// The type of the codes as it is written: `i32`, `&'static str`.
    pub raw: String,
    /// True if the enum is exhaustive: users match without a wildcard, so that a new row breaks them.
    pub exhaustive: bool,
    /// The type of each column, as it is written.
    pub columns: BTreeMap<String, String>,
    /// The names of the translations, as they are written: `en`, `zh_Hant`.
    pub translations: BTreeSet<String>,
    /// The name of the row that unknown codes are read as.
    pub unknown: Option<String>,
    /// The error type, if the catalog declares one.
    pub error_type: Option<PublishedErrorType>,
    /// Each code that was ever published.
    pub rows: BTreeMap<Code, Published>,
}

/// The published state of one code.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Published {
    /// True if the code means success.
    pub success: bool,
    /// True if the code is retired, and can never be used again.
    pub retired: bool,
    /// All names by which the code is or was found, without `r#`.
    pub names: Vec<String>,
    /// All symbols that it has or had.
    pub symbols: Vec<String>,
}

impl Baseline {
    /// Returns the baseline of a catalog that has not published anything.
    pub fn empty(catalog: &str, raw: &str) -> Self {
        Self {
            catalog: catalog.to_owned(),
            raw: raw.to_owned(),
            exhaustive: false,
            columns: BTreeMap::new(),
            translations: BTreeSet::new(),
            unknown: None,
            error_type: None,
            rows: BTreeMap::new(),
        }
    }

    /// Adds the current state of a catalog, and removes nothing. `reserved(code)` returns true if the catalog reserves the
    /// code. Call [`Baseline::breaches`] first, because this does not compare the two states.
    pub fn add(&mut self, now: &Self, reserved: impl Fn(&Code) -> bool) {
        self.exhaustive |= now.exhaustive;
        for (name, ty) in &now.columns {
            self.columns.entry(name.clone()).or_insert_with(|| ty.clone());
        }
        self.translations.extend(now.translations.iter().cloned());
        if self.unknown.is_none() {
            self.unknown.clone_from(&now.unknown);
        }
        match (&mut self.error_type, &now.error_type) {
            (Some(published), Some(now)) => published.add(now),
            (published @ None, now) => published.clone_from(now),
            (Some(_), None) => {}
        }
        for (code, row) in &now.rows {
            let published = self.rows.entry(code.clone()).or_insert_with(|| row.clone());
            add_new(&mut published.names, &row.names);
            add_new(&mut published.symbols, &row.symbols);
        }
        for (code, published) in &mut self.rows {
            published.retired |= !now.rows.contains_key(code) && reserved(code);
        }
    }
}

fn add_new(published: &mut Vec<String>, now: &[String]) {
    for text in now {
        if !published.contains(text) {
            published.push(text.clone());
        }
    }
}
