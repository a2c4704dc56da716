//! Tokens → syntax, row by row: a row or statement that cannot be read is reported, skipped to its end,
//! and the next one is read.
//!
//! syn reads the header and the Rust types; rows are walked by hand, since a table may have thousands.

use crate::ast::{
    Attribute, Catalog, Code, Column, Field, Meaning, Name, Range, Row, Section, Statement, Symbol, Text,
    Value, span_of, unraw,
};
use crate::literal;
use crate::nearest::nearest;
use crate::report::Report;
use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Error, Result, Token};

/// Reads `{ $crate } { … }`. `None` where the header is too broken to name a catalog.
pub(crate) fn catalog(input: TokenStream, report: &mut Report) -> Option<Catalog> {
    let mut tokens = input.into_iter();
    let (Some(TokenTree::Group(runtime)), Some(TokenTree::Group(written))) = (tokens.next(), tokens.next())
    else {
        report.error(Span::call_site(), "use `error_catalog!`, which passes the path of its crate on");
        return None;
    };
    let mut table = None;
    let tokens = written.stream().into_iter().map(|token| hold_back(token, &mut table)).collect();
    let header = header.parse2(tokens).map_err(|error| report.push(error)).ok()?;
    let mut catalog = Catalog { runtime: runtime.stream(), ..header };
    items(&mut Cursor::new(&table?), &mut catalog, report);
    Some(catalog)
}

/// Empties the first braces, which are the table's, and keeps them in `table`: syn copies whatever it is given, and
/// reads nothing but the header.
fn hold_back(token: TokenTree, table: &mut Option<Group>) -> TokenTree {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && table.is_none() => {
            let mut emptied = Group::new(Delimiter::Brace, TokenStream::new());
            emptied.set_span(group.span_open());
            *table = Some(group);
            emptied.into()
        }
        token => token,
    }
}

fn header(input: ParseStream<'_>) -> Result<Catalog> {
    let attrs = input.call(syn::Attribute::parse_outer)?;
    let vis = input.parse()?;
    if !input.peek(Token![enum]) {
        return Err(input.error("expected a catalog: `pub enum Name: i32 { code => Name \"message\", … }`"));
    }
    input.parse::<Token![enum]>()?;
    let name: Ident = input.parse()?;
    if !input.peek(Token![:]) {
        let message = format!("expected the type of the codes after the name: `enum {name}: i32`");
        return Err(Error::new(if input.is_empty() { name.span() } else { input.span() }, message));
    }
    input.parse::<Token![:]>()?;
    let raw = input.parse()?;
    match input.parse()? {
        Some(TokenTree::Group(table)) if table.delimiter() == Delimiter::Brace => {}
        Some(other) => {
            return Err(Error::new(other.span(), "expected the table, `{ code => Name \"message\", … }`"));
        }
        None => {
            return Err(Error::new(
                name.span(),
                "expected the table after this, `{ code => Name \"message\", … }`",
            ));
        }
    }
    if !input.is_empty() {
        return Err(input.error("unexpected after the catalog; one `error_catalog!` declares one"));
    }
    Ok(Catalog {
        runtime: TokenStream::new(),
        attrs,
        vis,
        name,
        raw,
        title: Vec::new(),
        source: Vec::new(),
        lang: Vec::new(),
        success: Vec::new(),
        exhaustive: Vec::new(),
        reserved: Vec::new(),
        shared_symbols: Vec::new(),
        columns: Vec::new(),
        sections: Vec::new(),
        rows: Vec::new(),
        unread_names: Vec::new(),
    })
}

const STATEMENTS: [&str; 9] =
    ["title", "source", "lang", "success", "reserved", "shared", "column", "section", "exhaustive"];

fn items(cursor: &mut Cursor, catalog: &mut Catalog, report: &mut Report) {
    while !cursor.is_empty() {
        let start = cursor.at;
        if let Err(error) = item(cursor, catalog, report) {
            report.push(error);
            if let Some(rows_of_section) = cursor.skip_item(start, &mut catalog.unread_names) {
                rows(&rows_of_section, None, catalog, report);
            }
        }
    }
}

