//! CSV and TSV, with a line of headings.

use super::fields::{meanings, untyped_fields};
use crate::catalog::table::Table;
use crate::catalog::value::CellValue;
use std::io::{self, Write};

/// Writes the catalog with the delimiter between fields, for programs or for spreadsheets.
pub(crate) fn write_csv(
    table: &Table,
    delimiter: u8,
    for_spreadsheets: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut format = csv::WriterBuilder::new();
    let mut to_field: fn(&CellValue) -> String = CellValue::to_field;
    if for_spreadsheets {
        out.write_all("\u{feff}".as_bytes())?;
        format.quote_style(csv::QuoteStyle::NonNumeric);
        to_field = escape_formula;
    }
    let mut writer = format.delimiter(delimiter).from_writer(out);
    let fields = untyped_fields(table);
    writer.write_record(fields.iter().map(|(_, heading)| heading)).map_err(to_io_error)?;
    for (row, meaning) in meanings(table) {
        let record = fields.iter().map(|(field, _)| to_field(&field.value(table, row, meaning)));
        writer.write_record(record).map_err(to_io_error)?;
    }
    writer.flush()
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
pub(crate) fn to_io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
