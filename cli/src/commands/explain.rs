//! `explain`, which also runs without a subcommand: prints everything that the catalogs have about a code.

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::commands::catalog_args::{CatalogArgs, check_language};
use crate::commands::context::{Context, Format, Status};
use crate::commands::search;
use crate::error::{Error, Result};
use crate::export::meaning_json;
use crate::output::escape::Escaped;
use crate::output::shorten::quote;
use crate::output::style;
use crate::output::texts::{Texts, texts_in};
use crate::query::{self, Query};
use clap::{Args, Command};
use error_catalog_core::nearest;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Explain error codes with every catalog that has them
///
/// Pass a code, a name, a symbol, a whole reply or a log line. Case is ignored; full-width digits and hexadecimal
/// numbers work. Without an argument, or for -, it reads standard input: one query per line if every line is a code or
/// name, or else one text.
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
    catalogs: CatalogArgs,
    /// Show the message in this language first, such as en
    #[arg(long)]
    lang: Option<String>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The number of unknown codes for which similar names are searched, because that compares every name.
const WITH_NEIGHBORS: usize = 20;
/// A longer word is not a misspelt name.
const LONGEST_NAME: usize = 64;

impl Explain {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let catalogs = self.catalogs.select(context.catalogs);
        check_language(&catalogs, self.lang.as_deref())?;
        let mut found: Vec<(&Table, &Row)> = Vec::new();
        let mut status = Status::Yes;
        let mut unknown = 0;
        let texts = self.texts();
        for query in self.queries()? {
            let words = query::extract_terms(&catalogs, &query.text)?;
            if words.is_empty() {
                status = Status::No;
                let hint = self.search_hint(context.tool(), &catalogs, &query.text);
                context.report((texts.no_code_in)(query.quoted.as_deref()) + &hint);
            }
            for word in words {
                let rows = query::find_rows(&catalogs, &word);
                if rows.is_empty() {
                    status = Status::No;
                    context.report(self.unknown_term(&catalogs, &word, unknown < WITH_NEIGHBORS));
                    unknown += 1;
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

    /// Returns the queries from the arguments and from standard input.
    fn queries(&self) -> Result<Vec<Query>> {
        let codes = if self.codes.is_empty() { &["-".to_owned()] } else { &self.codes[..] };
        let mut queries = Vec::new();
        for code in codes {
            if code == "-" {
                queries.extend(query::read_stdin()?);
            } else {
                queries.push(Query::new(code));
            }
        }
        Ok(queries)
    }

    /// Returns an error if the first word is a misspelt command, which no catalog has as a code or name.
    pub(crate) fn check_misspelt_command(&self, context: &Context<'_>) -> Option<Error> {
        let name = self.codes.first()?;
        let known = context.command.get_subcommands().map(Command::get_name).chain(["help"]);
        let meant = nearest(name, known)?;
        let catalogs = self.catalogs.select(context.catalogs);
        query::find_rows(&catalogs, name).is_empty().then(|| Error::NoCommand {
            name: name.clone(),
            meant: if meant == "help" { "--help" } else { meant }.to_owned(),
        })
    }

    fn texts(&self) -> &'static Texts {
        texts_in(self.lang.as_deref())
    }

    fn write(&self, out: &mut dyn Write, table: &Table, row: &Row) -> io::Result<()> {
        let (catalog, code, name, label) = (style::CATALOG, style::CODE, style::NAME, style::LABEL);
        let texts = self.texts();
        for (index, meaning) in row.meanings.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            let shown = row.printed_code();
            write!(out, "{catalog}{}{catalog:#} {code}{}{code:#}", table.name, Escaped(&shown))?;
            if meaning.name != shown {
                write!(out, " {name}{}{name:#}", meaning.name)?;
            }
            if row.success {
                write!(out, "{label}{}{label:#}", (texts.note)(texts.success))?;
            }
            if row.meanings.len() > 1 {
                let number = (texts.meaning_of)(index + 1, row.meanings.len());
                write!(out, "{label}{}{label:#}", (texts.note)(&number))?;
            }
            writeln!(out)?;
            let fields = self.fields(table, row, meaning);
            let width = fields.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
            for (field, value) in fields {
                let padding = width - field.width();
                writeln!(out, "  {label}{field}{:padding$}{label:#}  {}", "", Escaped(&value))?;
            }
        }
        Ok(())
    }

    /// Returns the command that searches for the words of a text, if it finds anything.
    fn search_hint(&self, tool: &str, catalogs: &[&Table], text: &str) -> String {
        const LONGEST: usize = 200;
        let text = text.trim();
        let is_words = text.len() <= LONGEST
            && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-'));
        if is_words && search::finds_any(catalogs, text) {
            (self.texts().search_hint)(&format!("{tool} search {text}"))
        } else {
            String::new()
        }
    }

    /// Returns the message that no catalog has the word, with similar codes or names.
    fn unknown_term(&self, catalogs: &[&Table], word: &str, with_neighbors: bool) -> String {
        let quoted = quote(word);
        let names: Vec<&str> = catalogs.iter().map(|table| table.name).collect();
        let mut message = (self.texts().unknown_term)(&names, &quoted);
        let neighbors = if with_neighbors && word.len() <= LONGEST_NAME {
            neighbors(catalogs, word, self.lang.as_deref())
        } else {
            Vec::new()
        };
        if !neighbors.is_empty() {
            message += &(self.texts().near)(&neighbors);
        }
        message
    }

    /// Returns label and value of each field of a meaning, in the order in which they are shown.
    fn fields<'a>(&self, table: &'a Table, row: &Row, meaning: &'a Meaning) -> Vec<(&'a str, String)> {
        let (texts, lang) = (self.texts(), self.lang.as_deref());
        let mut fields = vec![(texts.message, meaning.message.to_owned())];
        if row.printed.is_some_and(|printed| printed != row.code.to_string()) {
            fields.push((texts.code, row.code.to_string()));
        }
        let first = lang.and_then(|lang| table.column_in(lang));
        let mut columns: Vec<(usize, &str)> = table.columns.iter().copied().enumerate().collect();
        if let Some(first) = first {
            let (_, name) = columns.remove(first);
            fields.insert(0, (name, meaning.columns[first].to_string()));
        } else if let Some(en) = table.column_in("en") {
            let (_, name) = columns.remove(en);
            fields.push((name, meaning.columns[en].to_string()));
        }
        fields.extend(meaning.help.map(|help| (texts.help, help.to_owned())));
        fields.push((texts.values, meaning.declared_values()));
        fields.extend(meaning.symbol.map(|symbol| (texts.symbol, symbol.to_owned())));
        fields.extend(
            columns
                .into_iter()
                .map(|(index, _)| (table.column_label(index, texts), meaning.columns[index].in_lang(lang))),
        );
        fields.extend(row.section_in(lang).map(|title| (texts.section, title.to_owned())));
        fields.extend(row.deprecation(texts).map(|deprecation| (texts.deprecated, deprecation)));
        fields.extend(table.source.map(|source| (texts.source, source.to_owned())));
        fields.retain(|(_, value)| !value.is_empty());
        fields
    }
}

/// Returns the codes next to a number, or names and symbols similar to a word. At most three.
fn neighbors(catalogs: &[&Table], word: &str, lang: Option<&str>) -> Vec<String> {
    /// A number that is further away is unrelated.
    const FAR: i128 = 100;
    /// Words that are less similar only share letters.
    const ALIKE: f64 = 0.85;
    const COUNT: usize = 3;

    let meanings = || catalogs.iter().flat_map(|table| table.rows.iter().map(move |row| (*table, row)));
    if let Some(number) = query::parse_number(word) {
        let distance = |row: &Row| match row.code {
            CellValue::Integer(code) => Some((code - number).abs()).filter(|distance| *distance <= FAR),
            _ => None,
        };
        let mut near: Vec<_> =
            meanings().filter_map(|(table, row)| Some((distance(row)?, table, row))).collect();
        near.sort_by_key(|(distance, ..)| *distance);
        near.truncate(COUNT);
        let shown = |(_, table, row): (i128, &Table, &Row)| {
            let message =
                row.meanings.first().map(|meaning| table.message_in(meaning, lang)).unwrap_or_default();
            format!("{} {} {message}", table.name, row.printed_code())
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
