//! What a file says, row by row, whatever form it is in.

use super::heading::Role;

/// What a file says.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) title: Option<String>,
    pub(crate) entries: Vec<Entry>,
    /// The rows that could not be read.
    pub(crate) unread: Vec<Unread>,
    /// What was left out for a reason the user should know.
    pub(crate) notes: Vec<String>,
    /// What the tables have columns for.
    pub(crate) roles: Vec<Role>,
}

/// A row that was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) line: usize,
    pub(crate) code: String,
    pub(crate) name: Option<String>,
    pub(crate) symbol: Option<String>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) deprecated: Option<String>,
    /// Name and value of the other columns.
    pub(crate) columns: Vec<(String, String)>,
}

/// A row that could not be read.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) line: usize,
    pub(crate) why: String,
}
