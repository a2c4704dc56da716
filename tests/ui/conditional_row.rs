//! A row is not conditional.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => One "one",
        #[cfg(unix)]
        2 => Two "two",
        #[cfg_attr(all(), cfg(windows))]
        3 => Three "three",
    }
}

fn main() {}
