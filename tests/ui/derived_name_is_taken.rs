//! A name that is derived from a code can be taken too.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        -1 => _ "negative",
        40093 => _ "fine",
        40094 => Minus1 "taken",
        40095 => E40093 "taken",
    }
}

fn main() {
    let _ = [Vendor::Minus1, Vendor::E40093];
}
