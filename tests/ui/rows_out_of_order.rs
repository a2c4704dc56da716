//! A row is written in one order: name, symbol, message, fields.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => Fields { help: "wait" } "fields",
        2 => Symbol "symbol" E_SYMBOL,
        3 => Shared "shared" or 3 => Repeated "repeated",
        4 => Lines "two\nlines",
    }
}

fn main() {}
