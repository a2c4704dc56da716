//! `export`: writes a catalog as data or as source code of another language.

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::commands::catalog_args::{CATALOG, find_catalog};
use crate::commands::context::{Context, Status};
use crate::error::{Error, Result};
use crate::export::languages;
use crate::export::meaning_json;
use crate::output::escape::EscapingWriter;
use clap::{Args, ValueEnum};
use error_catalog::Section;
use heck::ToSnakeCase;
use std::io::{self, Write};

/// Write all of a catalog as data
///
/// Every meaning is a record, in code order. JSON has the keys `catalog`, `code`, `name`, `symbol`, `message`,
/// `help`, `success`, `section` (its title), `section_name`, `section_titles` (by language), `deprecated` (null, or an
/// object with `since` and `note`), `columns` (an object with a key for each column of the catalog), and the catalog's
/// `title`, `source` and `lang`. Advice is an object: `advice` is never, `up_to`, allowed, later or `after_renewal`, and
/// `times` is a number for `up_to`.
///
/// The flat formats have the same fields. Nested objects become separate fields, such as `section_en`, and advice is
/// written as `up_to 3`. Missing values are empty, or NULL in SQL. Markdown is for people and omits `title`, `source` and
/// `lang`. SQL creates a table named after the catalog in lower case; `sqlite3` and `psql` load it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat export WeCom --format json > wecom.json
  errcat export WeCom --format csv --for-spreadsheets > wecom.csv
  errcat export Youdu --format sql | sqlite3 codes.db")]
pub(crate) struct Export {
    /// The catalog
    #[arg(id = CATALOG, value_name = "CATALOG", index = 1)]
    catalog: String,
    /// The output format
    #[arg(long, value_enum)]
    format: ExportFormat,
    /// Write CSV or TSV for spreadsheets: Excel detects UTF-8, and no text is run as a formula
    ///
    /// The file begins with a byte order mark. Texts and headings are quoted, and a text that begins with =, +, -, @, their
    /// full-width forms, a tab or a line end is prefixed with '. Numbers stay numbers. Without this option, texts are exact.
    #[arg(long)]
    for_spreadsheets: bool,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum ExportFormat {
    /// One array of objects
    Json,
    /// One object per line
    Jsonl,
    /// Comma-separated values with a line of headings
    Csv,
    /// The same with tabs; a field with a tab, a quote or a line end is in quotes
    Tsv,
    /// A Markdown table
    Markdown,
    /// CREATE TABLE and INSERT
    Sql,
    /// A TypeScript module: a constant object, its union type, and lookups
    Typescript,
    /// A Go package: typed constants with methods
    Go,
    /// A Python module with an enum (Python 3.8+)
    Python,
    /// A Java enum (Java 9+)
    Java,
    /// A C header (C99+)
    C,
    /// JSON Schema, draft 2020-12
    JsonSchema,
}

impl Export {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let table = find_catalog(context.catalogs, &self.catalog)?;
        if self.for_spreadsheets && !matches!(self.format, ExportFormat::Csv | ExportFormat::Tsv) {
            return Err(Error::ForSpreadsheets);
        }
        let out = &mut *context.data;
        match self.format {
            ExportFormat::Json => meaning_json::write_array(out, objects(table))?,
            ExportFormat::Jsonl => {
                let mut out = EscapingWriter::json(out);
                for object in objects(table) {
                    writeln!(out, "{object}")?;
                }
            }
            ExportFormat::Csv => self.write_separated(table, b',', out)?,
            ExportFormat::Tsv => self.write_separated(table, b'\t', out)?,
            ExportFormat::Markdown => write_markdown(table, out)?,
            ExportFormat::Sql => write_sql(table, out)?,
            ExportFormat::Typescript => languages::write_typescript(table, out)?,
            ExportFormat::Go => languages::write_go(table, out)?,
            ExportFormat::Python => languages::write_python(table, out)?,
            ExportFormat::Java => languages::write_java(table, out)?,
            ExportFormat::C => languages::write_c(table, out)?,
            ExportFormat::JsonSchema => languages::write_json_schema(table, out)?,
        }
        Ok(Status::Yes)
    }

