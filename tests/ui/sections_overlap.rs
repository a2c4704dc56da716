//! A code belongs to one section.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        section Basic "basic" 0..=199 {
            5 => Five "five",
        }
        section Other "other" 100..=299 {
            205 => More "more",
        }
    }
}

fn main() {}
