//! Where a type ends, and whether it is one. rustc reads types itself; what is no type is refused here all the same,
//! since an expansion with it would not parse, and the enum be lost with it. syn could tell, but its types come with its
//! expressions and items, which are two thirds of it, and compiled in the first build of every user.

use super::attributes;
use super::cursor::Cursor;
use crate::syntax::literal;
use crate::syntax::names::is_identifier;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Whether the tokens are a type. The length of an array, a block and what a macro is given are rustc's to read.
pub(super) fn is_type(tokens: TokenStream) -> bool {
    let mut cursor = Cursor::of(tokens);
    cursor.ty(Plus::Taken).is_some() && cursor.is_empty()
}

/// Whether a type takes the `+` behind it: `&A + B` is none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plus {
    Taken,
    Left,
}

/// What was read.
#[derive(PartialEq, Eq)]
enum Kind {
    /// `A` or `A<B>`, which can be the name in `Iterator<Item = u8>`.
    Name,
    Other,
}

impl Cursor {
    /// Reads a type; `None` where there is none.
    pub(super) fn take_type(&mut self) -> Option<TokenStream> {
        let start = self.at;
        self.ty(Plus::Taken)?;
        Some(self.since(start))
    }

    fn ty(&mut self, plus: Plus) -> Option<Kind> {
        if self.pointers()? {
            return self.but_pointers(Plus::Left).map(|_| Kind::Other);
        }
        self.but_pointers(plus)
    }

    fn but_pointers(&mut self, plus: Plus) -> Option<Kind> {
        if let Some(TokenTree::Group(group)) = self.peek() {
            return match group.delimiter() {
                Delimiter::Parenthesis => self.parenthesized(plus),
                Delimiter::Bracket => self.array(),
                Delimiter::Brace | Delimiter::None => None,
            };
        }
        if self.take_keyword("_").is_some() || self.take_punct("!").is_some() {
            return Some(Kind::Other);
        }
        if self.take_keyword("dyn").is_some() || self.take_keyword("impl").is_some() {
            return self.bounds(plus);
        }
        if self.at_lifetime(self.at) {
            return self.bounds(Plus::Taken);
        }
        if self.take_punct("<").is_some() {
            return self.associated();
        }
        let is_bound = self.binder()?;
        if self.at_keyword("unsafe") || self.at_keyword("extern") || self.at_keyword("fn") {
            return self.function();
        }
        self.named(plus, is_bound)
    }

    /// `&'a mut *const`; whether there is any.
    fn pointers(&mut self) -> Option<bool> {
        let start = self.at;
        loop {
            if self.take_punct("&").is_some() {
                self.take_lifetime();
                self.take_keyword("mut");
            } else if self.take_punct("*").is_some() {
                self.take_keyword("const").or_else(|| self.take_keyword("mut"))?;
            } else {
                return Some(self.at > start);
            }
        }
    }

    /// `(A, B)`, `(A)`, and `(A) + B`.
    fn parenthesized(&mut self, plus: Plus) -> Option<Kind> {
        if plus == Plus::Taken && self.punct_at(self.at + 1, "+") {
            return self.bounds(plus);
        }
        let mut inner = self.enter(Delimiter::Parenthesis)?;
        if inner.at_lifetime(0) || inner.peek_punct("?") {
            inner.bounds(Plus::Taken)?;
        } else {
            inner.types()?;
        }
        inner.is_empty().then_some(Kind::Other)
    }

    /// All types, with commas between them.
    fn types(&mut self) -> Option<()> {
        while !self.is_empty() {
            self.ty(Plus::Taken)?;
            if !self.is_empty() {
                self.take_punct(",")?;
            }
        }
        Some(())
    }

    /// `[A]` or `[A; length]`
    fn array(&mut self) -> Option<Kind> {
        let mut inner = self.enter(Delimiter::Bracket)?;
        inner.ty(Plus::Taken)?;
        if inner.take_punct(";").is_some() {
            return (!inner.is_empty()).then_some(Kind::Other);
        }
        inner.is_empty().then_some(Kind::Other)
    }

