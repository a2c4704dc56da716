//! The values of a column are constants, and no column or field has the name of a built-in field.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column link: String;
        column owner: String;
        column hint: &str = "";
        column code: u8 = 0;
        1 => One "one" { link: "https://vendor.example/1", owner: "accounts".into(), code: 7 },
        2 => Two "two" { link: "https://vendor.example/2", owner: "cards".into(), message: "two", name: "two" },
    }
}

fn main() {}
