//! A position in the tokens of a table, with the basic operations of the parser.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Error, Result};

/// The limit of nested operators in a type or value, so that syn does not overflow the stack.
const MAX_OPERATORS: usize = 200;

/// A position in the tokens of one pair of braces.
pub(super) struct Cursor {
    pub(super) tokens: Vec<TokenTree>,
    pub(super) at: usize,
    /// The closing brace or the last token, at which errors about missing tokens point.
    end: Span,
}

impl Cursor {
    pub(super) fn from_group(group: &Group) -> Self {
        Self { end: group.span_close(), ..Self::from_stream(group.stream()) }
    }

    /// Returns a cursor at the start of tokens without braces around them.
    pub(super) fn from_stream(stream: TokenStream) -> Self {
        let mut tokens = Vec::new();
        for token in stream {
            push_unwrapped(token, &mut tokens);
        }
        let end = tokens.last().map_or_else(Span::call_site, TokenTree::span);
        Self { tokens, at: 0, end }
    }

    /// Replaces a fragment such as `$code:expr` by its tokens: `-1`, `1..=99`.
    pub(super) fn open_fragment(&mut self) {
        while let Some(TokenTree::Group(group)) = self.peek()
            && group.delimiter() == Delimiter::None
        {
            let inner: Vec<_> = group.stream().into_iter().collect();
            self.tokens.splice(self.at..=self.at, inner);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn peek(&self) -> Option<&TokenTree> {
        self.tokens.get(self.at)
    }

    pub(super) fn next(&mut self) -> Option<TokenTree> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    pub(super) fn error(&self, message: &str) -> Error {
        let span = match self.peek() {
            // Points only at the opening brace, because a table may be long.
            Some(TokenTree::Group(group)) => group.span_open(),
            Some(token) => token.span(),
            None => self.end,
        };
        Error::new(span, message)
    }

    /// Returns whether the next tokens are the operator `punct`, and not a longer one: `=` does not match `=>`.
    pub(super) fn peek_punct(&self, punct: &str) -> bool {
        self.punct_at(self.at, punct)
    }

    pub(super) fn punct_at(&self, at: usize, punct: &str) -> bool {
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

    pub(super) fn is_punct_char(&self, at: usize, expected: char) -> bool {
        matches!(self.tokens.get(at), Some(TokenTree::Punct(found)) if found.as_char() == expected)
    }

    /// Takes the operator if it comes next, and returns the span of its first character.
    pub(super) fn take_punct(&mut self, punct: &str) -> Option<Span> {
        let found = if self.peek_punct(punct) { self.peek().map(TokenTree::span) } else { None };
        if found.is_some() {
            self.at += punct.len();
        }
        found
    }

    pub(super) fn expect_punct(&mut self, punct: &str, why: &str) -> Result<Span> {
        self.take_punct(punct).ok_or_else(|| self.error(&format!("expected `{punct}` {why}")))
    }

    pub(super) fn expect_ident(&mut self, what: &str) -> Result<Ident> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) => {
                let ident = ident.clone();
                self.at += 1;
                Ok(ident)
            }
            _ => Err(self.error(&format!("expected {what}"))),
        }
    }

    pub(super) fn take_keyword(&mut self, word: &str) -> Option<Span> {
        let found = match self.peek() {
            Some(TokenTree::Ident(ident)) if ident == word => Some(ident.span()),
            _ => None,
        };
        self.at += usize::from(found.is_some());
        found
    }

    /// Parses a `T`, which ends before the index `end`, and returns its tokens.
    pub(super) fn take_syntax<T: Parse>(&mut self, end: usize) -> Result<TokenStream> {
        let start = self.at;
        // syn parses each of these within the one before, and a thousand would overflow the stack.
        let nests =
            |token: &&TokenTree| matches!(token, TokenTree::Punct(mark) if "<&*-!|".contains(mark.as_char()));
        if let Some(token) = self.tokens[start..end].iter().filter(nests).nth(MAX_OPERATORS) {
            return Err(Error::new(
                token.span(),
                "too many nested operators: declare a part of this as a constant or a type alias",
            ));
        }
        let end_span = self.tokens.get(end).map_or(self.end, TokenTree::span);
        let parser = |input: ParseStream<'_>| {
            // If the input ends too early, syn's error points at the whole macro.
            let at_end = |error: Error| if input.is_empty() { Error::new(end_span, error) } else { error };
            input.parse::<T>().map_err(at_end)?;
            input.parse::<TokenStream>()
        };
        let rest = parser.parse2(self.tokens[start..end].iter().cloned().collect())?;
        self.at = end - rest.into_iter().count();
        Ok(self.since(start))
    }

    pub(super) fn take_until(&mut self, end: impl Fn(&Self) -> bool) -> TokenStream {
        let start = self.at;
        while !self.is_empty() && !end(self) {
            self.at += 1;
        }
        self.since(start)
    }

    pub(super) fn since(&self, start: usize) -> TokenStream {
        self.tokens[start..self.at].iter().cloned().collect()
    }
}

/// Replaces a fragment of one token by that token. The parser opens larger fragments when it expects a code.
fn push_unwrapped(token: TokenTree, tokens: &mut Vec<TokenTree>) {
    if let TokenTree::Group(group) = &token
        && group.delimiter() == Delimiter::None
    {
        let mut inner = group.stream().into_iter();
        match (inner.next(), inner.next()) {
            (None, _) => return,
            (Some(only), None) => return push_unwrapped(only, tokens),
            _ => {}
        }
    }
    tokens.push(token);
}
