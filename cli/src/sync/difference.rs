//! Compares a vendor's page with a catalog: `diff` with a compiled one, `sync` with a declaration.

use crate::import::document::{Document, Entry, Role};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A catalog in the form that is compared with a page.
#[derive(Debug)]
pub(crate) struct CatalogView<'a> {
    /// The names of the columns.
    pub(crate) columns: Vec<Cow<'a, str>>,
    /// The titles of the sections.
    pub(crate) sections: Vec<&'a str>,
    pub(crate) rows: Vec<RowView<'a>>,
}

/// One code of a catalog.
#[derive(Debug)]
pub(crate) struct RowView<'a> {
    /// An integer in decimal, or a text.
    pub(crate) code: String,
    /// The title of the section.
    pub(crate) section: Option<&'a str>,
    pub(crate) meanings: Vec<MeaningView<'a>>,
}

#[derive(Debug)]
pub(crate) struct MeaningView<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) symbol: Option<&'a str>,
    pub(crate) message: Cow<'a, str>,
    pub(crate) help: Option<&'a str>,
    /// The text of each column, empty if the row has no value. `None` for a value that cannot be compared.
    pub(crate) columns: Vec<Option<Cow<'a, str>>>,
}

/// The differences. Rows and meanings are indexes into a [`CatalogView`].
#[derive(Default, Debug)]
pub(crate) struct Difference<'a> {
    pub(crate) added: Vec<&'a Entry>,
    pub(crate) removed: Vec<(usize, usize)>,
    pub(crate) changed: Vec<ChangedMeaning<'a>>,
    /// True if the sections of the catalog are those of the page.
    pub(crate) has_sections: bool,
}

/// A meaning that both have, and the fields that differ.
#[derive(Debug)]
pub(crate) struct ChangedMeaning<'a> {
    pub(crate) row: usize,
    pub(crate) meaning: usize,
    pub(crate) entry: &'a Entry,
    pub(crate) fields: Vec<ChangedField>,
}

#[derive(Clone, Debug)]
pub(crate) struct ChangedField {
    pub(crate) name: String,
    pub(crate) catalog: Option<String>,
    pub(crate) file: Option<String>,
}

impl Difference<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

fn by_symbol(meaning: &MeaningView<'_>, entry: &Entry) -> bool {
    meaning.symbol.is_some() && meaning.symbol == entry.symbol.as_deref()
}

fn by_message(meaning: &MeaningView<'_>, entry: &Entry) -> bool {
    !entry.is_message_from_name && *meaning.message == *entry.message
}

fn by_order(_: &MeaningView<'_>, _: &Entry) -> bool {
    true
}

/// Compares the columns that the page has.
pub(crate) fn difference<'a>(catalog: &CatalogView<'_>, document: &'a Document) -> Difference<'a> {
    let comparison =
        Comparison { catalog, roles: &document.roles, sections: has_the_sections(catalog, document) };
    let mut of_code: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for entry in &document.entries {
        of_code.entry(&entry.code).or_default().push(entry);
    }
    let mut difference = Difference { has_sections: comparison.sections, ..Difference::default() };
    for (index, row) in catalog.rows.iter().enumerate() {
        let mut entries = of_code.remove(row.code.as_str()).unwrap_or_default();
        let moved = comparison.moved(row, &entries);
        let is_equal =
            |meaning: &MeaningView<'_>, entry: &Entry| comparison.fields(meaning, entry).is_empty();
        let mut unmatched: Vec<usize> = (0..row.meanings.len()).collect();
        let mut pair = |way: &dyn Fn(&MeaningView<'_>, &Entry) -> bool, entries: &mut Vec<&'a Entry>| {
            unmatched.retain(|&meaning| {
                let own = &row.meanings[meaning];
                let Some(found) = entries.iter().position(|entry| way(own, entry)) else { return true };
                let entry = entries.remove(found);
                let mut fields = comparison.fields(own, entry);
                fields.extend(moved.clone());
                if !fields.is_empty() {
                    difference.changed.push(ChangedMeaning { row: index, meaning, entry, fields });
                }
                false
            });
        };
        pair(&is_equal, &mut entries);
        // The page may repeat a row word for word.
        entries.retain(|entry| !row.meanings.iter().any(|meaning| is_equal(meaning, entry)));
        // The other meanings of a code are matched by symbol, then by message, then by order.
        for way in [by_symbol, by_message, by_order] {
            pair(&way, &mut entries);
        }
        // The code of a row that cannot be read is still on the page.
        if !document.accepted.contains(&row.code) {
            difference.removed.extend(unmatched.into_iter().map(|meaning| (index, meaning)));
        }
        difference.added.extend(entries);
    }
    difference.added.extend(of_code.into_values().flatten());
    difference.added.sort_by_key(|entry| entry.line);
    difference
}

/// Checks whether the sections of the catalog are those of the page. If the page has none of their titles, they are the
/// declaration's own.
fn has_the_sections(catalog: &CatalogView<'_>, document: &Document) -> bool {
    let titles: HashSet<&str> = catalog.sections.iter().copied().collect();
    document.entries.iter().filter_map(|entry| entry.section.as_deref()).any(|title| titles.contains(title))
}

struct Comparison<'a> {
    catalog: &'a CatalogView<'a>,
    roles: &'a [Role],
    sections: bool,
}

impl Comparison<'_> {
    /// Returns the section of the row on the page, if it differs. A code that is in several places is in each of their
    /// sections, and one that is under no heading is in the section that the catalog has.
    fn moved(&self, row: &RowView<'_>, entries: &[&Entry]) -> Option<ChangedField> {
        if !self.sections || entries.iter().any(|entry| entry.section.as_deref() == row.section) {
            return None;
        }
        let heading = entries.iter().find_map(|entry| entry.section.as_deref());
        let [catalog, file] = [row.section, heading].map(|text| text.map(str::to_owned));
        file.is_some().then(|| ChangedField { name: "section".to_owned(), catalog, file })
    }

    /// Returns the fields of a meaning that differ on the page.
    fn fields(&self, meaning: &MeaningView<'_>, entry: &Entry) -> Vec<ChangedField> {
        let mut fields = Vec::new();
        let mut compare = |name: &str, catalog: Option<&str>, file: Option<&str>| {
            if catalog != file {
                let [catalog, file] = [catalog, file].map(|text| text.map(str::to_owned));
                fields.push(ChangedField { name: name.to_owned(), catalog, file });
            }
        };
        // A row without a message does not contradict that of the catalog.
        if !entry.is_message_from_name {
            compare("message", Some(&meaning.message), Some(&entry.message));
        }
        for role in self.roles {
            match role {
                Role::Symbol => compare("symbol", meaning.symbol, entry.symbol.as_deref()),
                Role::Help => compare("help", meaning.help, entry.help.as_deref()),
                Role::Name => compare("name", Some(&meaning.name), entry.name.as_deref()),
                Role::Column(name) | Role::Translation(name) => {
                    let index = self.catalog.columns.iter().position(|column| column == name);
                    if let Some(ours) = index.and_then(|index| meaning.columns[index].as_deref()) {
                        let theirs = entry.columns.iter().find(|(other, _)| **other == **name);
                        let theirs = theirs.map(|(_, value)| &**value);
                        let given = |text: &&str| !text.is_empty();
                        compare(name, Some(ours).filter(given), theirs.filter(given));
                    }
                }
                _ => {}
            }
        }
        fields
    }
}
