//! A range includes its end.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        reserved 5..9;
        1 => One "one",
    }
}

fn main() {}