    fn write_separated(&self, table: &Table, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
        let mut format = csv::WriterBuilder::new();
        let mut to_field: fn(&CellValue) -> String = CellValue::to_field;
        if self.for_spreadsheets {
            out.write_all("\u{feff}".as_bytes())?;
            format.quote_style(csv::QuoteStyle::NonNumeric);
            to_field = escape_formula;
        }
        let mut writer = format.delimiter(delimiter).from_writer(out);
        let fields = fields(table);
        writer.write_record(fields.iter().map(|(_, heading)| heading)).map_err(to_io_error)?;
        for (row, meaning) in meanings(table) {
            let record = fields.iter().map(|(field, _)| to_field(&field.value(table, row, meaning)));
            writer.write_record(record).map_err(to_io_error)?;
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

/// A field of the flat formats.
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
    /// A column of the catalog, by its index.
    Column(usize),
}

impl Field {
    /// Returns the value of the field.
    fn value(self, table: &Table, row: &Row, meaning: &Meaning) -> CellValue {
        let text = |text: Option<&'static str>| text.map_or(CellValue::Nothing, CellValue::Text);
        match self {
            Self::Catalog => CellValue::Text(table.name),
            Self::Code => row.code.clone(),
            Self::Name => CellValue::Text(meaning.name),
            Self::Symbol => text(meaning.symbol),
            Self::Message => CellValue::Text(meaning.message),
            Self::Help => text(meaning.help),
            Self::Success => CellValue::Bool(row.success),
            Self::Section => text(row.section.map(Section::title)),
            Self::SectionName => text(row.section.map(Section::name)),
            Self::SectionIn(lang) => {
                let title = |section: &Section| section.titles().iter().find(|title| title.0 == lang);
                text(row.section.and_then(title).map(|title| title.1))
            }
            Self::Deprecated => row.deprecation().map_or(CellValue::Nothing, CellValue::Other),
            Self::Title => text(table.title),
            Self::Source => text(table.source),
            Self::Lang => text(table.lang),
            Self::Column(index) => meaning.columns[index].clone(),
        }
    }

    /// Returns whether the field is the same for all rows. Markdown omits these fields.
    fn is_constant(self) -> bool {
        matches!(self, Self::Title | Self::Source | Self::Lang)
    }
}

/// Returns the fields of the flat formats with their headings. A heading that is taken gets the prefix `column_`; case is
/// ignored, as in SQL.
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

/// Prefixes a text with ' if a spreadsheet would run it as a formula, as OWASP recommends against CSV injection.
fn escape_formula(cell: &CellValue) -> String {
    /// Some spreadsheets accept the full-width forms too.
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let text = cell.to_field();
    let is_number = matches!(cell, CellValue::Integer(_) | CellValue::Float(_));
    if text.starts_with(STARTS) && !is_number { format!("'{text}") } else { text }
}

/// Returns the I/O error of a CSV error, so that a closed pipe is recognized by its kind.
pub(super) fn to_io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn write_markdown(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let mut fields = fields(table);
    fields.retain(|(field, _)| !field.is_constant());
    let headings: Vec<&str> = fields.iter().map(|(_, heading)| heading.as_str()).collect();
    writeln!(out, "| {} |", headings.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(headings.len()))?;
    for (row, meaning) in meanings(table) {
        let cells =
            fields.iter().map(|(field, _)| escape_markdown(&field.value(table, row, meaning).to_field()));
        writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
    }
    Ok(())
}

/// Escapes a text for Markdown. An underscore within a word needs no escape.
fn escape_markdown(text: &str) -> String {
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

fn write_sql(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let fields = fields(table);
    let rows: Vec<Vec<CellValue>> = meanings(table)
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
            row.iter().zip(&types).map(|(cell, sql_type)| sql_literal(cell, sql_type)).collect();
        writeln!(out, "INSERT INTO \"{name}\" VALUES ({});", values.join(", "))?;
    }
    writeln!(out, "COMMIT;")
}

/// Returns the SQL type that holds every value of a column without loss.
fn sql_type<'a>(cells: impl Iterator<Item = &'a CellValue>) -> &'static str {
    let mut types = cells.filter_map(|cell| match cell {
        CellValue::Nothing => None,
        CellValue::Bool(_) => Some("BOOLEAN"),
        CellValue::Integer(value) if i64::try_from(*value).is_ok() => Some("BIGINT"),
        CellValue::Float(_) => Some("DOUBLE PRECISION"),
        CellValue::Integer(_) | CellValue::Text(_) | CellValue::Retry(_) | CellValue::Other(_) => {
            Some("TEXT")
        }
    });
    match types.next() {
        Some(first) if types.all(|other| other == first) => first,
        _ => "TEXT",
    }
}

fn sql_literal(cell: &CellValue, sql_type: &str) -> String {
    match cell {
        CellValue::Nothing => "NULL".to_owned(),
        CellValue::Bool(true) if sql_type == "BOOLEAN" => "TRUE".to_owned(),
        CellValue::Bool(false) if sql_type == "BOOLEAN" => "FALSE".to_owned(),
        cell if sql_type != "TEXT" => cell.to_field(),
        cell => format!("'{}'", cell.to_field().replace('\'', "''")),
    }
}
