//! The indexes of a catalog, by code, name and symbol: each is a perfect hash, and the meaning of each of its slots.

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
    /// Builds the indexes. `codes` is the perfect hash of the layout. Returns `None` if another hash is not found.
    pub(super) fn of(
        catalog: &Catalog<'_>,
        codes: &Lookup,
        layout: &Layout<'_>,
        data: &mut Data,
    ) -> Option<Self> {
        // In an integer catalog, the slot of a code is the index of its row.
        let meanings = match catalog.raw {
            Raw::Int(_) => Vec::new(),
            Raw::Str => codes.slots.iter().map(|row| row.unwrap_or_default()).collect(),
        };
        let names: Vec<(usize, String)> =
            layout.meanings().map(|(index, meaning)| (index, meaning.name_text())).collect();
        let (symbols, shared_symbols) = symbols(layout);
        Some(Self {
            codes: index(codes, &meanings, data),
            names: index_of_texts(&names, data)?,
            symbols: index_of_texts(&symbols, data)?,
            shared_symbols,
        })
    }
}

/// Returns the perfect hash of a catalog's codes, or `None` if none is found.
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
    /// The index of a meaning that has it.
    pub(super) meaning: usize,
    /// The ranks of the rows that have it, ascending.
    pub(super) ranks: Vec<usize>,
}

/// Returns each symbol with the index of its meaning, and the symbols that several rows share. The index of a shared one
/// is its index among those, counted from after the last meaning.
fn symbols(layout: &Layout<'_>) -> (Vec<(usize, String)>, Vec<SharedSymbol>) {
    let mut holders: Vec<(&str, usize, usize)> = Vec::new();
    for (index, meaning) in layout.meanings() {
        let Some(symbol) = &meaning.symbol else { continue };
        holders.push((&symbol.text, layout.rank(index), index));
    }
    holders.sort_unstable();
    let meanings = layout.by_index.len();
    let mut shared = Vec::new();
    let mut found = Vec::new();
    for holders in holders.chunk_by(|(a, ..), (b, ..)| a == b) {
        let (symbol, _, meaning) = holders[0];
        let mut ranks: Vec<usize> = holders.iter().map(|(_, rank, _)| *rank).collect();
        ranks.dedup();
        if ranks.len() == 1 {
            found.push((meaning, symbol.to_owned()));
        } else {
            found.push((meanings + shared.len(), symbol.to_owned()));
            shared.push(SharedSymbol { meaning, ranks });
        }
    }
    (found, shared)
}

fn index_of_texts(found: &[(usize, String)], data: &mut Data) -> Option<TokenStream> {
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    let lookup = lookup::of_texts(&texts)?;
    let meanings: Vec<_> = lookup.slots.iter().map(|key| key.map_or(0, |key| found[key].0)).collect();
    Some(index(&lookup, &meanings, data))
}

fn index(lookup: &Lookup, meanings: &[usize], data: &mut Data) -> TokenStream {
    let [bucket_shift, offset_shift] =
        [lookup.bucket_shift, lookup.offset_shift].map(Literal::u32_unsuffixed);
    let [multiplier, offset_mask] = [lookup.multiplier, lookup.offset_mask].map(Literal::u64_unsuffixed);
    let words = Literal::usize_unsuffixed(lookup.words);
    let (displacements, meanings) = (data.push(&lookup.displacements), data.push(meanings));
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
            meanings: #meanings,
        }
    }
}
