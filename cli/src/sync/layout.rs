//! The layout of a declaration: line ends, indentation, and the comments that belong to an item. New items are laid out
//! like their neighbors.

use super::edits::Edits;
use error_catalog_core::syntax::ast::{self, Catalog, Meaning, Row, Section, Statement};
use proc_macro2::Span;
use std::ops::Range;

pub(super) struct Layout<'a> {
    pub(super) text: &'a str,
    catalog: &'a Catalog,
    /// The bytes of each row, from its first attribute to the last token before its comma.
    rows: Vec<Range<usize>>,
    /// The ends of items and opening braces, in ascending order. A comment after one belongs to the next item.
    ends: Vec<usize>,
}

impl<'a> Layout<'a> {
    pub(super) fn of(text: &'a str, catalog: &'a Catalog) -> Self {
        let bytes = |span: Span| span.byte_range();
        // In the order of the text: each position is computed from the previous one.
        let rows: Vec<Range<usize>> =
            catalog.rows.iter().map(|row| bytes(first(row)).start..bytes(last(row)).end).collect();
        let mut ends = vec![bytes(catalog.braces.open()).end];
        ends.extend(rows.iter().map(|row| row.end));
        ends.extend(catalog.rows.iter().filter_map(|row| row.comma).map(|comma| bytes(comma).end));
        for section in &catalog.sections {
            ends.extend([bytes(section.braces.open()).end, bytes(section.braces.close()).end]);
        }
        let semicolons = catalog.items.iter().filter_map(|item| statement_ends(item)?.1);
        ends.extend(semicolons.map(|semicolon| bytes(semicolon).end));
        ends.sort_unstable();
        Self { text, catalog, rows, ends }
    }