fn item(cursor: &mut Cursor, catalog: &mut Catalog, report: &mut Report) -> Result<()> {
    let attrs = attributes(cursor)?;
    let keyword = match cursor.peek() {
        Some(TokenTree::Ident(keyword)) => keyword.clone(),
        _ => return row(cursor, attrs, None, report).map(|row| catalog.rows.push(row)),
    };
    let word = keyword.to_string();
    if let (Some(attribute), false) = (attrs.first(), word == "column") {
        let message =
            "attributes and doc comments go on rows and columns: remove it, or write a `//` comment";
        report.error(span_of(&attribute.tokens).unwrap_or_else(|| keyword.span()), message);
    }
    cursor.at += 1;
    match word.as_str() {
        "section" => return section(cursor, catalog, report),
        "column" => catalog.columns.push(column(cursor, attrs)?),
        "title" => catalog.title.push(Statement { keyword, value: text(cursor, "the title")? }),
        "source" => {
            let value = text(cursor, "where the table is from")?;
            catalog.source.push(Statement { keyword, value });
        }
        "lang" => {
            let value = text(cursor, "the language of the messages, as in `\"zh-CN\"`")?;
            catalog.lang.push(Statement { keyword, value });
        }
        "success" => catalog.success.push(Statement { keyword, value: list(cursor, code)? }),
        "exhaustive" => catalog.exhaustive.push(Statement { keyword, value: () }),
        "reserved" => catalog.reserved.extend(list(cursor, range)?),
        "shared" => {
            if !cursor.take_keyword("symbol") {
                report.push(cursor.error("expected `symbol`, as in `shared symbol E_BUSY;`"));
            }
            catalog.shared_symbols.extend(list(cursor, shared_symbol)?);
        }
        _ => return Err(Error::new(keyword.span(), no_statement(&word, cursor))),
    }
    cursor.expect_punct(";", "to end the statement")
}

/// What to say of a word that begins neither a row nor a statement.
fn no_statement(word: &str, cursor: &Cursor) -> String {
    if cursor.peek_punct("=>") || cursor.peek_punct("=") {
        return format!("a row starts with its code: `40001 => {word} \"message\"`");
    }
    if word == "or" {
        return "`or` goes on with the row before: remove the `,` that ends it".to_owned();
    }
    if let Some(statement) = nearest(word, STATEMENTS) {
        return format!("there is no statement `{word}`; did you mean `{statement}`?");
    }
    let statements = STATEMENTS.map(|statement| format!("`{statement}`")).join(", ");
    format!("there is no statement `{word}`; expected a row, or one of {statements}")
}

fn list<T>(cursor: &mut Cursor, parse: fn(&mut Cursor) -> Result<T>) -> Result<Vec<T>> {
    let mut items = vec![parse(cursor)?];
    while cursor.take_punct(",") {
        items.push(parse(cursor)?);
    }
    Ok(items)
}

fn shared_symbol(cursor: &mut Cursor) -> Result<Symbol> {
    if matches!(cursor.peek(), Some(TokenTree::Literal(_))) {
        let Text { value, span } = text(cursor, "a symbol")?;
        return Ok(Symbol { text: value, span });
    }
    symbol(cursor)?.ok_or_else(|| cursor.error("expected the symbol that several rows share"))
}

fn column(cursor: &mut Cursor, attrs: Vec<Attribute>) -> Result<Column> {
    let attrs = attrs.into_iter().map(|attribute| attribute.tokens).collect();
    let name = cursor.ident("the name of the column")?;
    cursor.expect_punct(":", "and the type of the column")?;
    let ty = cursor.take_until(|cursor| cursor.peek_punct("=") || cursor.at_end_of_statement());
    let ty = syn::parse2(ty).map_err(|_| {
        let message = format!("expected the type of column `{name}`, as in `column {name}: &'static str;`");
        Error::new(name.span(), message)
    })?;
    let default = if cursor.take_punct("=") {
        let tokens = cursor.take_until(Cursor::at_end_of_statement);
        Some(value(tokens, &name)?)
    } else {
        None
    };
    Ok(Column { attrs, name, ty, default })
}

