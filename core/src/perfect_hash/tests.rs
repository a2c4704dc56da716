//! Checks that each key gets a slot of its own, for any keys.

use super::hash::{finalize, sample, sampled_product, whole_product};
use super::placement::Shape;
use super::{
    ATTEMPTS_FOR_FEW_GAPS, Distribution, Keys, PerfectHash, UNIVERSAL_FROM, build, of_integers, of_texts,
};
use fastrand::Rng;

fn assert_perfect(hash: &PerfectHash, keys: usize, product: impl Fn(usize, u64) -> u64) {
    assert_eq!(hash.slots.iter().flatten().count(), keys);
    for key in 0..keys {
        let product = product(key, hash.multiplier);
        let bucket = (product >> hash.bucket_shift) as usize;
        let offset = (product >> hash.offset_shift & hash.offset_mask) as usize;
        assert_eq!(hash.slots[hash.displacements[bucket] + offset], Some(key));
    }
}

fn integers(codes: &[i128]) -> PerfectHash {
    let hash = of_integers(codes).expect("a table");
    assert_perfect(&hash, codes.len(), |key, multiplier| (codes[key] as u64).wrapping_mul(multiplier));
    hash
}

fn texts(texts: &[String]) -> PerfectHash {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let hash = of_texts(&texts).expect("a table");
    assert_perfect(&hash, texts.len(), |key, multiplier| match (texts[key].as_bytes(), hash.words) {
        (bytes, 0) => whole_product(bytes, multiplier),
        (bytes, words) => sampled_product(&sample(bytes, words), multiplier),
    });
    hash
}

/// Returns codes in runs with gaps, as vendors number them.
fn clustered(keys: usize) -> Vec<i128> {
    let mut codes = vec![-1, 0];
    codes.extend((0..).flat_map(|block| (0..40).map(move |i| 40_000 + block * 1000 + i + i / 3)).take(keys));
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
    let hash = integers(&scattered(5_000));
    assert!(hash.slots.len() <= 5_500, "{} slots", hash.slots.len());
    let names: Vec<String> = (0..3_000).map(|i| format!("ERRCODE_{}_{i}", i * 7919)).collect();
    let hash = texts(&names);
    assert!(hash.slots.len() <= 3_300, "{} slots", hash.slots.len());
}

/// More attempts are made as long as they may find a table with fewer gaps, and the smallest table is kept.
#[test]
fn the_smallest_table_of_the_attempts_is_kept() {
    let mut is_smaller = false;
    for count in [20, 50, 100, 200, 500] {
        let codes = scattered(count);
        let keys = Keys { count, distribution: Distribution::Clustered, seed: 0 };
        let product = |key: usize, multiplier| (codes[key] as u64).wrapping_mul(multiplier);
        let sizes: Vec<usize> = (1..=ATTEMPTS_FOR_FEW_GAPS)
            .filter_map(|attempts| build(&keys, attempts, product))
            .map(|hash| hash.slots.len())
            .collect();
        assert!(sizes.is_sorted_by(|size, next| size >= next), "{sizes:?}");
        is_smaller |= sizes.first() > sizes.last();
    }
    assert!(is_smaller);
}

#[test]
fn more_keys_than_two_bytes_number_are_placed() {
    const KEYS: usize = (1 << 16) + 1;
    integers(&clustered(KEYS));
    texts(&(0..KEYS).map(|i| format!("Row{i}")).collect::<Vec<_>>());
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
fn longer_samples_are_used_if_short_ones_collide() {
    for (longest, words) in [(24, 3), (25, 5), (40, 5), (41, 9), (72, 9), (73, 0)] {
        assert_eq!(texts(&texts_that_differ_in_a_byte(0..longest + 1)).words, words, "up to {longest} bytes");
    }
}

#[test]
fn the_last_attempts_take_the_bits_that_the_proof_requires() {
    for count in 1..=100_000_usize {
        let bits = usize::BITS - count.leading_zeros();
        for distribution in [Distribution::Clustered, Distribution::Even] {
            let shape = Shape::of(&Keys { count, distribution, seed: 0 }, UNIVERSAL_FROM + 1);
            assert_eq!(shape.bucket_bits + shape.offset_bits, 2 * bits + 1);
            assert_eq!(shape.bucket_bits + shape.offset_bits + shape.offset_shift, 64);
        }
    }
}

/// Returns 128 texts of this many bytes in 64 pairs. The texts of a pair differ only in two bits, and the byte before the
/// first of these bits is the number of the pair.
fn pairs(length: usize, [first_bit, second_bit]: [usize; 2]) -> Vec<String> {
    let mut crafted = Vec::new();
    for pair in 0..64 {
        for (first, second) in [("1", "a"), ("q", "i")] {
            let number = format!("{:07}", pair * 7919 + 13);
            let mut text = "A".repeat(length);
            text.replace_range(first_bit - 7..first_bit, &number);
            text.replace_range(first_bit..=first_bit, first);
            text.replace_range(second_bit..=second_bit, second);
            crafted.push(text);
        }
    }
    crafted
}

/// The texts of a pair would collide with half of all multipliers if the words of a text were multiplied and rotated.
#[test]
fn crafted_texts_are_placed() {
    assert_eq!(texts(&pairs(64, [15, 19])).words, 9);
}

#[test]
fn texts_with_equal_samples_are_hashed_whole() {
    assert_eq!(texts(&pairs(136, [15, 29])).words, 0);
}

/// Returns a set of keys in runs, as bit flags, or crafted to collide.
fn key_set(rng: &mut Rng) -> Vec<i128> {
    let most = if rng.u8(..) == 0 { 300 } else { 40 };
    let count = rng.u64(1..=most);
    let shift = rng.u32(0..58);
    let base = rng.u64(..);
    let stride = rng.u64(1..5000);
    let kind = rng.u8(0..9);
    let mut keys: Vec<u64> = (0..count)
        .map(|i| match kind {
            0 => rng.u64(..),
            1 => i << shift,
            2 => (i << shift).reverse_bits(),
            3 => base.wrapping_add(i),
            4 => base.wrapping_add(i.wrapping_mul(stride)),
            5 => (i64::MIN as u64).wrapping_add(i),
            6 => i << 32 | i,
            7 if i % 2 == 0 => i,
            7 => u64::MAX - (i << shift),
            _ => base ^ (1 << (i % 64)) ^ (1 << rng.u32(0..64)),
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(|key| i128::from(key as i64)).collect()
}

#[test]
fn a_hundred_thousand_key_sets_are_placed() {
    let mut rng = Rng::with_seed(20_261_124);
    for _ in 0..100_000 {
        integers(&key_set(&mut rng));
    }
}

/// The codes collide in pairs with the first 4,000 multipliers, if these did not depend on the codes.
#[test]
fn crafted_codes_are_placed() {
    let multiplier = |attempt: u64| finalize(attempt) | 1;
    let inverse =
        |odd: u64| (0..6).fold(odd, |x: u64, _| x.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(x))));
    let mut codes = Vec::new();
    for attempt in 0..4_000_u64 {
        let first = attempt << 40 | 1;
        // Their products differ in bit 16, which is in no bucket and no offset.
        let second = first.wrapping_add(inverse(multiplier(attempt)).wrapping_mul(1 << 16));
        assert_eq!(second.wrapping_sub(first).wrapping_mul(multiplier(attempt)), 1 << 16);
        codes.extend([first, second].map(|code| i128::from(code as i64)));
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 8_000);
    integers(&codes);
}
