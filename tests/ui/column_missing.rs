//! Every row and meaning gives a value for a column without a default.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        translation en;
        column http: u16;
        1 => One "eins" { http: 400 },
        2 => Two "zwei" { en: "two", http: 400 } or Too "auch" { en: "too" },
        3 => Three "drei",
    }
}

fn main() {}
