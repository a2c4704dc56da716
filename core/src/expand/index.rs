//! The indexes of a catalog, each a perfect hash and the places that its slots stand for: by code, name and symbol.

use super::layout::Layout;
use super::packed::Data;
use crate::lookup::{self, Lookup};
use crate::model::{Catalog, Code, Raw, Row};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The indexes of a catalog, each as the `Index` of the runtime.
pub(super) struct Indexes {
    pub(super) codes: TokenStream,
    pub(super) names: TokenStream,
    pub(super) symbols: TokenStream,
    pub(super) shared_symbols: Vec<SharedSymbol>,
}

impl Indexes {
    /// `codes` is the perfect hash that the layout was made with. `None` where another is not found.
    pub(super) fn of(
        catalog: &Catalog<'_>,
        codes: &Lookup,
        layout: &Layout<'_>,
        data: &mut Data,
    ) -> Option<Self> {
        // In an integer catalog the slot of a code is the place itself.
        let places = match catalog.raw {
            Raw::Int(_) => Vec::new(),
            Raw::Str => codes.slots.iter().map(|row| row.unwrap_or_default()).collect(),
        };
        let names: Vec<(usize, String)> =
            layout.meanings().map(|(place, meaning)| (place, meaning.name_text())).collect();
        let (symbols, shared_symbols) = symbols(layout);
        Some(Self {
            codes: index(codes, &places, data),
            names: index_of_texts(&names, data)?,
            symbols: index_of_texts(&symbols, data)?,
            shared_symbols,
        })
    }
}

/// The perfect hash of a catalog's codes; `None` where none is found.
pub(super) fn lookup_of_codes(catalog: &Catalog<'_>) -> Option<Lookup> {
    let rows = catalog.rows.iter();
    match catalog.raw {
        Raw::Int(_) => lookup::of_integers(&rows.filter_map(integer).collect::<Vec<_>>()),
        Raw::Str => lookup::of_texts(&rows.filter_map(text).collect::<Vec<_>>()),
    }
}

fn integer(row: &Row<'_>) -> Option<i128> {
    if let Code::Int(code) = row.code { Some(code) } else { None }
}

pub(super) fn text<'a>(row: &'a Row<'_>) -> Option<&'a str> {
    if let Code::Str(code) = &row.code { Some(code) } else { None }
}

/// A symbol that several rows have.
pub(super) struct SharedSymbol {
    /// A place that has it.
    pub(super) place: usize,
    /// The rows that have it, in code order.
    pub(super) ranks: Vec<usize>,
}

/// Each symbol with where it leads: to a place, or beyond all places to one of those that several rows have.
fn symbols(layout: &Layout<'_>) -> (Vec<(usize, String)>, Vec<SharedSymbol>) {
    let mut holders: Vec<(&str, usize, usize)> = Vec::new();
    for (place, meaning) in layout.meanings() {
        let Some(symbol) = &meaning.symbol else { continue };
        holders.push((&symbol.text, layout.rank(place), place));
    }
    holders.sort_unstable();
    let places = layout.places.len();
    let mut shared = Vec::new();
    let mut found = Vec::new();
    for holders in holders.chunk_by(|(a, ..), (b, ..)| a == b) {
        let (symbol, _, place) = holders[0];
        let mut ranks: Vec<usize> = holders.iter().map(|(_, rank, _)| *rank).collect();
        ranks.dedup();
        if ranks.len() == 1 {
            found.push((place, symbol.to_owned()));
        } else {
            found.push((places + shared.len(), symbol.to_owned()));
            shared.push(SharedSymbol { place, ranks });
        }
    }
    (found, shared)
}

fn index_of_texts(found: &[(usize, String)], data: &mut Data) -> Option<TokenStream> {
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    let lookup = lookup::of_texts(&texts)?;
    let places: Vec<_> = lookup.slots.iter().map(|key| key.map_or(0, |key| found[key].0)).collect();
    Some(index(&lookup, &places, data))
}

fn index(lookup: &Lookup, places: &[usize], data: &mut Data) -> TokenStream {
    let [bucket_shift, offset_shift] =
        [lookup.bucket_shift, lookup.offset_shift].map(Literal::u32_unsuffixed);
    let [multiplier, offset_mask] = [lookup.multiplier, lookup.offset_mask].map(Literal::u64_unsuffixed);
    let words = Literal::usize_unsuffixed(lookup.words);
    let (displacements, places) = (data.push(&lookup.displacements), data.push(places));
    quote! {
        __p::Index {
            hash: __p::PerfectHash {
                multiplier: #multiplier,
                bucket_shift: #bucket_shift,
                offset_shift: #offset_shift,
                offset_mask: #offset_mask,
                words: #words,
                displacements: #displacements,
            },
            meanings: #places,
        }
    }
}
