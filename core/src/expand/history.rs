//! The past of a catalog: former names, retired codes, and the baseline file. Expands to nothing for a catalog without a past.

use super::index::Indexes;
use super::row_order::RowOrder;
use super::{resolved_at_call_site, visibility};
use crate::model::{Catalog, Code, Raw};
use crate::syntax::identifier::unraw;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// Returns each former name as a constant, so that it still works as a pattern.
pub(super) fn former_names(catalog: &Catalog<'_>) -> TokenStream {
    let vis = visibility(catalog);
    let constant = |variant: &Ident, name: &Ident, former: &Ident| {
        let docs = format!("The former name of [`{name}`](Self::{name}).");
        let note = format!("renamed: use `{name}`");
        let former = resolved_at_call_site(former);
        quote! {
            #[doc = #docs]
            #[deprecated(note = #note)]
            #vis const #former: Self = Self::#variant;
        }
    };
    let mut constants = TokenStream::new();
    for row in &catalog.rows {
        for meaning in &row.meanings {
            for former in &meaning.former {
                constants.extend(constant(&row.meanings[0].name, &meaning.name, former));
            }
        }
    }
    constants
}

/// Returns the constants of the trait `Catalog` that are empty by default.
pub(super) fn constants(catalog: &Catalog<'_>, order: &RowOrder<'_>, indexes: &Indexes) -> TokenStream {
    let mut former_names = TokenStream::new();
    for (index, row) in order.rows.iter().enumerate() {
        let Some(row) = row else { continue };
        let index = Literal::usize_unsuffixed(index);
        for meaning in &row.meanings {
            for former in &meaning.former {
                let former = unraw(former);
                former_names.extend(quote!((#former, #index),));
            }
        }
    }
    let former =
        (!former_names.is_empty()).then(|| quote!(const FORMER: __p::FormerNames = &[#former_names];));
    let former_symbols = former_symbols(order, indexes);
    let exhaustive = catalog.exhaustive.then(|| {
        quote!(
            const EXHAUSTIVE: ::core::primitive::bool = true;
        )
    });
    let retired = catalog.retired.iter().map(|(first, last)| {
        let [first, last] = [first, last].map(|code| {
            let literal = code_literal(code);
            match catalog.raw {
                Raw::Int(int) if int.is_nonzero() => {
                    let runtime = catalog.runtime;
                    quote!(#runtime::__nonzero_code!(Self::Raw, #literal))
                }
                _ => quote!(#literal),
            }
        });
        quote!((#first, #last))
    });
    let retired = (!catalog.retired.is_empty())
        .then(|| quote!(const RETIRED: &'static [(Self::Raw, Self::Raw)] = &[#(#retired),*];));
    quote!(#former #former_symbols #exhaustive #retired)
}

/// Returns the former symbols, whose rows follow those of the shared symbols.
fn former_symbols(order: &RowOrder<'_>, indexes: &Indexes) -> Option<TokenStream> {
    let shared = indexes.shared_symbols.iter().map(|symbol| symbol.ranks.len());
    let mut first_row = order.ranks.len() + shared.sum::<usize>();
    let mut former = TokenStream::new();
    for symbol in &indexes.former_symbols {
        let text = &symbol.text;
        let [first, rows] = [first_row, symbol.ranks.len()].map(Literal::usize_unsuffixed);
        first_row += symbol.ranks.len();
        former.extend(quote!((#text, #first, #rows),));
    }
    (!former.is_empty()).then(|| quote!(const FORMER_SYMBOLS: __p::FormerSymbols = &[#former];))
}

pub(super) fn code_literal(code: &Code) -> Literal {
    match code {
        Code::Int(code) => Literal::i128_unsuffixed(*code),
        Code::Str(code) => Literal::string(code),
    }
}

/// Returns an item that makes cargo rebuild the crate when the file changes. The bytes do not end up in the binary.
pub(super) fn tracked_baseline(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let path = catalog.baseline.map(|path| format!("/{path}"))?;
    Some(quote! {
        const _: &[::core::primitive::u8] =
            ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path));
    })
}
