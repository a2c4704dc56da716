//! A variant does not have the name of a column, with or without `r#`.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column r#type: u8 = 0;
        1 => r#type "type",
        2 => Two "two",
    }
}

fn main() {}
