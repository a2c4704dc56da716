//! Where strings are declared, a code is a string.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: &'static str {
        23505 => Number "number",
        -"1" => Minus "minus",
        b"23505" => Bytes "bytes",
        "1" => Fine "fine",
    }
}

fn main() {}
