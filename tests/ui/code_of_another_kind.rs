//! A catalog of integers has integer codes.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1.5 => Float "float",
        "23505" => Text "text",
        'a' => Char "char",
        true => Bool "bool",
        1 => Fine "fine",
    }
}

fn main() {}
