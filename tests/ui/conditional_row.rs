//! A row is not conditional.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => One "one",
        #[cfg(feature = "two")]
        2 => Two "two",
    }
}

fn main() {}
