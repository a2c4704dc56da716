//! The name follows `=>`, and is recognized even if the arrow is missing.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        1 A "a",
        2: B "b",
        3 -> C "c",
        4 => D "d"
        5 => E, "e",
        or F "f",
        6 => Fine "fine",
    }
}

fn main() { let _ = (Vendor::A, Vendor::B, Vendor::C, Vendor::D, Vendor::Fine); }
