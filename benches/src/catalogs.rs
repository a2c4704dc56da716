//! This library's catalogs, named by their number of rows. The crate `peers` has those of the peers.

pub use error_catalog::vendor::{WeCom, Youdu};

pub mod thousand {
    include!(concat!(env!("OUT_DIR"), "/thousand.rs"));
}

pub mod ten_thousand {
    include!(concat!(env!("OUT_DIR"), "/ten_thousand.rs"));
}
