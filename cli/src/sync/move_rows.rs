//! Moves rows that are under another heading on the page, with their comments. If all rows of a section have one new
//! heading, the section gets this title instead.

use super::PassEdits;
use super::declared_catalog::Declared;
use super::deprecate_rows::shown;
use super::insert_rows::{Position, insert, new_section, outside, position_of};
use super::layout::{Block, Layout};
use super::report::{Change, ChangeKind};
use crate::import::declaration::{Names, literal};
use crate::import::document::Document;
use crate::sync::difference::{ChangedMeaning, Difference};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// A row that moves: its change, and its new heading.
type Moving<'a> = (&'a ChangedMeaning<'a>, &'a str);

/// Returns the new heading of a row, if it has one.
fn heading<'a>(change: &'a ChangedMeaning<'_>) -> Option<&'a str> {
    change.fields.iter().find(|field| field.name == "section")?.file.as_deref()
}

/// Moves every row that is under another heading on the page.
pub(super) fn move_rows(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    declared: &Declared<'_>,
    difference: &Difference<'_>,
    document: &Document,
    names: &mut Names,
) {
    let mut seen = HashSet::new();
    let moved: Vec<Moving<'_>> = difference
        .changed
        .iter()
        .filter_map(|change| Some((change, heading(change)?)))
        .filter(|(change, _)| seen.insert(change.row))
        .collect();
    update_titles(pass, layout, declared, &moved, document);
    if !pass.edits.is_empty() {
        return;
    }
    let mut to: BTreeMap<Position, Vec<Moving<'_>>> = BTreeMap::new();
    let mut new: Vec<(&str, Vec<Moving<'_>>)> = Vec::new();
    for (change, title) in moved {
        let Some(code) = &declared.codes[change.row] else { continue };
        if declared.is_composed(declared.ast.rows[change.row].section)
            || declared.is_composed(declared.section(title))
        {
            let (line, code) = (change.entry.line, shown(code));
            pass.rejected.push(format!(
                "line {line}: code {code} is not moved to {title:?}, because codes are written differently in a section with a prefix or a base: move it by hand"
            ));
            continue;
        }
        match declared.section(title) {
            Some(section) if declared.is_in_range(section, code) => {
                to.entry(position_of(declared, Some(section), code)).or_default().push((change, title));
            }
            Some(section) => pass.rejected.push(outside(declared, section, change.entry)),
            None => match new.iter_mut().find(|(known, _)| *known == title) {
                Some((_, rows)) => rows.push((change, title)),
                None => new.push((title, vec![(change, title)])),
            },
        }
    }
    let moving: Vec<Moving<'_>> =
        to.values().chain(new.iter().map(|(_, rows)| rows)).flatten().copied().collect();
    let gone = remove_rows(pass, layout, declared, &moving);
    let blocks = |mut rows: Vec<Moving<'_>>| -> Vec<Block> {
        rows.sort_by(|(a, _), (b, _)| declared.codes[a.row].cmp(&declared.codes[b.row]));
        rows.iter().map(|(change, _)| layout.moved(change.row)).collect()
    };
    for (position, rows) in to {
        insert(pass, layout, declared, position, blocks(rows));
    }
    for (title, rows) in new {
        let mut lines = vec![format!("section {} {} {{", names.section(title, None), literal(title))];
        lines.extend(blocks(rows).into_iter().flat_map(Block::deeper));
        lines.push("}".to_owned());
        new_section(pass, layout, lines, &gone);
    }
    pass.changes.extend(moving.iter().map(|(change, title)| Change {
        kind: ChangeKind::Changed,
        row: declared.codes[change.row].as_ref().map(shown).unwrap_or_default(),
        detail: format!("section {title}"),
        line: Some(change.entry.line),
    }));
}

/// Gives sections the titles that all of their rows have on the page now.
fn update_titles(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    declared: &Declared<'_>,
    moved: &[Moving<'_>],
    document: &Document,
) {
    let on_page: HashSet<&str> =
        document.entries.iter().filter_map(|entry| entry.section.as_deref()).collect();
    let mut titles: HashMap<usize, HashSet<&str>> = HashMap::new();
    for (change, title) in moved {
        if let Some(section) = declared.ast.rows[change.row].section {
            titles.entry(section).or_default().insert(title);
        }
    }
    let mut given = HashSet::new();
    for (index, section) in declared.ast.sections.iter().enumerate() {
        let Some(titles) = titles.get(&index).filter(|titles| titles.len() == 1) else { continue };
        let Some(title) = titles.iter().next().copied() else { continue };
        let is_free = declared.section(title).is_none() && given.insert(title);
        if is_free && !on_page.contains(section.title.value.as_str()) {
            pass.edits.replace(layout.bytes(section.title.span), literal(title));
            pass.changes.push(Change {
                kind: ChangeKind::Changed,
                row: format!("section {}", section.name),
                detail: format!("title {title}"),
                line: None,
            });
        }
    }
}

/// Removes the rows, and the sections that have no other rows and no comments.
fn remove_rows(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    declared: &Declared<'_>,
    moving: &[Moving<'_>],
) -> HashSet<usize> {
    let mut gone = HashSet::new();
    let mut out: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (change, _) in moving {
        out.entry(declared.ast.rows[change.row].section).or_default().push(change.row);
    }
    for (table, mut rows) in out {
        rows.sort_unstable();
        let ranges: Vec<Range<usize>> = rows.iter().map(|row| layout.whole(&layout.item(*row))).collect();
        if let Some(index) = table
            && declared.tables.get(&table).is_some_and(|all| all.len() == rows.len())
        {
            let section = &declared.ast.sections[index];
            let inside = layout.bytes(section.braces.open()).end..layout.bytes(section.braces.close()).start;
            if is_blank_but_for(&layout.text[..inside.end], inside.start, &ranges) {
                pass.edits.remove(layout.whole(&layout.section(section)));
                gone.insert(index);
                continue;
            }
        }
        for range in ranges {
            pass.edits.remove(range);
        }
    }
    gone
}

fn is_blank_but_for(text: &str, mut at: usize, ranges: &[Range<usize>]) -> bool {
    for range in ranges {
        if range.start >= at && !text[at..range.start].trim().is_empty() {
            return false;
        }
        at = at.max(range.end);
    }
    text.get(at..).is_none_or(|rest| rest.trim().is_empty())
}
