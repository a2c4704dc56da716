//! A field is given once.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column retry: bool = false;
        1 => One "one" { retry: true, help: "poll", retry: false, help: "poll again" },
        2 => Two E_TWO "two" { symbol: "E_2" },
    }
}

fn main() {}
