//! Evaluates `concat!` and `stringify!`, with which a `macro_rules!` around the catalog composes codes and texts. Other
//! macros would have to be expanded by rustc first.

use super::cursor::Cursor;
use crate::syntax::ast::{Text, span_of};
use crate::syntax::literal::{self, Constant};
use proc_macro2::{Delimiter, Group, Span, TokenTree};
use syn::{Error, Result};

impl Cursor {
    /// Returns the index after `concat!(…)` or `stringify!(…)`, perhaps with a path such as `::core::`, if one is at `at`.
    pub(super) fn builtin_at(&self, at: usize) -> Option<usize> {
        let is_word = |at: usize, words: &[&str]| matches!(self.tokens.get(at), Some(TokenTree::Ident(word)) if words.iter().any(|known| word == known));
        let start = if self.punct_at(at, "::") { at + 2 } else { at };
        let name =
            if is_word(start, &["core", "std"]) && self.punct_at(start + 1, "::") { start + 3 } else { at };
        let is_call = is_word(name, &["concat", "stringify"])
            && self.is_punct_char(name + 1, '!')
            && matches!(self.tokens.get(name + 2), Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None);
        is_call.then_some(name + 3)
    }

    /// Takes `concat!(…)` or `stringify!(…)`, and returns its value.
    pub(super) fn take_builtin(&mut self) -> Option<Result<Text>> {
        let (start, end) = (self.at, self.builtin_at(self.at)?);
        self.at = end;
        let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(arguments))) =
            (self.tokens.get(end - 3), self.tokens.get(end - 1))
        else {
            return None;
        };
        let value = if name == "concat" { concat(arguments) } else { stringify(arguments) };
        Some(
            value.map(|value| Text {
                value,
                span: span_of(&self.since(start)).unwrap_or_else(Span::call_site),
            }),
        )
    }
}

fn concat(arguments: &Group) -> Result<String> {
    let mut cursor = Cursor::from_group(arguments);
    let mut value = String::new();
    while !cursor.is_empty() {
        cursor.open_fragment();
        if let Some(text) = cursor.take_builtin() {
            value.push_str(&text?.value);
        } else {
            if cursor.take_punct("-").is_some() {
                value.push('-');
                cursor.open_fragment();
            }
            value.push_str(&argument(&cursor)?);
            cursor.at += 1;
        }
        if !cursor.is_empty() {
            cursor.expect_punct(",", "before the next argument of `concat!`")?;
        }
    }
    Ok(value)
}

fn argument(cursor: &Cursor) -> Result<String> {
    let value = match cursor.peek() {
        Some(TokenTree::Literal(literal)) => match Constant::of(literal) {
            Constant::Text(text) => Some(text),
            Constant::Integer(integer) => Some(integer.digits),
            Constant::Other => None,
        },
        Some(TokenTree::Ident(word)) if *word == "true" || *word == "false" => Some(word.to_string()),
        _ => None,
    };
    let message = "here, `concat!` accepts only strings, integers, and nested `concat!` and `stringify!`";
    value.ok_or_else(|| cursor.error(message))
}

/// Returns the source of one token. rustc decides about the spaces between several.
fn stringify(arguments: &Group) -> Result<String> {
    let cursor = Cursor::from_group(arguments);
    match &*cursor.tokens {
        [TokenTree::Ident(name)] => Ok(name.to_string()),
        [TokenTree::Literal(literal)] if literal::read(literal).is_none() => Ok(literal.to_string()),
        _ => {
            let message = "here, `stringify!` accepts one name or number: join several with `concat!`";
            Err(Error::new(arguments.span(), message))
        }
    }
}
