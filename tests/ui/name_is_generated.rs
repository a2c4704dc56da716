//! A name does not collide with a generated item or with a column.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column retry: bool = false;
        1 => ALL "all",
        2 => Fine "fine" or from_code "from code",
        3 => Other "other" or retry "retry",
        4 => __Hidden "hidden",
    }
}

fn main() {}
