//! Parses statements: a keyword, its content and a semicolon.

use super::cursor::Cursor;
use super::fields::parse_value;
use super::fragment::parenthesize_fragments;
use super::row::{parse_code, parse_rows, parse_symbol_or_text, parse_text};
use crate::report::Report;
use crate::spelling::nearest;
use crate::syntax::ast::{
    Attribute, Catalog, Column, EnvelopeKey, EnvelopePart, Item, KeyPath, KeyStep, Range, Reserved, Section,
    Statement, Success, Symbol, Text, Title, span_of,
};
use crate::syntax::literal::Constant;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::{Error, Result, Type};

pub(super) const STATEMENTS: [&str; 16] = [
    "title",
    "source",
    "lang",
    "display",
    "baseline",
    "envelope",
    "success",
    "unknown",
    "reserved",
    "shared",
    "column",
    "translation",
    "section",
    "exhaustive",
    "error",
    "base",
];

/// A statement after its keyword, with the tokens that follow and the catalog that it belongs to.
pub(super) struct StatementParser<'a> {
    pub(super) keyword: Ident,
    pub(super) attrs: Vec<Attribute>,
    pub(super) cursor: &'a mut Cursor,
    pub(super) catalog: &'a mut Catalog,
    pub(super) report: &'a mut Report,
}

