//! Finds the end of a statement, and the item with which parsing continues after an error.

use super::cursor::Cursor;
use super::fragment::is_negative_literal;
use super::row::CODE_IS_LITERAL;
use super::statement::STATEMENTS;
use proc_macro2::{Delimiter, Group, Ident, TokenTree};
use syn::Error;

impl Cursor {
    /// Returns whether the position is at the `;` of a statement or, if that is missing, at the next row or statement.
    pub(super) fn at_end_of_statement(&self) -> bool {
        let starts_statement = match (self.peek(), self.tokens.get(self.at + 1)) {
            (Some(TokenTree::Ident(word)), Some(TokenTree::Ident(_) | TokenTree::Literal(_))) => {
                STATEMENTS.iter().any(|statement| word == statement)
            }
            _ => false,
        };
        self.peek_punct(";") || starts_statement || self.starts_row(self.at)
    }

    /// Returns the index of the end of the statement at the position.
    pub(super) fn end_of_statement(&mut self) -> usize {
        let start = self.at;
        self.take_until(Self::at_end_of_statement);
        std::mem::replace(&mut self.at, start)
    }

    pub(super) fn at_row(&self) -> bool {
        self.code_at(self.at).is_some() || self.peek_punct("-") || self.peek_punct("#")
    }

    /// Skips the item that starts at `start`: to after its `,` or `;`, or to the next row. Adds the name of its variant, if
    /// it has one, to `names`. A group that contains rows also ends the item, and is returned.
    pub(super) fn skip_item(&mut self, start: usize, names: &mut Vec<Ident>) -> Option<Group> {
        let failed_at = self.at;
        self.at = start;
        let mut name = None;
        let mut rows = None;
        let is_row = self.at_row();
        while let Some(token) = self.peek() {
            if self.at > start && self.at >= failed_at && self.starts_row(self.at) {
                break;
            }
            let ends_item = match token {
                TokenTree::Punct(punct) => matches!(punct.as_char(), ',' | ';'),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && holds_rows(group) => {
                    rows = Some(group.clone());
                    true
                }
                TokenTree::Ident(ident) if is_row && name.is_none() => {
                    name = Some(ident.clone());
                    false
                }
                _ => false,
            };
            self.at += 1;
            if ends_item && self.at > failed_at {
                break;
            }
        }
        names.extend(name);
        rows
    }

    /// Returns whether the position is at a line of a pasted table: `| 1 | alpha |`, or a code and words without a text in
    /// quotes.
    pub(super) fn at_pasted_table(&self) -> bool {
        if self.peek_punct("|") {
            return true;
        }
        let Some(end) = self.code_at(self.at) else { return false };
        let cell = if self.is_punct_char(end, ',') { end + 1 } else { end };
        matches!(self.tokens.get(cell), Some(TokenTree::Ident(_))) && {
            let mut rest = self.tokens[cell..].iter().enumerate();
            !rest.any(|(offset, token)| match token {
                TokenTree::Literal(literal) => literal.to_string().contains('"'),
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                _ => self.punct_at(cell + offset, "=>"),
            })
        }
    }

    /// Skips a pasted table, up to the next row or statement.
    pub(super) fn skip_pasted_table(&mut self) {
        self.at += 1;
        while !self.is_empty() && !self.at_end_of_statement() {
            self.at += 1;
        }
        self.take_punct(";");
    }

    /// Returns whether the tokens at this index are `code =>`.
    pub(super) fn starts_row(&self, at: usize) -> bool {
        self.code_at(at).is_some_and(|end| self.punct_at(end, "=>"))
    }

    /// Returns the error about a row whose code is a constant or an expression, such as `BASE + 1 => Name "…"`, if one
    /// starts at this index. The position is then at its `=>`, so that the literal before it does not start a row.
    pub(super) fn reject_expression(&mut self, start: usize) -> Option<Error> {
        let error = self.error(CODE_IS_LITERAL);
        let mut at = start;
        while let Some(token) = self.tokens.get(at)
            && !self.punct_at(at, "=>")
        {
            let is_text = matches!(token, TokenTree::Literal(text) if text.to_string().contains('"'));
            if is_text || self.punct_at(at, ",") || self.punct_at(at, ";") {
                return None;
            }
            at += 1;
        }
        let is_row = at > start && matches!(self.tokens.get(at + 2), Some(TokenTree::Ident(_)));
        is_row.then(|| {
            self.at = at;
            error
        })
    }

    /// Returns the end of the code at this index, which is a literal, a fragment, or `concat!(…)`.
    fn code_at(&self, at: usize) -> Option<usize> {
        if let Some(end) = self.builtin_at(at) {
            return Some(end);
        }
        let literal = if self.is_punct_char(at, '-') { at + 1 } else { at };
        let is_code = match self.tokens.get(literal)? {
            TokenTree::Literal(_) => true,
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                is_negative_literal(&group.stream().into_iter().collect::<Vec<_>>())
            }
            _ => false,
        };
        is_code.then_some(literal + 1)
    }
}

/// Returns whether the group is the table of a section, and not the fields of a row.
fn holds_rows(group: &Group) -> bool {
    let cursor = Cursor::from_group(group);
    (0..cursor.tokens.len()).any(|at| cursor.starts_row(at))
}
