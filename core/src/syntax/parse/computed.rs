//! Defaults of columns that are computed from a row: `concat!("https://example.com/#", code)`. In the arguments of `concat!`
//! and `stringify!`, the words `code`, `name` and `symbol` are the texts of the row.

use super::cursor::Cursor;
use crate::syntax::ast::{Text, Value};
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};

/// The texts of a row that defaults are computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowTexts<'a> {
    /// The code as it is printed.
    pub code: &'a str,
    /// The name of the meaning.
    pub name: &'a str,
    /// The symbol of the meaning, if it has one.
    pub symbol: Option<&'a str>,
}

impl RowTexts<'_> {
    /// Texts that show how a default is computed, before there is a row.
    pub(crate) const SAMPLE: Self = Self { code: "code", name: "name", symbol: Some("symbol") };
}

/// A default with the texts of a row in it.
#[allow(missing_debug_implementations, reason = "its value is a node of the syntax tree, which has none")]
pub struct Computed {
    /// The value. It has a text if nothing is left for rustc to evaluate.
    pub value: Value,
    /// The word `symbol`, if the row has no symbol.
    pub missing_symbol: Option<Ident>,
    /// An argument of `concat!` that is another word.
    pub(crate) unknown: Option<Ident>,
}

/// Returns a default with the texts of a row. Returns `None` for a default that is the same for all rows.
pub fn compute(default: &Value, row: RowTexts<'_>) -> Option<Computed> {
    let mut substitution = Substitution { row, is_used: false, missing_symbol: None, unknown: None };
    let tokens = substitution.substitute(default.tokens.clone());
    let Substitution { is_used, missing_symbol, unknown, .. } = substitution;
    let text = tokens.clone().into_iter().next().and_then(|first| match first {
        TokenTree::Literal(literal) if tokens.clone().into_iter().nth(1).is_none() => {
            crate::syntax::literal::read(&literal)
        }
        _ => None,
    });
    is_used.then(|| Computed { value: Value { tokens, text }, missing_symbol, unknown })
}

struct Substitution<'a> {
    row: RowTexts<'a>,
    /// True if a word was replaced.
    is_used: bool,
    missing_symbol: Option<Ident>,
    unknown: Option<Ident>,
}

impl Substitution<'_> {
    /// Replaces each `concat!(…)` and `stringify!(…)` by its text. One that only rustc can evaluate stays, with the texts of
    /// the row as its arguments.
    fn substitute(&mut self, tokens: TokenStream) -> TokenStream {
        let cursor = Cursor::from_stream(tokens);
        let mut substituted = Vec::with_capacity(cursor.tokens.len());
        let mut at = 0;
        while let Some(token) = cursor.tokens.get(at) {
            if let Some(end) = cursor.builtin_at(at) {
                substituted.extend(self.call(&cursor.tokens[at..end]));
                at = end;
                continue;
            }
            substituted.push(match token {
                TokenTree::Group(group) => self.group(group, Self::substitute),
                token => token.clone(),
            });
            at += 1;
        }
        substituted.into_iter().collect()
    }

    /// Evaluates the tokens of one `concat!(…)` or `stringify!(…)`, perhaps with a path.
    fn call(&mut self, call: &[TokenTree]) -> Vec<TokenTree> {
        let [path @ .., TokenTree::Ident(name), bang, TokenTree::Group(arguments)] = call else {
            return call.to_vec();
        };
        let mut name = name.clone();
        let arguments = if name == "stringify" {
            let text = self.word_alone(arguments);
            if text.is_some() {
                name = Ident::new("concat", name.span());
            }
            text.map_or_else(|| arguments.clone().into(), |text| with_stream(arguments, text.into()))
        } else {
            self.group(arguments, Self::arguments)
        };
        let span = name.span();
        let call: Vec<TokenTree> =
            path.iter().cloned().chain([name.into(), bang.clone(), arguments]).collect();
        match Cursor::from_stream(call.iter().cloned().collect()).take_builtin() {
            Some(Ok(Text { value, .. })) => {
                let mut text = Literal::string(&value);
                text.set_span(span);
                vec![text.into()]
            }
            _ => call,
        }
    }

    fn group(&mut self, group: &Group, change: fn(&mut Self, TokenStream) -> TokenStream) -> TokenTree {
        with_stream(group, change(self, group.stream()))
    }

    /// Replaces the words among the arguments of `concat!`.
    fn arguments(&mut self, arguments: TokenStream) -> TokenStream {
        let tokens: Vec<TokenTree> = self.substitute(arguments).into_iter().collect();
        let is_end = |token: Option<&TokenTree>| match token {
            Some(TokenTree::Punct(punct)) => punct.as_char() == ',',
            Some(_) => false,
            None => true,
        };
        let is_whole =
            |at: usize| is_end(at.checked_sub(1).and_then(|at| tokens.get(at))) && is_end(tokens.get(at + 1));
        let argument = |(at, token): (usize, &TokenTree)| match token {
            TokenTree::Ident(word) if is_whole(at) => {
                self.word(word).map_or_else(|| token.clone(), TokenTree::from)
            }
            token => token.clone(),
        };
        tokens.iter().enumerate().map(argument).collect()
    }

    /// Returns the text of the only word of `stringify!`.
    fn word_alone(&mut self, arguments: &Group) -> Option<TokenTree> {
        let mut tokens = arguments.stream().into_iter();
        let (Some(TokenTree::Ident(word)), None) = (tokens.next(), tokens.next()) else { return None };
        let is_of_the_row = ["code", "name", "symbol"].iter().any(|known| word == known);
        if is_of_the_row { self.word(&word).map(TokenTree::from) } else { None }
    }

    fn word(&mut self, word: &Ident) -> Option<Literal> {
        let text = match word.to_string().as_str() {
            "code" => self.row.code,
            "name" => self.row.name,
            "symbol" => self.row.symbol.unwrap_or_else(|| {
                self.missing_symbol.get_or_insert_with(|| word.clone());
                ""
            }),
            "true" | "false" => return None,
            _ => {
                self.unknown.get_or_insert_with(|| word.clone());
                ""
            }
        };
        self.is_used = true;
        let mut literal = Literal::string(text);
        literal.set_span(word.span());
        Some(literal)
    }
}

/// Returns a group with other tokens in it.
fn with_stream(group: &Group, stream: TokenStream) -> TokenTree {
    let mut changed = Group::new(group.delimiter(), stream);
    changed.set_span(group.span());
    changed.into()
}
