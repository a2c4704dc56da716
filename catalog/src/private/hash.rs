//! The perfect hash at run time: from a key to its slot in one multiplication and one load.
//!
//! The macro finds the numbers (`lookup.rs` there, which says why it does) and computes the same products; a test looks every row of
//! every catalog up, so the two cannot drift apart unseen.

use super::packed::Packed;

/// The numbers that the macro found for a set of keys.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PerfectHash {
    /// What a key is multiplied by; the result is its product.
    pub(crate) multiplier: u64,
    /// The bits of a product from here up are its bucket.
    pub(crate) bucket_shift: u32,
    /// The bits of a product from here up, as many as the mask has, are its offset in the bucket.
    pub(crate) offset_shift: u32,
    /// See `offset_shift`.
    pub(crate) offset_mask: u64,
    /// Whether a text is hashed whole: two keys have the same length, ends and middle.
    pub(crate) whole: bool,
    /// Where each bucket starts.
    pub(crate) displacements: Packed,
}

impl PerfectHash {
    /// The slot of an integer code. For a code that is no key, the slot of another, or one past the last.
    #[inline]
    pub(crate) const fn slot_of_integer(&self, code: u64) -> usize {
        self.slot(code.wrapping_mul(self.multiplier))
    }

    /// The slot of a text. For a text that is no key, the slot of another, or one past the last.
    #[inline]
    pub(crate) const fn slot_of_text(&self, text: &str) -> usize {
        let bytes = text.as_bytes();
        self.slot(if self.whole {
            whole_product(bytes, self.multiplier)
        } else {
            sampled_product(bytes, self.multiplier)
        })
    }

    #[inline]
    const fn slot(&self, product: u64) -> usize {
        let bucket = (product >> self.bucket_shift) as usize;
        let offset = (product >> self.offset_shift & self.offset_mask) as usize;
        self.displacements.get(bucket) + offset
    }
}

/// Eight bytes from each end and eight from the middle, which is all of a text of up to 24. There is no loop, so
/// texts of any lengths take the same path, and the multiplications do not wait for each other.
#[inline]
const fn sampled_product(bytes: &[u8], multiplier: u64) -> u64 {
    let length = bytes.len();
    let (first, middle, last) = if length >= 8 {
        (word_at(bytes, 0), word_at(bytes, length / 2 - 4), word_at(bytes, length - 8))
    } else {
        (short_word(bytes), 0, 0)
    };
    let first = first.wrapping_mul(multiplier);
    let middle = middle.wrapping_mul(multiplier).rotate_left(21);
    let last = last.wrapping_mul(multiplier).rotate_left(42);
    let length = (length as u64).wrapping_mul(multiplier).rotate_left(11);
    (first ^ middle ^ last ^ length).wrapping_mul(multiplier)
}

/// Every byte of the text: a polynomial over its words at a point modulo a prime, which no two texts can be made to
/// share for more than a few points; `lookup.rs` of the macro has the proof.
const fn whole_product(bytes: &[u8], multiplier: u64) -> u64 {
    const PRIME: u64 = (1 << 61) - 1;
    const fn step(value: u64, point: u64, word: u64) -> u64 {
        let next = value as u128 * point as u128 + word as u128;
        let folded = (next as u64 & PRIME) + (next >> 61) as u64;
        if folded >= PRIME { folded - PRIME } else { folded }
    }
    let point = spread(multiplier) >> 3;
    let (mut words, rest) = bytes.as_chunks::<4>();
    let mut polynomial = bytes.len() as u64;
    while let [word, others @ ..] = words {
        polynomial = step(polynomial, point, u32::from_le_bytes(*word) as u64);
        words = others;
    }
    step(polynomial, point, short_word(rest)).wrapping_mul(multiplier)
}

/// A bijection in which each bit of the result depends on each bit that comes in: the finalizer of `SplitMix64`.
const fn spread(word: u64) -> u64 {
    let z = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The eight bytes from `at` on, which are there.
#[inline]
pub(crate) const fn word_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1.first_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word),
        None => 0,
    }
}

/// All of up to seven bytes.
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
