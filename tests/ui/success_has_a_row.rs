//! A success code has a row, and is declared once.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        success 0, 2, 0;
        0 => Ok "ok",
    }
}

fn main() {}
