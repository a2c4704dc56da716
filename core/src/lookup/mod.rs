//! The perfect hash: finds, at expansion time, the numbers with which the runtime maps a key to its slot in one
//! multiplication and two loads.
//!
//! The top bits of `key × multiplier` choose a bucket; a key's slot is its bucket's displacement plus a few
//! other bits of the product. Buckets are placed largest first, each at the first displacement where all of
//! its keys fall on free slots. Keys that are clustered, as vendors' codes are, need only the lowest bits of
//! the product; where those collide, more and higher bits are taken.
//!
//! # Why the search ends
//!
//! An attempt fails only where two keys of one bucket have the same offset. From attempt [`UNIVERSAL_FROM`] on, every
//! other attempt takes bucket and offset together from the top `2b + 1` bits of the product, where there are fewer
//! than `2^b` keys. Multiplication by a random odd number is universal there: two distinct words have the same top `m`
//! bits for at most `2 / 2^m` of all multipliers (Dietzfelbinger et al., "A Reliable Randomized Algorithm for the
//! Closest-Pair Problem", 1997). That is an expected `2^(2b-1) × 2 / 2^(2b+1) = 1/2` colliding pairs, so at
//! least half of these attempts succeed, and all of the 350 that the bound leaves fail once in 2^350 catalogs.
//!
//! - An integer code is such a word.
//! - A text is made one. Its sample (`sampled_product`) is quick and no universal hash: texts can be crafted that have the
//!   same sample, or for which it fails whatever the multiplier. So a sample of three words gets [`SAMPLED_ATTEMPTS`] and
//!   no more, where it tells the texts apart, and so do those of five and of nine, which have every byte of a text of up to
//!   72. Then the text is hashed whole, as a polynomial over its words, of seven bytes and at the end of four, at a random
//!   point modulo the prime 2^61 - 1: two texts agree for at most as many points as the longer one has words, 2^14. Of
//!   100,000 texts any two agree once in 2^15 attempts.
//!
//! "Random" is drawn from a seed over all keys. Were the multipliers known before the keys, keys could be made that
//! collide under each of the first thousand; as it is, each key that is added to spoil one changes them all.

mod hash;
mod place;

use hash::{Sample, sample, sampled_product, short_word, spread, whole_product};
use place::Shape;

/// The parameters of a perfect hash, and the slot that each key got.
pub(crate) struct Lookup {
    pub(crate) multiplier: u64,
    pub(crate) bucket_shift: u32,
    pub(crate) offset_shift: u32,
    pub(crate) offset_mask: u64,
    /// The number of words that the runtime hashes of a text. Zero means the whole text.
    pub(crate) words: usize,
    pub(crate) displacements: Vec<usize>,
    /// The index of each slot's key. There are seldom many more slots than keys, and the last slot is taken.
    pub(crate) slots: Vec<Option<usize>>,
}

/// Finds a perfect hash of distinct integer codes. `None` does not happen, see the module.
pub(crate) fn of_integers(codes: &[i128]) -> Option<Lookup> {
    let keys = Keys {
        count: codes.len(),
        spread: Spread::Clustered,
        seed: seed(codes.iter().map(|code| *code as u64)),
    };
    build(&keys, ATTEMPTS, |key, multiplier| (codes[key] as u64).wrapping_mul(multiplier))
}

/// Finds a perfect hash of distinct texts. `None` does not happen, see the module.
pub(crate) fn of_texts(texts: &[&str]) -> Option<Lookup> {
    let words = texts.iter().flat_map(|text| {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        words.iter().map(|word| u64::from_le_bytes(*word)).chain([short_word(rest), text.len() as u64])
    });
    let keys = Keys { count: texts.len(), spread: Spread::Even, seed: seed(words) };
    let by_sample = |words: usize| {
        let samples: Vec<Sample> = texts.iter().map(|text| sample(text.as_bytes(), words)).collect();
        let product = |key: usize, multiplier| sampled_product(&samples[key], multiplier);
        let lookup = are_distinct(&samples).then(|| build(&keys, SAMPLED_ATTEMPTS, product)).flatten();
        lookup.map(|lookup| Lookup { words, ..lookup })
    };
    SAMPLED_WORDS.into_iter().find_map(by_sample).or_else(|| {
        build(&keys, ATTEMPTS, |key, multiplier| whole_product(texts[key].as_bytes(), multiplier))
    })
}

fn are_distinct(samples: &[Sample]) -> bool {
    let mut samples: Vec<&Sample> = samples.iter().collect();
    samples.sort_unstable();
    samples.is_sorted_by(|a, b| a != b)
}

/// The properties of keys before they are placed.
struct Keys {
    count: usize,
    spread: Spread,
    seed: u64,
}

/// The distribution of the keys' products.
#[derive(Clone, Copy)]
enum Spread {
    /// Codes come in runs, whose products differ in the lowest bits.
    Clustered,
    /// Hashes of texts are spread evenly.
    Even,
}

/// Finds a perfect hash of distinct keys; `product(key, multiplier)` is what the runtime will compute.
fn build(keys: &Keys, attempts: u32, product: impl Fn(usize, u64) -> u64) -> Option<Lookup> {
    let mut best: Option<Lookup> = None;
    for attempt in 0..attempts {
        let multiplier = spread(keys.seed.wrapping_add(u64::from(attempt))) | 1;
        let products: Vec<u64> = (0..keys.count).map(|key| product(key, multiplier)).collect();
        if let Some(lookup) = Shape::of(keys, attempt).place(&products, multiplier) {
            let is_smaller = best.as_ref().is_none_or(|best| lookup.slots.len() < best.slots.len());
            if is_smaller {
                best = Some(lookup);
            }
        }
        match &best {
            Some(best)
                if best.slots.len() <= keys.count + keys.count / 32 || attempt >= ATTEMPTS_FOR_FEW_GAPS =>
            {
                break;
            }
            _ => {}
        }
    }
    best
}

/// The number of attempts after which a table with more gaps is accepted.
const ATTEMPTS_FOR_FEW_GAPS: u32 = 64;
/// The numbers of words that are hashed of a text, tried in this order. They are odd, so that with the length they form
/// pairs.
const SAMPLED_WORDS: [usize; 3] = [3, 5, 9];
/// The number of attempts after which more words of each text are hashed.
const SAMPLED_ATTEMPTS: u32 = 192;
/// From this attempt on, every other attempt succeeds with a probability of at least one half for any keys.
const UNIVERSAL_FROM: u32 = 24 * 10;
/// The limit of attempts.
const ATTEMPTS: u32 = UNIVERSAL_FROM + 700;

/// Returns a number that depends on every bit of every word.
fn seed(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(0, |seed, word| spread(seed ^ word).wrapping_add(0x9e37_79b9_7f4a_7c15))
}

#[cfg(test)]
mod tests;
