//! The parser and the whole macro.

use crate::syntax::ast::{Catalog, Value};
use crate::syntax::parse;
use crate::{Report, expand_items};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::ops::Range;
use syn::parse::{Parse, Parser};

/// The macro answers any tokens without a panic: with errors, each of which points at a place in the source, or with
/// Rust that has a variant for each row.
pub fn answers_any_tokens(written: &str) {
    proc_macro2::extra::invalidate_current_thread_spans();
    let Ok(tokens) = written.parse::<TokenStream>() else { return };
    let mut report = Report::default();
    let items = expand_items(&quote!(::error_catalog), tokens.clone(), &mut report);
    if let Some(error) = without_a_place(&report, written) {
        // Of what ends too early no part is wrong, and rustc points at the whole invocation: what comes then is wrong.
        let more = format!("{written}\n;");
        let mut report = Report::default();
        parse(more.parse().expect("a semicolon can follow any tokens"), &mut report);
        assert_eq!(without_a_place(&report, &more), None, "instead of {error}");
    }
    let Some(items) = items else {
        assert!(!report.is_empty(), "neither items nor an error");
        return;
    };
    let catalog = parse(tokens, &mut Report::default()).expect("items are made of what was read");
    match syn::parse2::<syn::File>(items.clone()) {
        Ok(file) if report.is_empty() => has_a_variant_for_each_row(&file, &catalog),
        Ok(_) => {}
        Err(error) => assert!(!is_rust(&catalog), "{error} in the expansion:\n{items}"),
    }
}

/// An error that points at nothing.
fn without_a_place(report: &Report, written: &str) -> Option<String> {
    let has_place = |place: Range<usize>| !place.is_empty() && written.get(place).is_some();
    report.errors().iter().find(|error| !has_place(error.span().byte_range())).map(ToString::to_string)
}

fn has_a_variant_for_each_row(file: &syn::File, catalog: &Catalog) {
    let enumeration = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == catalog.name => Some(item),
        _ => None,
    });
    let variants = enumeration.expect("the expansion has the enum").variants.len();
    assert_eq!(variants, catalog.rows.len(), "variants and rows");
}

/// Whether all that the macro passes on unread, for rustc to judge, is Rust: attributes, types, values.
fn is_rust(catalog: &Catalog) -> bool {
    let parses = |tokens: &TokenStream| syn::Attribute::parse_outer.parse2(tokens.clone()).is_ok();
    let is_value = |value: &Value| is::<syn::Expr>(&value.tokens);
    let columns = catalog.statements().columns;
    let meanings = || catalog.rows.iter().flat_map(|row| &row.meanings);
    let attributes = catalog.rows.iter().flat_map(|row| &row.attrs);
    let mut attributes = attributes.chain(columns.iter().copied().flat_map(|column| &column.attrs));
    attributes.all(|attribute| parses(&attribute.tokens))
        && columns.iter().all(|column| {
            is::<syn::Type>(&column.ty.to_token_stream()) && column.default.as_ref().is_none_or(is_value)
        })
        && meanings().flat_map(|meaning| &meaning.fields).all(|field| is_value(&field.value))
}

fn is<T: Parse>(tokens: &TokenStream) -> bool {
    syn::parse2::<T>(tokens.clone()).is_ok()
}
