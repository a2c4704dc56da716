//! A section contains only rows.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        section Basic "basic" {
            success 5;
            5 => Five "five",
        }
    }
}

fn main() {}