impl StatementParser<'_> {
    /// Parses the rest of the statement, and adds it to the catalog.
    pub(super) fn parse(self) -> Result<()> {
        let word = self.keyword.to_string();
        if let (Some(attribute), false) =
            (self.attrs.first(), matches!(&*word, "column" | "translation" | "error"))
        {
            let message = format!(
                "`{word}` cannot have attributes or doc comments: remove them, or write a `//` comment"
            );
            self.report.error(span_of(&attribute.tokens).unwrap_or_else(|| self.keyword.span()), message);
        }
        if STATEMENTS.contains(&&*word)
            && let Some(equals) = self.cursor.take_punct("=")
        {
            self.report.error(equals, format!("a statement has no `=`: write `{word} …;`"));
        }
        match word.as_str() {
            "section" => self.parse_section(),
            "column" => self.parse_column(),
            "translation" => self.parse_translation(),
            "error" => self.parse_error_type(),
            "title" => self.parse_text(Item::Title, "the title"),
            "source" => self.parse_text(Item::Source, "the source of the table"),
            "lang" => self.parse_text(Item::Lang, "the language of the messages, as in `\"zh-CN\"`"),
            "display" => {
                self.parse_text(Item::Display, "the form of printed codes, as in `\"0x{code:08x}\"`")
            }
            "baseline" => {
                self.parse_text(Item::Baseline, "the path of the baseline, as in `\"gateway.baseline\"`")
            }
            "envelope" => {
                let value = parse_list(self.cursor, parse_envelope_key)?;
                self.finish(value, Item::Envelope)
            }
            "success" => {
                let value = parse_success(self.cursor)?;
                self.finish(value, Item::Success)
            }
            "unknown" => {
                let value = self.cursor.expect_ident(
                    "the name of the row that unknown codes are read as, as in `unknown Other;`",
                )?;
                self.finish(value, Item::Unknown)
            }
            "base" => {
                let value = parse_code(self.cursor)?;
                self.finish(value, Item::Base)
            }
            "exhaustive" => self.finish((), Item::Exhaustive),
            "reserved" => {
                let value = parse_reserved(self.cursor)?;
                self.finish(value, Item::Reserved)
            }
            "shared" => {
                if self.cursor.take_keyword("symbol").is_none() {
                    self.report.push(self.cursor.error("expected `symbol`, as in `shared symbol E_BUSY;`"));
                }
                let value = parse_list(self.cursor, parse_shared_symbol)?;
                self.finish(value, Item::SharedSymbols)
            }
            _ => {
                self.cursor.at -= 1;
                let expression = self.cursor.reject_expression(self.cursor.at);
                self.cursor.at += usize::from(expression.is_none());
                let unknown = || Error::new(self.keyword.span(), unknown_statement(&word, self.cursor));
                Err(expression.unwrap_or_else(unknown))
            }
        }
    }

    fn parse_text(self, item: fn(Statement<Text>) -> Item, what: &str) -> Result<()> {
        let value = parse_text(self.cursor, what)?;
        self.finish(value, item)
    }

    /// Parses the semicolon, and keeps the statement even if the semicolon is missing.
    pub(super) fn finish<T>(self, value: T, item: fn(Statement<T>) -> Item) -> Result<()> {
        let semicolon = self.cursor.take_punct(";");
        self.catalog.items.push(item(Statement { keyword: self.keyword, value, semicolon }));
        require_semicolon(semicolon, self.cursor)
    }

    fn parse_column(self) -> Result<()> {
        let cursor = &mut *self.cursor;
        let name = cursor.expect_ident("the name of the column")?;
        cursor.expect_punct(":", "and the type of the column")?;
        let end = cursor.end_of_statement();
        let ty = cursor.take_syntax::<Type>(end).ok().filter(|_| cursor.at == end || cursor.peek_punct("="));
        let Some(ty) = ty.map(parenthesize_fragments) else {
            let message =
                format!("expected the type of column `{name}`, as in `column {name}: &'static str;`");
            return Err(Error::new(name.span(), message));
        };
        let is_translation = false;
        self.finish_column(name, is_translation, ty, end)
    }

    /// Parses the default and the semicolon of a column or a translation, whose semicolon is at the index `end`. Keeps the
    /// statement even if the semicolon is missing.
    pub(super) fn finish_column(
        self,
        name: Ident,
        is_translation: bool,
        ty: TokenStream,
        end: usize,
    ) -> Result<()> {
        let Self { keyword, attrs, cursor, catalog, report } = self;
        let mut default = None;
        if cursor.take_punct("=").is_some() {
            default = Some(parse_value(cursor, end, &name)?);
            if cursor.peek_punct(",") {
                let message = format!("the default of {keyword} `{name}` is one value: end it with `;`");
                report.push(cursor.error(&message));
                cursor.at = end;
            }
        }
        let semicolon = cursor.take_punct(";");
        let column = Column { attrs, keyword, name, is_translation, ty, default, semicolon };
        catalog.items.push(Item::Column(column));
        require_semicolon(semicolon, cursor)
    }

    fn parse_section(self) -> Result<()> {
        let Self { keyword, cursor, catalog, report, .. } = self;
        let name = cursor.expect_ident("the name of the section")?;
        let title = parse_text(cursor, "the title of the section")?;
        let mut titles = Vec::new();
        while let Some(TokenTree::Ident(word)) = cursor.peek()
            && word != "prefix"
            && word != "base"
        {
            let lang = cursor.expect_ident("a language")?;
            let text = parse_text(cursor, &format!("the title of the section in `{lang}`"))?;
            titles.push(Title { lang, text });
        }
        let prefix = match cursor.take_keyword("prefix") {
            Some(_) => Some(parse_text(cursor, "the start of the codes in the section")?),
            None => None,
        };
        let base = match cursor.take_keyword("base") {
            Some(_) => Some(parse_code(cursor)?),
            None => None,
        };
        cursor.open_fragment();
        let ranges = match cursor.peek() {
            Some(TokenTree::Group(_)) => Vec::new(),
            _ if prefix.is_some() => Vec::new(),
            _ => parse_list(cursor, parse_range)?,
        };
        let body = match cursor.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => group,
            _ => {
                let message =
                    format!("expected the rows of section `{name}`: `{{ code => Name \"message\", … }}`");
                return Err(Error::new(name.span(), message));
            }
        };
        cursor.take_punct(",");
        let section =
            Section { keyword, name, title, titles, ranges, base, prefix, braces: body.delim_span() };
        let index = catalog.push_section(section);
        parse_rows(&body, Some(index), catalog, report);
        Ok(())
    }
}

fn require_semicolon(found: Option<Span>, cursor: &Cursor) -> Result<()> {
    found.map(drop).ok_or_else(|| cursor.error("expected `;` to end the statement"))
}

/// Returns the message about a word that starts neither a row nor a statement.
fn unknown_statement(word: &str, cursor: &Cursor) -> String {
    if cursor.peek_punct("=>") || cursor.peek_punct("=") {
        return format!("a row starts with its code: `40001 => {word} \"message\"`");
    }
    if cursor.peek_punct(":") {
        return format!("the fields of a row are in braces, before the `,` that ends it: `{{ {word}: … }}`");
    }
    if word == "non_exhaustive" {
        return "a catalog is `#[non_exhaustive]` unless it declares `exhaustive;`: remove this".to_owned();
    }
    if word == "or" {
        return "`or` continues the previous row: remove the `,` before it".to_owned();
    }
    let is_name = word.starts_with(char::is_uppercase);
    if is_name && (cursor.peek_punct(",") || matches!(cursor.peek(), Some(TokenTree::Literal(_)))) {
        return format!(
            "each row needs a code, because inserting a row would change implicit codes: write `40001 => {word}`"
        );
    }
    if let Some(statement) = nearest(word, STATEMENTS) {
        return format!("there is no statement `{word}`; did you mean `{statement}`?");
    }
    let statements = STATEMENTS.map(|statement| format!("`{statement}`")).join(", ");
    format!("there is no statement `{word}`; expected a row, or one of {statements}")
}

