//! Comma-separated values, or with semicolons, as spreadsheets write them where the comma is decimal.

use super::entry::Unread;
use super::grid::{Found, Grid};
use csv::ReaderBuilder;

pub(super) fn grids(text: &str) -> Found {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());

    let mut grids = Found::default();
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line) as usize;
                rows.push((line, record.iter().map(str::to_owned).collect::<Vec<_>>()));
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line) as usize;
                grids.unread.push(Unread { line, why: error.to_string() });
            }
        }
    }
    if !rows.is_empty() {
        let heading = rows.remove(0);
        grids.grids.push(Grid { section: None, heading, rows });
    }
    grids
}
