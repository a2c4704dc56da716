//! Only a non-negative number can name a variant.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        40093 => _ "fine",
        -1 => _ "negative",
    }
}

fn main() {}
