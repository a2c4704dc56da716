//! `diff`: what a vendor's page says against what the catalog says.

use crate::choice::{CATALOG, catalog};
use crate::context::{Context, Format, Status};
use crate::document::{Document, Entry, Role};
use crate::error::{Error, Result};
use crate::escape::Escaped;
use crate::reading::{Reading, tell_unread};
use crate::table::{Meaning, Row, Table};
use crate::{json, style};
use clap::Args;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::PathBuf;

/// Compare a vendor's table with a catalog
///
/// Compared is what the file has columns for. The status is 0 when both say the same, 1 when they differ, and 2 on
/// an error.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat diff Youdu errors.md
  errcat diff WeCom errors.txt --format json
  curl -s https://example.com/errors | errcat diff WeCom -")]
pub(crate) struct Diff {
    /// The catalog
    #[arg(id = CATALOG, value_name = "CATALOG", index = 1)]
    catalog: String,
    /// The file with the vendor's table, - for standard input
    #[arg(index = 2)]
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What differs.
#[derive(Default)]
struct Difference<'a> {
    added: Vec<&'a Entry>,
    removed: Vec<(&'a Row, &'a Meaning)>,
    changed: Vec<Change<'a>>,
}

/// A meaning that both have, and the fields that differ.
struct Change<'a> {
    row: &'a Row,
    meaning: &'a Meaning,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    catalog: Option<String>,
    file: Option<String>,
}

impl Diff {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let table = catalog(context.catalogs, &self.catalog)?;
        let document = self.reading.read(&self.file)?;
        tell_unread(context, &self.file, &document);

        let difference = difference(table, &document);
        match self.format {
            Format::Json => {
                writeln!(context.out, "{:#}", difference.json(table, &self.file.display().to_string()))?;
            }
            Format::Text => difference.report(context.out)?,
        }
        if !document.unread.is_empty() {
            return Err(Error::Incomplete {
                file: self.file.display().to_string(),
                rows: document.unread.len(),
            });
        }
        Ok(if difference.is_empty() { Status::Yes } else { Status::No })
    }
}

/// Meanings of one code are told apart by symbol, else by message, else by their order.
fn by_symbol(meaning: &Meaning, entry: &Entry) -> bool {
    meaning.symbol.is_some() && meaning.symbol == entry.symbol.as_deref()
}

fn by_message(meaning: &Meaning, entry: &Entry) -> bool {
    meaning.message == entry.message
}

fn by_order(_: &Meaning, _: &Entry) -> bool {
    true
}

fn difference<'a>(table: &'a Table, document: &'a Document) -> Difference<'a> {
    let mut of_code: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for entry in &document.entries {
        of_code.entry(&entry.code).or_default().push(entry);
    }
    let mut difference = Difference::default();
    for row in &table.rows {
        let mut entries = of_code.remove(row.code.to_string().as_str()).unwrap_or_default();
        let mut meanings: Vec<&Meaning> = row.meanings.iter().collect();
        for way in [by_symbol, by_message, by_order] {
            meanings.retain(|meaning| {
                let Some(place) = entries.iter().position(|entry| way(meaning, entry)) else { return true };
                let entry = entries.remove(place);
                let fields = fields(table, row, meaning, entry, document);
                if !fields.is_empty() {
                    difference.changed.push(Change { row, meaning, fields });
                }
                false
            });
        }
        difference.removed.extend(meanings.into_iter().map(|meaning| (row, meaning)));
        // A row that the page repeats word for word is no news.
        entries.retain(|entry| {
            row.meanings.iter().all(|meaning| !fields(table, row, meaning, entry, document).is_empty())
        });
        difference.added.extend(entries);
    }
    difference.added.extend(of_code.into_values().flatten());
    difference.added.sort_by_key(|entry| entry.line);
    difference
}

