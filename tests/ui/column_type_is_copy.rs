//! The type of a column is `Copy`.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column tags: Vec<u8> = Vec::new();
        1 => One "one",
    }
}

fn main() {}
