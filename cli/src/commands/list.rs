//! `list`: prints the table of a catalog, aligned by display width, since CJK characters take two columns.

use crate::catalog::table::{Meaning, Row, Table};
use crate::commands::catalog_args::{CATALOG, check_language};
use crate::commands::context::{Context, Format, Status};
use crate::error::{Error, Result};
use crate::export::meaning_json;
use crate::output::escape::Escaped;
use crate::output::style;
use crate::output::texts::texts_in;
use clap::Args;
use comfy_table::presets::NOTHING;
use comfy_table::{ColumnConstraint, ContentArrangement, Table as Grid};
use error_catalog::Section;
use std::io::{self, IsTerminal, Write};
use terminal_size::terminal_size;
use unicode_width::UnicodeWidthStr;

/// List the codes of a catalog, or of all
///
/// If the terminal is too narrow, columns on the right are omitted, then the names; explain shows them. COLUMNS overrides
/// the width. In a pipe, each row is one line with tabs between the cells.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat list WeCom --lang en
  errcat list Youdu --section 群组
  errcat list --format json")]
pub(crate) struct List {
    /// The catalog; without one, all
    #[arg(id = CATALOG, value_name = "CATALOG")]
    catalog: Option<String>,
    /// Only the codes of this section, by its name or its title in any language
    #[arg(long)]
    section: Option<String>,
    /// Show the message in this language first, such as en
    #[arg(long)]
    lang: Option<String>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl List {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let chosen: Vec<&Table> = context
            .catalogs
            .iter()
            .filter(|table| self.catalog.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(table.name)))
            .collect();
        let lang = self.lang.as_deref();
        check_language(&chosen, lang)?;
        let lists: Vec<(&Table, Vec<&Row>)> = chosen
            .iter()
            .map(|table| (*table, table.rows.iter().filter(|row| self.is_selected(row)).collect::<Vec<_>>()))
            .filter(|(_, rows)| !rows.is_empty())
            .collect();
        if lists.is_empty()
            && let Some(section) = &self.section
        {
            return Err(no_section(&chosen, section, lang));
        }
        if self.format == Format::Json {
            let objects = lists.iter().flat_map(|(table, rows)| {
                rows.iter().flat_map(|row| {
                    row.meanings.iter().map(|meaning| meaning_json::to_object(table, row, meaning))
                })
            });
            meaning_json::write_array(context.data, objects)?;
            return Ok(Status::Yes);
        }
        for (index, (table, rows)) in lists.iter().enumerate() {
            if index > 0 {
                writeln!(context.out)?;
            }
            let catalog = style::CATALOG;
            writeln!(context.out, "{catalog}{}{catalog:#} {}", table.name, table.title.unwrap_or(""))?;
            match line_width() {
                Some(width) => {
                    for line in grid(&columns(table, rows, lang, Some(width.into())), width).lines() {
                        writeln!(context.out, "{}", line.trim_end())?;
                    }
                }
                None => write_tab_separated(&columns(table, rows, lang, None), context.out)?,
            }
        }
        Ok(Status::Yes)
    }

    fn is_selected(&self, row: &Row) -> bool {
        self.section.as_ref().is_none_or(|wanted| {
            row.section.is_some_and(|section| {
                let titles = section.titles().iter().map(|(_, title)| *title);
                titles
                    .chain([section.title(), section.name()])
                    .any(|title| title.eq_ignore_ascii_case(wanted))
            })
        })
    }
}

fn no_section(chosen: &[&Table], section: &str, lang: Option<&str>) -> Error {
    let names: Vec<&str> = chosen.iter().map(|table| table.name).collect();
    let title = |section: &Section| lang.map_or(section.title(), |lang| section.title_in(lang));
    let sections: Vec<&str> = chosen.iter().flat_map(|table| table.sections).map(title).collect();
    Error::Section {
        catalog: names.join(" and "),
        section: section.to_owned(),
        known: if sections.is_empty() { "none".to_owned() } else { sections.join(", ") },
    }
}

/// A column of the list.
pub(super) struct ListColumn {
    pub(super) heading: &'static str,
    pub(super) cells: Vec<String>,
    /// Identifiers are not wrapped, so that they can be copied.
    pub(super) is_identifier: bool,
}

