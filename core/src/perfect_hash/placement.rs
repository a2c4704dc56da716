//! Places keys by their products: chooses the bits of bucket and offset, then finds a displacement for each bucket.

use super::{Distribution, Keys, PerfectHash};
use std::cmp::Reverse;

/// The bits of a product that choose the bucket and the offset in it.
pub(super) struct Shape {
    pub(super) bucket_bits: u32,
    pub(super) offset_bits: u32,
    pub(super) offset_shift: u32,
}

impl Shape {
    /// Returns the shape of an attempt. Later attempts use more bits and other bits. From `UNIVERSAL_FROM` on, every other
    /// attempt takes 2 × `size_bits` + 1 bits from the top of the product.
    pub(super) fn of(keys: &Keys, attempt: u32) -> Self {
        let size_bits = usize::BITS - keys.count.leading_zeros();
        let escalation = attempt / 24;
        let (bucket_bits, offset_bits) = match keys.distribution {
            Distribution::Clustered => {
                let run_bits = if keys.count > 1024 { 8 } else { 6 };
                (size_bits.saturating_sub(1), run_bits.min(size_bits.saturating_sub(2)))
            }
            // On average, at most one pair of keys in a bucket has the same offset. Half as many buckets are enough if
            // their number is not much above a power of two.
            Distribution::Even => {
                let is_roomy = keys.count <= 5 << size_bits >> 3;
                (size_bits.saturating_sub(is_roomy.into()), size_bits.saturating_sub(1))
            }
        };
        let bucket_bits = (bucket_bits + escalation / 3).min(size_bits).max(1);
        let offset_bits = (offset_bits + escalation).min(size_bits + 1);
        let offset_shift = if attempt.is_multiple_of(2) { 0 } else { 64 - bucket_bits - offset_bits };
        Self { bucket_bits, offset_bits, offset_shift }
    }

    pub(super) fn place(&self, products: &[u64], multiplier: u64) -> Option<PerfectHash> {
        let bucket_shift = 64 - self.bucket_bits;
        let offset_mask = (1_u64 << self.offset_bits) - 1;
        let offset = |key: usize| (products[key] >> self.offset_shift & offset_mask) as usize;

        let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); 1 << self.bucket_bits];
        for (key, product) in products.iter().enumerate() {
            buckets[(product >> bucket_shift) as usize].push(key);
        }
        for bucket in buckets.iter_mut().filter(|bucket| bucket.len() > 1) {
            bucket.sort_by_key(|key| offset(*key));
            if bucket.windows(2).any(|pair| offset(pair[0]) == offset(pair[1])) {
                return None;
            }
        }
        // The largest buckets are the hardest to place, so they come first; among equals those with the greatest offset.
        let mut order: Vec<usize> =
            (0..buckets.len()).filter(|&bucket| !buckets[bucket].is_empty()).collect();
        let difficulty = |bucket: usize| (buckets[bucket].len(), offset(buckets[bucket][0]));
        order.sort_by_key(|bucket| Reverse(difficulty(*bucket)));

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
        Some(PerfectHash {
            multiplier,
            bucket_shift,
            offset_shift,
            offset_mask,
            words: 0,
            displacements,
            slots,
        })
    }
}

/// The taken slots, one bit per slot, so that 64 displacements are tried at once.
#[derive(Default)]
struct Taken {
    words: Vec<u64>,
    /// The number of taken slots at the start.
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

    /// Returns a mask of the 64 slots from `start` on, with a one for each free slot.
    fn free_mask_at(&self, start: usize) -> u64 {
        let (index, bit) = (start / 64, start % 64);
        match self.words.get(index..) {
            Some([low, ..]) if bit == 0 => !low,
            Some([low, high, ..]) => !(low >> bit | high << (64 - bit)),
            Some([low]) => !(low >> bit),
            _ => u64::MAX,
        }
    }

    /// Returns the first displacement at which every offset is a free slot. `offsets` ascend.
    fn first_fit(&self, offsets: &[usize]) -> usize {
        let lowest = offsets.first().copied().unwrap_or(0);
        let mut start = self.full_below.saturating_sub(lowest);
        loop {
            let mut fits = u64::MAX;
            for offset in offsets {
                fits &= self.free_mask_at(start + offset);
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
