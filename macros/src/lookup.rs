//! The perfect hash: finds, at expansion time, the numbers with which the runtime maps a key to its slot in one
//! multiplication and two loads.
//!
//! The top bits of `key × multiplier` choose a bucket; a key's slot is its bucket's displacement plus a few
//! other bits of the product. Buckets are placed largest first, each at the first displacement where all of
//! its keys fall on free slots. Keys that are clustered, as vendors' codes are, need only the lowest bits of
//! the product; where those collide, more and higher bits are taken.

use std::collections::HashSet;

/// The parameters of a perfect hash, and the slot that each key got.
pub(crate) struct Lookup {
    pub(crate) multiplier: u64,
    pub(crate) bucket_shift: u32,
    pub(crate) offset_shift: u32,
    pub(crate) offset_mask: u64,
    /// Whether the keys are texts and the runtime has to hash them whole.
    pub(crate) whole: bool,
    pub(crate) displacements: Vec<usize>,
    /// For each slot the index of its key. Seldom many more slots than keys; the last one is taken.
    pub(crate) slots: Vec<Option<usize>>,
}

/// Finds a perfect hash of distinct integer codes.
pub(crate) fn of_integers(codes: &[i128]) -> Lookup {
    build(codes.len(), Keys::Clustered, |key, multiplier| (codes[key] as u64).wrapping_mul(multiplier))
}

/// Finds a perfect hash of distinct texts.
pub(crate) fn of_texts(texts: &[&str]) -> Lookup {
    let samples: Vec<Sample> = texts.iter().map(|text| sample(text.as_bytes())).collect();
    let whole = samples.iter().collect::<HashSet<_>>().len() < samples.len();
    let lookup = if whole {
        build(texts.len(), Keys::Scattered, |key, multiplier| whole_product(texts[key], multiplier))
    } else {
        build(texts.len(), Keys::Scattered, |key, multiplier| sampled_product(samples[key], multiplier))
    };
    Lookup { whole, ..lookup }
}

/// What is hashed of a text where that is enough to tell it from the others: eight bytes from its start, its middle
/// and its end, or all of a text of up to seven; and its length.
type Sample = [u64; 4];

fn sample(bytes: &[u8]) -> Sample {
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

/// The hash of a text by its sample, as `error_catalog::hash` computes it at run time.
fn sampled_product([first, middle, last, length]: Sample, multiplier: u64) -> u64 {
    let mix = |word: u64, rotation| word.wrapping_mul(multiplier).rotate_left(rotation);
    (mix(first, 0) ^ mix(middle, 21) ^ mix(last, 42) ^ mix(length, 11)).wrapping_mul(multiplier)
}

/// The hash of all of a text, as `error_catalog::hash` computes it at run time.
fn whole_product(text: &str, multiplier: u64) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word)).chain([short_word(rest)]);
    let length = (text.len() as u64).wrapping_mul(multiplier);
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(multiplier).rotate_left(29);
    words.fold(length, mix).wrapping_mul(multiplier)
}

/// All of up to seven bytes.
fn short_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (bytes.first(), bytes.last()) {
        u64::from(*first) << 16 | u64::from(bytes[bytes.len() / 2]) << 8 | u64::from(*last)
    } else {
        0
    }
}

/// Finds a perfect hash of `count` distinct keys; `product(key, multiplier)` is what the runtime will compute.
fn build(count: usize, keys: Keys, product: impl Fn(usize, u64) -> u64) -> Lookup {
    let mut best: Option<Lookup> = None;
    for attempt in 0.. {
        let multiplier = odd_multiplier(attempt);
        let products: Vec<u64> = (0..count).map(|key| product(key, multiplier)).collect();
        if let Some(lookup) = Shape::of(count, keys, attempt).place(&products, multiplier) {
            let is_smaller = best.as_ref().is_none_or(|best| lookup.slots.len() < best.slots.len());
            if is_smaller {
                best = Some(lookup);
            }
        }
        match &best {
            Some(best) if best.slots.len() <= count + count / 32 || attempt >= ATTEMPTS_FOR_FEW_GAPS => {
                break;
            }
            _ => {}
        }
    }
    best.expect("the loop ends with a table; see `Shape::of` for why it ends")
}

/// After so many attempts a table with more gaps will do.
const ATTEMPTS_FOR_FEW_GAPS: u32 = 64;

/// `SplitMix64` of the attempt, made odd: multiplication by it loses nothing.
fn odd_multiplier(attempt: u32) -> u64 {
    let mut z = u64::from(attempt + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) | 1
}

