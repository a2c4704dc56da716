//! A symbol that is declared shared belongs to several rows.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        shared symbol E_ONE, E_NONE, E_TWO, E_TWO;
        1 => One E_ONE "one",
        2 => Two E_TWO "two",
        3 => Too E_TWO "too",
    }
}

fn main() {}
