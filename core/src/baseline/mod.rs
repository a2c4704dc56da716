//! The baseline: the file of what a catalog has published, which a later version must keep.
//!
//! ```text
//! error-catalog baseline 1: Gateway i32
//! 0 (success) Ok
//! 1001 (retired) NoAccount = E_NO_ACCOUNT
//! 1002 InvalidTagName TagNameExists = E_TAG
//! ```
//!
//! A line a code, in the order of the codes: every name that the code ever had, and behind `=` every symbol. The
//! macro reads it to check a declaration against, the tool also writes it; both only ever add to it.

mod file;
mod promise;
#[cfg(test)]
mod tests;
mod text;

pub use file::Unreadable;
pub use promise::{At, Breach};
pub use text::Damage;

use crate::syntax::Code;
use std::collections::BTreeMap;

/// What a catalog publishes: as its file says, or as its declaration does now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Baseline {
    /// The name of the enum.
    pub catalog: String,
    /// The type of the codes as it is written: `i32`, `&'static str`.
    pub raw: String,
    /// Each code that was ever published.
    pub rows: BTreeMap<Code, Published>,
}

/// What is published of one code.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Published {
    /// The code means that a call succeeded.
    pub success: bool,
    /// The code is gone for good, and can never be used again.
    pub retired: bool,
    /// All names by which the code is or was found, without `r#`.
    pub names: Vec<String>,
    /// All symbols that it has or had.
    pub symbols: Vec<String>,
}

impl Baseline {
    /// What of this a baseline of `catalog` with codes of type `raw` begins with: nothing is published yet.
    pub fn empty(catalog: &str, raw: &str) -> Self {
        Self { catalog: catalog.to_owned(), raw: raw.to_owned(), rows: BTreeMap::new() }
    }

    /// Adds what a catalog publishes now. `reserved` says of a code whether the catalog retires it.
    ///
    /// Nothing is removed; that a promise is kept is for [`Baseline::breaches`] to say.
    pub fn add(&mut self, now: &Self, reserved: impl Fn(&Code) -> bool) {
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