/// What is known about the products of keys.
#[derive(Clone, Copy)]
enum Keys {
    /// Codes come in runs, whose products differ in the lowest bits.
    Clustered,
    /// Hashes of texts are spread evenly.
    Scattered,
}

/// Which bits of a product choose the bucket and the offset in it.
struct Shape {
    bucket_bits: u32,
    offset_bits: u32,
    offset_shift: u32,
}

impl Shape {
    /// The shape of an attempt: at first one that a fair share of multipliers fits, then more and other bits. In the
    /// end every other attempt takes 2 × `size_bits` + 1 bits from the top of the product. Multiplication by a random
    /// odd number is universal in those: at least half of these attempts tell any distinct keys apart.
    fn of(count: usize, keys: Keys, attempt: u32) -> Self {
        let size_bits = usize::BITS - count.leading_zeros();
        let escalation = attempt / 24;
        let (bucket_bits, offset_bits) = match keys {
            Keys::Clustered => {
                let of_a_run = if count > 1024 { 8 } else { 6 };
                (size_bits.saturating_sub(1), of_a_run.min(size_bits.saturating_sub(2)))
            }
            // One pair of keys in a bucket, on average, has the same offset.
            Keys::Scattered => (size_bits, size_bits.saturating_sub(1)),
        };
        let bucket_bits = (bucket_bits + escalation / 3).min(size_bits).max(1);
        let offset_bits = (offset_bits + escalation).min(size_bits + 1);
        let offset_shift = if attempt.is_multiple_of(2) { 0 } else { 64 - bucket_bits - offset_bits };
        Self { bucket_bits, offset_bits, offset_shift }
    }

    fn place(&self, products: &[u64], multiplier: u64) -> Option<Lookup> {
        let bucket_shift = 64 - self.bucket_bits;
        let offset_mask = (1_u64 << self.offset_bits) - 1;
        let offset = |key: usize| (products[key] >> self.offset_shift & offset_mask) as usize;

        let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); 1 << self.bucket_bits];
        for (key, product) in products.iter().enumerate() {
            buckets[(product >> bucket_shift) as usize].push(key);
        }
        for bucket in &mut buckets {
            bucket.sort_by_key(|&key| offset(key));
            if bucket.windows(2).any(|pair| offset(pair[0]) == offset(pair[1])) {
                return None;
            }
        }
        // Largest first, since they are the hardest to fit; of equals those that only fit far from the start.
        let mut order: Vec<usize> =
            (0..buckets.len()).filter(|&bucket| !buckets[bucket].is_empty()).collect();
        order.sort_by_key(|&bucket| {
            let keys = &buckets[bucket];
            std::cmp::Reverse((keys.len(), offset(keys[0])))
        });

        let mut taken = Taken::default();
        let mut slots: Vec<Option<usize>> = vec![None; products.len()];
        let mut displacements = vec![0; buckets.len()];
        let mut offsets = Vec::new();
        for bucket in order {
            let keys = &buckets[bucket];
            offsets.clear();
            offsets.extend(keys.iter().map(|&key| offset(key)));
            let displacement = taken.first_fit(&offsets);
            displacements[bucket] = displacement;
            for &key in keys {
                let slot = displacement + offset(key);
                taken.take(slot);
                if slot >= slots.len() {
                    slots.resize(slot + 1, None);
                }
                slots[slot] = Some(key);
            }
        }
        let offset_shift = self.offset_shift;
        Some(Lookup {
            multiplier,
            bucket_shift,
            offset_shift,
            offset_mask,
            whole: false,
            displacements,
            slots,
        })
    }
}

/// Which slots are taken, a bit each, so that 64 displacements are tried at once.
#[derive(Default)]
struct Taken {
    words: Vec<u64>,
    /// All slots below are taken.
    full_below: usize,
}

impl Taken {
    fn take(&mut self, slot: usize) {
        if slot / 64 >= self.words.len() {
            self.words.resize(slot / 64 + 1, 0);
        }
        self.words[slot / 64] |= 1 << (slot % 64);
        while self.words.get(self.full_below / 64) == Some(&u64::MAX) {
            self.full_below += 64;
        }
    }

    /// The 64 slots from `start` on, the free ones as ones.
    fn free_from(&self, start: usize) -> u64 {
        let (index, bit) = (start / 64, start % 64);
        match self.words.get(index..) {
            Some([low, ..]) if bit == 0 => !low,
            Some([low, high, ..]) => !(low >> bit | high << (64 - bit)),
            Some([low]) => !(low >> bit),
            _ => u64::MAX,
        }
    }

