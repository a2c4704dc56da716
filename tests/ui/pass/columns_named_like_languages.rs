//! A column is a column, although its name is a language tag too.

#![deny(warnings)]

use error_catalog::error_catalog;

error_catalog! {
    pub enum Shop: i32 {
        lang "en";
        column url: &'static str;
        column id: &'static str;
        column doc: &'static str = "";
        column no: &'static str = "";
        column tag: &'static str = "";
        column api: &'static str = "";
        column log_level: &'static str = "";
        column it: &'static str = "";
        column be: bool = true;
        column en: bool = false;
        701 => QuotaExceeded "quota exceeded" { url: "https://shop.example/701", id: "quota" },
    }
}

fn main() {
    let row = Shop::QuotaExceeded;
    assert!(Shop::languages().eq(["en"]));
    assert_eq!((row.url(), row.id(), row.message_in("id")), ("https://shop.example/701", "quota", "quota exceeded"));
    assert_eq!((row.doc(), row.no(), row.tag(), row.api(), row.log_level(), row.it()), ("", "", "", "", "", ""));
    assert_eq!((row.be(), row.en(), Shop::language_for("it")), (true, false, None));
}
