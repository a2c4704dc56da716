//! `export`: a whole catalog in a form that other programs read.

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::Cell;
use crate::commands::catalog_args::{CATALOG, catalog};
use crate::commands::context::{Context, Status};
use crate::error::{Error, Result};
use crate::export::languages;
use crate::export::meaning_json;
use crate::output::escape::Visible;
use clap::{Args, ValueEnum};
use error_catalog::Section;
use heck::ToSnakeCase;
use std::io::{self, Write};

/// Write all of a catalog as data
///
/// Every meaning is a record, in the order of the codes. JSON has the keys `catalog`, `code`, `name`, `symbol`, `message`,
/// `help`, `success`, `section` (its title), `section_name`, `section_titles` (by language), `deprecated` (null, or an
/// object with `since` and `note`), `columns` (an object with a key for each column of the catalog), and the catalog's
/// `title`, `source` and `lang`. Advice is an object: `advice` is never, `up_to`, allowed, later or `after_renewal`, and
/// `times` a number behind `up_to`.
///
/// The flat forms have the same fields, those of nested objects each as a field of its own, such as `section_en`, and
/// advice as in `up_to 3`. What is absent is empty, in SQL NULL. Markdown is for people, and leaves `title`, `source` and
/// `lang` out. The SQL creates a table with the catalog's name in lower case, in SQL that `sqlite3` and `psql` load.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat export WeCom --format json > wecom.json
  errcat export WeCom --format csv --for-spreadsheets > wecom.csv
  errcat export Youdu --format sql | sqlite3 codes.db")]
pub(crate) struct Export {
    /// The catalog
    #[arg(id = CATALOG, value_name = "CATALOG", index = 1)]
    catalog: String,
    /// The form of the output
    #[arg(long, value_enum)]
    format: Form,
    /// Write CSV or TSV to be opened in a spreadsheet: Excel knows it as UTF-8, and runs no text as a formula
    ///
    /// A byte order mark comes first. Texts and headings are in quotes, and a text that begins with =, +, -, @, a tab or a
    /// line end, of full width too, stands behind a '. Numbers stay numbers. Without it, every text is exact.
    #[arg(long)]
    for_spreadsheets: bool,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    /// One array of objects
    Json,
    /// An object a line
    Jsonl,
    /// Comma-separated values with a line of headings
    Csv,
    /// The same with tabs; a field with a tab, a quote or a line end is in quotes
    Tsv,
    /// A table of Markdown
    Markdown,
    /// CREATE TABLE and INSERT
    Sql,
    /// A module of TypeScript: a constant object, its union type, and lookups
    Typescript,
    /// A package of Go: typed constants with methods
    Go,
    /// A module of Python, from 3.8 on: an enumeration
    Python,
    /// A class of Java, from 9 on: an enum
    Java,
    /// A header of C, from C99 on
    C,
    /// JSON Schema, draft 2020-12
    JsonSchema,
}

impl Export {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let table = catalog(context.catalogs, &self.catalog)?;
        if self.for_spreadsheets && !matches!(self.format, Form::Csv | Form::Tsv) {
            return Err(Error::ForSpreadsheets);
        }
        let out = &mut *context.data;
        match self.format {
            Form::Json => meaning_json::write_array(out, objects(table))?,
            Form::Jsonl => {
                let mut out = Visible::json(out);
                for object in objects(table) {
                    writeln!(out, "{object}")?;
                }
            }
            Form::Csv => self.separated(table, b',', out)?,
            Form::Tsv => self.separated(table, b'\t', out)?,
            Form::Markdown => markdown(table, out)?,
            Form::Sql => sql(table, out)?,
            Form::Typescript => languages::write_typescript(table, out)?,
            Form::Go => languages::write_go(table, out)?,
            Form::Python => languages::write_python(table, out)?,
            Form::Java => languages::write_java(table, out)?,
            Form::C => languages::write_c(table, out)?,
            Form::JsonSchema => languages::write_json_schema(table, out)?,
        }
        Ok(Status::Yes)
    }

    fn separated(&self, table: &Table, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
        let mut format = csv::WriterBuilder::new();
        let mut datum: fn(&Cell) -> String = Cell::datum;
        if self.for_spreadsheets {
            out.write_all("\u{feff}".as_bytes())?;
            format.quote_style(csv::QuoteStyle::NonNumeric);
            datum = no_formula;
        }
        let mut writer = format.delimiter(delimiter).from_writer(out);
        let fields = fields(table);
        writer.write_record(fields.iter().map(|(_, heading)| heading)).map_err(unwrapped)?;
        for (row, meaning) in meanings(table) {
            let record = fields.iter().map(|(field, _)| datum(&field.value(table, row, meaning)));
            writer.write_record(record).map_err(unwrapped)?;
        }
        writer.flush()
    }
}

