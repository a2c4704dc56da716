//! A name is not a keyword.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => Self "self",
        2 => r#type "raw identifiers are fine",
        3 => type "type",
        4 => gen "gen",
    }
}

fn main() {}