    /// `A as B>::C`, behind the `<`.
    fn associated(&mut self) -> Option<Kind> {
        self.ty(Plus::Taken)?;
        if self.take_keyword("as").is_some() {
            self.path()?;
        }
        self.take_punct(">")?;
        self.take_punct("::")?;
        self.segments()?;
        Some(Kind::Other)
    }

    /// `a::b<C>`, `a::b!(…)`, or `A + B`.
    fn named(&mut self, plus: Plus, is_bound: bool) -> Option<Kind> {
        let start = self.at;
        let kind = self.path()?;
        let has_arguments = (start..self.at).any(|at| self.is_punct_char(at, '<'));
        if self.peek_punct("!") && !has_arguments {
            self.at += 1;
            let is_given =
                matches!(self.next(), Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None);
            return is_given.then_some(Kind::Other);
        }
        if plus == Plus::Taken && self.peek_punct("+") {
            self.further_bounds()?;
            return Some(Kind::Other);
        }
        Some(if is_bound { Kind::Other } else { kind })
    }

    /// `a::b`, without arguments; whether there is one.
    pub(super) fn take_simple_path(&mut self) -> bool {
        self.take_punct("::");
        while self.path_word().is_some() {
            if self.take_punct("::").is_none() {
                return true;
            }
        }
        false
    }

    fn path(&mut self) -> Option<Kind> {
        let is_absolute = self.take_punct("::").is_some();
        let count = self.segments()?;
        Some(if is_absolute || count > 1 { Kind::Other } else { Kind::Name })
    }

    /// `a::b<C>::d`; how many there are.
    fn segments(&mut self) -> Option<usize> {
        let mut count = 1;
        loop {
            self.path_word()?;
            let is_joined = !self.at_inputs(self.at + 2) && self.take_punct("::").is_some();
            let has_arguments = self.take_punct("<").is_some();
            if has_arguments {
                self.arguments()?;
            }
            let goes_on = if has_arguments { self.take_punct("::").is_some() } else { is_joined };
            if !goes_on {
                return Some(count);
            }
            count += 1;
        }
    }

    fn path_word(&mut self) -> Option<()> {
        let TokenTree::Ident(word) = self.next()? else { return None };
        let word = word.to_string();
        (is_identifier(&word) || matches!(word.as_str(), "crate" | "self" | "Self" | "super")).then_some(())
    }

    /// `'a, B, 3, Item = C>`, behind the `<`.
    fn arguments(&mut self) -> Option<()> {
        while self.take_punct(">").is_none() {
            self.argument()?;
            if !self.peek_punct(">") {
                self.take_punct(",")?;
            }
        }
        Some(())
    }

    fn argument(&mut self) -> Option<()> {
        if self.at_lifetime(self.at) && !self.punct_at(self.at + 2, "+") {
            self.at += 2;
            return Some(());
        }
        if self.take_constant() {
            return Some(());
        }
        if self.ty(Plus::Taken)? == Kind::Name {
            if self.take_punct("=").is_some() {
                return self.take_constant().then_some(()).or_else(|| self.ty(Plus::Taken).map(drop));
            }
            if self.take_punct(":").is_some() && self.at_bound() {
                self.bound()?;
                self.further_bounds()?;
            }
        }
        Some(())
    }

    /// `-1`, `true` or `{ N + 1 }`
    fn take_constant(&mut self) -> bool {
        let is_constant = match self.peek() {
            Some(TokenTree::Literal(_)) => true,
            Some(TokenTree::Ident(word)) => word == "true" || word == "false",
            Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
            Some(TokenTree::Punct(minus)) => minus.as_char() == '-' && self.at_number(self.at + 1),
            None => false,
        };
        if is_constant {
            self.at += if self.peek_punct("-") { 2 } else { 1 };
        }
        is_constant
    }

