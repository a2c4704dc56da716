//! Parses the fields of a row, and the values of fields and columns.

use super::cursor::Cursor;
use super::fragment::parenthesize_fragments;
use super::row::{is_former, misplaced_former};
use crate::syntax::ast::{Field, Name, Text, Value};
use crate::syntax::identifier::{is_usable, unraw};
use crate::syntax::literal;
use proc_macro2::{Ident, TokenTree};
use syn::{Error, Expr, Result};

pub(super) fn parse_fields(cursor: &mut Cursor, of: &Name) -> Result<Vec<Field>> {
    let mut fields = Vec::new();
    while !cursor.is_empty() {
        let name = cursor.expect_ident("the name of a field: `help`, `symbol` or a column")?;
        cursor.expect_punct(":", "and the value of the field")?;
        let start = cursor.at;
        if is_common_type(cursor, start) {
            let message = format!(
                "the values of an error come before its message: `{} {{ {name}: … }} \"…\"`",
                of.source()
            );
            return Err(Error::new(name.span(), message));
        }
        let value = parse_value(cursor, cursor.tokens.len(), &name)?;
        let end = cursor.at;
        if let Some(TokenTree::Ident(word)) = cursor.peek()
            && is_former(word)
        {
            return Err(misplaced_former(word.span(), of));
        }
        let comma =
            if cursor.is_empty() { None } else { Some(cursor.expect_punct(",", "before the next field")?) };
        if comma.is_some() && !cursor.is_empty() && !cursor.is_punct_char(cursor.at, ',') && !at_field(cursor)
        {
            return Err(unexpected_comma(&name, start, end, cursor));
        }
        fields.push(Field { value, key: unraw(&name), name, comma });
    }
    Ok(fields)
}

/// Returns whether a field starts here, possibly one without its `:`.
fn at_field(cursor: &Cursor) -> bool {
    matches!(cursor.peek(), Some(TokenTree::Ident(_)))
        && (cursor.punct_at(cursor.at + 1, ":")
            || matches!(cursor.tokens.get(cursor.at + 1), Some(TokenTree::Literal(_))))
}

/// Returns the error about a comma that no field follows. The value before it is between `start` and `end`.
fn unexpected_comma(name: &Ident, start: usize, end: usize, cursor: &Cursor) -> Error {
    let digits = |at: usize| match cursor.tokens.get(at) {
        Some(TokenTree::Literal(literal)) => {
            Some(literal.to_string()).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        }
        _ => None,
    };
    let message = match (digits(start), digits(end + 1)) {
        (Some(first), Some(group)) if start + 1 == end && group.len() == 3 => {
            format!("numbers have no thousands separators: write `{name}: {first}{group}`")
        }
        _ => {
            format!("expected the next field, `name: value`, because `{name}` takes one value")
        }
    };
    Error::new(cursor.tokens[end].span(), message)
}

/// Parses the value of the field or column `of`: one expression, which ends before the index `end`.
pub(super) fn parse_value(cursor: &mut Cursor, end: usize, of: &Ident) -> Result<Value> {
    let start = cursor.at;
    if start == end || cursor.peek_punct(",") || cursor.peek_punct(";") {
        return Err(Error::new(of.span(), format!("expected a value for `{of}`")));
    }
    // `concat!` is a text only if it is the whole value; `concat!("a", "b").len()` is left to rustc.
    if cursor.builtin_at(start).is_some_and(|after| after == end || cursor.punct_at(after, ",")) {
        if let Some(Ok(Text { value, .. })) = cursor.take_builtin() {
            return Ok(Value { tokens: cursor.since(start), text: Some(value) });
        }
        cursor.at = start;
    }
    let tokens = match plain_value(cursor, end) {
        Some(after) => {
            cursor.at = after;
            cursor.since(start)
        }
        None => parenthesize_fragments(cursor.take_syntax::<Expr>(end)?),
    };
    let mut rest = tokens.clone().into_iter();
    let text = match (rest.next(), rest.next()) {
        // If a `cfg` removed the expression, the values of later rows would move up by one.
        (Some(TokenTree::Punct(pound)), _) if pound.as_char() == '#' => {
            return Err(Error::new(
                pound.span(),
                format!("the value of `{of}` cannot have attributes: remove them"),
            ));
        }
        (Some(TokenTree::Literal(literal)), None) => literal::read(&literal),
        _ => None,
    };
    Ok(Value { tokens, text })
}

/// Returns the index after a value that is one literal or one path, such as `Retry::Never`. Most values are, and parsing them
/// with syn is slow in an unoptimized macro.
fn plain_value(cursor: &Cursor, end: usize) -> Option<usize> {
    let is_name = |at: usize| matches!(cursor.tokens.get(at), Some(TokenTree::Ident(word)) if is_usable(&word.to_string()));
    let mut at = cursor.at;
    if matches!(cursor.peek(), Some(TokenTree::Literal(_))) {
        at += 1;
    } else {
        while is_name(at) {
            at += 1;
            if !cursor.punct_at(at, "::") {
                break;
            }
            at += 2;
        }
    }
    let is_whole = at > cursor.at && (at == end || cursor.punct_at(at, ","));
    is_whole.then_some(at)
}

/// Returns whether the tokens from `start` to the next comma are a type that values of errors often have.
fn is_common_type(cursor: &Cursor, start: usize) -> bool {
    const COMMON_TYPES: [&str; 16] = [
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "isize", "str", "u8", "u16", "u32", "u64",
        "usize", "String",
    ];
    let mut end = start;
    while end < cursor.tokens.len() && !cursor.punct_at(end, ",") {
        end += 1;
    }
    let is_reference = cursor.is_punct_char(start, '&');
    match &cursor.tokens[start.min(end)..end] {
        [TokenTree::Ident(name)] => COMMON_TYPES.iter().any(|known| name == known),
        [.., TokenTree::Ident(name)] => is_reference && name == "str",
        _ => false,
    }
}
