//! A row that cannot be parsed is skipped, and the next one is parsed.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 -> Arrow "wrong arrow",
        2 => "no name",
        3 => NoMessage,
        4 => Unquoted unquoted,
        5 => NoComma "no comma"
        6 => Next "the next row is read",
        7 => Fields "fields" { help },
        8 => Value "value" { help: },
        Nameless => 9 "the other way round",
        titel "unknown statement";
        #[doc = "stray"] title "attributes go on rows";
        isv => Or "or" or,
        10 => Dotted isv.invalid "dotted",
        11 => Fine "fine",
    }
}

fn main() { let _ = (Vendor::NoMessage, Vendor::Unquoted, Vendor::Next, Vendor::Fields, Vendor::Fine); }
