//! Texts and names have no invisible characters.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: &'static str {
        title "soft\u{ad}hyphen";
        translation en = "\u{1b}[2J";
        column kind: &'static str = "";
        "a\u{e0041}" => Zero "zero\u{200b}width" { en: "one\u{2028}two" },
        "b" => Bidi "a\u{202e}b" { kind: " padded", help: "\u{61c}c" },
        #[deprecated(since = "1\u{feff}", note = "gone\u{3164}now")]
        "c" => Old "old" { symbol: "x\u{34f}y", kind: "  " } or Older︀ "older" or O older︁ "oldest",
        #[deprecated = ""]
        "d" => D "d",
    }
}

fn main() {}