/// Returns the columns that are not empty, without those that do not fit the width.
fn columns(table: &Table, rows: &[&Row], lang: Option<&str>, width: Option<usize>) -> Vec<ListColumn> {
    let texts = texts_in(lang);
    let listed = |heading, is_identifier, cell: &dyn Fn(&Row, &Meaning) -> String| {
        let cells = rows.iter().flat_map(|row| row.meanings.iter().map(|meaning| cell(row, meaning)));
        ListColumn { heading, is_identifier, cells: cells.map(|cell| Escaped(&cell).to_string()).collect() }
    };
    let mut columns = vec![
        listed(texts.code, true, &|row, _| row.printed_code()),
        listed(texts.name, true, &|_, meaning| meaning.name.to_owned()),
    ];
    let first = lang.and_then(|lang| table.column_in(lang));
    let en = table.column_in("en").filter(|en| first != Some(*en));
    let translation = |column: usize| {
        listed(table.columns[column], false, &|_, meaning: &Meaning| meaning.columns[column].to_string())
    };
    columns.extend(first.map(translation));
    columns.push(listed(texts.message, false, &|_, meaning| meaning.message.to_owned()));
    columns.extend(en.map(translation));
    columns.push(listed(texts.symbol, true, &|_, meaning| meaning.symbol.unwrap_or("").to_owned()));
    columns.push(listed(texts.values, false, &|_, meaning| meaning.declared_values()));
    columns.push(listed(texts.section, true, &|row, _| row.section_in(lang).unwrap_or("").to_owned()));
    columns.retain(|column| column.cells.iter().any(|cell| !cell.is_empty()));
    if let Some(width) = width {
        remove_wide_columns(&mut columns, width);
    }
    columns
}

/// Removes columns that do not fit the width: those on the right, and the names if they leave too little room for the
/// message. Code and message are kept.
fn remove_wide_columns(columns: &mut Vec<ListColumn>, width: usize) {
    const NAME: usize = 1;
    /// The minimum width of a readable message.
    const MIN_MESSAGE: usize = 16;
    let mut needed = 3;
    if columns[..=NAME].iter().map(ListColumn::min_width).sum::<usize>() + MIN_MESSAGE > width {
        columns.remove(NAME);
        needed = 2;
    }
    while columns.len() > needed && columns.iter().map(ListColumn::min_width).sum::<usize>() > width {
        columns.pop();
    }
}

impl ListColumn {
    /// Returns the minimum width: all of an identifier, or a few words of a text.
    fn min_width(&self) -> usize {
        const WORDS: usize = 24;
        let widest = self.cells.iter().map(|cell| cell.width()).max().unwrap_or(0).max(self.heading.width());
        GAP as usize + if self.is_identifier { widest } else { widest.min(WORDS) }
    }
}

/// The number of spaces between two columns.
const GAP: u16 = 2;

/// Returns the width of a line from `COLUMNS` or the terminal, or `None` for a pipe.
pub(super) fn line_width() -> Option<u16> {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let is_terminal = std::io::stdout().is_terminal();
    columns
        .filter(|width| *width > 0)
        .or_else(|| is_terminal.then(|| terminal_size().map_or(80, |(width, _)| width.0)))
}

/// Returns the headings, then the cells of each row.
fn rows(columns: &[ListColumn]) -> impl Iterator<Item = Vec<&str>> {
    let meanings = columns.first().map_or(0, |column| column.cells.len());
    let headings = columns.iter().map(|column| column.heading).collect();
    std::iter::once(headings)
        .chain((0..meanings).map(|row| columns.iter().map(|column| column.cells[row].as_str()).collect()))
}

pub(super) fn write_tab_separated(columns: &[ListColumn], out: &mut dyn Write) -> io::Result<()> {
    rows(columns).try_for_each(|row| writeln!(out, "{}", row.join("\t").trim_end()))
}

pub(super) fn grid(columns: &[ListColumn], width: u16) -> Grid {
    let mut grid = Grid::new();
    grid.load_style(NOTHING).add_rows(rows(columns));
    for (column, listed) in grid.column_iter_mut().zip(columns) {
        column.set_padding((0, GAP));
        if listed.is_identifier {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    grid
}
