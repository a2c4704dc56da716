//! Fields are separated by commas.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column retry: bool;
        1 => One "one" { help: "poll" retry: true },
        2 => Two "two" { retry: true help: "poll" },
        3 => Three "three" { retry: true; help: "poll" },
        4 => Four "four" { retry: true,, help: "poll" },
    }
}

fn main() {}
