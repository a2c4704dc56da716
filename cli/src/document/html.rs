//! The tables of an HTML page, each under the heading it stands below. Cells that span columns or rows are
//! repeated, so that every row is complete; tags that are left open, as HTML allows, are closed by the next.

use super::grid::{Found, Grid, one_line};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

pub(super) fn grids(text: &str) -> Found {
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_at = |offset: usize| ends.partition_point(|end| *end < offset) + 1;

    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // So that the text of a script is no markup.
    emitter.naively_switch_states(true);

    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag, line_at(tag.span.start)),
            Token::EndTag(tag) => page.end(&tag.name),
            Token::String(text) => page.text(&String::from_utf8_lossy(&text.value)),
            _ => {}
        }
    }
    while page.tables.pop().is_some_and(|table| page.close(table)) {}
    page.found.grids.sort_by_key(|grid| grid.heading.0);
    page.found
}

#[derive(Default)]
struct Page {
    found: Found,
    section: Option<String>,
    /// The text of the heading that is open.
    heading: Option<String>,
    /// Within a script or style.
    silent: bool,
    /// The tables that are open, the innermost last.
    tables: Vec<Table>,
}

#[derive(Default)]
struct Table {
    section: Option<String>,
    rows: Vec<(usize, Vec<String>)>,
    /// Cells of earlier rows that reach down into the next: text and how many rows are left.
    reaching: Vec<Option<(String, usize)>>,
    row: Option<(usize, Vec<Cell>)>,
    cell_is_open: bool,
}

struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

impl Page {
    fn start(&mut self, tag: &StartTag<usize>, line: usize) {
        match tag.name.as_slice() {
            b"script" | b"style" => self.silent = !tag.self_closing,
            b"table" => {
                self.heading = None;
                self.tables.push(Table { section: self.section.clone(), ..Table::default() });
            }
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"title" if self.tables.is_empty() => {
                self.heading = Some(String::new());
            }
            b"tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                    table.row = Some((line, Vec::new()));
                }
            }
            b"td" | b"th" => {
                if let Some(table) = self.tables.last_mut() {
                    let span = |name: &[u8]| {
                        let value =
                            tag.attributes.get(name).map(|value| String::from_utf8_lossy(&value.value));
                        // The bounds that HTML itself sets.
                        value.and_then(|value| value.trim().parse().ok()).unwrap_or(1usize).clamp(1, 1000)
                    };
                    let cell =
                        Cell { text: String::new(), columns: span(b"colspan"), rows: span(b"rowspan") };
                    table.row.get_or_insert((line, Vec::new())).1.push(cell);
                    table.cell_is_open = true;
                }
            }
            b"br" | b"p" | b"div" | b"li" => self.text(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"script" | b"style" => self.silent = false,
            b"table" => {
                if let Some(table) = self.tables.pop() {
                    self.close(table);
                }
            }
            b"tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            b"td" | b"th" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell_is_open = false;
                }
            }
            b"title" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                let text = self.heading.take().map(|text| one_line(&text)).filter(|text| !text.is_empty());
                match (text, name) {
                    (None, _) => {}
                    (Some(title), b"h1") => {
                        self.section = None;
                        self.found.title = Some(title);
                    }
                    // The page's name for itself, until it shows a heading.
                    (Some(title), b"title") => _ = self.found.title.get_or_insert(title),
                    (Some(title), _) => self.section = Some(title),
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.silent {
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        } else if let Some(table) = self.tables.last_mut()
            && table.cell_is_open
            && let Some(cell) = table.row.as_mut().and_then(|(_, cells)| cells.last_mut())
        {
            cell.text.push_str(text);
        }
    }

    fn close(&mut self, mut table: Table) -> bool {
        table.end_row();
        let mut rows = table.rows.into_iter();
        if let Some(heading) = rows.next() {
            self.found.grids.push(Grid { section: table.section, heading, rows: rows.collect() });
        }
        true
    }
}

impl Table {
    fn end_row(&mut self) {
        /// Spans of spans could fill the memory; no table that people read is so wide.
        const WIDEST: usize = 1000;

        self.cell_is_open = false;
        let Some((line, cells)) = self.row.take() else { return };
        let mut cells = cells.into_iter();
        let mut row = Vec::new();
        loop {
            let column = row.len();
            if let Some(Some((text, left))) = self.reaching.get_mut(column) {
                row.push(text.clone());
                *left -= 1;
                if *left == 0 {
                    self.reaching[column] = None;
                }
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let text = one_line(&cell.text);
            for column in column..(column + cell.columns).min(WIDEST).max(column + 1) {
                row.push(text.clone());
                if cell.rows > 1 {
                    self.reaching.resize(self.reaching.len().max(column + 1), None);
                    self.reaching[column] = Some((text.clone(), cell.rows - 1));
                }
            }
        }
        if !row.is_empty() {
            self.rows.push((line, row));
        }
    }
}
