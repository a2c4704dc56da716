//! A translation has a valid language tag, which it shares with nothing.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        lang "de-DE";
        translation english = "";
        translation de_de = "";
        translation zh_tw = "";
        translation zh_TW = "";
        translation jp = "";
        translation klingonish = "";
        1 => One "eins",
    }
}

fn main() {}
