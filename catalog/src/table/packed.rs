//! Numbers in as few bytes as the largest of them needs. The macro writes them as one byte string, because rustc reads it
//! faster than an array of literals, and it needs no relocations.

/// Little-endian numbers of `width` bytes each, one to four.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    width: u8,
    /// The numbers, then [`PADDING`] bytes.
    bytes: &'static [u8],
}

/// The number of bytes after the last number, so that four bytes can be read at each number.
const PADDING: usize = 3;

impl Packed {
    /// No numbers.
    pub const NONE: Self = Self { width: 1, bytes: &[0; PADDING] };

    /// Returns the numbers in `data[start..end]`, of `width` bytes each. `data` must have three more bytes after `end`.
    #[must_use]
    pub const fn new(width: u8, data: &'static [u8], start: usize, end: usize) -> Self {
        Self { width, bytes: data.split_at(end + PADDING).0.split_at(start).1 }
    }

    #[inline]
    pub(crate) const fn len(&self) -> usize {
        (self.bytes.len() - PADDING) / self.width as usize
    }

    /// Returns the number at `index`, which is below [`len`](Self::len).
    #[inline]
    pub(crate) const fn get(&self, index: usize) -> usize {
        let width = self.width as usize;
        match self.bytes.split_at(index * width).1.first_chunk() {
            Some(bytes) => (u32::from_le_bytes(*bytes) << (32 - 8 * width) >> (32 - 8 * width)) as usize,
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PADDING, Packed};
    use crate::table::in_slot_order;
    use std::vec;
    use std::vec::Vec;

    /// The largest and the smallest numbers that need this many bytes.
    fn numbers(width: usize) -> Vec<usize> {
        let [smallest, next] = [width - 1, width].map(|bytes| 1_usize << (8 * bytes));
        vec![0, smallest - 1, smallest, smallest + 1, next - 2, next - 1]
    }

    fn bytes(numbers: &[usize], width: usize) -> &'static [u8] {
        let bytes = numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width));
        bytes.collect::<Vec<u8>>().leak()
    }

    #[test]
    fn each_width_holds_what_it_can() {
        for width in 1..=4 {
            let numbers = numbers(width);
            // Other bytes surround the numbers.
            let data = [&[0xff; 5], bytes(&numbers, width), &[0xff; PADDING]].concat().leak();
            let end = data.len() - PADDING;
            let packed = Packed::new(u8::try_from(width).unwrap(), data, 5, end);
            let read: Vec<usize> = (0..packed.len()).map(|index| packed.get(index)).collect();
            assert_eq!(read, numbers);
        }
    }

    #[test]
    fn rows_beyond_two_bytes_are_put_in_their_places() {
        let all: Vec<usize> = (0..70_000).collect();
        for (width, ranks) in
            [(1, [0, 1, 254, 255]), (2, [255, 256, 65_534, 65_535]), (3, [65_535, 65_536, 3, 69_999])]
        {
            assert_eq!(in_slot_order::<_, 4>(&all, width, bytes(&ranks, width)), ranks);
        }
    }
}
