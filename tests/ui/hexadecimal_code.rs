//! A hexadecimal code with the sign bit of the type is suggested as the negative number that it means.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Windows: i32 {
        0x80070005 => Denied "access is denied",
        0xFFFF_FFFF => All "all bits",
        0x1_0000_0000 => Wide "more bits than the type has",
        2147942405 => Decimal "a decimal number has no bits",
    }
}

error_catalog! {
    pub enum Small: i8 {
        0xFF => All "all bits",
        0b1000_0000 => Sign "the sign bit",
        0o400 => Wide "more bits than the type has",
    }
}

error_catalog! {
    pub enum Large: i64 {
        0x8000_0000_0000_0000 => Sign "the sign bit",
    }
}

fn main() {}
