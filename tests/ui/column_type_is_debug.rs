//! The type of a column is `Debug`.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column unit: Unit = Unit;
        1 => One "one",
    }
}

#[derive(Clone, Copy)]
pub struct Unit;

fn main() {}
