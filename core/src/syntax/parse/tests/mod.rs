//! Tests of the parser: fragments that another macro passes on, the header, and recovery from errors.

mod fragments;
mod header;
mod recovery;

use super::parse;
use crate::report::Report;
use crate::syntax::ast::Catalog;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Parses a declaration. Returns the catalog and the reported errors.
fn read(declaration: &str) -> (Option<Catalog>, Vec<String>) {
    let mut report = Report::default();
    let catalog = parse(with_fragments(declaration.parse().unwrap()), &mut report);
    (catalog, report.errors().iter().map(ToString::to_string).collect())
}

/// Parses a table that has no mistakes.
fn read_table(table: &str) -> Catalog {
    let (catalog, errors) = read(&format!("enum Vendor: i32 {{ {table} }}"));
    assert_eq!(errors, [""; 0], "{table}");
    catalog.unwrap()
}

/// Replaces each `F[…]` by an invisible group, as a `macro_rules!` passes a fragment on.
fn with_fragments(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut kept = TokenStream::new();
    while let Some(token) = tokens.next() {
        let is_fragment = matches!(&token, TokenTree::Ident(word) if word == "F");
        let group = match (&token, tokens.peek()) {
            (_, Some(TokenTree::Group(group))) if is_fragment => {
                let group = Group::new(Delimiter::None, with_fragments(group.stream()));
                tokens.next();
                group.into()
            }
            (TokenTree::Group(group), _) => {
                Group::new(group.delimiter(), with_fragments(group.stream())).into()
            }
            _ => token,
        };
        kept.extend([group]);
    }
    kept
}
