//! A translation is `translation en;`, with a default if rows may leave it out.

use error_catalog::error_catalog;

error_catalog! { pub enum A: i32 { translation en: &'static str; 1 => One "eins" { en: "one" } } }
error_catalog! { pub enum B: i32 { translation zh-Hant; 1 => One "eins" } }
error_catalog! { pub enum C: i32 { translation "zh-Hant"; 1 => One "eins" } }
error_catalog! { pub enum D: i32 { translation en, fr; 1 => One "eins" { en: "one" } } }
error_catalog! { pub enum E: i32 { translation; 1 => One "eins" } }
error_catalog! { pub enum F: i32 { translation en = "", ""; 1 => One "eins" } }
error_catalog! { pub enum G: i32 { translation en; 1 => One "eins" } }
error_catalog! { pub enum H: i32 { 1 => One "eins" { fr: "un" } } }

fn main() {}
