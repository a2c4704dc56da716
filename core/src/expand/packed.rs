//! Numbers as byte strings, which rustc reads faster than lists of numbers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// All numbers of a catalog as one byte string. It is a static, so that a program contains it once, even if the table is
/// inlined several times. A catalog has only one, because rustc compiles each static as a separate body.
#[derive(Default)]
pub(super) struct Data {
    bytes: Vec<u8>,
}

impl Data {
    /// Adds numbers, and returns the `Packed` that reads them.
    pub(super) fn push(&mut self, numbers: &[usize]) -> TokenStream {
        if numbers.is_empty() {
            return quote!(__p::Packed::NONE);
        }
        let (width, bytes) = bytes_of(numbers);
        let start = self.bytes.len();
        self.bytes.extend(bytes);
        let [width, start, end] = [width, start, self.bytes.len()].map(Literal::usize_unsuffixed);
        quote!(__p::Packed::new(#width, &DATA, #start, #end))
    }

    /// Returns the static that holds the numbers, followed by the three bytes that `Packed` may read after the last.
    pub(super) fn item(mut self) -> TokenStream {
        self.bytes.extend([0; 3]);
        let (count, bytes) = (Literal::usize_unsuffixed(self.bytes.len()), Literal::byte_string(&self.bytes));
        quote!(static DATA: [::core::primitive::u8; #count] = *#bytes;)
    }
}

/// Returns the number of bytes for each number, and all numbers as one little-endian byte string.
pub(super) fn packed(numbers: &[usize]) -> (Literal, Literal) {
    let (width, bytes) = bytes_of(numbers);
    (Literal::usize_unsuffixed(width), Literal::byte_string(&bytes))
}

fn bytes_of(numbers: &[usize]) -> (usize, Vec<u8>) {
    let width = width_of(numbers);
    let mut bytes = Vec::with_capacity(numbers.len() * width);
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes()[..width]);
    }
    (width, bytes)
}

fn width_of(numbers: &[usize]) -> usize {
    let largest = numbers.iter().max().and_then(|largest| largest.checked_ilog2());
    largest.map_or(1, |bits| bits as usize / 8 + 1)
}

#[cfg(test)]
mod tests {
    use super::{packed, width_of};

    #[test]
    fn the_largest_number_determines_the_width() {
        for (largest, width) in
            [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 3), (16_777_215, 3), (16_777_216, 4)]
        {
            assert_eq!(width_of(&[0, largest, 1]), width, "{largest}");
        }
    }

    #[test]
    fn the_lowest_byte_comes_first() {
        let (width, bytes) = packed(&[1, 0x0001_0000]);
        assert_eq!((width.to_string().as_str(), bytes.to_string().as_str()), ("3", r#"b"\x01\0\0\0\0\x01""#));
    }
}
