//! A baseline is one file of the package.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Missing: i32 {
        baseline "no-such.baseline";
        1 => A "a",
    }
}

error_catalog! {
    pub enum Elsewhere: i32 {
        baseline "/etc/gateway.baseline";
        baseline "other.baseline";
        1 => A "a",
    }
}

error_catalog! {
    pub enum Outside: i32 {
        baseline "../outside.baseline";
        1 => A "a",
    }
}

fn main() {}
