//! The sheets of a workbook (`.xlsx`). A table begins with a row of known headings, whatever is above it. The text of
//! merged cells is in every row that they cover; a single cell that spans columns is a heading.

use super::cells::{Cells, quoted};
use super::integer::integer;
use super::page_table::{PageRow, PageTable, RowKind};
use super::rows::Rows;
use crate::error::{Error, Result};
use calamine::{Cell, DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;
use std::rc::Rc;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads a workbook that is small enough, as [`check`](super::zip_limits::check) ensures.
pub(super) fn read(archive: &[u8], rows: &mut Rows<'_>, file: &str) -> Result<()> {
    let unreadable = |error: XlsxError| Error::Workbook { file: file.to_owned(), why: error.to_string() };
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(archive)).map_err(unreadable)?;
    let mut names = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet || is_empty(&mut workbook, &sheet.name).map_err(unreadable)? {
            continue;
        }
        if sheet.visible == SheetVisible::Visible {
            names.push(sheet.name);
        } else {
            rows.note(|| format!("the sheet {} is left out: it is hidden", quoted(&sheet.name)));
        }
    }
    for name in &names {
        if names.len() > 1 {
            rows.push_heading(2, name);
        }
        let mut sheet = Sheet { rows: &mut *rows, table: None, first: Vec::new() };
        sheet.read(&mut workbook, name).map_err(unreadable)?;
        sheet.end(name);
    }
    Ok(())
}

