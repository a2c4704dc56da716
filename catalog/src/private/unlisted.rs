//! A string code that the catalog does not list, kept in place: it came from the wire, so it is no
//! `&'static str`, and without an allocator there is nowhere else to put it.

/// At most [`CAPACITY`](Self::CAPACITY) bytes of text.
#[derive(Clone, Copy, Debug)]
pub struct Unlisted {
    length: u8,
    bytes: [u8; Self::CAPACITY],
}

impl Unlisted {
    /// The longest codes of the vendors we know have 58 bytes (Stripe's).
    pub(crate) const CAPACITY: usize = 63;

    /// No text.
    pub(crate) const NONE: Self = Self { length: 0, bytes: [0; Self::CAPACITY] };

    /// Keeps `text`; `None` where it is too long.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let mut kept = Self { length: u8::try_from(text.len()).ok()?, ..Self::NONE };
        kept.bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(kept)
    }

    pub(crate) fn as_str(&self) -> &str {
        // Always text, for it was copied from one.
        core::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}
