//! What a vendor's page says against what a catalog says: `diff` asks it of a compiled catalog, `sync` of a
//! declaration.

use crate::import::document::{Document, Entry, Role};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What a catalog says, as far as a page can say it too.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    /// The names of the columns.
    pub(crate) columns: Vec<Cow<'a, str>>,
    /// The titles of the sections.
    pub(crate) sections: Vec<&'a str>,
    pub(crate) rows: Vec<SaidRow<'a>>,
}

/// What it says of one code.
#[derive(Debug)]
pub(crate) struct SaidRow<'a> {
    /// An integer in decimal, or a text.
    pub(crate) code: String,
    /// The title of the section.
    pub(crate) section: Option<&'a str>,
    pub(crate) meanings: Vec<SaidMeaning<'a>>,
}

#[derive(Debug)]
pub(crate) struct SaidMeaning<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) symbol: Option<&'a str>,
    pub(crate) message: &'a str,
    pub(crate) help: Option<&'a str>,
    /// A text for each column, empty where there is nothing; `None` for a value that has no text.
    pub(crate) columns: Vec<Option<Cow<'a, str>>>,
}

/// What differs. Rows and meanings are indices into what was [`Said`].
#[derive(Default, Debug)]
pub(crate) struct Difference<'a> {
    pub(crate) added: Vec<&'a Entry>,
    pub(crate) removed: Vec<(usize, usize)>,
    pub(crate) changed: Vec<Change<'a>>,
    /// The sections of the catalog are those of the page.
    pub(crate) has_sections: bool,
}

/// A meaning that both have, and the fields that differ.
#[derive(Debug)]
pub(crate) struct Change<'a> {
    pub(crate) row: usize,
    pub(crate) meaning: usize,
    pub(crate) entry: &'a Entry,
    pub(crate) fields: Vec<Field>,
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) catalog: Option<String>,
    pub(crate) file: Option<String>,
}

impl Difference<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

fn by_symbol(meaning: &SaidMeaning<'_>, entry: &Entry) -> bool {
    meaning.symbol.is_some() && meaning.symbol == entry.symbol.as_deref()
}

fn by_message(meaning: &SaidMeaning<'_>, entry: &Entry) -> bool {
    *meaning.message == *entry.message
}

fn by_order(_: &SaidMeaning<'_>, _: &Entry) -> bool {
    true
}

/// Compared is what the page has columns for.
pub(crate) fn difference<'a>(said: &Said<'_>, document: &'a Document) -> Difference<'a> {
    let comparison = Comparison { said, roles: &document.roles, sections: has_the_sections(said, document) };
    let mut of_code: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for entry in &document.entries {
        of_code.entry(&entry.code).or_default().push(entry);
    }
    let mut difference = Difference { has_sections: comparison.sections, ..Difference::default() };
    for (index, row) in said.rows.iter().enumerate() {
        let mut entries = of_code.remove(row.code.as_str()).unwrap_or_default();
        let moved = comparison.moved(row, &entries);
        let is_said = |said: &SaidMeaning<'_>, entry: &Entry| comparison.fields(said, entry).is_empty();
        let mut unmatched: Vec<usize> = (0..row.meanings.len()).collect();
        let mut pair = |way: &dyn Fn(&SaidMeaning<'_>, &Entry) -> bool, entries: &mut Vec<&'a Entry>| {
            unmatched.retain(|&meaning| {
                let said = &row.meanings[meaning];
                let Some(place) = entries.iter().position(|entry| way(said, entry)) else { return true };
                let entry = entries.remove(place);
                let mut fields = comparison.fields(said, entry);
                fields.extend(moved.clone());
                if !fields.is_empty() {
                    difference.changed.push(Change { row: index, meaning, entry, fields });
                }
                false
            });
        };
        pair(&is_said, &mut entries);
        // A row that the page repeats word for word is no news.
        entries.retain(|entry| !row.meanings.iter().any(|meaning| is_said(meaning, entry)));
        // Other meanings of one code are told apart by symbol, else by message, else by their order.
        for way in [by_symbol, by_message, by_order] {
            pair(&way, &mut entries);
        }
        difference.removed.extend(unmatched.into_iter().map(|meaning| (index, meaning)));
        difference.added.extend(entries);
    }
    difference.added.extend(of_code.into_values().flatten());
    difference.added.sort_by_key(|entry| entry.line);
    difference
}

/// Whether the sections of the catalog are those of the page. Where no title is on the page, they are the
/// declaration's own, and say nothing about the vendor.
fn has_the_sections(said: &Said<'_>, document: &Document) -> bool {
    let titles: HashSet<&str> = said.sections.iter().copied().collect();
    document.entries.iter().filter_map(|entry| entry.section.as_deref()).any(|title| titles.contains(title))
}

struct Comparison<'a> {
    said: &'a Said<'a>,
    roles: &'a [Role],
    sections: bool,
}

impl Comparison<'_> {
    /// The section that the page has the row in, where it is another. A code that stands in several places is in each of
    /// them, and one that stands under headings nowhere is in whichever section the catalog has it.
    fn moved(&self, row: &SaidRow<'_>, entries: &[&Entry]) -> Option<Field> {
        if !self.sections || entries.iter().any(|entry| entry.section.as_deref() == row.section) {
            return None;
        }
        let heading = entries.iter().find_map(|entry| entry.section.as_deref());
        let [catalog, file] = [row.section, heading].map(|text| text.map(str::to_owned));
        file.is_some().then(|| Field { name: "section".to_owned(), catalog, file })
    }

    /// What the page says otherwise of a meaning.
    fn fields(&self, meaning: &SaidMeaning<'_>, entry: &Entry) -> Vec<Field> {
        let mut fields = Vec::new();
        let mut compare = |name: &str, catalog: Option<&str>, file: Option<&str>| {
            if catalog != file {
                let [catalog, file] = [catalog, file].map(|text| text.map(str::to_owned));
                fields.push(Field { name: name.to_owned(), catalog, file });
            }
        };
        compare("message", Some(meaning.message), Some(&entry.message));
        for role in self.roles {
            match role {
                Role::Symbol => compare("symbol", meaning.symbol, entry.symbol.as_deref()),
                Role::Help => compare("help", meaning.help, entry.help.as_deref()),
                Role::Name => compare("name", Some(&meaning.name), entry.name.as_deref()),
                Role::Column(name) => {
                    let index = self.said.columns.iter().position(|column| column == name);
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
