//! A statement ends with a semicolon.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        title "one"
        success 0;
        0 => Ok "ok",
    }
}

fn main() {}
