//! Numbers as byte strings, which rustc reads faster than lists of numbers.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// Numbers as one byte string, in a static so that they are in a program once, however often they are inlined.
pub(super) struct Packed {
    pub(super) item: TokenStream,
    pub(super) value: TokenStream,
}

impl Packed {
    pub(super) fn new(name: &str, numbers: &[usize]) -> Self {
        if numbers.is_empty() {
            let value = quote!(__p::Packed::NONE);
            return Self { item: TokenStream::new(), value };
        }
        let (width, bytes) = packed(numbers);
        let name = Ident::new(name, Span::call_site());
        let count = numbers.len() * width_of(numbers);
        let count = Literal::usize_unsuffixed(count);
        Self {
            item: quote!(static #name: [::core::primitive::u8; #count] = *#bytes;),
            value: quote!(__p::Packed::new(#width, &#name)),
        }
    }
}

/// How many bytes each of the numbers gets, and all of them as one byte string, little-endian.
pub(super) fn packed(numbers: &[usize]) -> (Literal, Literal) {
    let width = width_of(numbers);
    let bytes: Vec<u8> =
        numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width)).collect();
    (Literal::usize_unsuffixed(width), Literal::byte_string(&bytes))
}

fn width_of(numbers: &[usize]) -> usize {
    let largest = numbers.iter().max().and_then(|largest| largest.checked_ilog2());
    largest.map_or(1, |bits| bits as usize / 8 + 1)
}

#[cfg(test)]
mod tests {
    use super::{packed, width_of};

    #[test]
    fn the_largest_number_says_how_many_bytes_each_gets() {
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
