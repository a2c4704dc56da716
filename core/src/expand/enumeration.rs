//! The enum itself, and the constants for the meanings after `or`.

use super::docs::{self, Documented, attributes_of_later_meaning, is_doc};
use super::lex::lex;
use super::{resolved_at_call_site, visibility};
use crate::model::{Catalog, Code, Raw, Row};
use proc_macro2::{Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

pub(super) fn enumeration(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { attrs, vis, name, .. } = catalog;
    let repr = match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.primitive, Span::call_site());
            quote!(#[repr(#raw)])
        }
        Raw::Str => TokenStream::new(),
    };
    let non_exhaustive = (!catalog.exhaustive).then(|| quote!(#[non_exhaustive]));
    let variants = expand_variants(catalog);
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
        #vis enum #name { #variants }
    }
}

/// The number of rows up to which each variant has its code, for people who read the expansion. rustdoc prints explicit and
/// implicit discriminants in different forms (`40_003`, `40004`), so the limit is above the vendors' catalogs.
const ROWS_WITH_EXPLICIT_CODES: usize = 256;

/// Returns whether the variant can leave out its discriminant, because its code follows the previous one. rustc compiles
/// each explicit discriminant as a separate body, and evaluates it again for each variant in a constant.
fn has_implicit_discriminant(rows: &[Row<'_>], rank: usize) -> bool {
    rows.len() > ROWS_WITH_EXPLICIT_CODES
        && rank > 0
        && matches!((&rows[rank - 1].code, &rows[rank].code), (Code::Int(before), Code::Int(code)) if before + 1 == *code)
}

fn expand_variants(catalog: &Catalog<'_>) -> TokenStream {
    let mut variants: Vec<TokenTree> = Vec::with_capacity(catalog.rows.len() * 8);
    for (rank, (row, added)) in catalog.rows.iter().zip(added_attributes(catalog)).enumerate() {
        for attribute in &row.attrs {
            variants.extend(attribute.tokens.clone());
        }
        if let TokenTree::Group(group) = added {
            variants.extend(group.stream());
        }
        variants.push(row.meanings[0].name.clone().into());
        if let Code::Int(code) = row.code
            && !has_implicit_discriminant(&catalog.rows, rank)
        {
            variants.push(Punct::new('=', Spacing::Alone).into());
            variants.push(Literal::i128_unsuffixed(code).into());
        }
        variants.push(Punct::new(',', Spacing::Alone).into());
    }
    variants.into_iter().collect()
}

/// Returns the attributes that the expansion adds to the variants, one group of braces per variant. Parses them all from
/// one text, which is faster than a text per variant.
fn added_attributes(catalog: &Catalog<'_>) -> TokenStream {
    let documented = Documented::of(catalog);
    let mut source = String::new();
    for row in &catalog.rows {
        let follows_own_docs = row.attrs.iter().any(|attribute| is_doc(attribute));
        source.push('{');
        docs::push_attributes(&mut source, row, &documented, follows_own_docs);
        source.push('}');
    }
    lex(&source)
}

/// Returns a constant for the name of each meaning after `or`, and for each row with an error, so that uses of its name
/// do not cause more errors.
pub(super) fn later_names(catalog: &Catalog<'_>) -> TokenStream {
    let vis = visibility(catalog);
    let documented = &Documented::of(catalog);
    let mut constants = TokenStream::new();
    for row in &catalog.rows {
        let variant = &row.meanings[0].name;
        for meaning in &row.meanings[1..] {
            let (name, attributes) =
                (resolved_at_call_site(&meaning.name), attributes_of_later_meaning(row, meaning, documented));
            constants.extend(quote! {
                #attributes
                #vis const #name: Self = Self::#variant;
            });
        }
    }
    let any = &catalog.rows[0].meanings[0].name;
    for name in catalog.stand_ins.iter().map(resolved_at_call_site) {
        constants.extend(quote!(#[doc(hidden)] #vis const #name: Self = Self::#any;));
    }
    constants
}
