//! Joiners and variation selectors are allowed only if a word or an emoji needs them.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => Low "⚠️ low balance",
        2 => Want "می‌خواهم",
        3 => End "می\u{200c}",
        4 => Latin "pass\u{200c}word",
        5 => Twice "⚠\u{fe0f}\u{fe0f} low balance",
        6 => Emoji "👩‍💻",
        7 => Half "क्‍ष" { help: "a\u{200d}b" },
    }
}

fn main() {}
