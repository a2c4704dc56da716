//! A field has one value: a comma or an attribute in it would shift the values of other rows.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column limit: u32 = 1, 2;
        column other: u32 = #[cfg(any())] 9;
        column level: u32 = 7;
        1 => One "one" { level: 1,000 },
        2 => Two "two" { level: f(3), f::<u8>(4) },
        3 => Three "three" { level: #[cfg(any())] 9 },
        4 => Four "four" { level: 4 + },
    }
}

fn main() {}
