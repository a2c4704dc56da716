//! A row of a catalog with a success is not an error: check its code.

use error_catalog::{Failure, vendor::WeCom};

fn in_a_box() -> Result<(), Box<dyn std::error::Error>> {
    Err(WeCom::SystemBusy)?
}

fn as_a_failure() -> Result<(), Failure<WeCom>> {
    Err(WeCom::SystemBusy)?
}

fn by_itself() -> Result<(), Failure<WeCom>> {
    WeCom::SystemBusy?;
    Ok(())
}

fn main() {}
