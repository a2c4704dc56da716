//! `explain`, which is also what the tool does without a subcommand: all that the catalogs say about a code.

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::Cell;
use crate::commands::catalog_args::{Chosen, check_lang};
use crate::commands::context::{Context, Format, Status};
use crate::error::{Error, Result};
use crate::export::meaning_json;
use crate::output::escape::Escaped;
use crate::output::style;
use crate::query::{self, Asked};
use clap::{Args, Command};
use error_catalog_core::nearest;
use std::io::{self, Write};

/// Explain codes: every catalog's meaning of each
///
/// Instead of a code, the name or symbol of an error will do, and a whole reply or line of a log, from which the
/// code is picked. Letters may be of any case and width, and numbers hexadecimal. Without an argument, or for -, it
/// explains what comes through standard input: a line each where all are codes or names, or else one text.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat explain 40014 300311
  errcat explain ERRCODE_MISS_BUIN --lang en
  tail -1 app.log | errcat explain --format json")]
pub(crate) struct Explain {
    /// A code, the name or symbol of an error, or a reply or log line that holds a code; - for standard input
    #[arg(value_name = "CODE", allow_negative_numbers = true)]
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
        for asked in self.asked()? {
            let words = query::words(&catalogs, &asked.text)?;
            if words.is_empty() {
                status = Status::No;
                context.tell(format_args!("no code is recognised in {}", asked.called));
            }
            for word in words {
                let rows = query::rows(&catalogs, &word);
                if rows.is_empty() {
                    status = Status::No;
                    context.tell(self.unknown(&catalogs, &word));
                }
                found.extend(rows);
            }
        }
        match self.format {
            Format::Json => {
                let objects = found.iter().flat_map(|(table, row)| {
                    row.meanings.iter().map(|meaning| meaning_json::to_object(table, row, meaning))
                });
                meaning_json::write_array(context.data, objects)?;
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

    /// What is asked for, by arguments and through standard input.
    fn asked(&self) -> Result<Vec<Asked>> {
        let codes = if self.codes.is_empty() { &["-".to_owned()] } else { &self.codes[..] };
        let mut asked = Vec::new();
        for code in codes {
            if code == "-" {
                asked.extend(query::standard_input()?);
            } else {
                asked.push(Asked { text: code.clone(), called: format!("{code:?}") });
            }
        }
        Ok(asked)
    }

    /// The command that the first word is, but for a mistake in writing: no catalog has it, nor any text behind it.
    pub(crate) fn misspelt_command(&self, context: &Context<'_>) -> Option<Error> {
        let name = self.codes.first()?;
        let known = context.command.get_subcommands().map(Command::get_name).chain(["help"]);
        let meant = nearest(name, known)?;
        let catalogs = self.chosen.of(context.catalogs);
        query::rows(&catalogs, name).is_empty().then(|| Error::NoCommand {
            name: name.clone(),
            meant: if meant == "help" { "--help" } else { meant }.to_owned(),
        })
    }

    fn write(&self, out: &mut dyn Write, table: &Table, row: &Row) -> io::Result<()> {
        let (catalog, code, name, label) = (style::CATALOG, style::CODE, style::NAME, style::LABEL);
        for (index, meaning) in row.meanings.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            let asked = row.code.to_string();
            write!(out, "{catalog}{}{catalog:#} {code}{}{code:#}", table.name, Escaped(&asked))?;
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
                writeln!(out, "  {label}{field:width$}{label:#}  {}", Escaped(&value))?;
            }
        }
        Ok(())
    }

    /// That no catalog has the word, and what it may have been meant to be.
    fn unknown(&self, catalogs: &[&Table], word: &str) -> String {
        let names: Vec<&str> = catalogs.iter().map(|table| table.name).collect();
        let mut message = format!("{} has no {word:?}", names.join(" or "));
        if names.len() > 1 {
            message = format!("neither {} has {word:?}", names.join(" nor "));
        }
        let neighbours = neighbours(catalogs, word, self.lang.as_deref());
        if !neighbours.is_empty() {
            message = format!("{message}; near it: {}", neighbours.join(", "));
        }
        message
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
        fields.extend(row.section_in(self.lang.as_deref()).map(|title| ("section", title.to_owned())));
        fields.extend(row.deprecation().map(|deprecation| ("deprecated", deprecation)));
        fields.extend(table.source.map(|source| ("source", source.to_owned())));
        fields.retain(|(_, value)| !value.is_empty());
        fields
    }
}

/// The codes next to a number, or the names and symbols like a word. At most three.
fn neighbours(catalogs: &[&Table], word: &str, lang: Option<&str>) -> Vec<String> {
    /// Further away, a number is a neighbour in nothing.
    const FAR: i128 = 100;
    /// Below, words only share letters.
    const ALIKE: f64 = 0.85;
    const COUNT: usize = 3;

    let meanings = || catalogs.iter().flat_map(|table| table.rows.iter().map(move |row| (*table, row)));
    if let Some(number) = query::number(word) {
        let distance = |row: &Row| match row.code {
            Cell::Integer(code) => Some((code - number).abs()).filter(|distance| *distance <= FAR),
            _ => None,
        };
        let mut near: Vec<_> =
            meanings().filter_map(|(table, row)| Some((distance(row)?, table, row))).collect();
        near.sort_by_key(|(distance, ..)| *distance);
        near.truncate(COUNT);
        let shown = |(_, table, row): (i128, &Table, &Row)| {
            let message =
                row.meanings.first().map(|meaning| table.message_in(meaning, lang)).unwrap_or_default();
            format!("{} {} {message}", table.name, row.code)
        };
        return near.into_iter().map(shown).collect();
    }
    let wanted = word.to_lowercase();
    let mut alike: Vec<(f64, &str)> = meanings()
        .flat_map(|(_, row)| &row.meanings)
        .flat_map(|meaning| [Some(meaning.name), meaning.symbol])
        .flatten()
        .map(|name| (strsim::jaro_winkler(&wanted, &name.to_lowercase()), name))
        .filter(|(similarity, _)| *similarity >= ALIKE)
        .collect();
    alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    alike.dedup_by_key(|(_, name)| *name);
    alike.into_iter().take(COUNT).map(|(_, name)| name.to_owned()).collect()
}
