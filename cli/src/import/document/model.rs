//! What a file says, row by row, whatever form it is in.

use super::column_role::Role;
use std::collections::HashMap;
use std::rc::Rc;

/// What a file says.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) title: Option<String>,
    pub(crate) entries: Vec<Entry>,
    /// The rows that could not be read.
    pub(crate) unread: Listed<Unread>,
    /// What was left out or changed for a reason the user should know.
    pub(crate) notes: Listed<String>,
    /// How many texts have lost a character that nobody sees.
    pub(crate) cleaned: usize,
    /// It is an export of errcat, which is exact.
    pub(crate) is_exported: bool,
    pub(crate) source: Option<String>,
    pub(crate) lang: Option<String>,
    /// Of the sections of an export, by their titles.
    pub(crate) sections: HashMap<Rc<str>, Section>,
    /// What the tables have columns for.
    pub(crate) roles: Vec<Role>,
}

/// What an export says of a section beside its title.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) name: Box<str>,
    /// Language and title.
    pub(crate) titles: Vec<(Box<str>, Box<str>)>,
}

/// A row that was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) line: usize,
    /// An integer in decimal, or a text.
    pub(crate) code: Box<str>,
    /// The code as a literal of Rust, where it is an integer that the file has in hexadecimal.
    pub(crate) literal: Option<Box<str>>,
    pub(crate) name: Option<Box<str>>,
    pub(crate) symbol: Option<Box<str>>,
    pub(crate) message: Box<str>,
    pub(crate) help: Option<Box<str>>,
    pub(crate) section: Option<Rc<str>>,
    pub(crate) deprecated: Option<Box<str>>,
    pub(crate) is_success: bool,
    /// Name and value of the other columns, without those that are empty.
    pub(crate) columns: Vec<(Rc<str>, Box<str>)>,
}

/// A row that could not be read.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) line: usize,
    pub(crate) why: String,
}

/// What the user is told item by item: the first of many, and how many there are.
#[derive(Debug)]
pub(crate) struct Listed<T> {
    first: Vec<T>,
    all: usize,
}

impl<T> Listed<T> {
    /// Nobody reads more, and each takes many times the memory of a short row.
    const SHOWN: usize = 1000;

    /// Adds an item, which is made only if it will be shown.
    pub(crate) fn push(&mut self, item: impl FnOnce() -> T) {
        if self.first.len() < Self::SHOWN {
            self.first.push(item());
        }
        self.all += 1;
    }

    pub(crate) fn len(&self) -> usize {
        self.all
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all == 0
    }

    /// Those that are shown.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.first.iter()
    }

    /// How many are not shown.
    pub(crate) fn more(&self) -> usize {
        self.all - self.first.len()
    }

    pub(crate) fn sort_by_key(&mut self, key: impl FnMut(&T) -> usize) {
        self.first.sort_by_key(key);
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { first: Vec::new(), all: 0 }
    }
}
