//! Parses the statement `error` and the values of errors in rows.

use super::cursor::Cursor;
use super::fragment::parenthesize_fragments;
use super::parse_attributes;
use super::row::ends_meaning;
use super::statement::StatementParser;
use crate::syntax::ast::{ErrorType, ErrorValue, Item, Name};
use crate::syntax::identifier::is_usable;
use crate::syntax::type_source;
use proc_macro2::{Delimiter, Group, TokenTree};
use quote::ToTokens;
use syn::{Error, Result, Type};

impl StatementParser<'_> {
    /// Parses the rest of `error ShopFailure;` after its keyword.
    pub(super) fn parse_error_type(mut self) -> Result<()> {
        let name = self.cursor.expect_ident("the name of the error type, as in `error ShopFailure;`")?;
        if !is_usable(&name.to_string()) {
            let message = format!("`{name}` is a keyword of Rust and cannot name the error type");
            return Err(Error::new(name.span(), message));
        }
        let attrs = std::mem::take(&mut self.attrs);
        self.finish(ErrorType { attrs, name }, Item::ErrorType)
    }
}

/// Parses the values of a row, if a group after its name declares some: `{ asked: u32, max: u32 }`.
pub(super) fn parse_values(cursor: &mut Cursor, name: &Name) -> Result<Option<(Group, Vec<ErrorValue>)>> {
    let group = match cursor.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => group.clone(),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            let Ok(ty) = syn::parse2::<Type>(group.stream()) else { return Ok(None) };
            let ty = type_source(&ty.to_token_stream());
            let message = format!("values have names: `{} {{ name: {ty} }}`", name.source());
            return Err(cursor.error(&message));
        }
        _ => return Ok(None),
    };
    // Without a message after them, braces have the fields of the row.
    if ends_meaning(cursor, cursor.at + 1) || cursor.starts_row(cursor.at + 1) {
        return Ok(None);
    }
    let mut values = Cursor::from_group(&group);
    if is_field(&values) {
        let message = format!("the message comes before the fields: `{} \"…\" {{ … }}`", name.source());
        return Err(cursor.error(&message));
    }
    let values = parse_value_list(&mut values)?;
    cursor.at += 1;
    Ok(Some((group, values)))
}

fn parse_value_list(cursor: &mut Cursor) -> Result<Vec<ErrorValue>> {
    let mut values = Vec::new();
    while !cursor.is_empty() {
        let attrs = parse_attributes(cursor)?;
        if let Some(TokenTree::Ident(word)) = cursor.peek()
            && word == "pub"
        {
            return Err(cursor.error("values are as public as the error type: remove `pub`"));
        }
        let name = cursor.expect_ident("the name of a value, as in `{ max: u32 }`")?;
        if !is_usable(&name.to_string()) {
            let message = format!("`{name}` is a keyword of Rust and cannot name a value");
            return Err(Error::new(name.span(), message));
        }
        cursor.expect_punct(":", &format!("and the type of the value `{name}`"))?;
        let end = cursor.tokens.len();
        let Ok(ty) = cursor.take_syntax::<Type>(end) else {
            let message = format!("expected the type of the value `{name}`, as in `{name}: u32`");
            return Err(Error::new(name.span(), message));
        };
        values.push(ErrorValue { attrs, name, ty: parenthesize_fragments(ty) });
        if !cursor.is_empty() {
            cursor.expect_punct(",", "before the next value")?;
        }
    }
    Ok(values)
}

/// Returns whether the braces have fields of a row, whose values are literals or paths, and not the types of values.
fn is_field(cursor: &Cursor) -> bool {
    matches!(cursor.peek(), Some(TokenTree::Ident(_)))
        && cursor.punct_at(1, ":")
        && match cursor.tokens.get(2) {
            Some(TokenTree::Literal(_)) => true,
            Some(TokenTree::Ident(word)) => *word == "true" || *word == "false",
            _ => false,
        }
}
