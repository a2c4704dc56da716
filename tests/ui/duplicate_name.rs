//! A name is used once, for a variant or for a later meaning.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 => First "first",
        2 => First "first again",
        3 => Second "second" or First "first as well" or Third "third",
        4 => Third "third again",
    }
}

fn main() {}
