//! The tables of an HTML page, each under the heading above it. Cells that span columns or rows are
//! repeated, so that every row is complete; tags that are left open, as HTML allows, are closed by the next.

use super::cells::{Cells, one_line};
use super::line_numbers::Lines;
use super::page_table::{ColumnNames, PageRow, PageTable, RowKind};
use super::rows::Rows;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::rc::Rc;

pub(super) fn read(text: &str, rows: &mut Rows<'_>) {
    let mut lines = Lines::of(text);
    let mut reader =
        HtmlReader { rows, heading: None, is_hidden: false, tables: Vec::new(), skipped_depth: 0, filled: 0 };
    let mut tag = Tag::default();
    // Callbacks store no attributes, of which a tag may have as many as the file has bytes.
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<()> {
        match event {
            CallbackEvent::OpenStartTag { name } => tag = Tag::named(name),
            CallbackEvent::AttributeName { name } => tag.attribute = Attribute::named(name),
            CallbackEvent::AttributeValue { value } => tag.value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                reader.start(&tag, self_closing, lines.at(span.start));
            }
            CallbackEvent::EndTag { name } => reader.end(name),
            CallbackEvent::String { value } => reader.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
        None
    });
    // Otherwise the text of a script would be parsed as markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(()) = token;
    }
    reader.close();
}

/// The parts of a start tag that matter to tables.
#[derive(Default)]
struct Tag {
    name: [u8; 7],
    attribute: Attribute,
    columns: usize,
    rows: usize,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Colspan,
    Rowspan,
    #[default]
    Other,
}

impl Attribute {
    fn named(name: &[u8]) -> Self {
        match name {
            b"colspan" => Self::Colspan,
            b"rowspan" => Self::Rowspan,
            _ => Self::Other,
        }
    }
}

impl Tag {
    /// Returns the name, or an empty one if it is longer than all that are recognized.
    fn named(name: &[u8]) -> Self {
        let mut short = [0; 7];
        if let Some(begin) = short.get_mut(..name.len()) {
            begin.copy_from_slice(name);
        }
        Self { name: short, attribute: Attribute::Other, columns: 1, rows: 1 }
    }

    fn name(&self) -> &[u8] {
        self.name.split(|byte| *byte == 0).next().unwrap_or_default()
    }

    fn value(&mut self, value: &[u8]) {
        let number = std::str::from_utf8(value).ok().and_then(|value| value.trim().parse().ok());
        // The HTML standard sets these bounds.
        let span = number.unwrap_or(1usize).clamp(1, 1000);
        match self.attribute {
            Attribute::Colspan => self.columns = span,
            Attribute::Rowspan => self.rows = span,
            Attribute::Other => {}
        }
    }
}

/// The elements that are open at the current position.
struct HtmlReader<'p, 'a> {
    rows: &'p mut Rows<'a>,
    /// The text of the heading that is open.
    heading: Option<String>,
    /// True within a script or style, whose text is not shown.
    is_hidden: bool,
    /// The tables that are open, the innermost last.
    tables: Vec<OpenTable>,
    /// The number of open tables beyond the deepest that is read.
    skipped_depth: usize,
    /// The number of cells that spans have filled.
    filled: usize,
}

/// A table that is open.
#[derive(Default)]
struct OpenTable {
    /// True for a list of definitions, each of which is a row.
    is_definitions: bool,
    /// The table that the rows are added to; `None` before the first row.
    read: Option<PageTable>,
    caption: String,
    open: TextTarget,
    is_in_head: bool,
    /// Cells of earlier rows that span the next: their text and the number of rows left.
    reaching: Vec<Option<(Rc<str>, usize)>>,
    row: Option<(usize, Vec<HtmlCell>)>,
}

/// The part of a table that text belongs to.
#[derive(Default, PartialEq, Eq)]
enum TextTarget {
    #[default]
    Nothing,
    Caption,
    Cell,
}