fn parse_list<T>(cursor: &mut Cursor, parse: fn(&mut Cursor) -> Result<T>) -> Result<Vec<T>> {
    let mut items = vec![parse(cursor)?];
    while cursor.take_punct(",").is_some() {
        items.push(parse(cursor)?);
    }
    Ok(items)
}

fn parse_shared_symbol(cursor: &mut Cursor) -> Result<Symbol> {
    parse_symbol_or_text(cursor, "the symbol that several rows share")
}

fn parse_envelope_key(cursor: &mut Cursor) -> Result<EnvelopeKey> {
    const PARTS: [(&str, EnvelopePart); 4] = [
        ("code", EnvelopePart::Code),
        ("text", EnvelopePart::Text),
        ("payload", EnvelopePart::Payload),
        ("request", EnvelopePart::Request),
    ];
    let what = "`code`, `text`, `payload` or `request`";
    let keyword = cursor.expect_ident(what)?;
    let Some((word, part)) = PARTS.into_iter().find(|(word, _)| keyword == word) else {
        return Err(Error::new(keyword.span(), format!("expected {what}")));
    };
    if cursor.peek_punct("=") {
        return Err(cursor.error(&format!("the key follows without `=`: write `{word} \"…\"`")));
    }
    let mut paths = vec![parse_key_path(cursor, word)?];
    while cursor.take_keyword("or").is_some() {
        paths.push(parse_key_path(cursor, word)?);
    }
    Ok(EnvelopeKey { part, keyword, paths })
}

fn parse_key_path(cursor: &mut Cursor, word: &str) -> Result<KeyPath> {
    let mut steps = vec![parse_key_step(cursor, word)?];
    while cursor.take_punct("/").is_some() {
        steps.push(parse_key_step(cursor, word)?);
    }
    Ok(KeyPath { steps })
}

fn parse_key_step(cursor: &mut Cursor, word: &str) -> Result<KeyStep> {
    if let Some(span) = cursor.take_keyword("_") {
        return Ok(KeyStep::Any(span));
    }
    if let Some(TokenTree::Literal(literal)) = cursor.peek()
        && let Constant::Integer(index) = Constant::of(literal)
    {
        let span = literal.span();
        let index =
            index.digits.parse().map_err(|_| Error::new(span, "the index is too large for a list"))?;
        cursor.at += 1;
        return Ok(KeyStep::Index(index, span));
    }
    Ok(KeyStep::Key(parse_text(cursor, &format!("the key of the {word}"))?))
}

fn parse_reserved(cursor: &mut Cursor) -> Result<Reserved> {
    let ranges = parse_list(cursor, parse_range)?;
    let reason = match cursor.peek() {
        Some(TokenTree::Literal(_)) if !cursor.starts_row(cursor.at) => {
            Some(parse_text(cursor, "the reason")?)
        }
        _ => None,
    };
    Ok(Reserved { ranges, reason })
}

fn parse_success(cursor: &mut Cursor) -> Result<Success> {
    let mut success = Success { codes: Vec::new(), absent: Vec::new() };
    loop {
        match cursor.peek() {
            Some(TokenTree::Ident(word)) if word == "absent" => {
                success.absent.push(word.clone());
                cursor.at += 1;
            }
            _ => success.codes.push(parse_code(cursor)?),
        }
        if cursor.take_punct(",").is_none() {
            return Ok(success);
        }
    }
}

fn parse_range(cursor: &mut Cursor) -> Result<Range> {
    let start = cursor.at;
    let first = parse_code(cursor)?;
    if cursor.peek_punct("..") && !cursor.peek_punct("..=") {
        return Err(cursor.error("a range of codes includes its end: write `..=`"));
    }
    if cursor.peek_punct("-") {
        let range = format!(
            "{}..={}",
            first.tokens,
            cursor.tokens.get(cursor.at + 1).map_or_else(String::new, ToString::to_string)
        );
        return Err(cursor.error(&format!("a range of codes is written `{range}`")));
    }
    let last = if cursor.take_punct("..=").is_some() { Some(parse_code(cursor)?) } else { None };
    Ok(Range { first, last, tokens: cursor.since(start) })
}
