//! A statement that is nearly right is suggested.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        tilte "title";
        sucess 1;
        1 => One "one",
    }
}

fn main() {}
