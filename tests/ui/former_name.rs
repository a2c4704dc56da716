//! A former name is not a current name, and its use reports the current one.

#![deny(deprecated)]

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        translation en = "";
        1 => A was B was message was en "a",
        2 => B "b",
        3 => C was Old "c" or D was Old was Older "d",
    }
}

fn main() {
    let _ = Vendor::Older;
}
