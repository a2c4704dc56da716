//! Tokens → syntax, row by row: a row or statement that cannot be read is reported, skipped to its end,
//! and the next one is read.
//!
//! All of it is walked by hand: rows since a table may have thousands, and types since syn's are slow to build.

mod cursor;
mod fragment;
mod recovery;
mod row;
mod statement;
#[cfg(test)]
mod tests;
mod types;

use crate::report::{Error, Report, Result};
use crate::syntax::ast::{Attribute, Catalog};
use crate::syntax::names::is_usable;
use cursor::Cursor;
use fragment::opened;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Reads what stands between the braces of `error_catalog! { … }`. What cannot be read goes to `report`, and the
/// rest is read all the same; `None` where the header is too broken to name a catalog.
pub fn parse(tokens: TokenStream, report: &mut Report) -> Option<Catalog> {
    let (mut catalog, table) = header(tokens).map_err(|error| report.push(error)).ok()?;
    items(&mut Cursor::new(&table), &mut catalog, report);
    Some(catalog)
}

/// What is declared, without its rows, and its table.
fn header(tokens: TokenStream) -> Result<(Catalog, Group)> {
    let mut written = TokenStream::new();
    for token in tokens {
        written.extend(opened_but_a_table(token));
    }
    let mut cursor = Cursor::of(written);
    let attrs = attributes(&mut cursor)?;
    let vis = visibility(&mut cursor);
    if cursor.take_keyword("enum").is_none() {
        return Err(cursor.error("expected a catalog: `pub enum Name: i32 { code => Name \"message\", … }`"));
    }
    let name = cursor.ident("the name of the catalog")?;
    if !is_usable(&name.to_string()) {
        let message = format!("`{name}` is a keyword of Rust and cannot name a catalog: choose another name");
        return Err(Error::new(name.span(), message));
    }
    let no_type = format!("expected the type of the codes after the name: `enum {name}: i32`");
    if cursor.take_punct(":").is_none() {
        return Err(cursor.error(&no_type));
    }
    let start = cursor.at;
    let Some(raw) = cursor.take_type() else {
        cursor.at = start;
        return Err(cursor.error(&no_type));
    };
    let table = match cursor.peek() {
        Some(TokenTree::Group(table)) if table.delimiter() == Delimiter::Brace => table.clone(),
        Some(_) => return Err(cursor.error("expected the table, `{ code => Name \"message\", … }`")),
        None => {
            return Err(cursor.error("expected the table after this, `{ code => Name \"message\", … }`"));
        }
    };
    cursor.at += 1;
    if !cursor.is_empty() {
        return Err(cursor.error("unexpected after the catalog; one `error_catalog!` declares one"));
    }
    let catalog = Catalog {
        attrs,
        vis,
        name,
        raw,
        braces: table.delim_span(),
        title: Vec::new(),
        source: Vec::new(),
        lang: Vec::new(),
        baseline: Vec::new(),
        envelope: Vec::new(),
        success: Vec::new(),
        exhaustive: Vec::new(),
        reserved: Vec::new(),
        shared_symbols: Vec::new(),
        columns: Vec::new(),
        sections: Vec::new(),
        rows: Vec::new(),
        unread_names: Vec::new(),
    };
    Ok((catalog, table))
}

/// A token of the header without invisible groups, or the table, whose tokens are many and are opened one by one.
fn opened_but_a_table(token: TokenTree) -> TokenStream {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => TokenTree::Group(group).into(),
        token => opened(token.into()),
    }
}

/// `pub`, `pub(crate)`, `pub(in a::b)`, or nothing.
fn visibility(cursor: &mut Cursor) -> TokenStream {
    let start = cursor.at;
    if cursor.take_keyword("pub").is_some()
        && let Some(TokenTree::Group(group)) = cursor.peek()
        && group.delimiter() == Delimiter::Parenthesis
        && is_scope(&mut Cursor::new(group))
    {
        cursor.at += 1;
    }
    cursor.since(start)
}

/// What stands behind `pub` in parentheses.
fn is_scope(cursor: &mut Cursor) -> bool {
    let is_named = if cursor.take_keyword("in").is_some() {
        cursor.take_simple_path()
    } else {
        ["crate", "self", "super"].iter().any(|scope| cursor.take_keyword(scope).is_some())
    };
    is_named && cursor.is_empty()
}

/// What to say of a page's table in place of a declaration.
const PASTED: &str = "this is a table as a page has it: `errcat import` makes the declaration of it";

fn items(cursor: &mut Cursor, catalog: &mut Catalog, report: &mut Report) {
    while !cursor.is_empty() {
        let start = cursor.at;
        if cursor.at_pasted_table() {
            report.push(cursor.error(PASTED));
            cursor.skip_pasted_table();
        } else if let Err(error) = item(cursor, catalog, report) {
            report.push(error);
            if let Some(rows_of_section) = cursor.skip_item(start, &mut catalog.unread_names) {
                row::rows(&rows_of_section, None, catalog, report);
            }
        }
    }
}

fn item(cursor: &mut Cursor, catalog: &mut Catalog, report: &mut Report) -> Result<()> {
    let attrs = attributes(cursor)?;
    match cursor.peek() {
        Some(TokenTree::Ident(keyword)) => {
            let keyword = keyword.clone();
            cursor.at += 1;
            statement::statement(keyword, attrs, cursor, catalog, report)
        }
        _ => row::row(cursor, attrs, None, report).map(|row| catalog.rows.push(row)),
    }
}

const NO_ATTRIBUTE: &str = "expected an attribute, `#[…]`";

fn attributes(cursor: &mut Cursor) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while cursor.peek_punct("#") {
        let pound = cursor.next();
        match cursor.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
                let body = opened(group.stream());
                if !is_attribute(&mut Cursor::of(body.clone())) {
                    return Err(Error::new(group.span(), NO_ATTRIBUTE));
                }
                let tokens = pound.into_iter().chain([TokenTree::Group(group)]).collect();
                attributes.push(Attribute { tokens, body });
            }
            _ => return Err(cursor.error(NO_ATTRIBUTE)),
        }
    }
    Ok(attributes)
}

/// `path`, `path(…)`, `unsafe(…)` or `path = value`, whose value is rustc's to read.
fn is_attribute(body: &mut Cursor) -> bool {
    let is_named = body.take_keyword("unsafe").is_some() || body.take_simple_path();
    if body.take_punct("=").is_some() {
        return is_named && !body.is_empty();
    }
    if let Some(TokenTree::Group(_)) = body.peek() {
        body.at += 1;
    }
    is_named && body.is_empty()
}