    /// The first displacement at which every offset falls on a free slot. `offsets` ascend.
    fn first_fit(&self, offsets: &[usize]) -> usize {
        let lowest = offsets.first().copied().unwrap_or(0);
        let mut start = self.full_below.saturating_sub(lowest);
        loop {
            let mut fits = u64::MAX;
            for offset in offsets {
                fits &= self.free_from(start + offset);
                if fits == 0 {
                    break;
                }
            }
            if fits != 0 {
                return start + fits.trailing_zeros() as usize;
            }
            start += 64;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lookup, of_integers, of_texts, sample, sampled_product, whole_product};

    fn assert_perfect(lookup: &Lookup, keys: usize, product: impl Fn(usize, u64) -> u64) {
        assert_eq!(lookup.slots.iter().flatten().count(), keys);
        for key in 0..keys {
            let product = product(key, lookup.multiplier);
            let bucket = (product >> lookup.bucket_shift) as usize;
            let offset = (product >> lookup.offset_shift & lookup.offset_mask) as usize;
            assert_eq!(lookup.slots[lookup.displacements[bucket] + offset], Some(key));
        }
    }

    fn integers(codes: &[i128]) -> Lookup {
        let lookup = of_integers(codes);
        assert_perfect(&lookup, codes.len(), |key, multiplier| (codes[key] as u64).wrapping_mul(multiplier));
        lookup
    }

    fn texts(texts: &[String]) -> Lookup {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let lookup = of_texts(&texts);
        if lookup.whole {
            assert_perfect(&lookup, texts.len(), |key, multiplier| whole_product(texts[key], multiplier));
        } else {
            let product = |key: usize, multiplier| sampled_product(sample(texts[key].as_bytes()), multiplier);
            assert_perfect(&lookup, texts.len(), product);
        }
        lookup
    }

    /// Codes in runs with gaps, as vendors number them.
    fn clustered(keys: usize) -> Vec<i128> {
        let mut codes = vec![-1, 0];
        codes.extend(
            (0..).flat_map(|block| (0..40).map(move |i| 40_000 + block * 1000 + i + i / 3)).take(keys),
        );
        codes.truncate(keys);
        codes
    }

    fn scattered(keys: usize) -> Vec<i128> {
        let mut state = 7_u64;
        (0..keys)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                i128::from((state ^ (state >> 29)) as i64)
            })
            .collect()
    }

    #[test]
    fn clustered_codes_leave_few_gaps() {
        for keys in [1, 2, 3, 10, 192, 1_000, 10_000] {
            let slots = integers(&clustered(keys)).slots.len();
            assert!(slots <= keys + keys / 32, "{slots} slots for {keys} keys");
        }
    }

    #[test]
    fn any_distinct_codes_are_placed() {
        for keys in [1, 2, 5, 64, 257, 5_000] {
            integers(&scattered(keys));
            integers(&(0..keys as i128).map(|i| i << 32).collect::<Vec<_>>());
            integers(&(0..keys as i128).map(|i| (i << 48) | 1).collect::<Vec<_>>());
        }
        integers(&[i128::from(i64::MIN), -1, 0, i128::from(i64::MAX)]);
        integers(&[0, i128::from(u64::MAX)]);
    }

    #[test]
    fn scattered_keys_leave_few_gaps() {
        let lookup = integers(&scattered(5_000));
        assert!(lookup.slots.len() <= 5_500, "{} slots", lookup.slots.len());
        let names: Vec<String> = (0..3_000).map(|i| format!("ERRCODE_{}_{i}", i * 7919)).collect();
        let lookup = texts(&names);
        assert!(lookup.slots.len() <= 3_300, "{} slots", lookup.slots.len());
    }

    fn texts_that_differ_in_a_byte(lengths: std::ops::Range<usize>) -> Vec<String> {
        let mut texts = Vec::new();
        for length in lengths {
            let base = "x".repeat(length);
            texts.extend((0..length).map(|at| format!("{}y{}", &base[..at], &base[at + 1..])));
            texts.push(base);
        }
        texts
    }

    #[test]
    fn a_sample_tells_short_texts_apart() {
        assert!(!texts(&texts_that_differ_in_a_byte(0..25)).whole);
    }

    #[test]
    fn texts_with_the_same_sample_are_hashed_whole() {
        assert!(texts(&texts_that_differ_in_a_byte(0..70)).whole);
    }
}
