//! A string code has no spaces around it, because it is compared with the server's text.

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