fn meanings(table: &Table) -> impl Iterator<Item = (&Row, &Meaning)> {
    table.rows.iter().flat_map(|row| row.meanings.iter().map(move |meaning| (row, meaning)))
}

fn objects(table: &Table) -> impl Iterator<Item = serde_json::Value> {
    meanings(table).map(|(row, meaning)| meaning_json::to_object(table, row, meaning))
}

/// A field of the flat forms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Field {
    Catalog,
    Code,
    Name,
    Symbol,
    Message,
    Help,
    Success,
    Section,
    SectionName,
    /// The title of the section in this language.
    SectionIn(&'static str),
    Deprecated,
    Title,
    Source,
    Lang,
    /// A column of the catalog, by its number.
    Column(usize),
}

impl Field {
    /// What stands in the field.
    fn value(self, table: &Table, row: &Row, meaning: &Meaning) -> Cell {
        let text = |text: Option<&'static str>| text.map_or(Cell::Nothing, Cell::Text);
        match self {
            Self::Catalog => Cell::Text(table.name),
            Self::Code => row.code.clone(),
            Self::Name => Cell::Text(meaning.name),
            Self::Symbol => text(meaning.symbol),
            Self::Message => Cell::Text(meaning.message),
            Self::Help => text(meaning.help),
            Self::Success => Cell::Bool(row.success),
            Self::Section => text(row.section.map(Section::title)),
            Self::SectionName => text(row.section.map(Section::name)),
            Self::SectionIn(lang) => {
                let title = |section: &Section| section.titles().iter().find(|title| title.0 == lang);
                text(row.section.and_then(title).map(|title| title.1))
            }
            Self::Deprecated => row.deprecation().map_or(Cell::Nothing, Cell::Other),
            Self::Title => text(table.title),
            Self::Source => text(table.source),
            Self::Lang => text(table.lang),
            Self::Column(index) => meaning.columns[index].clone(),
        }
    }

    /// What Markdown leaves out: the declaration says it of the whole catalog.
    fn is_of_the_catalog(self) -> bool {
        matches!(self, Self::Title | Self::Source | Self::Lang)
    }
}

/// The fields of the flat forms, each with its heading. One whose heading is taken, in SQL's eyes, which take `A` for
/// `a`, stands behind a `column_`.
fn fields(table: &Table) -> Vec<(Field, String)> {
    let mut languages: Vec<&'static str> =
        table.sections.iter().flat_map(Section::titles).map(|(lang, _)| *lang).collect();
    languages.sort_unstable();
    languages.dedup();
    let titles =
        languages.iter().map(|lang| (Field::SectionIn(lang), format!("section_{}", lang.to_snake_case())));
    let columns = table.columns.iter().enumerate().map(|(index, name)| (Field::Column(index), *name));
    let named = |(field, heading): (Field, &str)| (field, heading.to_owned());
    let wanted = [
        (Field::Catalog, "catalog"),
        (Field::Code, "code"),
        (Field::Name, "name"),
        (Field::Symbol, "symbol"),
        (Field::Message, "message"),
        (Field::Help, "help"),
        (Field::Success, "success"),
        (Field::Section, "section"),
        (Field::SectionName, "section_name"),
    ]
    .map(named)
    .into_iter()
    .chain(titles)
    .chain(
        [
            (Field::Deprecated, "deprecated"),
            (Field::Title, "title"),
            (Field::Source, "source"),
            (Field::Lang, "lang"),
        ]
        .map(named),
    )
    .chain(columns.map(named));

    let mut fields: Vec<(Field, String)> = Vec::new();
    for (field, mut heading) in wanted {
        while fields.iter().any(|(_, other)| other.eq_ignore_ascii_case(&heading)) {
            heading.insert_str(0, "column_");
        }
        fields.push((field, heading));
    }
    fields
}

