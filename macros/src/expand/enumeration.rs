//! The enum itself, and the constants behind each `or`.

use super::docs::{self, Documented, is_doc, later_aliases, row_aliases};
use crate::model::{Catalog, Code, Raw, Row};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

pub(super) fn enumeration(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { attrs, vis, name, .. } = catalog;
    let repr = match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            quote!(#[repr(#raw)])
        }
        Raw::Str => TokenStream::new(),
    };
    let non_exhaustive = (!catalog.exhaustive).then(|| quote!(#[non_exhaustive]));
    let documented = Documented::of(catalog);
    let variants = catalog.rows.iter().enumerate();
    let variants = variants.map(|(rank, row)| variant(row, &documented, follows_on(&catalog.rows, rank)));
    quote! {
        #attrs
        #repr
        #non_exhaustive
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #vis enum #name { #(#variants)* }
    }
}

/// Up to so many rows, each variant is written with its code, for people who read the expansion.
const ROWS_WITH_EXPLICIT_CODES: usize = 64;

/// Whether the variant gets its code by being next to the one before. rustc compiles each explicit discriminant as a
/// body of its own, and evaluates them again for each variant in a constant.
fn follows_on(rows: &[Row<'_>], rank: usize) -> bool {
    rows.len() > ROWS_WITH_EXPLICIT_CODES
        && rank > 0
        && matches!((&rows[rank - 1].code, &rows[rank].code), (Code::Int(before), Code::Int(code)) if before + 1 == *code)
}

fn variant(row: &Row<'_>, documented: &Documented, follows_on: bool) -> TokenStream {
    let meaning = &row.meanings[0];
    let name = &meaning.name;
    let attrs = row.attrs.iter().map(|attribute| &attribute.tokens);
    let docs = docs::of_row(row, documented, row.attrs.iter().any(|attribute| is_doc(attribute)));
    let aliases = row_aliases(row);
    let discriminant = match row.code {
        Code::Int(code) if !follows_on => {
            let code = Literal::i128_unsuffixed(code);
            quote!(= #code)
        }
        _ => TokenStream::new(),
    };
    quote!(#(#attrs)* #[doc = #docs] #aliases #name #discriminant,)
}

/// The names behind each `or` as constants, and those of rows that did not make it into the enum.
pub(super) fn later_names(catalog: &Catalog<'_>) -> TokenStream {
    let vis = catalog.vis;
    let documented = &Documented::of(catalog);
    let mut constants = TokenStream::new();
    for row in &catalog.rows {
        let variant = &row.meanings[0].name;
        for meaning in &row.meanings[1..] {
            let (name, docs) = (&meaning.name, docs::of_later_meaning(row, meaning, documented));
            let aliases = later_aliases(meaning);
            constants.extend(quote! {
                #[doc = #docs]
                #aliases
                #vis const #name: Self = Self::#variant;
            });
        }
    }
    let any = &catalog.rows[0].meanings[0].name;
    for name in &catalog.stand_ins {
        constants.extend(quote!(#[doc(hidden)] #vis const #name: Self = Self::#any;));
    }
    constants
}
