//! Numbers in as few bytes as the largest needs, written by the macro as one byte string: rustc reads that
//! faster than an array of literals, and it needs no relocations.

/// Little-endian numbers of `WIDTH` bytes each, one to four.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    width: u8,
    bytes: &'static [u8],
}

impl Packed {
    /// No numbers.
    pub const NONE: Self = Self { width: 1, bytes: &[] };

    /// Numbers of `width` bytes each, in the bytes of `data` from `start` up to `end`.
    #[must_use]
    pub const fn new(width: u8, data: &'static [u8], start: usize, end: usize) -> Self {
        Self { width, bytes: data.split_at(end).0.split_at(start).1 }
    }

    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.bytes.len() / self.width as usize
    }

    #[inline]
    pub(crate) const fn get(&self, index: usize) -> usize {
        match self.width {
            1 => self.bytes[index] as usize,
            2 => u16::from_le_bytes(self.bytes.as_chunks().0[index]) as usize,
            3 => {
                let [low, middle, high] = self.bytes.as_chunks().0[index];
                u32::from_le_bytes([low, middle, high, 0]) as usize
            }
            _ => u32::from_le_bytes(self.bytes.as_chunks().0[index]) as usize,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Packed;
    use crate::private::in_slot_order;
    use std::vec;
    use std::vec::Vec;

    /// The largest and the smallest numbers that need so many bytes.
    fn numbers(width: usize) -> Vec<usize> {
        let [smallest, next] = [width - 1, width].map(|bytes| 1_usize << (8 * bytes));
        vec![0, smallest - 1, smallest, smallest + 1, next - 2, next - 1]
    }

    fn bytes(numbers: &[usize], width: usize) -> &'static [u8] {
        let bytes: Vec<u8> =
            numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width)).collect();
        bytes.leak()
    }

    #[test]
    fn each_width_holds_what_it_can() {
        for width in 1..=4 {
            let numbers = numbers(width);
            let data = bytes(&numbers, width);
            let packed = Packed::new(u8::try_from(width).unwrap(), data, 0, data.len());
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
