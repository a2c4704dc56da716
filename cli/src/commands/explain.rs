//! `explain`, which is also what the tool does without a subcommand: all that the catalogs say about a code.

use super::{Context, Status, check_lang};
use crate::args::{Chosen, Format};
use crate::error::Result;
use crate::table::{Meaning, Row, Table};
use crate::{json, style};
use clap::Args;
use std::io::{self, Write};

/// Explain codes: every catalog's meaning of each
#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// A code, the name or symbol of an error, or a reply or log line that holds a code
    #[arg(value_name = "CODE", required = true, allow_negative_numbers = true)]
    codes: Vec<String>,
    #[command(flatten)]
    chosen: Chosen,
    /// Show the message in this language first, such as en
    #[arg(long)]
    lang: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Explain {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let catalogs = self.chosen.of(context.catalogs);
        check_lang(&catalogs, self.lang.as_deref())?;
        let mut found: Vec<(&Table, &Row)> = Vec::new();
        let mut status = Status::Yes;
        for code in &self.codes {
            let rows = rows(&catalogs, code);
            if rows.is_empty() {
                status = Status::No;
                let names: Vec<&str> = catalogs.iter().map(|table| table.name).collect();
                context.tell(format_args!("no code {code:?} in {}", names.join(" or ")));
            }
            found.extend(rows);
        }
        match self.format {
            Format::Json => {
                let objects = found.iter().flat_map(|(table, row)| {
                    row.meanings.iter().map(|meaning| json::meaning(table, row, meaning))
                });
                json::write_array(context.out, objects)?;
            }
            Format::Text => {
                for (index, (table, row)) in found.iter().enumerate() {
                    if index > 0 {
                        writeln!(context.out)?;
                    }
                    self.write(context.out, table, row)?;
                }
            }
        }
        Ok(status)
    }

    fn write(&self, out: &mut dyn Write, table: &Table, row: &Row) -> io::Result<()> {
        let (catalog, code, name, label) = (style::CATALOG, style::CODE, style::NAME, style::LABEL);
        for (index, meaning) in row.meanings.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            write!(out, "{catalog}{}{catalog:#} {code}{}{code:#}", table.name, row.code)?;
            write!(out, " {name}{}{name:#}", meaning.name)?;
            if row.success {
                write!(out, " {label}(success){label:#}")?;
            }
            if row.meanings.len() > 1 {
                write!(out, " {label}(meaning {} of {}){label:#}", index + 1, row.meanings.len())?;
            }
            writeln!(out)?;
            let fields = self.fields(table, row, meaning);
            let width = fields.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
            for (field, value) in fields {
                writeln!(out, "  {label}{field:width$}{label:#}  {value}")?;
            }
        }
        Ok(())
    }

    /// What is known about a meaning, label and value, in the order in which it is shown.
    fn fields<'a>(&self, table: &'a Table, row: &Row, meaning: &'a Meaning) -> Vec<(&'a str, String)> {
        let mut fields = vec![("message", meaning.message.to_owned())];
        let first = self.lang.as_deref().and_then(|lang| table.column_in(lang));
        let mut columns: Vec<(usize, &str)> = table.columns.iter().copied().enumerate().collect();
        if let Some(first) = first {
            let (_, name) = columns.remove(first);
            fields.insert(0, (name, meaning.columns[first].to_string()));
        } else if let Some(en) = table.column_in("en") {
            let (_, name) = columns.remove(en);
            fields.push((name, meaning.columns[en].to_string()));
        }
        fields.extend(meaning.help.map(|help| ("help", help.to_owned())));
        fields.extend(meaning.symbol.map(|symbol| ("symbol", symbol.to_owned())));
        fields.extend(columns.into_iter().map(|(index, name)| (name, meaning.columns[index].to_string())));
        fields.extend(row.section.map(|(_, title)| ("section", title.to_owned())));
        if let Some(deprecated) = row.deprecated {
            let since = deprecated.since.map(|since| format!("since {since}"));
            let parts: Vec<String> = since.into_iter().chain(deprecated.note.map(str::to_owned)).collect();
            fields.push(("deprecated", if parts.is_empty() { "yes".to_owned() } else { parts.join(": ") }));
        }
        fields.extend(table.source.map(|source| ("source", source.to_owned())));
        fields.retain(|(_, value)| !value.is_empty());
        fields
    }
}

/// The rows that a word names in any of the catalogs.
fn rows<'a>(catalogs: &[&'a Table], word: &str) -> Vec<(&'a Table, &'a Row)> {
    let word = word.trim();
    let of = |table: &'a Table| {
        let row = table.row_of_code(word).or_else(|| table.row_of_name(word));
        let rows = row.map_or_else(|| table.rows_of_symbol(word), |row| vec![row]);
        rows.into_iter().map(move |row| (table, row))
    };
    catalogs.iter().copied().flat_map(of).collect()
}
