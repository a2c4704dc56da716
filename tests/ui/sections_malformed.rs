//! A section with an unreadable head is one error, and its rows are still parsed.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        section One {
            1 => A "a",
        }
        /// Documented.
        section Two "two" {
            2 => NoMessage,
            2 => C "c",
        }
        sectoin Three "three" {
            3 => D "d",
            4 => E,
        }
        section Four "four" 4..9 {
            5 => type "e",
            section Five "five" { 6 => F "f" }
        }
    }
}

fn main() { let _ = (Vendor::A, Vendor::NoMessage, Vendor::C, Vendor::D, Vendor::E, Vendor::F); }
