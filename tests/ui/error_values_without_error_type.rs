//! Values in a catalog without an error type.

use error_catalog::error_catalog;

error_catalog! {
    pub enum ShopError: u16 {
        1 => NoAccount { id: u64 } "no account {id}",
        2 => AfterTheText "no account {id}" { id: u64 },
        3 => Braces "no account {id}",
    }
}

fn main() {
    println!("{}", ShopError::Braces);
}
