//! What serde does with each type of raw code.

use serde::Deserializer;
use serde::de::Visitor;

/// Reading a raw code. Every `Raw` does it; this trait knows nothing of that one.
pub trait ReadRaw: Sized {
    /// Reads a code in a format that does not tell types.
    fn read<'de, D: Deserializer<'de>, V: Visitor<'de>>(
        deserializer: D,
        visitor: V,
    ) -> Result<V::Value, D::Error>;

    /// The code that is this integer; `None` where it is out of range, and where codes are strings.
    fn from_integer(integer: i128) -> Option<Self>;
}

macro_rules! integers {
    ($($int:ident: $read:ident;)*) => {$(
        impl ReadRaw for $int {
            fn read<'de, D: Deserializer<'de>, V: Visitor<'de>>(
                deserializer: D,
                visitor: V,
            ) -> Result<V::Value, D::Error> {
                deserializer.$read(visitor)
            }

            fn from_integer(integer: i128) -> Option<$int> {
                integer.try_into().ok()
            }
        }
    )*};
}

integers! {
    i8: deserialize_i8;
    i16: deserialize_i16;
    i32: deserialize_i32;
    i64: deserialize_i64;
    isize: deserialize_i64;
    u8: deserialize_u8;
    u16: deserialize_u16;
    u32: deserialize_u32;
    u64: deserialize_u64;
    usize: deserialize_u64;
}

impl ReadRaw for &'static str {
    fn read<'de, D: Deserializer<'de>, V: Visitor<'de>>(
        deserializer: D,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        deserializer.deserialize_str(visitor)
    }

    fn from_integer(_: i128) -> Option<Self> {
        None
    }
}
