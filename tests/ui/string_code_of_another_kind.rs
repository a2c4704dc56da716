//! A catalog of strings has string codes.

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