fn section(cursor: &mut Cursor, catalog: &mut Catalog, report: &mut Report) -> Result<()> {
    let name = cursor.ident("the name of the section")?;
    let title = text(cursor, "the title of the section")?;
    let range = match cursor.peek() {
        Some(TokenTree::Group(_)) => None,
        _ => Some(range(cursor)?),
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
    catalog.sections.push(Section { name, title, range });
    let index = catalog.sections.len() - 1;
    rows(&body, Some(index), catalog, report);
    Ok(())
}

/// The rows of a section. Where its head could not be read, they are rows of no section.
fn rows(body: &Group, section: Option<usize>, catalog: &mut Catalog, report: &mut Report) {
    let mut cursor = Cursor::new(body);
    while !cursor.is_empty() {
        let start = cursor.at;
        let parsed = match cursor.peek() {
            Some(TokenTree::Ident(word)) => {
                let message = format!("`{word}` does not go in a section, which holds rows and nothing else");
                Err(Error::new(word.span(), message))
            }
            _ => attributes(&mut cursor).and_then(|attrs| row(&mut cursor, attrs, section, report)),
        };
        match parsed {
            Ok(row) => catalog.rows.push(row),
            Err(error) => {
                report.push(error);
                if let Some(rows_of_section) = cursor.skip_item(start, &mut catalog.unread_names) {
                    rows(&rows_of_section, None, catalog, report);
                }
            }
        }
    }
}

fn row(
    cursor: &mut Cursor,
    attrs: Vec<Attribute>,
    section: Option<usize>,
    report: &mut Report,
) -> Result<Row> {
    let code = code(cursor)?;
    cursor.expect_punct("=>", "after the code")?;
    let mut meanings = vec![meaning(cursor)?];
    while cursor.take_keyword("or") {
        meanings.push(meaning(cursor)?);
    }
    if !cursor.is_empty() && !cursor.take_punct(",") {
        let error = cursor.error("expected `,` to end the row, or `or` and another meaning of the same code");
        if !cursor.at_row() {
            return Err(error);
        }
        report.push(error);
    }
    Ok(Row { attrs, code, meanings, section })
}

fn attributes(cursor: &mut Cursor) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while cursor.peek_punct("#") {
        let pound = cursor.next();
        match cursor.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
                let body = group.stream();
                let tokens = pound.into_iter().chain([TokenTree::Group(group)]).collect();
                attributes.push(Attribute { tokens, body });
            }
            _ => return Err(cursor.error("expected an attribute, `#[…]`")),
        }
    }
    Ok(attributes)
}

fn meaning(cursor: &mut Cursor) -> Result<Meaning> {
    let name = match cursor.peek() {
        Some(TokenTree::Ident(ident)) if *ident == "_" => Name::Unnamed(ident.span()),
        Some(TokenTree::Ident(ident)) => Name::Given(ident.clone()),
        _ => {
            return Err(
                cursor.error("expected the name of the variant, or `_` to have it named after the code")
            );
        }
    };
    cursor.at += 1;
    let symbol = symbol(cursor)?;
    let message = text(cursor, "the message")?;
    let fields = match cursor.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let group = group.clone();
            cursor.at += 1;
            fields(&mut Cursor::new(&group))?
        }
        _ => Vec::new(),
    };
    Ok(Meaning { name, symbol, message, fields })
}

/// A symbol is an identifier; any other is given as the field `symbol: "…"`.
fn symbol(cursor: &mut Cursor) -> Result<Option<Symbol>> {
    match cursor.peek() {
        Some(TokenTree::Ident(ident)) => {
            let symbol = Symbol { text: ident.to_string(), span: ident.span() };
            cursor.at += 1;
            if cursor.peek_punct(".") || cursor.peek_punct("-") || cursor.peek_punct(":") {
                let message = "a symbol that is no Rust identifier is given as a field, `{ symbol: \"…\" }`";
                return Err(Error::new(symbol.span, message));
            }
            Ok(Some(symbol))
        }
        _ => Ok(None),
    }
}

fn fields(cursor: &mut Cursor) -> Result<Vec<Field>> {
    let mut fields = Vec::new();
    while !cursor.is_empty() {
        let name = cursor.ident("the name of a field: `help`, `symbol` or a column")?;
        cursor.expect_punct(":", "and the value of the field")?;
        let tokens = cursor.take_until(Cursor::at_end_of_field);
        fields.push(Field { value: value(tokens, &name)?, key: unraw(&name), name });
        if !cursor.is_empty() {
            cursor.expect_punct(",", "before the next field")?;
        }
    }
    Ok(fields)
}

