//! This library's catalogs, by number of rows. The peers' are in the crate `peers`.

pub use error_catalog::vendor::{WeCom, Youdu};

pub mod thousand {
    include!(concat!(env!("OUT_DIR"), "/thousand.rs"));
}

pub mod ten_thousand {
    include!(concat!(env!("OUT_DIR"), "/ten_thousand.rs"));
}
