//! `export`: writes a catalog as data or as source code of another language.

use crate::commands::catalog_args::{CATALOG, check_language, find_catalog};
use crate::commands::context::{Context, Status};
use crate::error::{Error, Result};
use crate::export::{csv, languages, markdown, meaning_json, sql, toml};
use clap::{Args, ValueEnum};

/// Write all of a catalog as data
///
/// Every meaning is a record, in code order. JSON has the keys `catalog`, `code`, `name`, `symbol`, `message`,
/// `help`, `success`, `section` (its title), `section_name`, `section_titles` (by language), `deprecated` (null, or an
/// object with `since` and `note`), `translations` (the message by language), `columns` (an object with a key for each
/// other column of the catalog), and the catalog's `title`, `source` and `lang`. Advice is an object: `advice` is never,
/// `up_to`, allowed, later or `after_renewal`, and `times` is a number for `up_to`. If errors of the catalog have values,
/// `values` is a list of objects with `name` and `type`, or null for a row whose texts have no placeholders. If the catalog
/// declares `display`, `printed` is the code in that form.
///
/// So that `--table` reads an export without loss, JSON also has `section_order`, `section_range` (`first` and `last`, a
/// list of these, or `prefix`), `former` and `former_symbols` (earlier names), `type` (of the codes) and `column_types`. `exhaustive`,
/// `unknown`, `display`, `envelope`, `retired`, `error_type` and `source_value` are present if the catalog declares them.
///
/// The flat formats have the fields up to `lang` and, if the catalog declares `display`, also `printed` after `code` and
/// `display` after `lang`. Nested objects become separate fields, such as `section_en` and `message_en`, and advice is
/// written as `up_to 3`. Missing values are empty, or NULL in SQL. Markdown is for people and omits `title`, `source`,
/// `lang` and `display`. TOML has a table for each code, or an array of tables if the code has several meanings; there,
/// `message` is called `error`, and `help` is called `workaround`. SQL creates a table named after the catalog in lower
/// case; `sqlite3` and `psql` load it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat export WeCom --format json > wecom.json
  errcat --table wecom.json 40014
  errcat export WeCom --format csv --for-spreadsheets > wecom.csv
  errcat export WeCom --format markdown --lang zh > wecom.zh.md
  errcat export WeCom --format toml > wecom.toml
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
    /// Write Markdown or the comments of source code for readers of this language, such as en
    ///
    /// The headings of Markdown, the labels in the documentation of constants, and retry advice are Chinese for Chinese, and
    /// otherwise English. Without this option, Markdown has the headings and the words that import reads back.
    #[arg(long)]
    lang: Option<String>,
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
    /// A table for each code, in the form of `TiKV`
    Toml,
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

impl ExportFormat {
    /// Returns whether the format has words of the tool for readers.
    fn is_for_readers(self) -> bool {
        matches!(self, Self::Markdown | Self::Typescript | Self::Go | Self::Python | Self::Java | Self::C)
    }
}

impl Export {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let table = find_catalog(context.catalogs, &self.catalog)?;
        if self.for_spreadsheets && !matches!(self.format, ExportFormat::Csv | ExportFormat::Tsv) {
            return Err(Error::ForSpreadsheets);
        }
        let lang = self.lang.as_deref();
        if lang.is_some() && !self.format.is_for_readers() {
            return Err(Error::ExportLang);
        }
        check_language(&[table], lang)?;
        let out = &mut *context.data;
        match self.format {
            ExportFormat::Json => meaning_json::write_array(out, meaning_json::objects(table))?,
            ExportFormat::Jsonl => meaning_json::write_lines(out, meaning_json::objects(table))?,
            ExportFormat::Csv => csv::write_csv(table, b',', self.for_spreadsheets, out)?,
            ExportFormat::Tsv => csv::write_csv(table, b'\t', self.for_spreadsheets, out)?,
            ExportFormat::Markdown => markdown::write_markdown(table, lang, out)?,
            ExportFormat::Toml => toml::write_toml(table, out)?,
            ExportFormat::Sql => sql::write_sql(table, out)?,
            ExportFormat::Typescript => languages::write_typescript(table, lang, out)?,
            ExportFormat::Go => languages::write_go(table, lang, out)?,
            ExportFormat::Python => languages::write_python(table, lang, out)?,
            ExportFormat::Java => languages::write_java(table, lang, out)?,
            ExportFormat::C => languages::write_c(table, lang, out)?,
            ExportFormat::JsonSchema => languages::write_json_schema(table, out)?,
        }
        Ok(Status::Yes)
    }
}
