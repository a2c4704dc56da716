//! A field is a column, `help` or `symbol`.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column retry: bool = false;
        1 => One "one" { retyr: true },
        2 => Two "two" { hlp: "poll" },
        3 => Three "three" { severity: 5 },
    }
}

fn main() {}
