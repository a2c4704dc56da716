//! Values separated by commas, or by semicolons, which spreadsheets write if the comma is decimal.

use super::cells::Cells;
use super::page_table::PageRow;
use super::rows::Rows;
use csv_core::{ReadFieldResult, ReaderBuilder};

/// Reads a field at a time: a record may have as many fields as the file has bytes.
pub(super) fn read(text: &str, rows: &mut Rows<'_>) {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();

    let mut table = rows.begin_table(None);
    let mut cells = Cells::default();
    let mut line = 1;
    let mut field = Vec::new();
    let mut buffer = [0; 4096];
    let mut rest = text.as_bytes();
    loop {
        let (result, read, written) = reader.read_field(rest, &mut buffer);
        rest = &rest[read..];
        field.extend_from_slice(&buffer[..written]);
        match result {
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                // Fields end at ASCII characters, so they are valid UTF-8.
                cells.push(String::from_utf8_lossy(&field).into_owned());
                field.clear();
                if record_end {
                    rows.push_row(&mut table, PageRow::plain(line, std::mem::take(&mut cells)));
                    line = reader.line() as usize;
                }
            }
            ReadFieldResult::End => break,
        }
    }
    rows.end_table(table);
}
