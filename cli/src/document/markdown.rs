//! The pipe tables of a Markdown file, each under the heading it stands below.

use super::entry::Unread;
use super::grid::{Found, Grid, one_line};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

pub(super) fn grids(text: &str) -> Found {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_at = |offset: usize| ends.partition_point(|end| *end < offset) + 1;

    let mut grids = Found::default();
    let mut section = None;
    let mut cells: Vec<String> = Vec::new();
    // The text of the heading or cell that is open.
    let mut open = String::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => open.clear(),
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                section = None;
                grids.title.get_or_insert_with(|| one_line(&open));
            }
            Event::End(TagEnd::Heading(_)) => {
                section = Some(one_line(&open)).filter(|title| !title.is_empty());
            }
            Event::Start(Tag::Table(_)) => {
                grids.grids.push(Grid { section: section.clone(), ..Grid::default() });
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => cells.clear(),
            Event::End(TagEnd::TableCell) => cells.push(one_line(&open)),
            Event::End(TagEnd::TableHead) => {
                if let Some(grid) = grids.grids.last_mut() {
                    grid.heading = (line_at(range.start), std::mem::take(&mut cells));
                }
            }
            Event::End(TagEnd::TableRow) => {
                let line = line_at(range.start);
                if let Some(grid) = grids.grids.last_mut() {
                    let (written, columns) = (written_cells(&text[range]), grid.heading.1.len());
                    if written > columns {
                        // Markdown drops what is behind the last column.
                        let why = format!(
                            "it has {written} cells under {columns} headings: write a | within a cell as \\|"
                        );
                        grids.unread.push(Unread { line, why });
                    } else {
                        grid.rows.push((line, std::mem::take(&mut cells)));
                    }
                }
            }
            Event::Start(Tag::Paragraph) => {
                let first = line_at(range.start);
                let rows =
                    text[range].lines().enumerate().filter(|(_, line)| line.trim_start().starts_with('|'));
                grids.unread.extend(rows.map(|(index, line)| Unread {
                    line: first + index,
                    why: format!("{:?} is in no table: a line of dashes must stand above it", line.trim()),
                }));
            }
            Event::Text(text) | Event::Code(text) => open.push_str(&text),
            Event::SoftBreak | Event::HardBreak => open.push(' '),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => open.push(' '),
            Event::InlineHtml(tag) => open.push_str(&tag),
            _ => {}
        }
    }
    grids
}

/// How many cells a row has as it is written.
fn written_cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let pipes = row.bytes().zip(std::iter::once(b' ').chain(row.bytes()));
    let pipes = pipes.filter(|(byte, before)| *byte == b'|' && *before != b'\\').count();
    pipes + usize::from(!row.ends_with('|') || row.ends_with("\\|"))
}
