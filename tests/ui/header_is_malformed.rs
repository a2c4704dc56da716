//! A declaration is an enum with the type of its codes and a table.

use error_catalog::error_catalog;

error_catalog! {}

error_catalog! {
    pub struct Vendor: i32 { 1 => One "one" }
}

error_catalog! {
    pub enum Vendor: i32;
}

error_catalog! {
    pub enum Vendor<T>: i32 { 1 => One "one" }
}

error_catalog! {
    pub enum First: i32 { 1 => One "one" }
    pub enum Second: i32 { 1 => One "one" }
}

fn main() {}
