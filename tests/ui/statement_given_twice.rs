//! A statement that is allowed once is declared once.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        title "one";
        title "two";
        exhaustive;
        source "here";
        lang "en";
        success 0;
        exhaustive;
        success 1;
        0 => Ok "ok",
        1 => Fine "fine",
    }
}

fn main() {}
