//! `concat!` and `stringify!` of literals and names are evaluated, and no other macro is.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: &'static str {
        concat!("A", env!("HOME")) => Environment "environment",
        concat!("B" "C") => Comma "comma",
        "D" => Several stringify!(a b),
        "E" => Other format!("other"),
        concat!("F") => Fine "fine",
        concat!("F") => Again "again",
    }
}

error_catalog! {
    pub enum Number: i32 {
        concat!(1, 2) => Twelve "twelve",
    }
}

fn main() {}
