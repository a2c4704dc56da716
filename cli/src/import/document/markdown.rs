//! The pipe tables of a Markdown file, each under the heading above it.

use super::cells::{Cells, one_line, quoted};
use super::line_numbers::Lines;
use super::markdown_chunks::{self, MarkdownChunk, written_cells};
use super::page_table::{PageRow, PageTable, RowKind};
use super::rows::Rows;
use crate::error::Result;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

pub(super) fn read(text: &str, rows: &mut Rows<'_>, file: &str) -> Result<()> {
    let mut reader = MarkdownReader { rows, table: None, columns: 0 };
    let text = markdown_chunks::with_equal_rows(text);
    markdown_chunks::each(&text, file, |chunk| reader.read(chunk))?;
    reader.end_table();
    Ok(())
}

/// The blocks that are open at the current position.
struct MarkdownReader<'p, 'a> {
    rows: &'p mut Rows<'a>,
    table: Option<PageTable>,
    columns: usize,
}

impl MarkdownReader<'_, '_> {
    fn read(&mut self, chunk: &MarkdownChunk<'_>) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let text = &*chunk.text;
        let mut lines = Lines::of(text);
        let mut line_at = |offset| chunk.before + lines.at(offset);
        let mut continues = chunk.is_within_table;
        if !continues {
            self.end_table();
        }
        let mut cells = Cells::default();
        // The text of the heading or cell that is open.
        let mut open = String::new();
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::TableCell) => open.clear(),
                Event::End(TagEnd::Heading(level)) => {
                    if level == HeadingLevel::H1 {
                        self.rows.set_title(&open, false);
                    }
                    self.rows.push_heading(level as u8, &open);
                }
                Event::Start(Tag::Table(alignments)) => {
                    self.columns = alignments.len();
                    if !continues {
                        self.end_table();
                        self.table = Some(self.rows.begin_table(None));
                    }
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => cells = Cells::default(),
                Event::End(TagEnd::TableCell) => cells.push(one_line(&open)),
                Event::End(TagEnd::TableHead) if continues => continues = false,
                Event::End(end @ (TagEnd::TableHead | TagEnd::TableRow)) => {
                    let is_head = end == TagEnd::TableHead;
                    let kind = if is_head { RowKind::Headings } else { RowKind::Plain };
                    let row = PageRow { line: line_at(range.start), cells: std::mem::take(&mut cells), kind };
                    self.row(written_cells(&text[range]), row);
                }
                Event::Start(Tag::Paragraph) => {
                    let first = line_at(range.start);
                    let piped = |(_, line): &(usize, &str)| line.trim_start().starts_with('|');
                    for (index, line) in text[range].lines().enumerate().filter(piped) {
                        self.rows.unread(first + index, line, || {
                            format!("{} is in no table: a line of dashes must precede it", quoted(line))
                        });
                    }
                }
                Event::Text(text) | Event::Code(text) => open.push_str(&text),
                Event::SoftBreak | Event::HardBreak => open.push(' '),
                Event::InlineHtml(tag) => match element(&tag) {
                    Some("br" | "p" | "div" | "li" | "hr") => open.push(' '),
                    Some(_) => {}
                    // Anything else is text such as `<access_token>`.
                    None => open.push_str(&tag),
                },
                _ => {}
            }
        }
    }

    fn row(&mut self, written: usize, row: PageRow) {
        let columns = self.columns;
        if written > columns {
            // Markdown drops what follows the last column.
            let text = row.cells.as_slice().iter().map(|cell| cell.trim()).collect::<Vec<_>>().join(" | ");
            self.rows.unread(row.line, &text, || {
                format!(
                    "it has {written} cells under {columns} headings: write a | within a cell as \\|: {}",
                    quoted(&text)
                )
            });
        } else if let Some(table) = &mut self.table {
            self.rows.push_row(table, row);
        }
    }

    fn end_table(&mut self) {
        if let Some(table) = self.table.take() {
            self.rows.end_table(table);
        }
    }
}

/// Returns the element of a tag, if texts commonly have it. A comment is the element `!--`.
fn element(tag: &str) -> Option<&'static str> {
    const ELEMENTS: [&str; 42] = [
        "!--", "a", "abbr", "b", "big", "br", "center", "cite", "code", "del", "details", "div", "em",
        "font", "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark", "nobr", "ol", "p", "pre",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "summary", "sup", "tt", "u", "ul",
        "var", "wbr",
    ];
    if tag.starts_with("<!--") {
        return Some("!--");
    }
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).next()?;
    ELEMENTS.into_iter().find(|element| element.eq_ignore_ascii_case(name))
}