    fn at_number(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(TokenTree::Literal(number)) if number.to_string().starts_with(|first: char| first.is_ascii_digit()))
    }

    /// `A + ?B + 'c`, a trait among them.
    fn bounds(&mut self, plus: Plus) -> Option<Kind> {
        let mut has_trait = self.bound()?;
        if plus == Plus::Taken {
            has_trait |= self.further_bounds()?;
        }
        has_trait.then_some(Kind::Other)
    }

    /// The bounds behind each `+`, the last of which may have none behind it. Whether one is a trait.
    fn further_bounds(&mut self) -> Option<bool> {
        let mut has_trait = false;
        while self.take_punct("+").is_some() && self.at_bound() {
            has_trait |= self.bound()?;
        }
        Some(has_trait)
    }

    fn at_bound(&self) -> bool {
        match self.peek() {
            Some(TokenTree::Ident(_)) => true,
            Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), ':' | '?' | '\''),
            Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
            _ => false,
        }
    }

    /// Whether it is a trait, and no lifetime.
    fn bound(&mut self) -> Option<bool> {
        if self.take_lifetime() {
            return Some(false);
        }
        if let Some(mut inner) = self.enter(Delimiter::Parenthesis) {
            inner.trait_bound()?;
            return inner.is_empty().then_some(true);
        }
        self.trait_bound()?;
        Some(true)
    }

    /// `?A`, `for<'a> A<'a>` or `Fn(A) -> B`
    fn trait_bound(&mut self) -> Option<()> {
        if self.take_punct("?").is_none() {
            self.binder()?;
        }
        self.path()?;
        if matches!(self.tokens[self.at - 1], TokenTree::Ident(_)) {
            self.inputs_and_output()?;
        }
        Some(())
    }

    /// `(A, B) -> C`, or nothing.
    fn inputs_and_output(&mut self) -> Option<()> {
        if self.at_inputs(self.at + 2) {
            self.take_punct("::");
        }
        if let Some(mut inputs) = self.enter(Delimiter::Parenthesis) {
            inputs.types()?;
            self.output()?;
        }
        Some(())
    }

    fn at_inputs(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
    }

    /// `for<'a>`, or nothing; whether there is one.
    fn binder(&mut self) -> Option<bool> {
        if self.take_keyword("for").is_none() {
            return Some(false);
        }
        self.take_punct("<")?;
        while self.take_punct(">").is_none() {
            if !self.take_lifetime() {
                return None;
            }
            if !self.peek_punct(">") {
                self.take_punct(",")?;
            }
        }
        Some(true)
    }

    /// `unsafe extern "C" fn(name: A, ...) -> B`
    fn function(&mut self) -> Option<Kind> {
        self.take_keyword("unsafe");
        if self.take_keyword("extern").is_some()
            && let Some(TokenTree::Literal(abi)) = self.peek()
        {
            literal::read(abi)?;
            self.at += 1;
        }
        self.take_keyword("fn")?;
        let mut parameters = self.enter(Delimiter::Parenthesis)?;
        while !parameters.is_empty() {
            parameters.parameter()?;
            if !parameters.is_empty() {
                parameters.take_punct(",")?;
            }
        }
        self.output()?;
        Some(Kind::Other)
    }

    fn parameter(&mut self) -> Option<()> {
        attributes(self).ok()?;
        if let Some(TokenTree::Ident(name)) = self.peek()
            && (name == "_" || is_identifier(&name.to_string()))
            && self.punct_at(self.at + 1, ":")
        {
            self.at += 2;
        }
        if self.take_punct("...").is_some() {
            let is_last = self.is_empty() || self.at + 1 == self.tokens.len();
            return is_last.then_some(());
        }
        self.ty(Plus::Taken).map(drop)
    }

    /// `-> A`, or nothing.
    fn output(&mut self) -> Option<()> {
        if self.take_punct("->").is_some() {
            self.ty(Plus::Left)?;
        }
        Some(())
    }

    /// What is in the group that comes next, if it is of the kind.
    fn enter(&mut self, delimiter: Delimiter) -> Option<Self> {
        match self.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                let inner = Self::new(group);
                self.at += 1;
                Some(inner)
            }
            _ => None,
        }
    }

    fn at_keyword(&self, keyword: &str) -> bool {
        matches!(self.peek(), Some(TokenTree::Ident(word)) if word == keyword)
    }

    fn at_lifetime(&self, at: usize) -> bool {
        self.is_punct_char(at, '\'') && matches!(self.tokens.get(at + 1), Some(TokenTree::Ident(_)))
    }

    fn take_lifetime(&mut self) -> bool {
        let is_there = self.at_lifetime(self.at);
        self.at += if is_there { 2 } else { 0 };
        is_there
    }
}
