//! The indexes of a catalog, each a perfect hash and the places that its slots stand for: by code, name and symbol.

use super::layout::Layout;
use super::packed::Packed;
use crate::lookup::{self, Lookup};
use crate::model::{Catalog, Raw};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::BTreeMap;

/// The static items of an index, and the `Index` made of them.
pub(super) struct IndexTokens {
    pub(super) items: TokenStream,
    pub(super) value: TokenStream,
}

/// In an integer catalog the slot of a code is the place itself.
pub(super) fn codes_index(catalog: &Catalog<'_>, layout: &Layout<'_>) -> IndexTokens {
    let places = match catalog.raw {
        Raw::Int(_) => Vec::new(),
        Raw::Str => layout.codes.slots.iter().map(|row| row.unwrap_or_default()).collect(),
    };
    index("CODE", &layout.codes, &places)
}

pub(super) fn names_index(layout: &Layout<'_>) -> IndexTokens {
    let names: Vec<(usize, String)> =
        layout.meanings().map(|(place, meaning)| (place, meaning.name_text())).collect();
    text_index("NAME", &names)
}

/// A symbol that several rows have.
pub(super) struct SharedSymbol {
    /// A place that has it.
    pub(super) place: usize,
    /// The rows that have it, in code order.
    pub(super) ranks: Vec<usize>,
}

/// The index of the symbols, and those that several rows have.
pub(super) fn symbols_index(layout: &Layout<'_>) -> (IndexTokens, Vec<SharedSymbol>) {
    let mut holders: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (place, meaning) in layout.meanings() {
        let Some(symbol) = &meaning.symbol else { continue };
        holders.entry(&symbol.text).or_default().push((layout.rank(place), place));
    }
    let places = layout.places().count();
    let mut shared = Vec::new();
    let mut found = Vec::new();
    for (symbol, mut rows) in holders {
        let place = rows[0].1;
        rows.sort_unstable();
        rows.dedup_by_key(|(rank, _)| *rank);
        if rows.len() == 1 {
            found.push((place, symbol.to_owned()));
        } else {
            found.push((places + shared.len(), symbol.to_owned()));
            shared.push(SharedSymbol { place, ranks: rows.into_iter().map(|(rank, _)| rank).collect() });
        }
    }
    (text_index("SYMBOL", &found), shared)
}

fn text_index(what: &str, found: &[(usize, String)]) -> IndexTokens {
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    let lookup = lookup::of_texts(&texts);
    let places: Vec<_> = lookup.slots.iter().map(|key| key.map_or(0, |key| found[key].0)).collect();
    index(what, &lookup, &places)
}

fn index(what: &str, lookup: &Lookup, places: &[usize]) -> IndexTokens {
    let [bucket_shift, offset_shift] =
        [lookup.bucket_shift, lookup.offset_shift].map(Literal::u32_unsuffixed);
    let [multiplier, offset_mask] = [lookup.multiplier, lookup.offset_mask].map(Literal::u64_unsuffixed);
    let whole = lookup.whole;
    let displacements = Packed::new(&format!("{what}_HASH"), &lookup.displacements);
    let places = Packed::new(&format!("{what}_PLACES"), places);
    let items = [displacements.item, places.item];
    let (displacements, places) = (displacements.value, places.value);
    IndexTokens {
        items: quote!(#(#items)*),
        value: quote! {
            __p::Index::new(
                #multiplier, #bucket_shift, #offset_shift, #offset_mask, #whole, #displacements, #places
            )
        },
    }
}
