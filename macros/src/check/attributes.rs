//! Attributes of the enum and of rows: which the expansion gives already, which cannot stand, what is recorded.

use crate::model::Deprecated;
use error_catalog_syntax::Report;
use error_catalog_syntax::ast;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// What the expansion derives or implements on every catalog.
const DERIVED: [&str; 8] = ["Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Debug"];

/// The attributes that go on the enum: all but those that the expansion gives it already.
pub(super) fn attributes_of_the_enum(attributes: &[syn::Attribute], report: &mut Report) -> TokenStream {
    let mut kept = TokenStream::new();
    for attribute in attributes {
        if attribute.path().is_ident("repr") {
            let message = "the type of the codes decides how the enum is represented: remove `#[repr]`";
            report.error_at(&attribute.to_token_stream(), message);
            continue;
        }
        let derives = attribute.path().is_ident("derive").then(|| {
            attribute
                .parse_args_with(syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated)
        });
        let Some(Ok(derives)) = derives else {
            attribute.to_tokens(&mut kept);
            continue;
        };
        let is_ours = |path: &&syn::Path| {
            path.segments.last().is_some_and(|it| DERIVED.iter().any(|ours| it.ident == ours))
        };
        let (ours, theirs): (Vec<_>, Vec<_>) = derives.iter().partition(is_ours);
        for path in ours {
            let name = path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
            let message = format!("every catalog is `{name}` already: remove it from the `derive`");
            report.error_at(&path.to_token_stream(), message);
        }
        if !theirs.is_empty() {
            kept.extend(quote::quote!(#[derive(#(#theirs),*)]));
        }
    }
    kept
}

/// Whether the attribute can stand on a row, which all but `#[cfg]` can.
pub(super) fn keeps_the_row(attribute: &ast::Attribute, report: &mut Report) -> bool {
    let mut body = attribute.body.clone().into_iter();
    let conditional = match (body.next(), body.next()) {
        (Some(TokenTree::Ident(path)), _) if path == "cfg" => Some(path.span()),
        (Some(TokenTree::Ident(path)), Some(TokenTree::Group(group))) if path == "cfg_attr" => {
            let is_cfg = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "cfg");
            group.stream().into_iter().find(is_cfg).map(|cfg| cfg.span())
        }
        _ => None,
    };
    if let Some(span) = conditional {
        let message = "a row cannot be conditional, since the tables are built from all rows: \
                       put `#[cfg]` on the catalog";
        report.error(span, message);
    }
    conditional.is_none()
}

/// `#[deprecated]`, `#[deprecated = "note"]` or `#[deprecated(since = "…", note = "…")]`. Other forms are
/// rustc's to report.
pub(super) fn deprecated(attribute: &ast::Attribute) -> Option<Deprecated> {
    let meta: syn::Meta = syn::parse2(attribute.body.clone()).ok()?;
    if !meta.path().is_ident("deprecated") {
        return None;
    }
    let mut deprecated = Deprecated::default();
    match &meta {
        syn::Meta::Path(_) => {}
        syn::Meta::NameValue(note) => {
            let note: Option<syn::LitStr> = syn::parse2(note.value.to_token_stream()).ok();
            deprecated.note = note.map(|note| note.value());
        }
        syn::Meta::List(list) => {
            let parsed = list.parse_nested_meta(|meta| {
                let text = meta.value()?.parse::<syn::LitStr>()?.value();
                if meta.path.is_ident("since") {
                    deprecated.since = Some(text);
                } else {
                    deprecated.note = Some(text);
                }
                Ok(())
            });
            parsed.ok()?;
        }
    }
    Some(deprecated)
}
