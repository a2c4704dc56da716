//! `diff`: compares a vendor's table with a catalog.

use crate::catalog::table::{Meaning, Row, Table};
use crate::commands::catalog_args::{CATALOG, find_catalog};
use crate::commands::context::{Context, Format, Status};
use crate::commands::input_args::{EXAMPLES, InputArgs, codes};
use crate::error::{Error, Result};
use crate::export::meaning_json;
use crate::import::document::{Entry, integer};
use crate::output::escape::{Escaped, EscapingWriter};
use crate::output::style;
use crate::sync::difference::{CatalogView, Difference, MeaningView, RowView, difference};
use clap::Args;
use error_catalog::Section;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Number, Value, json};
use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, Write};
use std::path::PathBuf;

/// Compare a vendor's table with a catalog
///
/// Compares the columns the file has, and sections if the file has headings. A deprecated row that the file lacks is not a
/// difference. The status is 0 if they are equal, 1 if they differ, and 2 on an error.
#[derive(Args, Debug)]
#[command(after_help = format!("Examples:
  errcat diff Youdu errors.md
  errcat diff WeCom errors.txt --format json
  curl -s https://example.com/errors | errcat diff WeCom -
{EXAMPLES}"))]
pub(crate) struct Diff {
    /// The catalog
    #[arg(id = CATALOG, value_name = "CATALOG", index = 1)]
    catalog: String,
    /// The file with the vendor's table, - for standard input
    #[arg(index = 2)]
    file: PathBuf,
    #[command(flatten)]
    input: InputArgs,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Diff {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let table = find_catalog(context.catalogs, &self.catalog)?;
        let document = self.input.read(context, &self.file, codes(table.raw).ok(), table.lang)?;
        let shared: HashSet<String> =
            table.rows.iter().filter(|row| row.meanings.len() > 1).map(|row| row.code.to_string()).collect();
        document.check_conflicting_tables(&self.file.display().to_string(), |code| shared.contains(code))?;

        let mut difference = difference(&table.view(), &document);
        // A code that the vendor dropped stays in the catalog: marked as deprecated, it is not a difference.
        let mut removed = vec![0; table.rows.len()];
        difference.removed.iter().for_each(|(row, _)| removed[*row] += 1);
        difference.removed.retain(|(row, _)| {
            let row_of_catalog = &table.rows[*row];
            row_of_catalog.deprecated.is_none() || removed[*row] < row_of_catalog.meanings.len()
        });
        let report = Report { table, difference };
        match self.format {
            Format::Json => report.json(&self.file.display().to_string(), context.data)?,
            Format::Text => report.text(context.out)?,
        }
        if !document.unread.is_empty() {
            return Err(Error::Incomplete {
                file: self.file.display().to_string(),
                rows: document.unread.len(),
            });
        }
        Ok(if report.difference.is_empty() { Status::Yes } else { Status::No })
    }
}

impl Table {
    /// Returns the catalog in the form that is compared with a page.
    fn view(&self) -> CatalogView<'_> {
        let rows = self.rows.iter().map(|row| RowView {
            code: row.code.to_string(),
            section: row.section.map(Section::title),
            meanings: row.meanings.iter().map(meaning_view).collect(),
        });
        CatalogView {
            columns: self.columns.iter().map(|name| (*name).into()).collect(),
            sections: self.sections.iter().map(Section::title).collect(),
            rows: rows.collect(),
        }
    }
}

fn meaning_view(meaning: &Meaning) -> MeaningView<'_> {
    MeaningView {
        name: meaning.name.into(),
        symbol: meaning.symbol,
        message: meaning.message.into(),
        help: meaning.help,
        columns: meaning.columns.iter().map(|cell| Some(cell.to_field().into())).collect(),
    }
}

/// A difference with its catalog.
struct Report<'a> {
    table: &'a Table,
    difference: Difference<'a>,
}

