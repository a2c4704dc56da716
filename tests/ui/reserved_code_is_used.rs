//! A reserved code is not used, and nothing is reserved twice.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        reserved 7, 20..=29, 25..=35, 7;
        reserved 50..=40;
        reserved 60, 70..=79 "never assigned";
        reserved 80 "";
        21 => Taken "taken",
        36 => Free "free",
        75 => Never "never",
    }
}

fn main() {}
