//! The rows of a table, and what they are made of.

use super::attributes;
use super::cursor::Cursor;
use super::fragment::kept_together;
use crate::ast::{Attribute, Catalog, Code, Field, Meaning, Name, Row, Symbol, Text, Value};
use crate::literal;
use crate::names::unraw;
use crate::report::Report;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::{Error, Result};

/// The rows of a section. Where its head could not be read, they are rows of no section.
pub(super) fn rows(body: &Group, section: Option<usize>, catalog: &mut Catalog, report: &mut Report) {
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

pub(super) fn row(
    cursor: &mut Cursor,
    attrs: Vec<Attribute>,
    section: Option<usize>,
    report: &mut Report,
) -> Result<Row> {
    let code = code(cursor)?;
    cursor.expect_punct("=>", "after the code")?;
    let mut meanings = vec![meaning(cursor, None)?];
    while let Some(or) = cursor.take_keyword("or") {
        meanings.push(meaning(cursor, Some(or))?);
    }
    let comma = cursor.take_punct(",");
    if comma.is_none() && !cursor.is_empty() {
        let error = cursor.error("expected `,` to end the row, or `or` and another meaning of the same code");
        if !cursor.at_row() {
            return Err(error);
        }
        report.push(error);
    }
    Ok(Row { attrs, code, meanings, comma, section })
}

fn meaning(cursor: &mut Cursor, or: Option<Span>) -> Result<Meaning> {
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
    let former = former(cursor);
    let symbol = symbol(cursor)?;
    let message = text(cursor, "the message")?;
    let (fields, braces) = match cursor.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let group = group.clone();
            cursor.at += 1;
            (fields(&mut Cursor::new(&group))?, Some(group.delim_span()))
        }
        _ => (Vec::new(), None),
    };
    Ok(Meaning { or, name, former, symbol, message, fields, braces })
}

/// `was Former`, once for each. Before a message, `was` is a symbol.
fn former(cursor: &mut Cursor) -> Vec<Ident> {
    let mut former = Vec::new();
    while matches!(cursor.peek(), Some(TokenTree::Ident(was)) if was == "was")
        && let Some(TokenTree::Ident(name)) = cursor.tokens.get(cursor.at + 1)
    {
        former.push(name.clone());
        cursor.at += 2;
    }
    former
}

/// A symbol is an identifier; any other is given as the field `symbol: "…"`.
pub(super) fn symbol(cursor: &mut Cursor) -> Result<Option<Symbol>> {
    match cursor.peek() {
        Some(TokenTree::Ident(ident)) => {
            let symbol = Symbol { text: unraw(ident), span: ident.span() };
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
        let value = value(tokens, &name)?;
        let comma =
            if cursor.is_empty() { None } else { Some(cursor.expect_punct(",", "before the next field")?) };
        fields.push(Field { value, key: unraw(&name), name, comma });
    }
    Ok(fields)
}

pub(super) fn value(tokens: TokenStream, of: &Ident) -> Result<Value> {
    let tokens = kept_together(tokens);
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

pub(super) fn text(cursor: &mut Cursor, what: &str) -> Result<Text> {
    if let Some(TokenTree::Literal(literal)) = cursor.peek()
        && let Some(value) = literal::read(literal)
    {
        let span = literal.span();
        cursor.at += 1;
        return Ok(Text { value, span });
    }
    Err(cursor.error(&format!("expected {what}, a string in double quotes")))
}

pub(super) fn code(cursor: &mut Cursor) -> Result<Code> {
    cursor.open_fragment();
    let start = cursor.at;
    let negative = cursor.take_punct("-").is_some();
    cursor.open_fragment();
    let Some(TokenTree::Literal(literal)) = cursor.peek() else {
        return Err(cursor.error("expected a code, a number or a string in double quotes"));
    };
    let literal = syn::Lit::new(literal.clone());
    cursor.at += 1;
    Ok(Code { negative, literal, tokens: cursor.since(start) })
}
