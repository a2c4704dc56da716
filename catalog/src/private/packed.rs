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
    pub const NONE: Self = Self::new(1, &[]);

    /// Numbers of `width` bytes each.
    #[must_use]
    pub const fn new(width: u8, bytes: &'static [u8]) -> Self {
        Self { width, bytes }
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