    /// Returns the bytes of the file that a span covers.
    #[allow(clippy::unused_self, reason = "spans are positions in this layout's text")]
    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        span.byte_range()
    }

    pub(super) fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    /// Returns the bytes from the row's first attribute to its last token before the comma.
    pub(super) fn row(&self, index: usize) -> Range<usize> {
        self.rows[index].clone()
    }

    /// Returns a row with its comma.
    pub(super) fn item(&self, index: usize) -> ItemBytes {
        let Range { start, end } = self.row(index);
        let comma = self.catalog().rows[index].comma.map(|comma| self.bytes(comma).end);
        ItemBytes { start, end: comma.unwrap_or(end), is_closed: comma.is_some() }
    }

    pub(super) fn section(&self, section: &Section) -> ItemBytes {
        self.closed(section.keyword.span(), Some(section.braces.close()))
    }

    pub(super) fn statement<T>(&self, statement: &Statement<T>) -> ItemBytes {
        self.closed(statement.keyword.span(), statement.semicolon)
    }

    /// Returns the item from a keyword to its last token.
    fn closed(&self, keyword: Span, last: Option<Span>) -> ItemBytes {
        let keyword = self.bytes(keyword);
        let end = last.map_or(keyword.end, |last| self.bytes(last).end);
        ItemBytes { start: keyword.start, end, is_closed: true }
    }

    /// Returns the last of the statements about the catalog as a whole.
    pub(super) fn last_statement(&self) -> Option<ItemBytes> {
        self.last_of(is_about_the_catalog)
    }

    /// Returns the last statement of any kind, columns included.
    pub(super) fn last_of_head(&self) -> Option<ItemBytes> {
        self.last_of(|_| true)
    }

    pub(super) fn last_shared_symbol(&self) -> Option<ItemBytes> {
        self.last_of(|item| matches!(item, ast::Item::SharedSymbols(_)))
    }

    /// Returns the offset of the first row, section, column or error type.
    pub(super) fn start_of_body(&self) -> Option<usize> {
        let catalog = self.catalog();
        catalog.items.iter().find_map(|item| match item {
            ast::Item::Row(index) => Some(self.rows[*index].start),
            ast::Item::Section(index) => Some(self.section(&catalog.sections[*index]).start),
            ast::Item::SharedSymbols(_) => None,
            item if is_about_the_catalog(item) => None,
            item => statement_ends(item).map(|(keyword, _)| self.bytes(keyword).start),
        })
    }

    /// Returns a row with the comments that belong to it, as it is inserted elsewhere.
    pub(super) fn moved(&self, index: usize) -> Block {
        let (row, item) = (self.row(index), self.item(index));
        let whole = self.whole(&item);
        let comma = if item.is_closed { "" } else { "," };
        let text = format!("{}{comma}{}", &self.text[whole.start..row.end], &self.text[row.end..whole.end]);
        let ends_in_comment = !self.text[item.end..whole.end].trim().is_empty();
        Block { lines: vec![text.trim().to_owned()], ends_in_comment }
    }

    /// Returns the last statement that `is_wanted`.
    fn last_of(&self, is_wanted: impl Fn(&ast::Item) -> bool) -> Option<ItemBytes> {
        let mut items = self.catalog().items.iter().rev().filter(|item| is_wanted(item));
        items.find_map(statement_ends).map(|(keyword, semicolon)| self.closed(keyword, semicolon))
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Returns the offset of the line end.
    fn line_end(&self, at: usize) -> usize {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |end| at + end);
        if self.text[at..end].ends_with('\r') { end - 1 } else { end }
    }

    /// Returns the offset after the line end.
    fn next_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// Returns the line end that the file uses.
    pub(super) fn line_end_at(&self, at: usize) -> &'static str {
        let end = self.text[at..].find('\n').map(|end| at + end).or_else(|| self.text.find('\n'));
        if end.is_some_and(|end| self.text[..end].ends_with('\r')) { "\r\n" } else { "\n" }
    }

    /// Returns the indentation of a token, if only spaces precede it on its line.
    pub(super) fn indent(&self, at: usize) -> Option<&'a str> {
        let before = &self.text[self.line_start(at)..at];
        before.chars().all(char::is_whitespace).then_some(before)
    }

    /// Checks whether only a comment follows on the line.
    fn ends_line(&self, at: usize) -> bool {
        let rest = self.text[at..self.line_end(at)].trim();
        let is_documentation = rest.starts_with("///") && !rest.starts_with("////");
        rest.is_empty()
            || rest.starts_with("//") && !is_documentation
            || rest.starts_with("/*") && rest.find("*/") == Some(rest.len() - 2)
    }

    /// Returns the start of the comment lines directly above an item, which belong to it, or of its own line if it has
    /// none.
    fn start_with_comments(&self, at: usize) -> usize {
        let bound = self.ends[..self.ends.partition_point(|end| *end <= at)].last().copied().unwrap_or(0);
        let blocks = block_comments(&self.text[bound..at]);
        let is_in_block = |line: usize| {
            let after = blocks.partition_point(|block| bound + block.start < line);
            after > 0 && line < bound + blocks[after - 1].end
        };
        let mut start = self.line_start(at);
        while start > bound {
            let above = self.line_start(start - 1);
            let is_comment = self.text[above..start].trim_start().starts_with("//");
            if above < bound || !is_comment || is_in_block(above) {
                break;
            }
            start = above;
        }
        start
    }

    /// Returns the bytes of an item with the comments that belong to it: whole lines, unless it shares them with other
    /// items.
    pub(super) fn whole(&self, item: &ItemBytes) -> Range<usize> {
        if self.indent(item.start).is_some() && self.ends_line(item.end) {
            self.start_with_comments(item.start)..self.next_line(item.end)
        } else {
            item.start..item.end
        }
    }

    /// Inserts items after one.
    pub(super) fn insert_after(&self, edits: &mut Edits, item: &ItemBytes, new: &[Block]) {
        if !item.is_closed {
            edits.insert(item.end, ",");
        }
        if let Some(indent) = self.indent(item.start).filter(|_| self.ends_line(item.end)) {
            let at = self.line_end(item.end);
            edits.insert(at, self.lines_after(at, indent, new));
        } else {
            let inline = new.iter().map(|block| block.inline(" ", "", self.line_end_at(item.end)));
            edits.insert(item.end, inline.collect::<String>());
        }
    }

    /// Inserts items before one that begins at `start`.
    pub(super) fn insert_before(&self, edits: &mut Edits, start: usize, new: &[Block]) {
        if let Some(indent) = self.indent(start) {
            let at = self.start_with_comments(start);
            edits.insert(at, self.lines_before(start, indent, new));
        } else {
            let inline = new.iter().map(|block| block.inline("", " ", self.line_end_at(start)));
            edits.insert(start, inline.collect::<String>());
        }
    }

    /// Inserts items before a closing brace. The item with these braces begins at `outer`.
    pub(super) fn insert_inside(&self, edits: &mut Edits, close: usize, outer: usize, new: &[Block]) {
        let line = &self.text[self.line_start(outer)..outer];
        let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
        let deeper = if indent.contains('\t') { format!("{indent}\t") } else { format!("{indent}    ") };
        if self.indent(close).is_some() {
            let text = self.lines_before(close, &deeper, new);
            edits.insert(self.line_start(close), text);
        } else {
            let text = self.lines_after(close, &deeper, new);
            edits.insert(close, format!("{text}{}{indent}", self.line_end_at(close)));
        }
    }

    pub(super) fn lines_after(&self, at: usize, indent: &str, new: &[Block]) -> String {
        let end = self.line_end_at(at);
        new.iter().flat_map(|block| block.lines(indent)).flat_map(|line| [end.to_owned(), line]).collect()
    }

    fn lines_before(&self, at: usize, indent: &str, new: &[Block]) -> String {
        let end = self.line_end_at(at);
        new.iter().flat_map(|block| block.lines(indent)).flat_map(|line| [line, end.to_owned()]).collect()
    }
}

