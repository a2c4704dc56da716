//! A string code is what the server sends, without blanks around it.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: &'static str {
        "" => Empty "empty",
        "  " => Blank "blank",
        " 1" => Padded "padded",
        "a\nb" => Control "control",
    }
}

fn main() {}
