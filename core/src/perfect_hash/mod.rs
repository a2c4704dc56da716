//! The perfect hash: finds, at expansion time, the numbers with which the runtime maps a key to its slot: an integer with
//! one multiplication and one load, a text with a few more multiplications.
//!
//! The top bits of `key × multiplier` choose a bucket. The slot of a key is the displacement of its bucket plus an offset,
//! which is a few other bits of the product. Buckets are placed largest first, each at the first displacement at which all
//! of its keys fall on free slots. For clustered keys, such as vendors' codes, the lowest bits of the product are enough;
//! if these collide, later attempts take more and higher bits.
//!
//! # Why the search ends
//!
//! An attempt fails only if two keys of one bucket have the same offset. From attempt [`UNIVERSAL_FROM`] on, every other
//! attempt takes bucket and offset together from the top `2b + 1` bits of the product, for fewer than `2^b` keys.
//! Multiplication by a random odd number is universal for these bits: two distinct words have the same top `m` bits for at
//! most `2 / 2^m` of all multipliers (Dietzfelbinger et al., "A Reliable Randomized Algorithm for the Closest-Pair
//! Problem", 1997). So the expected number of colliding pairs is at most `2^(2b-1) × 2 / 2^(2b+1) = 1/2`, and at least
//! half of these attempts succeed. There are 350 of them, which all fail for one catalog in 2^350.
//!
//! An integer code is already a word. A text is hashed to one in up to four ways:
//!
//! - By a sample of three words (`sampled_product`), then of five, then of nine. Nine words contain every byte of a text of
//!   up to 72 bytes. A sample is fast but not universal: crafted texts may have the same sample, or fail with every
//!   multiplier. So each sample is used only if it differs between all texts, and gets [`SAMPLED_ATTEMPTS`].
//! - As a whole (`whole_product`): a polynomial over its words, which have seven bytes and at the end four, at a random
//!   point modulo the prime 2^61 - 1. Two texts have the same value at no more points than the longer one has words, which
//!   is 2^14. For 100,000 texts, one attempt in 2^15 gives two of them the same value.
//!
//! The random numbers come from a seed over all keys. With multipliers that are known in advance, keys could be crafted
//! that collide under each of them; here, every added key changes all multipliers.

mod hash;
mod placement;

use hash::{Sample, finalize, sample, sampled_product, short_word, whole_product};
use placement::Shape;

/// The parameters of a perfect hash, and the slot that each key got.
pub(crate) struct PerfectHash {
    pub(crate) multiplier: u64,
    pub(crate) bucket_shift: u32,
    pub(crate) offset_shift: u32,
    pub(crate) offset_mask: u64,
    /// The number of words in a sample of a text. Zero means that the whole text is hashed.
    pub(crate) words: usize,
    pub(crate) displacements: Vec<usize>,
    /// The index of the key in each slot. Few slots are empty, and the last one is not.
    pub(crate) slots: Vec<Option<usize>>,
}

/// Finds a perfect hash of distinct integer codes. The module explains why it does not return `None`.
pub(crate) fn of_integers(codes: &[i128]) -> Option<PerfectHash> {
    let keys = Keys {
        count: codes.len(),
        distribution: Distribution::Clustered,
        seed: seed(codes.iter().map(|code| *code as u64)),
    };
    build(&keys, ATTEMPTS, |key, multiplier| (codes[key] as u64).wrapping_mul(multiplier))
}

/// Finds a perfect hash of distinct texts. The module explains why it does not return `None`.
pub(crate) fn of_texts(texts: &[&str]) -> Option<PerfectHash> {
    let words = texts.iter().flat_map(|text| {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        words.iter().map(|word| u64::from_le_bytes(*word)).chain([short_word(rest), text.len() as u64])
    });
    let keys = Keys { count: texts.len(), distribution: Distribution::Even, seed: seed(words) };
    let by_sample = |words: usize| {
        let samples: Vec<Sample> = texts.iter().map(|text| sample(text.as_bytes(), words)).collect();
        let product = |key: usize, multiplier| sampled_product(&samples[key], multiplier);
        let hash = are_distinct(&samples).then(|| build(&keys, SAMPLED_ATTEMPTS, product)).flatten();
        hash.map(|hash| PerfectHash { words, ..hash })
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

/// The number of the keys, the distribution of their products, and the seed of the random numbers.
struct Keys {
    count: usize,
    distribution: Distribution,
    seed: u64,
}

/// The distribution of the keys' products.
#[derive(Clone, Copy)]
enum Distribution {
    /// Codes come in runs, whose products differ in the lowest bits.
    Clustered,
    /// Hashes of texts are spread evenly.
    Even,
}

/// Finds a perfect hash of distinct keys. `product(key, multiplier)` returns the product that the runtime computes.
fn build(keys: &Keys, attempts: u32, product: impl Fn(usize, u64) -> u64) -> Option<PerfectHash> {
    let mut best: Option<PerfectHash> = None;
    for attempt in 0..attempts {
        let multiplier = finalize(keys.seed.wrapping_add(u64::from(attempt))) | 1;
        let products: Vec<u64> = (0..keys.count).map(|key| product(key, multiplier)).collect();
        if let Some(hash) = Shape::of(keys, attempt).place(&products, multiplier) {
            let is_smaller = best.as_ref().is_none_or(|best| hash.slots.len() < best.slots.len());
            if is_smaller {
                best = Some(hash);
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
/// The numbers of words in a sample, tried in this order. They are odd, so that the words and the length form pairs.
const SAMPLED_WORDS: [usize; 3] = [3, 5, 9];
/// The limit of attempts with one size of samples.
const SAMPLED_ATTEMPTS: u32 = 192;
/// From this attempt on, every other attempt succeeds with a probability of at least one half for any keys.
const UNIVERSAL_FROM: u32 = 24 * 10;
/// The limit of attempts.
const ATTEMPTS: u32 = UNIVERSAL_FROM + 700;

/// Returns a number that depends on every bit of every word.
fn seed(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(0, |seed, word| finalize(seed ^ word).wrapping_add(0x9e37_79b9_7f4a_7c15))
}

#[cfg(test)]
mod tests;
