//! The document that every reader produces: rows with their codes and texts.

use super::role::Role;
use error_catalog_core::syntax::{Int, Raw};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// A vendor's table.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) title: Option<String>,
    pub(crate) entries: Vec<Entry>,
    /// The rows that could not be read.
    pub(crate) unread: Capped<Unread>,
    /// Notes on what was left out or changed.
    pub(crate) notes: Capped<String>,
    /// The number of invisible characters that were removed.
    pub(crate) cleaned: usize,
    /// True if the file is an export of errcat, whose texts are exact.
    pub(crate) is_exported: bool,
    /// The type of the codes, if the user, the declaration or an export states it.
    pub(crate) codes: Option<Raw>,
    pub(crate) source: Option<String>,
    pub(crate) lang: Option<String>,
    /// The integer type that an export in JSON states. The codes may have been edited since.
    pub(crate) type_of_codes: Option<Int>,
    /// The name of the row that unknown codes are read as, in an export in JSON.
    pub(crate) unknown: Option<String>,
    /// The form in which the catalog of an export prints its codes.
    pub(crate) display: Option<String>,
    /// The sections of an export, by their titles.
    pub(crate) sections: HashMap<Rc<str>, Section>,
    /// The roles of the columns that the tables have.
    pub(crate) roles: Vec<Role>,
    /// The tables that rows were read from; an entry has its index here.
    pub(crate) tables: Vec<TableOrigin>,
    /// The codes of unreadable rows that the user accepts.
    pub(crate) accepted: AcceptedCodes,
    /// Exceptions that no row needed: the line in their file, and the row.
    pub(crate) unused_exceptions: Vec<(usize, String)>,
    /// True if the user has selected the tables, so that codes that several of them share are intended.
    pub(crate) tables_are_selected: bool,
}

/// The name of a section in an export, and its titles in other languages.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) name: Box<str>,
    /// Language and title.
    pub(crate) titles: Vec<(Box<str>, Box<str>)>,
}

/// The table of a file that rows come from.
#[derive(Debug)]
pub(crate) struct TableOrigin {
    /// Its number in the file, counted from 1.
    pub(crate) number: usize,
    /// The line of its headings.
    pub(crate) line: usize,
    /// Its caption, or else the nearest heading above it.
    pub(crate) heading: Option<Rc<str>>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) line: usize,
    /// The index of its table in [`Document::tables`].
    pub(crate) table: u32,
    /// An integer in decimal, or a text.
    pub(crate) code: Box<str>,
    /// The code as a Rust literal, if the file has an integer in hexadecimal.
    pub(crate) literal: Option<Box<str>>,
    pub(crate) name: Option<Box<str>>,
    pub(crate) symbol: Option<Box<str>>,
    pub(crate) message: Box<str>,
    /// True if the row has no message of its own: the message is its symbol or name.
    pub(crate) is_message_from_name: bool,
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

/// Codes of rows that cannot be read: single codes, and ranges of integers.
#[derive(Debug, Default)]
pub(crate) struct AcceptedCodes {
    pub(crate) texts: HashSet<Box<str>>,
    pub(crate) ranges: Vec<(i128, i128)>,
}

impl AcceptedCodes {
    /// Checks whether a code, an integer in decimal or a text, is among them.
    pub(crate) fn contains(&self, code: &str) -> bool {
        let number = || code.parse::<i128>().ok();
        self.texts.contains(code)
            || (!self.ranges.is_empty()
                && number().is_some_and(|code| {
                    self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
                }))
    }
}

/// A list that stores its first items and counts the others.
#[derive(Debug)]
pub(crate) struct Capped<T> {
    first: Vec<T>,
    all: usize,
}

impl<T> Capped<T> {
    /// The number of stored items. Nobody reads more, and an item may take far more memory than a short row.
    const STORED: usize = 1000;

    /// Adds an item, which is created only if it is stored.
    pub(crate) fn push(&mut self, item: impl FnOnce() -> T) {
        if self.first.len() < Self::STORED {
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

    /// Returns the stored items.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.first.iter()
    }

    /// Returns the number of items that are not stored.
    pub(crate) fn more(&self) -> usize {
        self.all - self.first.len()
    }

    pub(crate) fn sort_by_key(&mut self, key: impl FnMut(&T) -> usize) {
        self.first.sort_by_key(key);
    }
}

impl<T> Default for Capped<T> {
    fn default() -> Self {
        Self { first: Vec::new(), all: 0 }
    }
}
