//! Parses a declaration item by item. Reports a malformed item, skips it, and continues with the next one.
//!
//! syn parses the Rust parts: visibility, types, attributes and values. The table has a cursor of its own, because it may
//! have thousands of rows, and the parser reports each mistake.

mod builtin;
mod computed;
mod cursor;
mod error_type;
mod fields;
mod fragment;
mod recovery;
mod row;
mod statement;
#[cfg(test)]
mod tests;
mod translation;

use crate::report::Report;
use crate::syntax::ast::{Attribute, Catalog};
use crate::syntax::identifier::is_usable;
pub use computed::{Computed, RowTexts, compute};
use cursor::Cursor;
use fragment::ungroup;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use statement::StatementParser;
use syn::{Error, Meta, Result, Type, Visibility};

/// Parses the content of `error_catalog! { … }`. Adds errors to `report` and returns all valid items, or `None` if the
/// header is too malformed to name a catalog.
pub fn parse(tokens: TokenStream, report: &mut Report) -> Option<Catalog> {
    let (mut catalog, table) = parse_header(tokens).map_err(|error| report.push(error)).ok()?;
    parse_items(&mut Cursor::from_group(&table), &mut catalog, report);
    add_base(&mut catalog);
    Some(catalog)
}

/// Adds the base of the catalog, which may be declared after its rows, to each code that has none from its section.
fn add_base(catalog: &mut Catalog) {
    let Some(base) = catalog.statements().base.first().map(|base| base.value.clone()) else { return };
    for row in &mut catalog.rows {
        let is_composed = |section: usize| catalog.sections[section].is_composed();
        if !row.section.is_some_and(is_composed) {
            row.code.add(&base);
        }
    }
}

/// Parses the header. Returns a catalog without items, and its table.
fn parse_header(tokens: TokenStream) -> Result<(Catalog, Group)> {
    let mut header = TokenStream::new();
    for token in tokens {
        header.extend(ungroup_header(token));
    }
    let mut cursor = Cursor::from_stream(header);
    let attrs = parse_attributes(&mut cursor)?;
    // syn copies its whole input, so it gets only the tokens before the table, which may be large.
    let table = cursor.tokens.len() - usize::from(cursor.tokens.last().is_some_and(is_table));
    let no_catalog = "expected a catalog: `pub enum Name: i32 { code => Name \"message\", … }`";
    let Ok(vis) = cursor.take_syntax::<Visibility>(table.max(cursor.at)) else {
        return Err(cursor.error(no_catalog));
    };
    if cursor.take_keyword("enum").is_none() {
        return Err(cursor.error(no_catalog));
    }
    let name = cursor.expect_ident("the name of the catalog")?;
    if !is_usable(&name.to_string()) {
        let message = format!("`{name}` is a keyword of Rust and cannot name a catalog: choose another name");
        return Err(Error::new(name.span(), message));
    }
    if cursor.peek_punct("<") {
        return Err(
            cursor.error("a catalog cannot have parameters, because its tables are static: remove `<…>`")
        );
    }
    let no_type = format!("expected the type of the codes after the name: `enum {name}: i32`");
    if cursor.take_punct(":").is_none() {
        return Err(cursor.error(&no_type));
    }
    let Ok(raw) = cursor.take_syntax::<Type>(table.max(cursor.at)) else {
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
        return Err(cursor
            .error("unexpected tokens after the catalog: declare each catalog in its own `error_catalog!`"));
    }
    let catalog = Catalog {
        attrs,
        vis,
        name,
        raw,
        braces: table.delim_span(),
        items: Vec::new(),
        sections: Vec::new(),
        rows: Vec::new(),
        unread_names: Vec::new(),
    };
    Ok((catalog, table))
}

/// Removes invisible groups from a token of the header. Leaves the table as it is, because it may be large, and its
/// groups are opened one by one.
fn ungroup_header(token: TokenTree) -> TokenStream {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => TokenTree::Group(group).into(),
        token => ungroup(token.into()),
    }
}

fn is_table(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The error about a table that was copied from a page.
const PASTED_TABLE: &str = "this looks like a table copied from a page: convert it with `errcat import`";

fn parse_items(cursor: &mut Cursor, catalog: &mut Catalog, report: &mut Report) {
    while !cursor.is_empty() {
        let start = cursor.at;
        if cursor.at_pasted_table() {
            report.push(cursor.error(PASTED_TABLE));
            cursor.skip_pasted_table();
        } else if let Err(error) = parse_item(cursor, catalog, report) {
            report.push(error);
            if let Some(rows_of_section) = cursor.skip_item(start, &mut catalog.unread_names) {
                row::parse_rows(&rows_of_section, None, catalog, report);
            }
        }
    }
}

fn parse_item(cursor: &mut Cursor, catalog: &mut Catalog, report: &mut Report) -> Result<()> {
    let attrs = parse_attributes(cursor)?;
    match cursor.peek() {
        Some(TokenTree::Ident(keyword)) if cursor.builtin_at(cursor.at).is_none() => {
            let keyword = keyword.clone();
            cursor.at += 1;
            StatementParser { keyword, attrs, cursor, catalog, report }.parse()
        }
        _ => row::parse_row(cursor, attrs, None, report).map(|row| catalog.push_row(row)),
    }
}

const EXPECTED_ATTRIBUTE: &str = "expected an attribute, `#[…]`";

fn parse_attributes(cursor: &mut Cursor) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while cursor.peek_punct("#") {
        let pound = cursor.next();
        match cursor.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
                let Ok(meta) = syn::parse2::<Meta>(ungroup(group.stream())) else {
                    return Err(Error::new(group.span(), EXPECTED_ATTRIBUTE));
                };
                let tokens = pound.into_iter().chain([TokenTree::Group(group)]).collect();
                attributes.push(Attribute { tokens, meta });
            }
            _ => return Err(cursor.error(EXPECTED_ATTRIBUTE)),
        }
    }
    Ok(attributes)
}
