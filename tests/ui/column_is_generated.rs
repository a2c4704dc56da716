//! A column does not have the name of a generated method, and is declared once.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column message: &'static str;
        column note: &'static str = "";
        column note: u8 = 0;
        column loop: u8 = 0;
        1 => One "one" { message: "another", loop: 1 },
    }
}

fn main() {}
