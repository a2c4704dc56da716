//! Converts UTF-16 logs to UTF-8 for the search, and back. The conversion is lossless: an unpaired surrogate is encoded
//! like any other unit, and an odd byte at the end follows the byte 0xFF, which UTF-8 does not have.

use std::io::{self, Read, Write};

/// The order of the bytes of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ByteOrder {
    Little,
    Big,
}

impl ByteOrder {
    /// Recognizes UTF-16 by the zeros in the units of ASCII letters, with or without a byte order mark.
    pub(crate) fn detect(start: &[u8]) -> Option<Self> {
        const SAMPLE: usize = 512;
        let sample = &start[..start.len().min(SAMPLE) & !1];
        let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
        let (even, odd, units) = (zeros(0), zeros(1), sample.len() / 2);
        let is_marked = |mark: [u8; 2]| sample.starts_with(&mark);
        match (even, odd) {
            (0, 1..) if is_marked([0xff, 0xfe]) || units > 1 && 2 * odd >= units => Some(Self::Little),
            (1.., 0) if is_marked([0xfe, 0xff]) || units > 1 && 2 * even >= units => Some(Self::Big),
            _ => None,
        }
    }

    fn unit(self, bytes: [u8; 2]) -> u16 {
        match self {
            Self::Little => u16::from_le_bytes(bytes),
            Self::Big => u16::from_be_bytes(bytes),
        }
    }

    fn bytes(self, unit: u16) -> [u8; 2] {
        match self {
            Self::Little => unit.to_le_bytes(),
            Self::Big => unit.to_be_bytes(),
        }
    }
}

/// Marks a byte that is half of a unit.
const HALF: u8 = 0xff;

/// Reads UTF-16 as UTF-8.
pub(crate) struct Utf16Reader<R> {
    input: R,
    order: ByteOrder,
    /// Bytes of a unit or pair that is not complete.
    pending: Vec<u8>,
    decoded: Vec<u8>,
    /// The number of decoded bytes that were read.
    read: usize,
}

impl<R: Read> Utf16Reader<R> {
    pub(crate) fn new(input: R, order: ByteOrder) -> Self {
        Self { input, order, pending: Vec::new(), decoded: Vec::new(), read: 0 }
    }

    fn decode(&mut self, is_end: bool) {
        let units: Vec<u16> =
            self.pending.chunks_exact(2).map(|bytes| self.order.unit([bytes[0], bytes[1]])).collect();
        let mut used = 0;
        for decoded in char::decode_utf16(units.iter().copied()) {
            match decoded {
                Ok(character) => {
                    used += character.len_utf16();
                    self.decoded.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                }
                // The second half of the pair may still come.
                Err(error) if used + 1 == units.len() && error.unpaired_surrogate() < 0xdc00 && !is_end => {
                    break;
                }
                Err(error) => {
                    used += 1;
                    let unit = error.unpaired_surrogate();
                    let six = |shift: u32| 0x80 | (unit >> shift & 0x3f) as u8;
                    self.decoded.extend([0xe0 | (unit >> 12) as u8, six(6), six(0)]);
                }
            }
        }
        self.pending.drain(..2 * used);
        if is_end {
            self.decoded.extend(self.pending.drain(..).flat_map(|byte| [HALF, byte]));
        }
    }
}

impl<R: Read> Read for Utf16Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.read == self.decoded.len() {
            self.decoded.clear();
            self.read = 0;
            let mut bytes = [0; 16 << 10];
            let read = self.input.read(&mut bytes)?;
            self.pending.extend_from_slice(&bytes[..read]);
            self.decode(read == 0);
            if read == 0 && self.decoded.is_empty() {
                return Ok(0);
            }
        }
        let length = (&self.decoded[self.read..]).read(buffer)?;
        self.read += length;
        Ok(length)
    }
}

/// A writer that converts the output of [`Utf16Reader`] back to UTF-16.
pub(crate) struct Utf16Writer<W> {
    out: W,
    order: ByteOrder,
    /// Bytes of a character that is not complete.
    pending: Vec<u8>,
}

impl<W: Write> Utf16Writer<W> {
    pub(crate) fn new(out: W, order: ByteOrder) -> Self {
        Self { out, order, pending: Vec::new() }
    }
}

impl<W: Write> Write for Utf16Writer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        let mut encoded = Vec::with_capacity(2 * self.pending.len());
        let mut rest = &self.pending[..];
        while let Some(first) = rest.first() {
            let length = match *first {
                0..0x80 => 1,
                0x80..0xe0 | HALF => 2,
                0xe0..0xf0 => 3,
                _ => 4,
            };
            let Some((character, after)) = rest.split_at_checked(length) else { break };
            if *first == HALF {
                encoded.push(character[1]);
            } else {
                let bits = character[1..]
                    .iter()
                    .fold(u32::from(*first) & (0xff >> (length + usize::from(length > 1))), |bits, byte| {
                        bits << 6 | u32::from(byte & 0x3f)
                    });
                let units = match char::from_u32(bits) {
                    Some(character) => character.encode_utf16(&mut [0; 2]).to_vec(),
                    None => vec![bits as u16],
                };
                encoded.extend(units.into_iter().flat_map(|unit| self.order.bytes(unit)));
            }
            rest = after;
        }
        let used = self.pending.len() - rest.len();
        self.pending.drain(..used);
        self.out.write_all(&encoded)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{ByteOrder, Utf16Reader, Utf16Writer};
    use std::io::{Read, Write};

    #[test]
    fn every_byte_is_restored_for_any_chunks() {
        let text = "errcode=40014 错误🙂\r\n".encode_utf16().flat_map(u16::to_le_bytes);
        let mut bytes: Vec<u8> = text.collect();
        // Unpaired surrogates, of both kinds and at the end, and half of a unit.
        bytes.extend([0x00, 0xdc, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00, 0x00, 0xd8, 0x43]);
        for order in [ByteOrder::Little, ByteOrder::Big] {
            for length in 1..=bytes.len() {
                let mut decoded = Vec::new();
                let pieces = bytes
                    .chunks(length)
                    .fold(Box::new(std::io::empty()) as Box<dyn Read>, |before, piece| {
                        Box::new(before.chain(piece))
                    });
                Utf16Reader::new(pieces, order).read_to_end(&mut decoded).expect("memory");
                let mut encoded = Vec::new();
                let mut writer = Utf16Writer::new(&mut encoded, order);
                decoded.chunks(length).for_each(|piece| writer.write_all(piece).expect("memory"));
                assert!(encoded == bytes, "in pieces of {length} bytes, {order:?}");
            }
        }
    }

    #[test]
    fn utf_16_is_recognized_by_its_zeros() {
        let little: Vec<u8> = "errcode=40014\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(ByteOrder::detect(&little), Some(ByteOrder::Little));
        let big: Vec<u8> = "错误码\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(ByteOrder::detect(&[&[0xfe, 0xff], &big[..]].concat()), Some(ByteOrder::Big));
        let noise: Vec<u8> = (0..=255).collect();
        for other in [&b"errcode=40014\n"[..], b"\xff\xfeerrcode\xff\n", b"a\0", b"", &noise, &[0; 64]] {
            assert_eq!(ByteOrder::detect(other), None, "{other:?}");
        }
    }
}