/// The bytes of a row, section, statement or field.
#[derive(Clone, Copy, Debug)]
pub(super) struct ItemBytes {
    pub(super) start: usize,
    pub(super) end: usize,
    /// True if it has its comma, or needs none.
    pub(super) is_closed: bool,
}

/// The lines of a new item, with four spaces per level of indentation within it.
#[derive(Clone, Debug)]
pub(super) struct Block {
    lines: Vec<String>,
    /// True if the last line ends in a comment, so that nothing can follow on it.
    ends_in_comment: bool,
}

impl Block {
    pub(super) fn of(lines: Vec<String>) -> Self {
        Self { lines, ends_in_comment: false }
    }

    /// Returns an empty line.
    pub(super) fn blank() -> Self {
        Self::of(vec![String::new()])
    }

    /// Returns the lines one level deeper.
    pub(super) fn deeper(self) -> impl Iterator<Item = String> {
        self.lines.into_iter().map(|line| format!("    {line}"))
    }

    fn lines(&self, indent: &str) -> Vec<String> {
        let line = |line: &String| {
            if line.is_empty() {
                return String::new();
            }
            let text = line.trim_start_matches(' ');
            let deep = &line[..line.len() - text.len()];
            let deep = if indent.contains('\t') { deep.replace("    ", "\t") } else { deep.to_owned() };
            format!("{indent}{deep}{text}")
        };
        self.lines.iter().map(line).collect()
    }

    /// Returns the block on one line, between `before` and `after`, or nothing if it is empty.
    pub(super) fn inline(&self, before: &str, after: &str, line_end: &str) -> String {
        let lines = self.lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        let line = lines.collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            return line;
        }
        let after = if self.ends_in_comment { line_end } else { after };
        format!("{before}{line}{after}")
    }
}

/// Returns the bytes of the block comments in a text between two tokens. Block comments can be nested.
fn block_comments(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    let mut at = 0;
    while let Some(next) = text[at..].find(['/', '*']).map(|next| at + next) {
        at = next + 2;
        match text.as_bytes().get(next..at) {
            Some(b"//") if depth == 0 => at = text[at..].find('\n').map_or(text.len(), |end| at + end),
            Some(b"/*") => {
                start = if depth == 0 { next } else { start };
                depth += 1;
            }
            Some(b"*/") if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    blocks.push(start..at);
                }
            }
            _ => at = next + 1,
        }
    }
    blocks
}

/// Returns the width of an indentation in columns.
pub(super) fn width(indent: &str) -> usize {
    indent.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

fn first(row: &Row) -> Span {
    let attribute = row.attrs.first().and_then(|attribute| attribute.tokens.clone().into_iter().next());
    let first = attribute.or_else(|| row.code.tokens.clone().into_iter().next());
    first.map_or_else(Span::call_site, |token| token.span())
}

fn last(row: &Row) -> Span {
    row.meanings.last().map_or_else(Span::call_site, end)
}

/// Returns the last token of a meaning.
pub(super) fn end(meaning: &Meaning) -> Span {
    meaning.braces.map_or_else(|| meaning.end_of_head(), |braces| braces.close())
}

/// Returns the keyword and the semicolon of a statement, or `None` for a section or a row.
fn statement_ends(item: &ast::Item) -> Option<(Span, Option<Span>)> {
    fn ends<T>(statement: &Statement<T>) -> (Span, Option<Span>) {
        (statement.keyword.span(), statement.semicolon)
    }
    let ends = match item {
        ast::Item::Title(it)
        | ast::Item::Source(it)
        | ast::Item::Lang(it)
        | ast::Item::Display(it)
        | ast::Item::Baseline(it) => ends(it),
        ast::Item::Envelope(it) => ends(it),
        ast::Item::Success(it) => ends(it),
        ast::Item::Unknown(it) => ends(it),
        ast::Item::Exhaustive(it) => ends(it),
        ast::Item::Base(it) => ends(it),
        ast::Item::Reserved(it) => ends(it),
        ast::Item::SharedSymbols(it) => ends(it),
        ast::Item::ErrorType(it) => ends(it),
        ast::Item::Column(it) => (it.keyword.span(), it.semicolon),
        ast::Item::Section(_) | ast::Item::Row(_) => return None,
    };
    Some(ends)
}

/// Checks whether the item is a statement about the catalog as a whole.
fn is_about_the_catalog(item: &ast::Item) -> bool {
    match item {
        ast::Item::Title(_)
        | ast::Item::Source(_)
        | ast::Item::Lang(_)
        | ast::Item::Display(_)
        | ast::Item::Baseline(_)
        | ast::Item::Envelope(_)
        | ast::Item::Success(_)
        | ast::Item::Unknown(_)
        | ast::Item::Exhaustive(_)
        | ast::Item::Base(_)
        | ast::Item::Reserved(_) => true,
        ast::Item::SharedSymbols(_)
        | ast::Item::ErrorType(_)
        | ast::Item::Column(_)
        | ast::Item::Section(_)
        | ast::Item::Row(_) => false,
    }
}
