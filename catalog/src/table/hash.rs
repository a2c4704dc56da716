//! The perfect hash at run time: maps an integer to its slot with one multiplication, and a text with a few. Both load one
//! number, the first slot of a bucket.
//!
//! The macro finds the numbers (`perfect_hash/` in `error-catalog-core` explains how) and computes the same products. Tests
//! look up every row of their catalogs, so a difference between the two would fail them.

use super::packed::Packed;

/// The numbers that the macro found for a set of keys.
#[derive(Clone, Copy, Debug)]
pub struct PerfectHash {
    /// The product of a key is the key multiplied by this.
    pub multiplier: u64,
    /// The bucket of a key is its product, shifted right by this.
    pub bucket_shift: u32,
    /// The offset in the bucket is the product, shifted right by this and masked with `offset_mask`.
    pub offset_shift: u32,
    /// Ones in as many low bits as an offset has.
    pub offset_mask: u64,
    /// The number of words of a text that are hashed; zero means the whole text.
    pub words: usize,
    /// The first slot of each bucket.
    pub displacements: Packed,
}

#[allow(
    clippy::inline_always,
    reason = "each caller has one catalog, whose numbers become constants here if the call is inlined"
)]
impl PerfectHash {
    /// Returns the slot of an integer code. For a code that is not a key, returns the slot of another one, or one past the
    /// last.
    #[inline(always)]
    pub(crate) const fn slot_of_integer(&self, code: u64) -> usize {
        self.slot(code.wrapping_mul(self.multiplier))
    }

    /// Returns the slot of a text. For a text that is not a key, returns the slot of another one, or one past the last.
    #[inline(always)]
    pub(crate) const fn slot_of_text(&self, text: &str) -> usize {
        let bytes = text.as_bytes();
        self.slot(if self.words == 0 {
            whole_product(bytes, self.multiplier)
        } else {
            sampled_product(bytes, self.words, self.multiplier)
        })
    }

    #[inline(always)]
    const fn slot(&self, product: u64) -> usize {
        let bucket = (product >> self.bucket_shift) as usize;
        let offset = (product >> self.offset_shift & self.offset_mask) as usize;
        self.displacements.get(bucket) + offset
    }
}

/// Hashes the length and `words` words of eight bytes, evenly spread over the text. They contain every byte of a text of up
/// to that many words. Texts of any length take the same path, and the multiplications are independent of each other.
#[allow(
    clippy::inline_always,
    reason = "so that the loop is unrolled: the number of words is a constant where it is called"
)]
#[inline(always)]
const fn sampled_product(bytes: &[u8], words: usize, multiplier: u64) -> u64 {
    let length = bytes.len() as u64;
    let Some(last) = bytes.len().checked_sub(8) else {
        return mixed(short_word(bytes), length, multiplier);
    };
    let mut product = mixed(word_at(bytes, last), length, multiplier);
    let (mut word, gaps, mut key) = (0, words - 1, multiplier);
    while word < gaps {
        key = next_key(next_key(key));
        product ^= mixed(word_at(bytes, word * last / gaps), word_at(bytes, (word + 1) * last / gaps), key);
        word += 2;
    }
    product
}

/// Mixes two words, each with a key of its own, and folds the halves of their product.
#[inline]
const fn mixed(a: u64, b: u64, key: u64) -> u64 {
    let product = (a ^ key) as u128 * (b ^ next_key(key)) as u128;
    product as u64 ^ (product >> 64) as u64
}

/// Multiplies instead of rotating, because a word such as `xxxxxxxx` is the same after a rotation and would collide.
#[inline]
const fn next_key(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Hashes every byte: evaluates a polynomial over the words of the text at a point, modulo a prime. Two texts have the same
/// value at few points only; `perfect_hash/` in `error-catalog-core` has the proof.
const fn whole_product(bytes: &[u8], multiplier: u64) -> u64 {
    const PRIME: u64 = (1 << 61) - 1;
    const fn step(value: u64, point: u64, word: u64) -> u64 {
        let next = value as u128 * point as u128 + word as u128;
        let folded = (next as u64 & PRIME) + (next >> 61) as u64;
        if folded >= PRIME { folded - PRIME } else { folded }
    }
    let point = spread(multiplier) >> 3;
    let (mut words, rest) = bytes.as_chunks::<7>();
    let mut polynomial = bytes.len() as u64;
    while let [[a, b, c, d, e, f, g], others @ ..] = words {
        polynomial = step(polynomial, point, u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, 0]));
        words = others;
    }
    let rest = short_word(rest);
    polynomial = step(polynomial, point, rest >> 32);
    step(polynomial, point, rest & 0xffff_ffff).wrapping_mul(multiplier)
}

/// Applies the finalizer of `SplitMix64`, a bijection in which each bit of the result depends on each bit of the input.
const fn spread(word: u64) -> u64 {
    let z = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Returns the eight bytes from `at` on. The caller checks that they exist.
#[inline]
pub(crate) const fn word_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1.first_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word),
        None => 0,
    }
}

/// Returns up to seven bytes as one word.
#[inline]
pub(crate) const fn short_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64
    } else if let (Some(first), Some(last)) = (bytes.first(), bytes.last()) {
        (*first as u64) << 16 | (bytes[bytes.len() / 2] as u64) << 8 | *last as u64
    } else {
        0
    }
}