struct HtmlCell {
    text: String,
    is_heading: bool,
    columns: usize,
    rows: usize,
}

impl HtmlReader<'_, '_> {
    /// The maximum number of tables within each other.
    const DEEPEST: usize = 16;
    /// The maximum number of cells that spans fill. Spans of spans could fill any memory.
    const FILLED: usize = 1_000_000;

    fn start(&mut self, tag: &Tag, self_closing: bool, line: usize) {
        match tag.name() {
            b"script" | b"style" => self.is_hidden = !self_closing,
            b"table" if self.tables.len() == Self::DEEPEST => self.skipped_depth += 1,
            b"table" => {
                self.heading = None;
                self.tables.push(OpenTable::default());
            }
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"title" if self.tables.is_empty() => {
                self.heading = Some(String::new());
            }
            b"caption" | b"thead" if self.skipped_depth == 0 => {
                if let Some(table) = self.tables.last_mut() {
                    table.open =
                        if tag.name() == b"caption" { TextTarget::Caption } else { TextTarget::Nothing };
                    table.is_in_head = tag.name() == b"thead";
                }
            }
            b"tbody" if self.skipped_depth == 0 => {
                self.end_row();
                if let Some(table) = self.tables.last_mut() {
                    table.is_in_head = false;
                }
            }
            b"tr" if self.skipped_depth == 0 => {
                self.end_row();
                if let Some(table) = self.tables.last_mut() {
                    table.row = Some((line, Vec::new()));
                }
            }
            b"td" | b"th" if self.skipped_depth == 0 => {
                if let Some(table) = self.tables.last_mut() {
                    let (_, cells) = table.row.get_or_insert((line, Vec::new()));
                    // Keeps one cell more than the limit, so that the excess is noticed.
                    if cells.len() <= Cells::WIDEST {
                        let is_heading = table.is_in_head || tag.name() == b"th";
                        cells.push(HtmlCell {
                            text: String::new(),
                            is_heading,
                            columns: tag.columns,
                            rows: tag.rows,
                        });
                    }
                    table.open = TextTarget::Cell;
                }
            }
            b"dl" if self.tables.is_empty() => self.tables.push(OpenTable::of_definitions()),
            b"dt" | b"dd" if self.skipped_depth == 0 => {
                if tag.name() == b"dt" && self.tables.last().is_some_and(OpenTable::has_definition) {
                    self.end_row();
                }
                if let Some(table) = self.tables.last_mut().filter(|table| table.is_definitions) {
                    let (_, cells) = table.row.get_or_insert((line, Vec::new()));
                    if cells.len() <= Cells::WIDEST {
                        cells.push(HtmlCell { text: String::new(), is_heading: false, columns: 1, rows: 1 });
                    }
                    table.open = TextTarget::Cell;
                } else {
                    self.text(" ");
                }
            }
            b"br" | b"p" | b"div" | b"li" => self.text(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"script" | b"style" => self.is_hidden = false,
            b"table" if self.skipped_depth > 0 => self.skipped_depth -= 1,
            b"table" => self.end_table(),
            b"dl" if self.tables.last().is_some_and(|table| table.is_definitions) => self.end_table(),
            b"tr" if self.skipped_depth == 0 => self.end_row(),
            b"caption" | b"thead" if self.skipped_depth == 0 => {
                self.end_row();
                if let Some(table) = self.tables.last_mut() {
                    table.open = TextTarget::Nothing;
                    table.is_in_head = false;
                }
            }
            b"td" | b"th" if self.skipped_depth == 0 => {
                if let Some(table) = self.tables.last_mut() {
                    table.open = TextTarget::Nothing;
                }
            }
            // A list of definitions within a cell is a part of its text.
            b"dt" | b"dd" if self.skipped_depth == 0 => {
                match self.tables.last_mut().filter(|table| table.is_definitions) {
                    Some(table) => table.open = TextTarget::Nothing,
                    None => self.text(" "),
                }
            }
            b"title" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                let Some(text) = self.heading.take().filter(|text| !text.trim().is_empty()) else { return };
                match name {
                    // A later heading of the first level replaces this title.
                    b"title" => self.rows.set_title(&text, false),
                    [b'h', level] => {
                        if *level == b'1' {
                            self.rows.set_title(&text, true);
                        }
                        self.rows.push_heading(level - b'0', &text);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_hidden {
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        } else if let Some(table) = self.tables.last_mut().filter(|table| table.open == TextTarget::Caption) {
            table.caption.push_str(text);
        } else if let Some(table) = self.tables.last_mut()
            && table.open == TextTarget::Cell
            && let Some(cell) = table.row.as_mut().and_then(|(_, cells)| cells.last_mut())
        {
            cell.text.push_str(text);
        }
    }

    fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        table.open = TextTarget::Nothing;
        let Some((line, cells)) = table.row.take() else { return };
        if self.filled > Self::FILLED {
            return;
        }
        let are_headings =
            !table.is_definitions && cells.len() > 1 && cells.iter().all(|cell| cell.is_heading);
        let spans = cells.len() == 1 && cells[0].columns > 1;
        let first = cells.first().map(|cell| one_line(&cell.text)).unwrap_or_default();
        let (row, filled) = table.complete(cells);
        let spans = spans && row.as_slice().iter().all(|cell| **cell == *first);
        self.filled += filled;
        if self.filled > Self::FILLED {
            return self.rows.unread(line, "", || {
                format!(
                    "the cells that span rows or columns fill more than {} cells: this row and all that follow are left out",
                    Self::FILLED
                )
            });
        }
        let kind = match (are_headings, spans) {
            (true, _) => RowKind::Headings,
            (_, true) => RowKind::Spanning,
            (false, false) => RowKind::Plain,
        };
        let read = table.read.get_or_insert_with(|| self.rows.begin_table(Some(&table.caption)));
        if table.is_definitions {
            read.names = ColumnNames::Missing;
        }
        self.rows.push_row(read, PageRow { line, cells: row, kind });
    }

    fn end_table(&mut self) {
        self.end_row();
        if let Some(read) = self.tables.pop().and_then(|table| table.read) {
            self.rows.end_table(read);
        }
    }

    fn close(&mut self) {
        while !self.tables.is_empty() {
            self.end_table();
        }
        // A table within a cell ends before the row around it.
        self.rows.sort_by_line();
    }
}

impl OpenTable {
    fn of_definitions() -> Self {
        Self { is_definitions: true, ..Self::default() }
    }

    /// Checks whether the open row has a definition after its terms.
    fn has_definition(&self) -> bool {
        self.is_definitions && self.row.as_ref().is_some_and(|(_, cells)| cells.len() > 1)
    }

    /// Returns the cells of a row with those that reach into it, and how many cells were filled from above.
    fn complete(&mut self, cells: Vec<HtmlCell>) -> (Cells, usize) {
        let mut cells = cells.into_iter();
        let mut row = Cells::default();
        let mut filled = 0;
        loop {
            let column = row.len();
            if let Some(reaching @ Some(_)) = self.reaching.get_mut(column)
                && let Some((text, left)) = reaching
            {
                row.push(Rc::clone(text));
                filled += 1;
                *left -= 1;
                if *left == 0 {
                    *reaching = None;
                }
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let text: Rc<str> = one_line(&cell.text).into();
            for column in column..(column + cell.columns).min(Cells::WIDEST).max(column + 1) {
                row.push(Rc::clone(&text));
                filled += 1;
                if cell.rows > 1 && column < Cells::WIDEST {
                    self.reaching.resize(self.reaching.len().max(column + 1), None);
                    self.reaching[column] = Some((Rc::clone(&text), cell.rows - 1));
                }
            }
        }
        (row, filled)
    }
}
