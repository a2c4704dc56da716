//! A type without zero has no code 0.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Firmware: NonZeroU32 {
        success 0;
        reserved 0..=9;
        0x0 => Ok "ok",
        5_000_000_000 => TooLarge "too large",
        -1 => Negative "negative",
        2u64 => Suffix "another suffix",
    }
}

error_catalog! {
    pub enum Signed: NonZeroI8 {
        -0 => Zero "zero",
        -129 => TooSmall "too small",
    }
}

error_catalog! {
    pub enum Generic: NonZero<u32> { 1 => One "one" }
}

fn main() {}
