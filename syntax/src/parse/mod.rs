//! Tokens → syntax, row by row: a row or statement that cannot be read is reported, skipped to its end,
//! and the next one is read.
//!
//! syn reads the header and the Rust types; rows are walked by hand, since a table may have thousands.

mod cursor;
mod fragment;
mod recovery;
mod row;
mod statement;
#[cfg(test)]
mod tests;

use crate::ast::{Attribute, Catalog};
use crate::report::Report;
use cursor::Cursor;
use fragment::opened;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Error, Result, Token};

/// Reads what stands between the braces of `error_catalog! { … }`. What cannot be read goes to `report`, and the
/// rest is read all the same; `None` where the header is too broken to name a catalog.
pub fn parse(tokens: TokenStream, report: &mut Report) -> Option<Catalog> {
    let mut table = None;
    let tokens = tokens.into_iter().map(|token| hold_back(token, &mut table)).collect();
    let mut catalog = header.parse2(opened(tokens)).map_err(|error| report.push(error)).ok()?;
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
    let braces = match input.parse()? {
        Some(TokenTree::Group(table)) if table.delimiter() == Delimiter::Brace => table.delim_span(),
        Some(other) => {
            return Err(Error::new(other.span(), "expected the table, `{ code => Name \"message\", … }`"));
        }
        None => {
            return Err(Error::new(
                name.span(),
                "expected the table after this, `{ code => Name \"message\", … }`",
            ));
        }
    };
    if !input.is_empty() {
        return Err(input.error("unexpected after the catalog; one `error_catalog!` declares one"));
    }
    Ok(Catalog {
        attrs,
        vis,
        name,
        raw,
        braces,
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
    })
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

fn attributes(cursor: &mut Cursor) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while cursor.peek_punct("#") {
        let pound = cursor.next();
        match cursor.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
                let body = opened(group.stream());
                let tokens = pound.into_iter().chain([TokenTree::Group(group)]).collect();
                attributes.push(Attribute { tokens, body });
            }
            _ => return Err(cursor.error("expected an attribute, `#[…]`")),
        }
    }
    Ok(attributes)
}