fn value(tokens: TokenStream, of: &Ident) -> Result<Value> {
    if tokens.is_empty() {
        return Err(Error::new(of.span(), format!("expected a value for `{of}`")));
    }
    let mut rest = tokens.clone().into_iter();
    let text = match (rest.next(), rest.next()) {
        (Some(TokenTree::Literal(literal)), None) => literal::read(&literal),
        _ => None,
    };
    Ok(Value { tokens, text })
}

fn text(cursor: &mut Cursor, what: &str) -> Result<Text> {
    if let Some(TokenTree::Literal(literal)) = cursor.peek()
        && let Some(value) = literal::read(literal)
    {
        let span = literal.span();
        cursor.at += 1;
        return Ok(Text { value, span });
    }
    Err(cursor.error(&format!("expected {what}, a string in double quotes")))
}

fn code(cursor: &mut Cursor) -> Result<Code> {
    let start = cursor.at;
    let negative = cursor.take_punct("-");
    let Some(TokenTree::Literal(literal)) = cursor.peek() else {
        return Err(cursor.error("expected a code, a number or a string in double quotes"));
    };
    let literal = syn::Lit::new(literal.clone());
    cursor.at += 1;
    Ok(Code { negative, literal, tokens: cursor.since(start) })
}

fn range(cursor: &mut Cursor) -> Result<Range> {
    let start = cursor.at;
    let first = code(cursor)?;
    if cursor.peek_punct("..") && !cursor.peek_punct("..=") {
        return Err(cursor.error("a range of codes includes its end: write `..=`"));
    }
    let last = if cursor.take_punct("..=") { Some(code(cursor)?) } else { None };
    Ok(Range { first, last, tokens: cursor.since(start) })
}

/// A position in the tokens of one pair of braces.
struct Cursor {
    tokens: Vec<TokenTree>,
    at: usize,
    /// The closing brace, where "something is missing" points.
    end: Span,
}

impl Cursor {
    fn new(group: &Group) -> Self {
        let mut tokens = Vec::new();
        for token in group.stream() {
            push_unwrapped(token, &mut tokens);
        }
        Self { tokens, at: 0, end: group.span_close() }
    }

    fn is_empty(&self) -> bool {
        self.at >= self.tokens.len()
    }

    fn peek(&self) -> Option<&TokenTree> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<TokenTree> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn error(&self, message: &str) -> Error {
        Error::new(self.peek().map_or(self.end, TokenTree::span), message)
    }

    /// Whether the next tokens spell `punct`. A longer operator does not count: `=` is not the start of `=>`.
    fn peek_punct(&self, punct: &str) -> bool {
        self.punct_at(self.at, punct)
    }

    fn punct_at(&self, at: usize, punct: &str) -> bool {
        let mut spacing = Spacing::Alone;
        punct.chars().enumerate().all(|(offset, expected)| match self.tokens.get(at + offset) {
            Some(TokenTree::Punct(found)) if found.as_char() == expected => {
                let joined = offset == 0 || spacing == Spacing::Joint;
                spacing = found.spacing();
                joined
            }
            _ => false,
        }) && !(punct == "=" && self.is_punct_char(at + 1, '>') && spacing == Spacing::Joint)
            && !(punct == ":" && self.is_punct_char(at + 1, ':') && spacing == Spacing::Joint)
    }

    fn is_punct_char(&self, at: usize, expected: char) -> bool {
        matches!(self.tokens.get(at), Some(TokenTree::Punct(found)) if found.as_char() == expected)
    }

    fn take_punct(&mut self, punct: &str) -> bool {
        let found = self.peek_punct(punct);
        if found {
            self.at += punct.len();
        }
        found
    }

    fn expect_punct(&mut self, punct: &str, why: &str) -> Result<()> {
        if self.take_punct(punct) { Ok(()) } else { Err(self.error(&format!("expected `{punct}` {why}"))) }
    }

