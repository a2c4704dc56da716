//! A constant or an expression cannot be a code, because a macro cannot evaluate it.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: u8 {
        u8::MAX => Max "max",
        BASE + 1 => Next "next",
        1 + 1 => Two "two",
        success OK;
        section Basic "basic" { FIRST => First "first" }
    }
}

fn main() {}
