//! What of a key is multiplied, and with what: the macro's half of `error_catalog`'s `hash`, which computes the same at
//! run time. Neither crate can depend on the other for it; each lookup in a test compares the two.

/// What is hashed of a text where that is enough to tell it from the others: eight bytes from its start, its middle
/// and its end, or all of a text of up to seven; and its length.
pub(super) type Sample = [u64; 4];

pub(super) fn sample(bytes: &[u8]) -> Sample {
    let length = bytes.len();
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            let middle = bytes[length / 2 - 4..].first_chunk::<8>().unwrap_or(last);
            let [first, middle, last] = [first, middle, last].map(|word| u64::from_le_bytes(*word));
            [first, middle, last, length as u64]
        }
        _ => [short_word(bytes), 0, 0, length as u64],
    }
}

/// The hash of a text by its sample.
pub(super) fn sampled_product([first, middle, last, length]: Sample, multiplier: u64) -> u64 {
    let mix = |word: u64, rotation| word.wrapping_mul(multiplier).rotate_left(rotation);
    (mix(first, 0) ^ mix(middle, 21) ^ mix(last, 42) ^ mix(length, 11)).wrapping_mul(multiplier)
}

/// The hash of all of a text.
pub(super) fn whole_product(bytes: &[u8], multiplier: u64) -> u64 {
    const PRIME: u64 = (1 << 61) - 1;
    let point = u128::from(spread(multiplier) >> 3);
    let (words, rest) = bytes.as_chunks::<4>();
    let words = words.iter().map(|word| u32::from_le_bytes(*word).into()).chain([short_word(rest)]);
    let polynomial = words.fold(bytes.len() as u64, |value, word| {
        let next = u128::from(value) * point + u128::from(word);
        let folded = (next as u64 & PRIME) + (next >> 61) as u64;
        if folded >= PRIME { folded - PRIME } else { folded }
    });
    polynomial.wrapping_mul(multiplier)
}

/// All of up to seven bytes.
pub(super) fn short_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (bytes.first(), bytes.last()) {
        u64::from(*first) << 16 | u64::from(bytes[bytes.len() / 2]) << 8 | u64::from(*last)
    } else {
        0
    }
}

/// The finalizer of `SplitMix64`: a bijection in which each bit of the result depends on each bit that comes in.
pub(super) fn spread(word: u64) -> u64 {
    let z = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
