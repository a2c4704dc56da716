//! A code fits the type of the codes.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: u8 {
        300 => TooLarge "too large",
        -1 => Negative "negative",
        99999999999999999999999999999999999999999 => Huge "larger than any integer",
    }
}

fn main() {}
