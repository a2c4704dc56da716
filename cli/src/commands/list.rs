//! `list`: the table of a catalog, aligned though its text is as wide as CJK text is.

use super::{Context, Status};
use crate::args::{CATALOG, Format};
use crate::error::{Error, Result};
use crate::table::{Row, Table};
use crate::{json, style};
use clap::Args;
use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table as Grid};
use std::io::IsTerminal;

/// List the codes of a catalog, or of all
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  errcat list WeCom\n  errcat list Youdu --section 群组\n  errcat list --format json"
)]
pub(crate) struct List {
    /// The catalog; without one, all
    #[arg(id = CATALOG, value_name = "CATALOG")]
    catalog: Option<String>,
    /// Only the codes of this section, by its title or name
    #[arg(long)]
    section: Option<String>,
    /// How to print
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
        let lists: Vec<(&Table, Vec<&Row>)> = chosen
            .iter()
            .map(|table| (*table, table.rows.iter().filter(|row| self.wants(row)).collect::<Vec<_>>()))
            .filter(|(_, rows)| !rows.is_empty())
            .collect();
        if lists.is_empty()
            && let Some(section) = &self.section
        {
            return Err(no_section(&chosen, section));
        }
        if self.format == Format::Json {
            let objects = lists.iter().flat_map(|(table, rows)| {
                rows.iter()
                    .flat_map(|row| row.meanings.iter().map(|meaning| json::meaning(table, row, meaning)))
            });
            json::write_array(context.out, objects)?;
            return Ok(Status::Yes);
        }
        for (index, (table, rows)) in lists.iter().enumerate() {
            if index > 0 {
                writeln!(context.out)?;
            }
            let catalog = style::CATALOG;
            writeln!(context.out, "{catalog}{}{catalog:#} {}", table.name, table.title.unwrap_or(""))?;
            for line in grid(table, rows).lines() {
                writeln!(context.out, "{}", line.trim_end())?;
            }
        }
        Ok(Status::Yes)
    }

    fn wants(&self, row: &Row) -> bool {
        self.section.as_ref().is_none_or(|wanted| {
            row.section.is_some_and(|(name, title)| title == wanted || name.eq_ignore_ascii_case(wanted))
        })
    }
}

fn no_section(chosen: &[&Table], section: &str) -> Error {
    let names: Vec<&str> = chosen.iter().map(|table| table.name).collect();
    let sections: Vec<&str> =
        chosen.iter().flat_map(|table| &table.sections).map(|(_, title)| *title).collect();
    Error::Section {
        catalog: names.join(" and "),
        section: section.to_owned(),
        known: if sections.is_empty() { "none".to_owned() } else { sections.join(", ") },
    }
}

fn grid(table: &Table, rows: &[&Row]) -> Grid {
    let has_symbols = table.rows.iter().flat_map(|row| &row.meanings).any(|meaning| meaning.symbol.is_some());
    let en = table.column_in("en");

    let mut header = vec!["code", "name", "message"];
    header.extend(en.map(|_| "en"));
    header.extend(has_symbols.then_some("symbol"));
    header.extend((!table.sections.is_empty()).then_some("section"));

    let mut grid = Grid::new();
    grid.load_style(NOTHING).set_header(header);
    for row in rows {
        for meaning in &row.meanings {
            let mut cells = vec![row.code.to_string(), meaning.name.to_owned(), meaning.message.to_owned()];
            cells.extend(en.map(|column| meaning.columns[column].to_string()));
            cells.extend(has_symbols.then(|| meaning.symbol.unwrap_or("").to_owned()));
            cells.extend(
                (!table.sections.is_empty()).then(|| row.section.map_or("", |(_, title)| title).to_owned()),
            );
            grid.add_row(cells);
        }
    }
    for column in grid.column_iter_mut() {
        column.set_padding((0, 2));
    }
    // A reader at the other end of a pipe gets one line a row, whatever the width of our terminal.
    if std::io::stdout().is_terminal() {
        grid.set_content_arrangement(ContentArrangement::Dynamic);
        grid.set_width(terminal_size::terminal_size().map_or(80, |(width, _)| width.0));
    }
    grid
}