/// The text behind a ' where a spreadsheet would take it for a formula, as OWASP advises against CSV injection.
fn no_formula(cell: &Cell) -> String {
    /// Of full width too, which some spreadsheets take for the same.
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let text = cell.datum();
    let is_number = matches!(cell, Cell::Integer(_) | Cell::Float(_));
    if text.starts_with(STARTS) && !is_number { format!("'{text}") } else { text }
}

/// The error of the output itself, whose kind tells a closed pipe from others.
fn unwrapped(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn markdown(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let mut fields = fields(table);
    fields.retain(|(field, _)| !field.is_of_the_catalog());
    let headings: Vec<&str> = fields.iter().map(|(_, heading)| heading.as_str()).collect();
    writeln!(out, "| {} |", headings.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(headings.len()))?;
    for (row, meaning) in meanings(table) {
        let cells = fields.iter().map(|(field, _)| in_markdown(&field.value(table, row, meaning).datum()));
        writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
    }
    Ok(())
}

/// Text that Markdown shows as it is. An underscore within a word is none of Markdown's business.
fn in_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let in_word = before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric());
        match character {
            '\n' => escaped.push_str("<br>"),
            '\\' | '|' | '`' | '*' | '<' | '[' | ']' | '&' | '~' => escaped.extend(['\\', character]),
            '_' if !in_word => escaped.push_str("\\_"),
            _ => escaped.push(character),
        }
        before = character;
    }
    escaped
}

fn sql(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let fields = fields(table);
    let rows: Vec<Vec<Cell>> = meanings(table)
        .map(|(row, meaning)| fields.iter().map(|(field, _)| field.value(table, row, meaning)).collect())
        .collect();
    let types: Vec<&str> =
        (0..fields.len()).map(|column| sql_type(rows.iter().map(|row| &row[column]))).collect();
    let name = table.name.to_lowercase();

    writeln!(out, "BEGIN;")?;
    writeln!(out, "CREATE TABLE \"{name}\" (")?;
    for ((_, heading), sql_type) in fields.iter().zip(&types) {
        let required = ["catalog", "code", "name", "message", "success"].contains(&heading.as_str());
        let required = if required { " NOT NULL" } else { "" };
        writeln!(out, "  \"{heading}\" {sql_type}{required},")?;
    }
    // A code may have several meanings; a name has one.
    writeln!(out, "  PRIMARY KEY (\"name\")\n);")?;
    for row in &rows {
        let values: Vec<String> =
            row.iter().zip(&types).map(|(cell, sql_type)| in_sql(cell, sql_type)).collect();
        writeln!(out, "INSERT INTO \"{name}\" VALUES ({});", values.join(", "))?;
    }
    writeln!(out, "COMMIT;")
}

/// The type that holds every value of a column without loss.
fn sql_type<'a>(cells: impl Iterator<Item = &'a Cell>) -> &'static str {
    let mut types = cells.filter_map(|cell| match cell {
        Cell::Nothing => None,
        Cell::Bool(_) => Some("BOOLEAN"),
        Cell::Integer(value) if i64::try_from(*value).is_ok() => Some("BIGINT"),
        Cell::Float(_) => Some("DOUBLE PRECISION"),
        Cell::Integer(_) | Cell::Text(_) | Cell::Retry(_) | Cell::Other(_) => Some("TEXT"),
    });
    match types.next() {
        Some(first) if types.all(|other| other == first) => first,
        _ => "TEXT",
    }
}

fn in_sql(cell: &Cell, sql_type: &str) -> String {
    match cell {
        Cell::Nothing => "NULL".to_owned(),
        Cell::Bool(true) if sql_type == "BOOLEAN" => "TRUE".to_owned(),
        Cell::Bool(false) if sql_type == "BOOLEAN" => "FALSE".to_owned(),
        cell if sql_type != "TEXT" => cell.datum(),
        cell => format!("'{}'", cell.datum().replace('\'', "''")),
    }
}
