//! rustc reports a value of the wrong type, at the value.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        translation en;
        column http: u16 = 500;
        1 => One "eins" { en: 1 },
        2 => Two "zwei" { en: "two", http: "404" },
    }
}

fn main() {}
