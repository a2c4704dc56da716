//! A section is named once and has rows.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        section Basic "basic" {
            5 => Five "five",
        }
        section Basic "basic again" {
            6 => Six "six",
        }
        section Empty "empty" {}
    }
}

fn main() {}
