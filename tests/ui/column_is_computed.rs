//! A column is computed by `concat!` from the code, the name and the symbol.

use error_catalog::error_catalog;

error_catalog! { pub enum Alone: i32 { column url: &'static str = code; 1 => A "a" } }
error_catalog! { pub enum Format: i32 { column url: &'static str = format!("#{}", code); 1 => A "a" } }
error_catalog! { pub enum Unknown: i32 { column url: &'static str = concat!("#", message); 1 => A "a" } }
error_catalog! { pub enum Constant: i32 { column url: &'static str = concat!("#", OTHER, code); 1 => A "a" } }
error_catalog! { pub enum Symbol: i32 { column url: &'static str = concat!("#", symbol); 1 => A E_A "a", 2 => B "b" } }

fn main() {}
