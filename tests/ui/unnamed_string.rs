//! A string code names no variant.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: &'static str {
        "1" => _ "one",
        "2" => Two "two",
    }
}

fn main() {}
