//! The perfect hash at run time: from a key to its slot in one multiplication and one load.
//!
//! The macro finds the numbers (`lookup.rs` there) and computes the same products; a test looks every row of
//! every catalog up, so the two cannot drift apart unseen.

use crate::packed::Packed;

/// The numbers that the macro found for a set of keys.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PerfectHash {
    multiplier: u64,
    bucket_shift: u32,
    offset_shift: u32,
    offset_mask: u64,
    displacements: Packed,
}

impl PerfectHash {
    /// A key times `multiplier` is a product. Its bits from `bucket_shift` up are its bucket; those from
    /// `offset_shift` up, as many as `offset_mask` has, are its offset in the bucket, which starts at the bucket's
    /// displacement.
    pub(crate) const fn new(
        multiplier: u64,
        bucket_shift: u32,
        offset_shift: u32,
        offset_mask: u64,
        displacements: Packed,
    ) -> Self {
        Self { multiplier, bucket_shift, offset_shift, offset_mask, displacements }
    }

    /// The slot of an integer code. For a code that is no key, the slot of another, or one past the last.
    #[inline]
    pub(crate) const fn slot_of_integer(&self, code: u64) -> usize {
        self.slot(code.wrapping_mul(self.multiplier))
    }

    /// The slot of a text. For a text that is no key, the slot of another, or one past the last.
    #[inline]
    pub(crate) const fn slot_of_text(&self, text: &str) -> usize {
        self.slot(text_product(text.as_bytes(), self.multiplier))
    }

    #[inline]
    const fn slot(&self, product: u64) -> usize {
        let bucket = (product >> self.bucket_shift) as usize;
        let offset = (product >> self.offset_shift & self.offset_mask) as usize;
        self.displacements.get(bucket) + offset
    }
}

#[inline]
const fn text_product(bytes: &[u8], multiplier: u64) -> u64 {
    let mut hash = (bytes.len() as u64 + 1).wrapping_mul(multiplier);
    let (mut words, rest) = bytes.as_chunks::<8>();
    while let [word, others @ ..] = words {
        hash = mix(hash, u64::from_le_bytes(*word), multiplier);
        words = others;
    }
    if !rest.is_empty() {
        hash = mix(hash, last_word(bytes), multiplier);
    }
    hash.wrapping_mul(multiplier)
}

#[inline]
const fn mix(hash: u64, word: u64, multiplier: u64) -> u64 {
    (hash ^ word).wrapping_mul(multiplier).rotate_left(29)
}

/// The last eight bytes, which may overlap words already mixed; of a shorter text all bytes.
#[inline]
const fn last_word(bytes: &[u8]) -> u64 {
    if let Some(last) = bytes.last_chunk::<8>() {
        u64::from_le_bytes(*last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64
    } else {
        (bytes[0] as u64) << 16 | (bytes[bytes.len() / 2] as u64) << 8 | bytes[bytes.len() - 1] as u64
    }
}
