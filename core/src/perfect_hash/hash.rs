//! Multiplies keys, as `table/hash.rs` of the crate `error-catalog` does at run time. The crates do not
//! share this code, so every lookup in the tests also compares the two.

/// The part of a text that is hashed if it differs between all texts: words of eight bytes, evenly spread from the start
/// of the text to its end, and the length. A text of up to seven bytes is one word. The number of words is even.
pub(super) type Sample = Vec<u64>;

/// Returns the sample with this number of words, which is odd, and the length.
pub(super) fn sample(bytes: &[u8], words: usize) -> Sample {
    let length = bytes.len() as u64;
    let Some(last) = bytes.len().checked_sub(8) else { return vec![short_word(bytes), length] };
    let gaps = words - 1;
    let word_at = |at: usize| bytes[at..].first_chunk().map_or(0, |word| u64::from_le_bytes(*word));
    (0..words).map(|word| word_at(word * last / gaps)).chain([length]).collect()
}

/// Returns the hash of a text by its sample.
pub(super) fn sampled_product(sample: &[u64], multiplier: u64) -> u64 {
    let (pairs, _) = sample.as_chunks::<2>();
    let Some(([last, length], pairs)) = pairs.split_last() else { return 0 };
    let (mut product, mut key) = (mixed(*last, *length, multiplier), multiplier);
    for [a, b] in pairs {
        key = next_key(next_key(key));
        product ^= mixed(*a, *b, key);
    }
    product
}

/// Returns a word of which each bit depends on both words: the halves of a product, with a key for each factor.
fn mixed(a: u64, b: u64, key: u64) -> u64 {
    let product = u128::from(a ^ key) * u128::from(b ^ next_key(key));
    product as u64 ^ (product >> 64) as u64
}

/// Multiplies instead of rotating, because a word such as `xxxxxxxx` is the same after a rotation and would collide.
fn next_key(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Returns the hash of a whole text.
pub(super) fn whole_product(bytes: &[u8], multiplier: u64) -> u64 {
    const PRIME: u64 = (1 << 61) - 1;
    let point = u128::from(finalize(multiplier) >> 3);
    let (words, rest) = bytes.as_chunks::<7>();
    let words = words.iter().map(|[a, b, c, d, e, f, g]| u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, 0]));
    let rest = short_word(rest);
    let polynomial = words.chain([rest >> 32, rest & 0xffff_ffff]).fold(bytes.len() as u64, |value, word| {
        let next = u128::from(value) * point + u128::from(word);
        let folded = (next as u64 & PRIME) + (next >> 61) as u64;
        if folded >= PRIME { folded - PRIME } else { folded }
    });
    polynomial.wrapping_mul(multiplier)
}

/// Returns up to seven bytes as one word.
pub(super) fn short_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (bytes.first(), bytes.last()) {
        u64::from(*first) << 16 | u64::from(bytes[bytes.len() / 2]) << 8 | u64::from(*last)
    } else {
        0
    }
}

/// Applies the finalizer of `SplitMix64`, a bijection in which each bit of the result depends on each bit of the input.
pub(super) fn finalize(word: u64) -> u64 {
    let z = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
