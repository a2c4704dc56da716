//! Inserts the rows that are new on the page.

use super::PassEdits;
use super::declared_catalog::{Declared, name};
use super::declared_text::check_text;
use super::layout::{Block, Layout, end, width};
use super::report::{Change, ChangeKind};
use crate::import::declaration::{Names, RowEntries, joined, literal, meaning_lines, row_lines};
use crate::import::document::{Capped, Entry};
use crate::sync::difference::Difference;
use error_catalog_core::syntax::Code;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

/// The position of new rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Position {
    /// After this row.
    After(usize),
    Before(usize),
    /// Into a section that has no rows.
    Inside(usize),
    /// Before all sections of a catalog whose rows are all in sections.
    First,
}

/// The codes that are added to each section because it has the nearest code; `None` is outside all sections.
type ByNeighbor = BTreeMap<Option<usize>, Vec<Box<str>>>;

/// Inserts every row that is new on the page.
pub(super) fn insert_rows(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    declared: &Declared<'_>,
    difference: &Difference<'_>,
    names: &mut Names,
) {
    let writer = Writer { declared };
    let has_sections = difference.has_sections;
    let mut position: BTreeMap<Position, Vec<(Code, Option<usize>, RowEntries<'_>)>> = BTreeMap::new();
    let mut new_sections: Vec<(&str, Vec<RowEntries<'_>>)> = Vec::new();
    let mut of_title: HashMap<&str, usize> = HashMap::new();
    let mut by_neighbor = ByNeighbor::new();
    for row in joined(difference.added.iter().copied(), &mut Capped::default()) {
        let first = row.meanings[0];
        let texts = row.meanings.iter().map(|entry| check_text(declared, None, &entry.message));
        let code = match texts.collect::<Result<(), _>>().and_then(|()| code_of_new_row(declared, first)) {
            Ok(code) => code,
            Err(why) => {
                pass.rejected.push(format!("line {}: code {} is left out: {why}", first.line, first.code));
                continue;
            }
        };
        if let Some(index) = declared.row_of(&code) {
            join(pass, layout, &writer, index, &row, names);
            continue;
        }
        let heading = first.section.as_deref().filter(|_| has_sections);
        match heading {
            Some(title) if declared.section(title).is_none() => {
                let index = *of_title.entry(title).or_insert(new_sections.len());
                if index == new_sections.len() {
                    new_sections.push((title, Vec::new()));
                }
                new_sections[index].1.push(row);
            }
            heading => {
                let table = table(pass, declared, first, &code, heading, &mut by_neighbor);
                position.entry(position_of(declared, table, &code)).or_default().push((code, table, row));
            }
        }
    }
    for (position, mut rows) in position {
        rows.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        let indent = indent_at(layout, declared, position);
        let write = |(_, table, row): &(_, _, RowEntries<'_>)| writer.row(pass, row, *table, names, indent);
        let blocks: Vec<Block> = rows.iter().map(write).collect();
        insert(pass, layout, declared, position, blocks);
    }
    report_neighbors(pass, declared, by_neighbor);
    for (title, rows) in new_sections {
        let mut lines = vec![format!("section {} {} {{", names.section(title, None), literal(title))];
        for row in &rows {
            lines.extend(writer.row(pass, row, None, names, 12).deeper());
        }
        lines.push("}".to_owned());
        new_section(pass, layout, lines, &HashSet::new());
    }
}

/// Adds a section after the remaining ones.
pub(super) fn new_section(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    lines: Vec<String>,
    gone: &HashSet<usize>,
) {
    let sections = &layout.catalog().sections;
    let last = sections.iter().enumerate().rfind(|(index, _)| !gone.contains(index));
    if let Some((_, last)) = last {
        let blocks = [Block::blank(), Block::of(lines)];
        layout.insert_after(&mut pass.edits, &layout.section(last), &blocks);
    } else if let Some(first) = sections.first() {
        layout.insert_before(&mut pass.edits, layout.section(first).start, &[Block::of(lines)]);
    }
}

/// Returns the code of a new row; the error is the reason that the catalog cannot have the row.
fn code_of_new_row(declared: &Declared<'_>, entry: &Entry) -> Result<Code, String> {
    let Some(code) = declared.code(&entry.code) else {
        let raw = match declared.raw {
            error_catalog_core::syntax::Raw::Int(int) => int.name,
            error_catalog_core::syntax::Raw::Str => "text",
        };
        return Err(format!("the codes of the catalog are {raw}"));
    };
    if declared.is_reserved(&code) {
        return Err("the catalog reserves it".to_owned());
    }
    // The page may have texts such as `0010` although the codes of the catalog are numbers.
    if declared.row_of(&code).is_some() && super::deprecate_rows::shown(&code) != *entry.code {
        return Err(format!("the catalog already has {}", super::deprecate_rows::shown(&code)));
    }
    Ok(code)
}

/// Returns the section of a new row: that of its heading, or the one whose range holds it, or that of the nearest code.
fn table(
    pass: &mut PassEdits,
    declared: &Declared<'_>,
    entry: &Entry,
    code: &Code,
    heading: Option<&str>,
    by_neighbor: &mut ByNeighbor,
) -> Option<usize> {
    let section_of_heading = heading.and_then(|title| declared.section(title));
    match section_of_heading {
        Some(section) if declared.is_in_range(section, code) => return Some(section),
        Some(section) => pass.notes.push(outside(declared, section, entry)),
        None => {}
    }
    if let Some(section) = declared.section_of_range(code) {
        return Some(section);
    }
    let section = declared.section_of_neighbor(code).flatten();
    by_neighbor.entry(section).or_default().push(entry.code.clone());
    section
}

/// Reports rows that were placed next to the nearest code, because neither a heading nor a range decides.
fn report_neighbors(pass: &mut PassEdits, declared: &Declared<'_>, by_neighbor: ByNeighbor) {
    const SHOWN: usize = 5;
    if declared.ast.sections.is_empty() {
        return;
    }
    for (section, codes) in by_neighbor {
        let mut shown = codes[..codes.len().min(SHOWN)].join(", ");
        if codes.len() > SHOWN {
            _ = write!(shown, " and {} more", codes.len() - SHOWN);
        }
        let location = match section {
            Some(section) => {
                format!("to section {}, which has the nearest codes", declared.ast.sections[section].name)
            }
            None => "outside all sections".to_owned(),
        };
        pass.placement_notes.push(format!("added {location}: {shown}"));
    }
}

/// Returns the message that a code is outside the range of the section in which the page has it.
pub(super) fn outside(declared: &Declared<'_>, section: usize, entry: &Entry) -> String {
    let name = &declared.ast.sections[section].name;
    format!(
        "line {}: code {} is not placed in section {name}, because it is outside the range of the section: widen the range, and run sync again",
        entry.line, entry.code
    )
}

pub(super) fn position_of(declared: &Declared<'_>, table: Option<usize>, code: &Code) -> Position {
    let rows = declared.tables.get(&table);
    let before = rows.and_then(|rows| rows.range(..code.clone()).next_back());
    let after = || rows.and_then(|rows| rows.range(code.clone()..).next());
    match (before, table) {
        (Some((_, row)), _) => Position::After(*row),
        (None, table) => match (after(), table) {
            (Some((_, row)), _) => Position::Before(*row),
            (None, Some(section)) => Position::Inside(section),
            (None, None) => Position::First,
        },
    }
}

fn indent_at(layout: &Layout<'_>, declared: &Declared<'_>, position: Position) -> usize {
    let of = |at: usize| layout.indent(at).map_or(0, width);
    match position {
        Position::After(row) | Position::Before(row) => of(layout.row(row).start),
        Position::Inside(section) => of(layout.section(&declared.ast.sections[section]).start) + 4,
        Position::First => layout.last_of_head().map_or(8, |item| of(item.start)),
    }
}

pub(super) fn insert(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    declared: &Declared<'_>,
    position: Position,
    mut blocks: Vec<Block>,
) {
    let edits = &mut pass.edits;
    let catalog = declared.ast;
    match position {
        Position::After(row) => layout.insert_after(edits, &layout.item(row), &blocks),
        Position::Before(row) => layout.insert_before(edits, layout.row(row).start, &blocks),
        Position::Inside(section) => {
            let section = &catalog.sections[section];
            let close = layout.bytes(section.braces.close()).start;
            layout.insert_inside(edits, close, layout.bytes(section.keyword.span()).start, &blocks);
        }
        Position::First => {
            let blank = Block::blank();
            if let Some(section) = catalog.sections.first() {
                blocks.push(blank);
                layout.insert_before(edits, layout.section(section).start, &blocks);
            } else if let Some(last) = layout.last_of_head() {
                blocks.insert(0, blank);
                layout.insert_after(edits, &last, &blocks);
            } else {
                let close = layout.bytes(catalog.braces.close()).start;
                layout.insert_inside(edits, close, layout.bytes(catalog.name.span()).start, &blocks);
            }
        }
    }
}

/// Adds the meanings to the row that has their code.
fn join(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    writer: &Writer<'_>,
    index: usize,
    row: &RowEntries<'_>,
    names: &mut Names,
) {
    let written = &writer.declared.ast.rows[index];
    let Some(last) = written.meanings.last() else { return };
    let start = layout.row(index).start;
    let at = layout.bytes(end(last)).end;
    let own = name(&written.meanings[0], writer.declared.codes[index].as_ref()).into_owned();
    for (nth, meaning) in row.meanings.iter().enumerate() {
        let name = names.variant(meaning, written.meanings.len() + nth);
        let head = format!("    or {name}");
        let indent = layout.indent(start);
        let lines = meaning_lines(head, meaning, "", indent.map_or(0, width), &|name, value| {
            writer.value(name, value)
        });
        let block = Block::of(lines);
        match indent {
            Some(indent) => pass.edits.insert(at, layout.lines_after(at, indent, &[block])),
            None => pass.edits.insert(at, block.inline(" ", "", "")),
        }
        pass.changes.push(Change {
            kind: ChangeKind::Added,
            row: format!("{} {own} or {name}", row.code),
            detail: meaning.message.to_string(),
            line: Some(meaning.line),
        });
    }
}

/// A writer of rows as `import` prints them, with the columns that the catalog has.
struct Writer<'a> {
    declared: &'a Declared<'a>,
}

impl Writer<'_> {
    /// Returns the value of a column, or `None` if the catalog has no such column or none for this text.
    fn value(&self, name: &str, text: &str) -> Option<String> {
        let column = self.declared.columns.iter().find(|column| column.name == name)?;
        column.value(text).map(|value| format!("{}: {value}", column.written))
    }

    fn row(
        &self,
        pass: &mut PassEdits,
        row: &RowEntries<'_>,
        section: Option<usize>,
        names: &mut Names,
        indent: usize,
    ) -> Block {
        let first = row.meanings[0];
        let code = self.declared.without_prefix(section, row.code).unwrap_or_else(|| {
            if self.declared.is_text() {
                literal(row.code)
            } else {
                first.literal.as_deref().unwrap_or(row.code).to_owned()
            }
        });
        for meaning in &row.meanings {
            pass.changes.push(Change {
                kind: ChangeKind::Added,
                row: row.code.to_owned(),
                detail: meaning.message.to_string(),
                line: Some(meaning.line),
            });
        }
        Block::of(row_lines(row, &code, names, indent, &|name, value| self.value(name, value)))
    }
}
