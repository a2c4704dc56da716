//! The indexes of a catalog, by code, name and symbol: each is a perfect hash, and the meaning of each of its slots.

use super::packed::Data;
use super::row_order::Layout;
use crate::model::{Catalog, Code, Raw, Row};
use crate::perfect_hash::{self, Lookup};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The indexes of a catalog, each as the `Index` of the runtime.
pub(super) struct Indexes {
    pub(super) codes: TokenStream,
    pub(super) names: TokenStream,
    pub(super) symbols: TokenStream,
    pub(super) shared_symbols: Vec<SharedSymbol>,
    pub(super) former_symbols: Vec<FormerSymbol>,
}

impl Indexes {
    /// Builds the indexes. `codes` is the perfect hash of the layout. Returns `None` if no perfect hash of the names or the
    /// symbols is found.
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
        let Symbols { found: symbols, shared: shared_symbols, former: former_symbols } = symbols(layout);
        Some(Self {
            codes: index(codes, &meanings, data),
            names: index_of_texts(&names, data)?,
            symbols: index_of_texts(&symbols, data)?,
            shared_symbols,
            former_symbols,
        })
    }
}

/// Returns the perfect hash of a catalog's codes, or `None` if none is found.
pub(super) fn lookup_of_codes(catalog: &Catalog<'_>) -> Option<Lookup> {
    let rows = catalog.rows.iter();
    match catalog.raw {
        Raw::Int(_) => perfect_hash::of_integers(&rows.filter_map(integer).collect::<Vec<_>>()),
        Raw::Str => perfect_hash::of_texts(&rows.filter_map(text).collect::<Vec<_>>()),
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

/// A symbol that rows only had in the past.
pub(super) struct FormerSymbol {
    pub(super) text: String,
    /// The ranks of the rows that had it, ascending.
    pub(super) ranks: Vec<usize>,
}

struct Symbols {
    /// Each symbol with the index of its meaning. The index of a shared one is its index among those, counted from after
    /// the last meaning.
    found: Vec<(usize, String)>,
    shared: Vec<SharedSymbol>,
    former: Vec<FormerSymbol>,
}

fn symbols(layout: &Layout<'_>) -> Symbols {
    let mut holders: Vec<(&str, usize, Option<usize>)> = Vec::new();
    for (index, meaning) in layout.meanings() {
        let rank = layout.rank(index);
        holders.extend(meaning.symbol.iter().map(|symbol| (&*symbol.text, rank, Some(index))));
        holders.extend(meaning.former_symbols.iter().map(|symbol| (&*symbol.text, rank, None)));
    }
    holders.sort_unstable();
    let meanings = layout.by_index.len();
    let (mut found, mut shared, mut former) = (Vec::new(), Vec::new(), Vec::new());
    for holders in holders.chunk_by(|(a, ..), (b, ..)| a == b) {
        let symbol = holders[0].0;
        let mut ranks: Vec<usize> = holders.iter().map(|(_, rank, _)| *rank).collect();
        ranks.dedup();
        let Some(meaning) = holders.iter().find_map(|(.., meaning)| *meaning) else {
            former.push(FormerSymbol { text: symbol.to_owned(), ranks });
            continue;
        };
        if ranks.len() == 1 {
            found.push((meaning, symbol.to_owned()));
        } else {
            found.push((meanings + shared.len(), symbol.to_owned()));
            shared.push(SharedSymbol { meaning, ranks });
        }
    }
    Symbols { found, shared, former }
}

fn index_of_texts(found: &[(usize, String)], data: &mut Data) -> Option<TokenStream> {
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    let lookup = perfect_hash::of_texts(&texts)?;
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
