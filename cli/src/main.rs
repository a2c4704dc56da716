//! The `errcat` executable, with the catalogs of the vendors that `error_catalog` has.

#![forbid(unsafe_code)]

use errcat::table;
use error_catalog::vendor::{WeCom, Youdu};
use std::process::ExitCode;

fn main() -> ExitCode {
    errcat::main([table::<WeCom>(), table::<Youdu>()])
}