/// What the page says otherwise, among what it has columns for.
fn fields(table: &Table, row: &Row, meaning: &Meaning, entry: &Entry, document: &Document) -> Vec<Field> {
    let has_sections = document.entries.iter().any(|entry| entry.section.is_some());
    let mut fields = Vec::new();
    let mut compare = |name: &str, catalog: Option<&str>, file: Option<&str>| {
        if catalog != file {
            let [catalog, file] = [catalog, file].map(|text| text.map(str::to_owned));
            fields.push(Field { name: name.to_owned(), catalog, file });
        }
    };
    compare("message", Some(meaning.message), Some(&entry.message));
    for role in &document.roles {
        match role {
            Role::Symbol => compare("symbol", meaning.symbol, entry.symbol.as_deref()),
            Role::Help => compare("help", meaning.help, entry.help.as_deref()),
            Role::Name => compare("name", Some(meaning.name), entry.name.as_deref()),
            Role::Column(name) => {
                if let Some(index) = table.columns.iter().position(|column| column == name) {
                    let ours = meaning.columns[index].to_string();
                    let theirs = entry
                        .columns
                        .iter()
                        .find(|(other, _)| other == name)
                        .map(|(_, value)| value.as_str());
                    compare(
                        name,
                        Some(&ours).filter(|ours| !ours.is_empty()).map(String::as_str),
                        theirs.filter(|theirs| !theirs.is_empty()),
                    );
                }
            }
            Role::Code | Role::Message | Role::Section | Role::Deprecated | Role::Skip => {}
        }
    }
    if has_sections {
        compare("section", row.section.map(|(_, title)| title), entry.section.as_deref());
    }
    fields
}

impl Difference<'_> {
    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    fn report(&self, out: &mut dyn Write) -> io::Result<()> {
        let (added, removed, changed, label) = (style::ADDED, style::REMOVED, style::CODE, style::LABEL);
        for entry in &self.added {
            write!(out, "{added}+ {}{added:#}", Escaped(&entry.code))?;
            if let Some(symbol) = &entry.symbol {
                write!(out, " {}", Escaped(symbol))?;
            }
            writeln!(out, " {} {label}(line {}){label:#}", Escaped(&entry.message), entry.line)?;
        }
        for (row, meaning) in &self.removed {
            writeln!(out, "{removed}- {}{removed:#} {} {}", row.code, meaning.name, meaning.message)?;
        }
        for change in &self.changed {
            writeln!(out, "{changed}~ {}{changed:#} {}", change.row.code, change.meaning.name)?;
            for field in &change.fields {
                let shown = |text: &Option<String>| {
                    text.as_deref().map_or("(none)".to_owned(), |text| Escaped(text).to_string())
                };
                writeln!(out, "    {label}{}{label:#}", field.name)?;
                writeln!(out, "      {removed}-{removed:#} {}", shown(&field.catalog))?;
                writeln!(out, "      {added}+{added:#} {}", shown(&field.file))?;
            }
        }
        if !self.is_empty() {
            writeln!(
                out,
                "{} added, {} removed, {} changed",
                self.added.len(),
                self.removed.len(),
                self.changed.len()
            )?;
        }
        Ok(())
    }

    fn json(&self, table: &Table, file: &str) -> Value {
        // As in the catalog: a number where its codes are numbers.
        let code = |entry: &Entry| match table.rows.first().map(|row| &row.code) {
            Some(crate::cell::Cell::Integer(_)) => {
                entry.code.parse::<i64>().map_or(Value::from(entry.code.as_str()), Value::from)
            }
            _ => Value::from(entry.code.as_str()),
        };
        let added = self.added.iter().map(|entry| {
            json!({
                "line": entry.line,
                "code": code(entry),
                "symbol": entry.symbol,
                "message": entry.message,
                "help": entry.help,
                "section": entry.section,
            })
        });
        let changed = self.changed.iter().flat_map(|change| {
            change.fields.iter().map(|field| {
                json!({
                    "code": Value::from(&change.row.code),
                    "name": change.meaning.name,
                    "field": field.name,
                    "catalog": field.catalog,
                    "file": field.file,
                })
            })
        });
        json!({
            "catalog": table.name,
            "file": file,
            "added": added.collect::<Vec<_>>(),
            "removed": self.removed.iter().map(|(row, meaning)| json::meaning(table, row, meaning)).collect::<Vec<_>>(),
            "changed": changed.collect::<Vec<_>>(),
        })
    }
}
