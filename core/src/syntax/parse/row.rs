//! Parses rows and their parts.

use super::cursor::Cursor;
use super::error_type::parse_values;
use super::fields::parse_fields;
use super::parse_attributes;
use crate::report::Report;
use crate::syntax::ast::{Attribute, Catalog, CodeLiteral, Meaning, Name, Row, Symbol, Text};
use crate::syntax::identifier::unraw;
use crate::syntax::literal;
use crate::syntax::literal::Constant;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};
use syn::{Error, Result};

/// The error about a constant or an expression in place of a code.
pub(super) const CODE_IS_LITERAL: &str =
    "a code must be a literal, because a macro cannot evaluate constants and expressions: write the value";

/// Parses the rows of a section. `section` is `None` if the start of the section could not be parsed.
pub(super) fn parse_rows(body: &Group, section: Option<usize>, catalog: &mut Catalog, report: &mut Report) {
    let mut cursor = Cursor::from_group(body);
    while !cursor.is_empty() {
        let start = cursor.at;
        let parsed = match cursor.peek() {
            Some(TokenTree::Ident(word)) if cursor.builtin_at(start).is_none() => {
                let message = format!(
                    "`{word}` is not allowed in a section, which contains only rows: move statements before the sections"
                );
                let error = Error::new(word.span(), message);
                Err(cursor.reject_expression(start).unwrap_or(error))
            }
            _ => {
                parse_attributes(&mut cursor).and_then(|attrs| parse_row(&mut cursor, attrs, section, report))
            }
        };
        match parsed {
            Ok(mut row) => {
                let section = section.map(|section| &catalog.sections[section]);
                if let Some(prefix) = section.and_then(|section| section.prefix.as_ref()) {
                    row.code.prepend(&prefix.value);
                }
                if let Some(base) = section.and_then(|section| section.base.as_ref()) {
                    row.code.add(base);
                }
                catalog.push_row(row);
            }
            Err(error) => {
                report.push(error);
                if let Some(rows_of_section) = cursor.skip_item(start, &mut catalog.unread_names) {
                    parse_rows(&rows_of_section, None, catalog, report);
                }
            }
        }
    }
}

pub(super) fn parse_row(
    cursor: &mut Cursor,
    attrs: Vec<Attribute>,
    section: Option<usize>,
    report: &mut Report,
) -> Result<Row> {
    let start = cursor.at;
    let code = parse_code(cursor)?;
    if !cursor.peek_punct("=>") {
        return Err(missing_arrow(start, cursor));
    }
    cursor.expect_punct("=>", "after the code")?;
    let mut meanings = vec![parse_meaning(cursor, None)?];
    while let Some(or) = cursor.take_keyword("or") {
        meanings.push(parse_meaning(cursor, Some(or))?);
    }
    let comma = cursor.take_punct(",");
    if comma.is_none() && !cursor.is_empty() {
        let last = &meanings[meanings.len() - 1];
        let error = match (cursor.peek(), &last.symbol) {
            (Some(TokenTree::Ident(word)), _) if is_former(word) => misplaced_former(word.span(), &last.name),
            (Some(TokenTree::Literal(_)), Some(was)) if was.text == "was" => {
                return Err(misplaced_former(was.span, &last.name));
            }
            (Some(TokenTree::Ident(_)), _) if cursor.punct_at(cursor.at + 1, ":") => {
                cursor.error("the fields of a row are in braces: `{ help: \"…\" }`")
            }
            (Some(TokenTree::Ident(symbol)), _) if ends_meaning(cursor, cursor.at + 1) => cursor.error(
                &format!("the symbol comes before the message: `{} {symbol} \"…\"`", last.name.source()),
            ),
            _ => cursor.error("expected `,` to end the row, or `or` and another meaning of the same code"),
        };
        if !cursor.at_row() {
            return Err(error);
        }
        report.push(error);
    }
    Ok(Row { attrs, code, meanings, comma, section })
}

/// Returns whether a row or one of its meanings can end at this index.
pub(super) fn ends_meaning(cursor: &Cursor, at: usize) -> bool {
    match cursor.tokens.get(at) {
        None => true,
        Some(TokenTree::Ident(or)) => or == "or",
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
        Some(_) => cursor.punct_at(at, ","),
    }
}

