//! A row holds constants, and no values that differ each time its error occurs.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => NoAccount { id: u64 } "no account",
        2 => NoGroup "no group" { name: &'static str },
    }
}

fn main() {}
