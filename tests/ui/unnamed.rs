//! Only a number that is not negative names a variant.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        40093 => _ "fine",
        -1 => _ "negative",
    }
}

fn main() {}