impl Report<'_> {
    fn meaning(&self, (row, meaning): (usize, usize)) -> (&Row, &Meaning) {
        (&self.table.rows[row], &self.table.rows[row].meanings[meaning])
    }

    fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        let Difference { added: new, removed: gone, changed: other, .. } = &self.difference;
        let (added, removed, changed, label) = (style::ADDED, style::REMOVED, style::CODE, style::LABEL);
        for entry in new {
            write!(out, "{added}+ {}{added:#}", Escaped(&entry.code))?;
            if let Some(symbol) = &entry.symbol {
                write!(out, " {}", Escaped(symbol))?;
            }
            writeln!(out, " {} {label}(line {}){label:#}", Escaped(&entry.message), entry.line)?;
        }
        for (row, meaning) in gone.iter().map(|index| self.meaning(*index)) {
            write!(out, "{removed}- {}{removed:#}", Escaped(&row.printed_code()))?;
            writeln!(out, " {} {}", meaning.name, Escaped(meaning.message))?;
        }
        for change in other {
            let (row, meaning) = self.meaning((change.row, change.meaning));
            writeln!(out, "{changed}~ {}{changed:#} {}", Escaped(&row.printed_code()), meaning.name)?;
            for field in &change.fields {
                let shown = |text: &Option<String>| {
                    text.as_deref().map_or("(none)".to_owned(), |text| Escaped(text).to_string())
                };
                writeln!(out, "    {label}{}{label:#}", Escaped(&field.name))?;
                writeln!(out, "      {removed}-{removed:#} {}", shown(&field.catalog))?;
                writeln!(out, "      {added}+{added:#} {}", shown(&field.file))?;
            }
        }
        if !self.difference.is_empty() {
            writeln!(out, "{} added, {} removed, {} changed", new.len(), gone.len(), other.len())?;
        }
        Ok(())
    }

    /// Writes one object. Its records are created while they are written, because a page may have a hundred thousand rows.
    fn json(&self, file: &str, out: &mut dyn Write) -> io::Result<()> {
        let Self { table, difference } = self;
        // Codes have the JSON type of the catalog's codes.
        let code = |entry: &Entry| match table.rows.first().map(|row| &row.code) {
            Some(crate::catalog::value::CellValue::Integer(_)) => integer(&entry.code)
                .and_then(Number::from_i128)
                .map_or(Value::from(&*entry.code), Value::from),
            _ => Value::from(&*entry.code),
        };
        let added = difference.added.iter().map(|entry| {
            json!({
                "line": entry.line,
                "code": code(entry),
                "symbol": entry.symbol,
                "message": entry.message,
                "help": entry.help,
                "section": entry.section.as_deref(),
            })
        });
        let changed = difference.changed.iter().flat_map(|change| {
            let (row, meaning) = self.meaning((change.row, change.meaning));
            change.fields.iter().map(move |field| {
                json!({
                    "code": Value::from(&row.code),
                    "name": meaning.name,
                    "line": change.entry.line,
                    "field": field.name,
                    "catalog": field.catalog,
                    "file": field.file,
                })
            })
        });
        let removed = difference.removed.iter().map(|index| {
            let (row, meaning) = self.meaning(*index);
            meaning_json::to_object(table, row, meaning)
        });
        let mut out = EscapingWriter::json(out);
        let mut serializer = serde_json::Serializer::pretty(&mut out);
        let mut report = serializer.serialize_map(Some(5))?;
        report.serialize_entry("catalog", table.name)?;
        report.serialize_entry("file", file)?;
        report.serialize_entry("added", &Records::of(added))?;
        report.serialize_entry("removed", &Records::of(removed))?;
        report.serialize_entry("changed", &Records::of(changed))?;
        report.end()?;
        writeln!(out)
    }
}

/// Records that are created one at a time.
struct Records<I>(Cell<Option<I>>);

impl<I: Iterator<Item = Value>> Records<I> {
    fn of(records: I) -> Self {
        Self(Cell::new(Some(records)))
    }
}

impl<I: Iterator<Item = Value>> Serialize for Records<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.take().into_iter().flatten())
    }
}
