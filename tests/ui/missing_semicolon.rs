//! A statement ends with a semicolon.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        title "one"
        success 0;
        translation en
        column retry: bool = false
        0 => Ok "ok",
        reserved 7
        8 => Fine "fine" { en: "fine" },
    }
}

fn main() {}
