//! A code has no suffix of another type.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        40001_u16 => InvalidSecret "invalid secret",
        -1i64 => Busy "busy",
    }
}

fn main() {}
