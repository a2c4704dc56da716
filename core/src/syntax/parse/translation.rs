//! The statement `translation en;`, and the remedies for other ways to name the language.

use super::statement::StatementParser;
use crate::syntax::literal;
use proc_macro2::TokenTree;
use quote::quote;
use syn::{Error, Result};

impl StatementParser<'_> {
    /// Parses the rest of the statement after its keyword.
    pub(super) fn parse_translation(self) -> Result<()> {
        let cursor = &mut *self.cursor;
        let name = match cursor.peek() {
            Some(TokenTree::Literal(tag)) => {
                let tag = literal::read(tag).unwrap_or_default();
                return Err(cursor.error(&not_an_identifier(&tag)));
            }
            _ => cursor.expect_ident("the language of the translation, as in `translation en;`")?,
        };
        let end = cursor.end_of_statement();
        if cursor.peek_punct("-") {
            let rest = cursor.take_until(|cursor| cursor.at == end || cursor.peek_punct("="));
            let tag = rest.into_iter().fold(name.to_string(), |tag, token| tag + &token.to_string());
            return Err(Error::new(name.span(), not_an_identifier(&tag)));
        }
        if cursor.peek_punct(":") {
            self.report
                .push(cursor.error(&format!("a translation has no type: write `translation {name};`")));
            cursor.take_until(|cursor| cursor.at == end || cursor.peek_punct("="));
        }
        if cursor.peek_punct(",") {
            let message = format!(
                "each translation is a statement: write `;` after `{name}`, then `translation` again"
            );
            self.report.push(cursor.error(&message));
            cursor.at = end;
        }
        let (is_translation, ty) = (true, quote!(&'static ::core::primitive::str));
        self.finish_column(name, is_translation, ty, end)
    }
}

fn not_an_identifier(tag: &str) -> String {
    let name = if tag.is_empty() { "en".to_owned() } else { tag.replace('-', "_") };
    format!("the language of a translation is an identifier: write `translation {name};`")
}