fn parse_meaning(cursor: &mut Cursor, or: Option<Span>) -> Result<Meaning> {
    if or.is_some() && cursor.starts_row(cursor.at) {
        return Err(cursor.error("the code is not repeated after `or`: write the name and the message only"));
    }
    let name = match cursor.peek() {
        Some(TokenTree::Ident(ident)) if *ident == "_" => Name::Unnamed(ident.span()),
        Some(TokenTree::Ident(ident)) => Name::Given(ident.clone()),
        _ => return Err(missing_name(cursor)),
    };
    cursor.at += 1;
    let former = parse_former_names(cursor);
    let (value_braces, values) = match parse_values(cursor, &name)? {
        Some((group, values)) => (Some(group.delim_span()), values),
        None => (None, Vec::new()),
    };
    let (symbol, former_symbols) = parse_symbols(cursor)?;
    if let Some(TokenTree::Group(group)) = cursor.peek()
        && group.delimiter() == Delimiter::Brace
        && !ends_meaning(cursor, cursor.at + 1)
    {
        let name = name.source();
        let message = format!(
            "braces with values come after the name, those with fields after the message: `{name} {{ value: Type }} \"…\" {{ field: … }}`"
        );
        return Err(cursor.error(&message));
    }
    let message = if ends_meaning(cursor, cursor.at) {
        // A text after `was` is more likely the message than a former symbol.
        if let Some(TokenTree::Literal(text)) = cursor.at.checked_sub(1).and_then(|at| cursor.tokens.get(at))
        {
            let message = format!(
                "after `was`, {text} is parsed as a former symbol: write the former symbol before it"
            );
            return Err(Error::new(text.span(), message));
        }
        None
    } else if let Some(TokenTree::Ident(word)) = cursor.peek()
        && is_former(word)
    {
        return Err(misplaced_former(word.span(), &name));
    } else {
        Some(parse_text(cursor, "the message")?)
    };
    let (fields, braces) = match cursor.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let group = group.clone();
            cursor.at += 1;
            (parse_fields(&mut Cursor::from_group(&group), &name)?, Some(group.delim_span()))
        }
        _ => (Vec::new(), None),
    };
    Ok(Meaning { or, name, former, values, value_braces, symbol, former_symbols, message, fields, braces })
}

/// Returns the error about a code without `=>` after it.
fn missing_arrow(start: usize, cursor: &mut Cursor) -> Error {
    let is_range = cursor.peek_punct("..") || (cursor.peek_punct("-") && !cursor.peek_punct("->"));
    if is_range {
        return cursor.error("a row has one code: write a row for each code of the range");
    }
    if matches!(cursor.peek(), Some(TokenTree::Punct(punct)) if "+*/%<|&^".contains(punct.as_char()))
        && let Some(error) = cursor.reject_expression(start)
    {
        return error;
    }
    if let Some(code) = parse_thousands_separators(start, cursor) {
        let message = format!("numbers have no thousands separators: write `{code}`");
        return Error::new_spanned(cursor.since(start), message);
    }
    let is_text_alone = matches!(cursor.peek(), None | Some(TokenTree::Punct(_) | TokenTree::Group(_)))
        && !cursor.peek_punct(":")
        && cursor.tokens[start].to_string().starts_with('"')
        && start.checked_sub(1).is_some_and(|comma| cursor.punct_at(comma, ","));
    if is_text_alone
        && let Some(TokenTree::Ident(name)) = start.checked_sub(2).and_then(|at| cursor.tokens.get(at))
    {
        let message =
            format!("the message comes before the `,` that ends the row: `{name} {}`", cursor.tokens[start]);
        return Error::new(cursor.tokens[start].span(), message);
    }
    cursor.error("expected `=>` after the code")
}

/// Returns the code that `1,001` means, and moves the position after it. Returns `None` for other tokens.
fn parse_thousands_separators(start: usize, cursor: &mut Cursor) -> Option<String> {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut code: String = cursor.since(start).into_iter().map(|token| token.to_string()).collect();
    let mut end = cursor.at;
    while cursor.punct_at(end, ",")
        && let Some(TokenTree::Literal(group)) = cursor.tokens.get(end + 1)
        && let group = group.to_string()
        && group.len() == 3
        && is_number(&group)
    {
        code.push_str(&group);
        end += 2;
    }
    let is_code = is_number(code.trim_start_matches('-')) && cursor.punct_at(end, "=>");
    if is_code {
        cursor.at = end;
    }
    is_code.then_some(code)
}

/// Returns the error about a meaning that does not start with a name.
fn missing_name(cursor: &Cursor) -> Error {
    match (cursor.peek(), cursor.tokens.get(cursor.at + 1)) {
        (Some(TokenTree::Literal(text)), Some(TokenTree::Ident(name))) if literal::read(text).is_some() => {
            cursor.error(&format!("the name comes first, then the message: `{name} \"…\"`"))
        }
        (Some(TokenTree::Literal(number)), _)
            if number.to_string().starts_with(|c: char| c.is_ascii_digit()) =>
        {
            cursor
                .error(&format!("a name cannot begin with a digit: write a letter before `{number}`, or `_`"))
        }
        _ => cursor.error("expected the name of the variant, or `_` to have it named after the code"),
    }
}

/// Parses `was Former` as often as it occurs. Directly before a message, `was` is a symbol.
fn parse_former_names(cursor: &mut Cursor) -> Vec<Ident> {
    let mut former = Vec::new();
    while matches!(cursor.peek(), Some(TokenTree::Ident(was)) if was == "was")
        && let Some(TokenTree::Ident(name)) = cursor.tokens.get(cursor.at + 1)
    {
        former.push(name.clone());
        cursor.at += 2;
    }
    former
}

