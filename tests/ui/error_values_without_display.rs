//! A value without `Display` is reported in the text that shows it.

use error_catalog::error_catalog;

struct Plain;

error_catalog! {
    pub enum Shop: u16 {
        error ShopFailure;
        1 => NoDisplay { path: std::path::PathBuf } "there is no {path}",
        2 => UnknownType { path: Pathbuf } "there is no {path}",
    }
}

error_catalog! {
    pub enum Other: u16 {
        error OtherFailure;
        1 => NoDebug { plain: Plain } "plain",
    }
}

fn main() {}
