//! The type of the codes is a primitive integer of up to 64 bits, or `&'static str`.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Wide: i128 { 1 => One "one" }
}

error_catalog! {
    pub enum Borrowed: &str { "1" => One "one" }
}

error_catalog! {
    pub enum Owned: String { "1" => One "one" }
}

error_catalog! {
    pub enum Untyped { 1 => One "one" }
}

fn main() {}
