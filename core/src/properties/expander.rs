//! Checks that the macro expands or rejects any tokens without a panic.

use crate::syntax::ast::{Catalog, Value};
use crate::syntax::parse;
use crate::{Report, expand_items};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::ops::Range;
use syn::parse::{Parse, Parser};

/// Checks that the macro never panics: it returns errors, each of which has a position in the source, or Rust with a
/// variant for each row.
pub fn check_any_tokens(source: &str) {
    proc_macro2::extra::invalidate_current_thread_spans();
    let Ok(tokens) = source.parse::<TokenStream>() else { return };
    let mut report = Report::default();
    let items = expand_items(&quote!(::error_catalog), tokens.clone(), &mut report);
    if let Some(error) = without_position(&report, source) {
        // If the input ends too early, the error points at the whole invocation. With one more token, it must point at
        // a token.
        let more = format!("{source}\n;");
        let mut report = Report::default();
        parse(more.parse().expect("a semicolon can follow any tokens"), &mut report);
        assert_eq!(without_position(&report, &more), None, "instead of {error}");
    }
    let Some(items) = items else {
        assert!(!report.is_empty(), "neither items nor an error");
        return;
    };
    let catalog = parse(tokens, &mut Report::default()).expect("items are made of what was read");
    match syn::parse2::<syn::File>(items.clone()) {
        Ok(file) if report.is_empty() => check_variants(&file, &catalog),
        Ok(_) => {}
        Err(error) => assert!(!is_rust(&catalog), "{error} in the expansion:\n{items}"),
    }
}

/// Runs [`check_any_tokens`] on a catalog with an error type, two values, and this text as a message and as a
/// translation.
pub fn check_any_text_with_values(text: &str) {
    check_any_tokens(&format!(
        "pub enum Shop: i32 {{ lang \"en\"; translation de; error ShopError; \
         1 => Busy {{ count: u32, name: String }} {text:?} {{ de: {text:?} }} }}"
    ));
}

/// Returns the first error without a position in the source.
fn without_position(report: &Report, source: &str) -> Option<String> {
    let has_position = |range: Range<usize>| !range.is_empty() && source.get(range).is_some();
    report.errors().iter().find(|error| !has_position(error.span().byte_range())).map(ToString::to_string)
}

/// Checks that the enum has a variant for each row.
fn check_variants(file: &syn::File, catalog: &Catalog) {
    let enumeration = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == catalog.name => Some(item),
        _ => None,
    });
    let variants = enumeration.expect("the expansion has the enum").variants.len();
    assert_eq!(variants, catalog.rows.len(), "variants and rows");
}

/// Returns whether the tokens that the macro passes to rustc unread are Rust: attributes, types, values.
fn is_rust(catalog: &Catalog) -> bool {
    let parses = |tokens: &TokenStream| syn::Attribute::parse_outer.parse2(tokens.clone()).is_ok();
    let is_value = |value: &Value| is::<syn::Expr>(&value.tokens);
    let columns = catalog.statements().columns;
    let meanings = || catalog.rows.iter().flat_map(|row| &row.meanings);
    let attributes = catalog.rows.iter().flat_map(|row| &row.attrs);
    let attributes = attributes.chain(meanings().flat_map(|it| &it.values).flat_map(|value| &value.attrs));
    let error_types = catalog.statements().error_type;
    let attributes = attributes.chain(error_types.iter().flat_map(|it| &it.value.attrs));
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
