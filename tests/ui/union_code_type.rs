//! The codes of a union have one type.

use error_catalog::{error_catalog, union};

error_catalog! { pub enum Small: u16 { 1 => One "one" } }
error_catalog! { pub enum Wide: u32 { 2 => Two "two" } }

union! { pub enum OtherType: u16 of Small, Wide }

fn main() {}
