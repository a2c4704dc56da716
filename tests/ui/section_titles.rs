//! A section has one title per declared language, each with a valid language tag.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        translation en = "";
        translation zh_TW = "";
        section One "eins" en "one" en "one again" {
            1 => A "a",
        }
        section Two "zwei" english "two" zh_tw "" fr "deux" {
            2 => B "b",
        }
        section Three "drei" en 3..=9 {
            3 => C "c",
        }
    }
}

fn main() { let _ = (Vendor::A, Vendor::B, Vendor::C); }
