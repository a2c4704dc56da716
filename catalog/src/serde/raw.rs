//! The methods of serde for each type of raw code.

use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroUsize,
};
use serde::Deserializer;
use serde::de::Visitor;

/// Reads a raw code. A supertrait of `Raw`.
pub trait ReadRaw: Sized {
    /// True if codes are strings.
    const IS_TEXT: bool;

    /// Reads a code by the method of its type.
    fn read<'de, D: Deserializer<'de>, V: Visitor<'de>>(
        deserializer: D,
        visitor: V,
    ) -> Result<V::Value, D::Error>;

    /// Converts an integer. Returns `None` if it is out of range or codes are strings.
    fn from_integer(integer: i128) -> Option<Self>;
}

macro_rules! read_raw {
    ($($raw:ty: $read:ident, $is_text:literal, $from_integer:expr;)*) => {$(
        impl ReadRaw for $raw {
            const IS_TEXT: bool = $is_text;

            fn read<'de, D: Deserializer<'de>, V: Visitor<'de>>(
                deserializer: D,
                visitor: V,
            ) -> Result<V::Value, D::Error> {
                deserializer.$read(visitor)
            }

            fn from_integer(integer: i128) -> Option<Self> {
                let from_integer: fn(i128) -> Option<Self> = $from_integer;
                from_integer(integer)
            }
        }
    )*};
}

read_raw! {
    i8: deserialize_i8, false, |integer| integer.try_into().ok();
    i16: deserialize_i16, false, |integer| integer.try_into().ok();
    i32: deserialize_i32, false, |integer| integer.try_into().ok();
    i64: deserialize_i64, false, |integer| integer.try_into().ok();
    isize: deserialize_i64, false, |integer| integer.try_into().ok();
    u8: deserialize_u8, false, |integer| integer.try_into().ok();
    u16: deserialize_u16, false, |integer| integer.try_into().ok();
    u32: deserialize_u32, false, |integer| integer.try_into().ok();
    u64: deserialize_u64, false, |integer| integer.try_into().ok();
    usize: deserialize_u64, false, |integer| integer.try_into().ok();
    NonZeroI8: deserialize_i8, false, |integer| i8::try_from(integer).ok().and_then(Self::new);
    NonZeroI16: deserialize_i16, false, |integer| i16::try_from(integer).ok().and_then(Self::new);
    NonZeroI32: deserialize_i32, false, |integer| i32::try_from(integer).ok().and_then(Self::new);
    NonZeroI64: deserialize_i64, false, |integer| i64::try_from(integer).ok().and_then(Self::new);
    NonZeroIsize: deserialize_i64, false, |integer| isize::try_from(integer).ok().and_then(Self::new);
    NonZeroU8: deserialize_u8, false, |integer| u8::try_from(integer).ok().and_then(Self::new);
    NonZeroU16: deserialize_u16, false, |integer| u16::try_from(integer).ok().and_then(Self::new);
    NonZeroU32: deserialize_u32, false, |integer| u32::try_from(integer).ok().and_then(Self::new);
    NonZeroU64: deserialize_u64, false, |integer| u64::try_from(integer).ok().and_then(Self::new);
    NonZeroUsize: deserialize_u64, false, |integer| usize::try_from(integer).ok().and_then(Self::new);
    &'static str: deserialize_str, true, |_| None;
}
