//! A catalog has rows.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        title "nothing";
    }
}

fn main() { let _ = Vendor::from_code(1); }