    fn ident(&mut self, what: &str) -> Result<Ident> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) => {
                let ident = ident.clone();
                self.at += 1;
                Ok(ident)
            }
            _ => Err(self.error(&format!("expected {what}"))),
        }
    }

    fn take_keyword(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(TokenTree::Ident(ident)) if ident == word);
        if found {
            self.at += 1;
        }
        found
    }

    fn take_until(&mut self, end: impl Fn(&Self) -> bool) -> TokenStream {
        let start = self.at;
        while !self.is_empty() && !end(self) {
            self.at += 1;
        }
        self.since(start)
    }

    fn since(&self, start: usize) -> TokenStream {
        self.tokens[start..self.at].iter().cloned().collect()
    }

    /// At the comma before `name:`, or at a trailing one; where the comma is missing, at the `name:`. A comma inside
    /// a value (`Pair::<A, B>::NEW`) is neither.
    fn at_end_of_field(&self) -> bool {
        let starts_field = |at: usize| {
            matches!(self.tokens.get(at), Some(TokenTree::Ident(_))) && self.punct_at(at + 1, ":")
        };
        let follows_operand = self.at > 0 && !matches!(self.tokens[self.at - 1], TokenTree::Punct(_));
        if self.peek_punct(",") {
            let next = self.at + 1;
            return next >= self.tokens.len() || starts_field(next) || self.punct_at(next, ",");
        }
        self.peek_punct(";") || follows_operand && starts_field(self.at)
    }

    /// At the `;`, or where it is missing, at the row or statement that follows.
    fn at_end_of_statement(&self) -> bool {
        let starts_statement = match (self.peek(), self.tokens.get(self.at + 1)) {
            (Some(TokenTree::Ident(word)), Some(TokenTree::Ident(_) | TokenTree::Literal(_))) => {
                STATEMENTS.iter().any(|statement| word == statement)
            }
            _ => false,
        };
        self.peek_punct(";") || starts_statement || self.starts_row(self.at)
    }

    fn at_row(&self) -> bool {
        matches!(self.peek(), Some(TokenTree::Literal(_))) || self.peek_punct("-") || self.peek_punct("#")
    }

    /// Past the `,` or `;` that ends the item which began at `start`, or before the row that follows it. What looks
    /// like the name of a variant on the way is kept. A group with rows in it also ends the item, and is returned.
    fn skip_item(&mut self, start: usize, names: &mut Vec<Ident>) -> Option<Group> {
        let failed_at = self.at;
        self.at = start;
        let mut name = None;
        let mut rows = None;
        let is_row = self.at_row();
        while let Some(token) = self.peek() {
            if self.at > start && self.at >= failed_at && self.starts_row(self.at) {
                break;
            }
            let ends_item = match token {
                TokenTree::Punct(punct) => matches!(punct.as_char(), ',' | ';'),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && holds_rows(group) => {
                    rows = Some(group.clone());
                    true
                }
                TokenTree::Ident(ident) if is_row && name.is_none() => {
                    name = Some(ident.clone());
                    false
                }
                _ => false,
            };
            self.at += 1;
            if ends_item && self.at > failed_at {
                break;
            }
        }
        names.extend(name);
        rows
    }

    /// Whether `code =>` stands at `at`.
    fn starts_row(&self, at: usize) -> bool {
        let literal = if self.is_punct_char(at, '-') { at + 1 } else { at };
        matches!(self.tokens.get(literal), Some(TokenTree::Literal(_))) && self.punct_at(literal + 1, "=>")
    }
}

/// Whether the group is the table of a section, and not the fields of a row.
fn holds_rows(group: &Group) -> bool {
    let cursor = Cursor::new(group);
    (0..cursor.tokens.len()).any(|at| cursor.starts_row(at))
}

/// Tokens that a `macro_rules!` fragment passes on (`$code:literal`) arrive in invisible groups, a token or
/// two each. Larger ones are expressions and stay whole.
fn push_unwrapped(token: TokenTree, tokens: &mut Vec<TokenTree>) {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let inner: Vec<_> = group.stream().into_iter().collect();
            if inner.len() <= 2 {
                for token in inner {
                    push_unwrapped(token, tokens);
                }
            } else {
                tokens.push(TokenTree::Group(group));
            }
        }
        token => tokens.push(token),
    }
}
