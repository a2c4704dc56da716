//! A repeated row is reported once.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        5 => One E_ONE "one",
        5 => One E_ONE "one",
    }
}

fn main() {}
