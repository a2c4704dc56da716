//! Short texts without an allocator: unknown string codes from the wire, and the part of a text that an error quotes.

use core::fmt::{self, Debug};
use core::num::NonZeroU8;

/// At most [`CAPACITY`](Self::CAPACITY) bytes of text, as `Copy` data.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct InlineStr {
    /// One more than the length, so that `Held` needs no byte of its own for its variant.
    length_plus_one: NonZeroU8,
    bytes: [u8; Self::CAPACITY],
}

impl InlineStr {
    /// The limit of the length. The longest known codes of a vendor have 58 bytes (Stripe's).
    pub(crate) const CAPACITY: usize = 63;

    /// Copies `text`, or returns `None` if it is too long.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let mut bytes = [0; Self::CAPACITY];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        let length_plus_one = NonZeroU8::new(u8::try_from(text.len()).ok()? + 1)?;
        Some(Self { length_plus_one, bytes })
    }

    /// Returns the text.
    pub(crate) fn as_str(&self) -> &str {
        let length = usize::from(self.length_plus_one.get() - 1);
        // The bytes were copied from a `str`, so this never fails.
        self.bytes.get(..length).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// The beginning of a text of any length, for an error that must be small and `'static`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Excerpt {
    beginning: InlineStr,
    /// The length of the whole text in bytes.
    length: usize,
}

impl Excerpt {
    /// Copies as many whole characters of `text` as fit.
    pub(crate) fn new(text: &str) -> Self {
        let mut end = text.len().min(InlineStr::CAPACITY);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let empty = InlineStr { length_plus_one: NonZeroU8::MIN, bytes: [0; InlineStr::CAPACITY] };
        Self { beginning: InlineStr::new(&text[..end]).unwrap_or(empty), length: text.len() }
    }

    /// Returns the text if all of it was copied.
    pub(crate) fn as_complete_str(&self) -> Option<&str> {
        Some(self.beginning.as_str()).filter(|text| text.len() == self.length)
    }
}

/// Quotes and escapes the text, with a note of its length if it was cut.
impl Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.beginning.as_str())?;
        if self.as_complete_str().is_none() {
            write!(f, "… of {} bytes", self.length)?;
        }
        Ok(())
    }
}