fn is_empty(workbook: &mut Workbook<'_>, sheet: &str) -> std::result::Result<bool, XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        if *cell.get_value() != DataRef::Empty {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A sheet while it is read.
struct Sheet<'p, 'a> {
    rows: &'p mut Rows<'a>,
    table: Option<PageTable>,
    /// The first rows, for the error that names them if none has headings.
    first: Vec<PageRow>,
}

impl Sheet<'_, '_> {
    /// Wider rows count towards the limit of filled cells, because a cell may follow thousands of empty ones.
    const WIDE: usize = 100;

    fn read(&mut self, workbook: &mut Workbook<'_>, name: &str) -> std::result::Result<(), XlsxError> {
        let mut merged = Merged::of(workbook.merge_cells_by_sheet_name(name)?);
        let mut reader = workbook.worksheet_cells_reader(name)?;
        let mut cells: Vec<Rc<str>> = Vec::new();
        let mut open = 0;
        while let Some((cell, style)) = reader.next_cell_with_style_id()? {
            let (row, column) = cell.get_position();
            if row != open {
                self.row(open, std::mem::take(&mut cells), &mut merged);
                open = row;
            }
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            let text = text(&cell, format.map_or("", |format| &format.format_code));
            if !text.is_empty() {
                put(&mut cells, column as usize, text.into());
            }
        }
        self.row(open, cells, &mut merged);
        Ok(())
    }

    /// Reads the row `index`, counted from 0.
    fn row(&mut self, index: u32, mut cells: Vec<Rc<str>>, merged: &mut Merged) {
        let line = index as usize + 1;
        if merged.filled > Merged::FILLED {
            return;
        }
        merged.filled += cells.len().saturating_sub(Self::WIDE);
        let spans = merged.fill(index, &mut cells);
        if merged.filled > Merged::FILLED {
            return self.rows.unread(line, "", || {
                let most = Merged::FILLED;
                format!("merged or far cells fill more than {most} cells: this row and all that follow are left out")
            });
        }
        let cells: Cells = cells.into_iter().collect();
        if cells.are_empty() {
            return;
        }
        let columns_are_given = self.rows.options.columns.are_in_order();
        let begins = self.rows.are_headings(&cells)
            || (columns_are_given && self.table.is_none() && !spans && cells.len() > 1);
        if begins {
            let next = self.rows.begin_table(None);
            if let Some(table) = self.table.replace(next) {
                self.rows.end_table(table);
            }
        }
        let kind = if spans { RowKind::Spanning } else { RowKind::Plain };
        if let Some(table) = &mut self.table {
            return self.rows.push_row(table, PageRow { line, cells, kind });
        }
        if let Some(title) = cells.as_slice().first().filter(|_| spans) {
            return self.rows.set_title(title, false);
        }
        let code = cells.as_slice().iter().find(|cell| !cell.trim().is_empty());
        if cells.len() > 1 && code.is_some_and(|code| integer(code.trim()).is_some()) {
            let row = cells.as_slice().iter().map(|cell| cell.trim()).collect::<Vec<_>>().join(" | ");
            self.rows.unread(line, &row, || format!("it is before the row of headings: {}", quoted(&row)));
        }
        if self.first.len() < 100 && !(self.first.is_empty() && cells.len() < 2) {
            self.first.push(PageRow::plain(line, cells));
        }
    }

    fn end(self, name: &str) {
        if let Some(table) = self.table {
            self.rows.end_table(table);
        } else if !self.first.is_empty() {
            self.rows.add_unrecognized(self.first);
            self.rows.note(|| {
                let name = quoted(name);
                format!("the sheet {name} is left out: no row has headings for codes and messages")
            });
        }
    }
}

fn put(cells: &mut Vec<Rc<str>>, column: usize, text: Rc<str>) {
    // Keeps one cell more than the limit, so that the excess is noticed.
    let column = column.min(Cells::WIDEST);
    if cells.len() <= column {
        cells.resize(column + 1, "".into());
    }
    cells[column] = text;
}

/// The cells of a sheet that are merged.
struct Merged {
    /// The regions below, in reverse order.
    regions: Vec<Dimensions>,
    /// The regions of the current row, with their text.
    open: Vec<(Dimensions, Rc<str>)>,
    /// The number of cells that they have filled.
    filled: usize,
}

impl Merged {
    /// The maximum number of filled cells.
    const FILLED: usize = 1_000_000;

    fn of(mut regions: Vec<Dimensions>) -> Self {
        regions.sort_by_key(|region| std::cmp::Reverse(region.start));
        Self { regions, open: Vec::new(), filled: 0 }
    }

    /// Fills the cells of a row, and returns whether it is a single text that spans columns.
    fn fill(&mut self, row: u32, cells: &mut Vec<Rc<str>>) -> bool {
        while let Some(region) = self.regions.pop_if(|region| region.start.0 <= row) {
            let text = cells.get(region.start.1 as usize).filter(|_| region.start.0 == row);
            self.open.extend(text.cloned().map(|text| (region, text)));
        }
        self.open.retain(|(region, _)| row <= region.end.0);
        let own = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let mut spans = false;
        for (region, text) in &self.open {
            let (first, last) = (region.start.1 as usize, (region.end.1 as usize).min(Cells::WIDEST - 1));
            self.filled += 1 + last.saturating_sub(first);
            if self.filled > Self::FILLED {
                return false;
            }
            for column in first..=last {
                put(cells, column, Rc::clone(text));
            }
            spans |= own == 1 && region.start.0 == row && first == 0 && last > 0;
        }
        spans
    }
}

/// Returns the text that a cell shows.
fn text(cell: &Cell<DataRef<'_>>, format: &str) -> String {
    /// Larger floating-point numbers represent several integers each.
    const EXACT: f64 = 9_007_199_254_740_992.0;

    match cell.get_value() {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.fract() != 0.0 => number.to_string(),
        DataRef::Float(number) if number.abs() < EXACT => {
            // A number with the format `0000` is a text with leading zeros.
            let is_padded = !format.is_empty() && format.bytes().all(|byte| byte == b'0');
            let width = if is_padded { format.len().min(20) } else { 0 };
            format!("{:0width$}", *number as i64)
        }
        DataRef::Float(number) => format!("{number:.5E}"),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
            }
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}
