//! What a column of a table can hold.

use crate::import::identifier::is_taken;

/// What a column holds.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Role {
    Code,
    Name,
    Symbol,
    Message,
    Help,
    Section,
    Deprecated,
    /// Whether the code means success: `true` or `false`. As those below, in errcat's own exports only.
    Success,
    SectionName,
    /// The title of the section in this language.
    SectionIn(String),
    /// What the vendor calls the table.
    Title,
    Source,
    Lang,
    /// A column of the catalog's own, with its name.
    Column(String),
    /// Nothing that a catalog has. Left out.
    Skip,
}

/// Whether a column of the catalog's own can have this name.
pub(super) fn can_name_a_column(name: &str) -> bool {
    /// What is longer is a sentence.
    const LONGEST: usize = 64;
    let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
    begins
        && name.len() <= LONGEST
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !is_taken(name)
}