/// Returns whether the word is `was`, or `formerly`, which people write for it.
pub(super) fn is_former(word: &Ident) -> bool {
    word == "was" || word == "formerly"
}

/// Returns the error about a former name or symbol that does not follow the current one.
pub(super) fn misplaced_former(span: Span, name: &Name) -> Error {
    let message = format!(
        "a former name follows the name, and a former symbol the symbol: `{} was FormerName SYMBOL was FORMER \"…\"`",
        name.source()
    );
    Error::new(span, message)
}

/// Parses `SYMBOL was FORMER was FORMER`. `_` replaces a symbol that is missing, or that is the field `symbol`.
fn parse_symbols(cursor: &mut Cursor) -> Result<(Option<Symbol>, Vec<Symbol>)> {
    let was = |cursor: &Cursor| matches!(cursor.peek(), Some(TokenTree::Ident(was)) if was == "was");
    let underscore = cursor.take_keyword("_");
    if let (Some(span), false) = (underscore, was(cursor)) {
        let message = "`_` needs `was` after it, as in `_ was E_OLD`: remove `_`, or add the former symbol";
        return Err(Error::new(span, message));
    }
    let symbol = if underscore.is_some() { None } else { parse_symbol(cursor)? };
    let mut former = Vec::new();
    while (symbol.is_some() || underscore.is_some()) && was(cursor) {
        cursor.at += 1;
        former.push(parse_symbol_or_text(cursor, "the former symbol")?);
    }
    Ok((symbol, former))
}

/// Parses a symbol that no message can follow, so that it may be a text in quotes.
pub(super) fn parse_symbol_or_text(cursor: &mut Cursor, what: &str) -> Result<Symbol> {
    if matches!(cursor.peek(), Some(TokenTree::Literal(_))) || cursor.builtin_at(cursor.at).is_some() {
        let Text { value, span } = parse_text(cursor, what)?;
        return Ok(Symbol { text: value, span });
    }
    parse_identifier(cursor, "write a symbol that is not a Rust identifier in quotes: `\"…\"`")?
        .ok_or_else(|| cursor.error(&format!("expected {what}")))
}

/// Parses a symbol that is an identifier. Other symbols are written as the field `symbol: "…"`.
fn parse_symbol(cursor: &mut Cursor) -> Result<Option<Symbol>> {
    // Directly before a message, `or` is a symbol.
    let is_or = matches!(cursor.peek(), Some(TokenTree::Ident(word)) if word == "or");
    if is_or && matches!(cursor.tokens.get(cursor.at + 1), Some(TokenTree::Ident(_))) {
        return Ok(None);
    }
    parse_identifier(cursor, "write a symbol that is not a Rust identifier as a field: `{ symbol: \"…\" }`")
}

/// Parses an identifier as a symbol. `message` is the error about any other symbol.
fn parse_identifier(cursor: &mut Cursor, message: &str) -> Result<Option<Symbol>> {
    match cursor.peek() {
        Some(TokenTree::Ident(ident)) if cursor.builtin_at(cursor.at).is_none() => {
            let symbol = Symbol { text: unraw(ident), span: ident.span() };
            cursor.at += 1;
            if cursor.peek_punct(".") || cursor.peek_punct("-") || cursor.peek_punct(":") {
                return Err(Error::new(symbol.span, message));
            }
            Ok(Some(symbol))
        }
        _ => Ok(None),
    }
}
pub(super) fn parse_text(cursor: &mut Cursor, what: &str) -> Result<Text> {
    if let Some(text) = cursor.take_builtin() {
        return text;
    }
    if let Some(TokenTree::Literal(literal)) = cursor.peek()
        && let Some(value) = literal::read(literal)
    {
        let span = literal.span();
        cursor.at += 1;
        return Ok(Text { value, span });
    }
    if let Some(TokenTree::Literal(literal)) = cursor.peek()
        && let Some((_, suffix)) =
            literal.to_string().strip_prefix('"').and_then(|text| text.rsplit_once('"'))
        && !suffix.is_empty()
    {
        return Err(cursor.error("the text ends at the `\"` before this word: inside a text, write `\\\"`"));
    }
    Err(cursor.error(&format!("expected {what}, a string in double quotes")))
}

pub(super) fn parse_code(cursor: &mut Cursor) -> Result<CodeLiteral> {
    cursor.open_fragment();
    let start = cursor.at;
    if let Some(text) = cursor.take_builtin() {
        let literal = Constant::Text(text?.value);
        return Ok(CodeLiteral { negative: false, literal, base: 0, tokens: cursor.since(start) });
    }
    let negative = cursor.take_punct("-").is_some();
    cursor.open_fragment();
    let literal = match cursor.peek() {
        Some(TokenTree::Literal(literal)) => Constant::of(literal),
        Some(TokenTree::Ident(_)) => return Err(cursor.error(CODE_IS_LITERAL)),
        _ => return Err(cursor.error("expected a code: a number, or a string in double quotes")),
    };
    cursor.at += 1;
    Ok(CodeLiteral { negative, literal, base: 0, tokens: cursor.since(start) })
}
