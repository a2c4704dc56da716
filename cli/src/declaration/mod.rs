//! The declaration of a catalog, printed from a vendor's table so that it compiles as it is: names made from the
//! symbols, shared codes joined, shared symbols declared. What a person has to decide is left to them.

mod names;
mod row;

use crate::document::{Document, Entry, Role, integer};
use crate::error::{Error, Result};
use crate::naming::is_symbol_token;
use names::Names;
use row::{Row, literal, written};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

/// What the user says beside the table.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    pub(crate) name: &'a str,
    pub(crate) title: Option<&'a str>,
    pub(crate) source: Option<&'a str>,
    pub(crate) lang: Option<&'a str>,
    pub(crate) success: &'a [String],
}

/// The source text, and what the user should know about it.
#[derive(Debug)]
pub(crate) struct Declaration {
    pub(crate) text: String,
    pub(crate) notes: Vec<String>,
}

/// Prints the declaration of what the document says.
pub(crate) fn declaration(document: &Document, head: &Head<'_>) -> Result<Declaration> {
    let mut notes = Vec::new();
    let rows = joined(&document.entries, &mut notes);
    for success in head.success {
        if !rows.iter().any(|row| row.code == success) {
            return Err(Error::Success { code: success.clone() });
        }
    }
    let is_text = rows.iter().any(|row| integer(row.code).is_none());
    let code = |code: &str| if is_text { literal(code) } else { code.to_owned() };

    let mut text = String::from("use error_catalog::error_catalog;\n\nerror_catalog! {\n");
    let mut line = |indent: usize, line: &str| {
        // Writing to a string cannot fail.
        _ = writeln!(text, "{:width$}{line}", "", width = indent * 4);
    };
    line(1, &format!("/// The error codes of {}.", head.name));
    line(1, &format!("pub enum {}: {} {{", head.name, raw(&rows, is_text)));
    for (keyword, value) in [("title", head.title), ("source", head.source), ("lang", head.lang)] {
        if let Some(value) = value {
            line(2, &format!("{keyword} {};", literal(value)));
        }
    }
    if !head.success.is_empty() {
        let codes: Vec<String> = head.success.iter().map(|success| code(success)).collect();
        line(2, &format!("success {};", codes.join(", ")));
    } else if rows.iter().any(|row| row.code == "0") {
        line(2, "// If 0 means that a call succeeded: success 0;");
    }
    for symbol in shared_symbols(&rows) {
        line(
            2,
            &format!(
                "shared symbol {};",
                if is_symbol_token(symbol) { symbol.to_owned() } else { literal(symbol) }
            ),
        );
    }
    for role in &document.roles {
        if let Role::Column(name) = role {
            line(
                2,
                &format!(
                    "column {name}: &'static str{};",
                    if given_everywhere(&rows, name) { "" } else { " = \"\"" }
                ),
            );
        }
    }

    let mut names = Names::new(rows.iter().flat_map(|row| row.meanings.iter().copied()), is_text);
    for (title, rows) in sections(&rows) {
        line(0, "");
        let indent = if let Some(title) = title {
            line(2, &format!("section {} {} {{", names.section(title), literal(title)));
            3
        } else {
            2
        };
        for row in rows {
            for written in written(row, &code(row.code), &mut names, indent * 4) {
                line(indent, &written);
            }
        }
        if title.is_some() {
            line(2, "}");
        }
    }
    line(1, "}");
    line(0, "}");
    Ok(Declaration { text, notes })
}

/// The rows in the order in which they first appear, each with all its meanings.
fn joined<'a>(entries: &'a [Entry], notes: &mut Vec<String>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut of_code: HashMap<&str, usize> = HashMap::new();
    for entry in entries {
        let place = *of_code.entry(&entry.code).or_insert(rows.len());
        let Some(row) = rows.get_mut(place) else {
            rows.push(Row { code: &entry.code, meanings: vec![entry] });
            continue;
        };
        let says = |entry: &Entry| {
            (entry.symbol.clone(), entry.message.clone(), entry.help.clone(), entry.columns.clone())
        };
        if let Some(earlier) = row.meanings.iter().find(|earlier| says(earlier) == says(entry)) {
            notes.push(format!(
                "line {}: code {} says what line {} says already",
                entry.line, entry.code, earlier.line
            ));
            continue;
        }
        let first = row.meanings[0];
        if first.section != entry.section {
            notes.push(format!(
                "line {}: code {} moves from section {:?} to that of line {}, since it is one row",
                entry.line,
                entry.code,
                entry.section.as_deref().unwrap_or(""),
                first.line
            ));
        }
        row.meanings.push(entry);
    }
    rows
}

/// The smallest type of the usual ones that holds all codes.
fn raw(rows: &[Row<'_>], is_text: bool) -> &'static str {
    let fits = |row: &Row<'_>| integer(row.code).is_some_and(|code| i32::try_from(code).is_ok());
    match (is_text, rows.iter().all(fits)) {
        (true, _) => "&'static str",
        (false, true) => "i32",
        (false, false) => "i64",
    }
}

/// The rows of each section; those without one come first.
fn sections<'r, 'a>(rows: &'r [Row<'a>]) -> Vec<(Option<&'a str>, Vec<&'r Row<'a>>)> {
    let mut sections: Vec<(Option<&str>, Vec<&Row<'_>>)> = Vec::new();
    for row in rows {
        let title = row.meanings[0].section.as_deref();
        match sections.iter_mut().find(|(other, _)| *other == title) {
            Some((_, rows)) => rows.push(row),
            None => sections.push((title, vec![row])),
        }
    }
    sections.sort_by_key(|(title, _)| title.is_some());
    sections
}

fn shared_symbols<'a>(rows: &[Row<'a>]) -> Vec<&'a str> {
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for symbol in rows.iter().flat_map(|row| &row.meanings).filter_map(|meaning| meaning.symbol.as_deref()) {
        *holders.entry(symbol).or_default() += 1;
    }
    holders.into_iter().filter(|(_, holders)| *holders > 1).map(|(symbol, _)| symbol).collect()
}

fn given_everywhere(rows: &[Row<'_>], column: &str) -> bool {
    rows.iter().flat_map(|row| &row.meanings).all(|meaning| value(meaning, column).is_some())
}

fn value<'a>(entry: &'a Entry, column: &str) -> Option<&'a str> {
    let found = entry.columns.iter().find(|(name, _)| name == column);
    found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
}
