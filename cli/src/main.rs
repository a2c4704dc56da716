//! The tool with the vendors' catalogs of `error_catalog`.

#![forbid(unsafe_code)]

use errcat::table;
use error_catalog::vendor::{WeCom, Youdu};
use std::process::ExitCode;

fn main() -> ExitCode {
    errcat::main([table::<WeCom>(), table::<Youdu>()])
}
