//! A row may have no message, unless the catalog declares the language of its messages or has errors with values.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        lang "zh-CN";
        1 => Busy E_BUSY,
        2 => Full "满" or Late,
        /// 没有
        3 => Gone,
    }
}

error_catalog! {
    pub enum Shop: i32 {
        error ShopFailure;
        1 => TooMany { max: u32 },
        2 => Closed,
        3 => Gone { max: u32 } "at most {max}",
    }
}

error_catalog! {
    pub enum Names: i32 {
        1 => Busy Late Gone,
        2 => Full { help: "wait" } { help: "twice" },
        3 => Open 4 => Next,
    }
}

fn main() {}
