//! The lookup of a message by its language in generated code. As in RFC 4647, the last part of a tag is removed until
//! the tag is found. The runtime also infers parts of a tag, such as `zh-Hant` for `zh-TW`. Generated code lists these
//! tags too, so that it finds the same messages.

use super::column::ExportColumn;
use crate::catalog::table::Table;
use std::collections::BTreeMap;

/// Names of languages that mean the same as the language of a translation.
const SAME: [[&str; 2]; 8] = [
    ["cmn", "zh"],
    ["in", "id"],
    ["iw", "he"],
    ["ji", "yi"],
    ["jw", "jv"],
    ["mo", "ro"],
    ["nb", "no"],
    ["tl", "fil"],
];

/// Scripts and regions that decide between two translations into one language.
const PARTS: [&str; 10] = ["arab", "cn", "cyrl", "hans", "hant", "hk", "latn", "mo", "sg", "tw"];

/// The tags of a language, in lower case, that find one field of a meaning.
pub(super) struct Translation {
    pub(super) tags: Vec<String>,
    /// The field of the message, or `None` for the message in the language of the catalog.
    pub(super) field: Option<String>,
}

/// Returns the tags of each language of the messages. The catalog's own language is included if a translation would
/// otherwise be found in its place.
pub(super) fn translations(table: &Table, columns: &[ExportColumn]) -> Vec<Translation> {
    let mut found: BTreeMap<String, Option<usize>> = BTreeMap::new();
    let mut candidates = candidates(table);
    // A tag is shorter than those that it is a part of.
    candidates.sort_by_key(String::len);
    for tag in candidates {
        let column = table.column_in(&tag);
        if column != looked_up(&found, &tag) {
            found.insert(tag, column);
        }
    }
    let mut translations: Vec<(Option<usize>, Translation)> = Vec::new();
    for (tag, column) in found {
        if let Some((_, translation)) = translations.iter_mut().find(|(other, _)| *other == column) {
            translation.tags.push(tag);
            continue;
        }
        let field = column.and_then(|column| columns.iter().find(|field| field.is_message_in(column)));
        let field = field.map(|field| field.name.clone());
        translations.push((column, Translation { tags: vec![tag], field }));
    }
    translations.into_iter().map(|(_, translation)| translation).collect()
}

/// Looks a tag up as the generated code does.
fn looked_up(found: &BTreeMap<String, Option<usize>>, tag: &str) -> Option<usize> {
    let mut rest = Some(tag);
    while let Some(tag) = rest {
        if let Some(column) = found.get(tag) {
            return *column;
        }
        rest = tag.rsplit_once('-').map(|(rest, _)| rest);
    }
    None
}

fn candidates(table: &Table) -> Vec<String> {
    let mut candidates: Vec<String> = table.languages.iter().map(|tag| tag.to_lowercase()).collect();
    for tag in table.languages.iter().map(|tag| tag.to_lowercase()) {
        let language = tag.split('-').next().unwrap_or_default();
        let same = SAME.iter().filter(|same| same.contains(&language)).flatten().copied();
        for language in same.chain([language]) {
            candidates.push(language.to_owned());
            candidates.extend(PARTS.iter().map(|part| format!("{language}-{part}")));
        }
    }
    candidates
}
