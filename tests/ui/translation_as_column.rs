//! A column is not a translation. One that is certainly meant as one gets one error.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        column en: &'static str;
        column zh_tw: Option<&'static str> = None;
        column pt_br: &'static str = "";
        section Numbers "Zahlen" en "numbers" {
            1 => One "eins" { en: "one" },
        }
    }
}

fn main() {
    let _ = Vendor::One.en();
}
