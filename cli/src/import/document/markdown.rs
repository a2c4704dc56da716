//! The pipe tables of a Markdown file, each under the heading it stands below.

use super::cells::{Cells, one_line, quoted};
use super::line_numbers::Lines;
use super::markdown_blocks::{self, Piece};
use super::row_reader::{Rows, Table, heading_text};
use crate::error::Result;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::rc::Rc;

pub(super) fn read(text: &str, rows: &mut Rows<'_>, file: &str) -> Result<()> {
    let mut page = Page { rows, section: None, table: None, columns: 0 };
    markdown_blocks::each(text, file, |piece| page.read(piece))?;
    page.end_table();
    Ok(())
}

/// What is open where the file has been read to.
struct Page<'p, 'a> {
    rows: &'p mut Rows<'a>,
    section: Option<Rc<str>>,
    table: Option<Table>,
    columns: usize,
}

impl Page<'_, '_> {
    fn read(&mut self, piece: &Piece<'_>) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let text = &*piece.text;
        let mut lines = Lines::of(text);
        let mut line_at = |offset| piece.before + lines.at(offset);
        let mut continues = piece.is_within_table;
        if !continues {
            self.end_table();
        }
        let mut cells = Cells::default();
        // The text of the heading or cell that is open.
        let mut open = String::new();
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::TableCell) => open.clear(),
                Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                    self.section = None;
                    self.rows.title(&open, false);
                }
                Event::End(TagEnd::Heading(_)) => self.section = heading_text(&open).map(Rc::from),
                Event::Start(Tag::Table(alignments)) => {
                    self.columns = alignments.len();
                    if !continues {
                        self.end_table();
                        self.table = Some(Table::under(self.section.as_ref()));
                    }
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => cells = Cells::default(),
                Event::End(TagEnd::TableCell) => cells.push(one_line(&open)),
                Event::End(TagEnd::TableHead) if continues => continues = false,
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                    let line = line_at(range.start);
                    self.row(line, written_cells(&text[range]), &cells);
                }
                Event::Start(Tag::Paragraph) => {
                    let first = line_at(range.start);
                    let piped = |(_, line): &(usize, &str)| line.trim_start().starts_with('|');
                    for (index, line) in text[range].lines().enumerate().filter(piped) {
                        self.rows.unread(first + index, || {
                            format!("{} is in no table: a line of dashes must stand above it", quoted(line))
                        });
                    }
                }
                Event::Text(text) | Event::Code(text) => open.push_str(&text),
                Event::SoftBreak | Event::HardBreak => open.push(' '),
                Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => open.push(' '),
                Event::InlineHtml(tag) => open.push_str(&tag),
                _ => {}
            }
        }
    }

    fn row(&mut self, line: usize, written: usize, cells: &Cells) {
        let columns = self.columns;
        if written > columns {
            // Markdown drops what is behind the last column.
            self.rows.unread(line, || {
                format!("it has {written} cells under {columns} headings: write a | within a cell as \\|")
            });
        } else if let Some(table) = &mut self.table {
            self.rows.row(table, line, cells);
        }
    }

    fn end_table(&mut self) {
        if let Some(table) = self.table.take() {
            self.rows.end(table);
        }
    }
}

/// How many cells a row has as it is written.
fn written_cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let pipes = row.bytes().zip(std::iter::once(b' ').chain(row.bytes()));
    let pipes = pipes.filter(|(byte, before)| *byte == b'|' && *before != b'\\').count();
    pipes + usize::from(!row.ends_with('|') || row.ends_with("\\|"))
}
