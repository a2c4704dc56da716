//! The indexes of a catalog, by code, name and symbol: each is a perfect hash, and the meaning of each of its slots.

use super::packed::Data;
use super::row_order::RowOrder;
use crate::model::{Catalog, Code, Raw, Row};
use crate::perfect_hash::{self, PerfectHash};
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
    /// Builds the indexes. `codes` is the perfect hash of the codes. Returns `None` if no perfect hash of the names or the
    /// symbols is found.
    pub(super) fn of(
        catalog: &Catalog<'_>,
        codes: &PerfectHash,
        order: &RowOrder<'_>,
        data: &mut Data,
    ) -> Option<Self> {
        // In an integer catalog, the slot of a code is the index of its row.
        let meanings = match catalog.raw {
            Raw::Int(_) => Vec::new(),
            Raw::Str => codes.slots.iter().map(|row| row.unwrap_or_default()).collect(),
        };
        let names: Vec<(usize, String)> =
            order.meanings().map(|(index, meaning)| (index, meaning.name_text())).collect();
        let Symbols { entries: symbols, shared: shared_symbols, former: former_symbols } =
            collect_symbols(order);
        Some(Self {
            codes: index_table(codes, &meanings, data),
            names: index_of_texts(&names, data)?,
            symbols: index_of_texts(&symbols, data)?,
            shared_symbols,
            former_symbols,
        })
    }
}

/// Returns the perfect hash of a catalog's codes, or `None` if none is found.
pub(super) fn hash_codes(catalog: &Catalog<'_>) -> Option<PerfectHash> {
    let rows = catalog.rows.iter();
    match catalog.raw {
        Raw::Int(_) => perfect_hash::of_integers(&rows.filter_map(integer_code).collect::<Vec<_>>()),
        Raw::Str => perfect_hash::of_texts(&rows.filter_map(text_code).collect::<Vec<_>>()),
    }
}

fn integer_code(row: &Row<'_>) -> Option<i128> {
    if let Code::Int(code) = row.code { Some(code) } else { None }
}

pub(super) fn text_code<'a>(row: &'a Row<'_>) -> Option<&'a str> {
    if let Code::Str(code) = &row.code { Some(code) } else { None }
}

/// A symbol that several rows have.
pub(super) struct SharedSymbol {
    /// The index of a meaning that has it.
    pub(super) meaning: usize,
    /// The ranks of the rows that have it, ascending.
    pub(super) ranks: Vec<usize>,
}

/// A symbol that some rows had, and no row has now.
pub(super) struct FormerSymbol {
    pub(super) text: String,
    /// The ranks of the rows that had it, ascending.
    pub(super) ranks: Vec<usize>,
}

struct Symbols {
    /// Each symbol with the index of its meaning. A shared symbol has the number of meanings plus its index in `shared`.
    entries: Vec<(usize, String)>,
    shared: Vec<SharedSymbol>,
    former: Vec<FormerSymbol>,
}

fn collect_symbols(order: &RowOrder<'_>) -> Symbols {
    let mut holders: Vec<(&str, usize, Option<usize>)> = Vec::new();
    for (index, meaning) in order.meanings() {
        let rank = order.rank(index);
        holders.extend(meaning.symbol.iter().map(|symbol| (&*symbol.text, rank, Some(index))));
        holders.extend(meaning.former_symbols.iter().map(|symbol| (&*symbol.text, rank, None)));
    }
    holders.sort_unstable();
    let meanings = order.by_index.len();
    let (mut entries, mut shared, mut former) = (Vec::new(), Vec::new(), Vec::new());
    for holders in holders.chunk_by(|(a, ..), (b, ..)| a == b) {
        let symbol = holders[0].0;
        let mut ranks: Vec<usize> = holders.iter().map(|(_, rank, _)| *rank).collect();
        ranks.dedup();
        let Some(meaning) = holders.iter().find_map(|(.., meaning)| *meaning) else {
            former.push(FormerSymbol { text: symbol.to_owned(), ranks });
            continue;
        };
        if ranks.len() == 1 {
            entries.push((meaning, symbol.to_owned()));
        } else {
            entries.push((meanings + shared.len(), symbol.to_owned()));
            shared.push(SharedSymbol { meaning, ranks });
        }
    }
    Symbols { entries, shared, former }
}

fn index_of_texts(entries: &[(usize, String)], data: &mut Data) -> Option<TokenStream> {
    let texts: Vec<&str> = entries.iter().map(|(_, text)| text.as_str()).collect();
    let hash = perfect_hash::of_texts(&texts)?;
    let meanings: Vec<_> = hash.slots.iter().map(|key| key.map_or(0, |key| entries[key].0)).collect();
    Some(index_table(&hash, &meanings, data))
}

fn index_table(hash: &PerfectHash, meanings: &[usize], data: &mut Data) -> TokenStream {
    let [bucket_shift, offset_shift] = [hash.bucket_shift, hash.offset_shift].map(Literal::u32_unsuffixed);
    let [multiplier, offset_mask] = [hash.multiplier, hash.offset_mask].map(Literal::u64_unsuffixed);
    let words = Literal::usize_unsuffixed(hash.words);
    let (displacements, meanings) = (data.push(&hash.displacements), data.push(meanings));
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
