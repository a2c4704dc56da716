//! `cfg` is allowed on a catalog, but not on its rows and columns, because the tables cannot depend on it.

use error_catalog::error_catalog;

error_catalog! {
    #[cfg_attr(all(), cfg(unix))]
    pub enum Vendor: i32 {
        #[cfg(unix)]
        translation en = "";
        1 => One "one",
        #[cfg(unix)]
        2 => Two "two",
        #[cfg_attr(all(), cfg(windows))]
        3 => Three "three",
        #[cfg_attr(all(), doc = "documented", deprecated(note = "old"))]
        4 => Four "four",
        #[cfg_attr(all(), cfg_attr(all(), deprecated))]
        5 => Five "five",
    }
}

fn main() {}
