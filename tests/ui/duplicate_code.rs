//! A code is used once. Integers are compared by value.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        300311 => RepeatUserId "repeated user ID",
        300311 => NotExistJobId "no such job",
        0x10 => Hex "in hexadecimal",
        16 => Decimal "in decimal",
        1_6 => Grouped "with a separator",
        16_i32 => Suffixed "with a suffix",
    }
}

fn main() {}
