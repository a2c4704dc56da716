//! A text has no character that cannot be seen.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => Zero "zero\u{200b}width",
        2 => Bidi "a\u{202e}b",
    }
}

fn main() {}
