//! A symbol is used once, unless the vendor shares it.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        5 => Basic ERRCODE_INVALID_REQUEST "invalid request",
        100003 => Verification ERRCODE_INVALID_REQUEST "invalid request",
        6 => Dotted "dotted" { symbol: "isv.invalid" },
        7 => DottedAgain "dotted again" { symbol: "isv.invalid" },
    }
}

fn main() {}
