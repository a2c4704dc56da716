//! The language of the messages is a BCP 47 tag.

use error_catalog::error_catalog;

error_catalog! { pub enum A: i32 { lang "en_US"; 1 => One "one" } }
error_catalog! { pub enum B: i32 { lang "english"; 1 => One "one" } }
error_catalog! { pub enum C: i32 { lang "中文"; 1 => One "一" } }
error_catalog! { pub enum D: i32 { lang "zh_CN.UTF-8"; 1 => One "一" } }
error_catalog! { pub enum E: i32 { lang "jp"; 1 => One "一" } }
error_catalog! { pub enum F: i32 { lang "the vendor's"; 1 => One "one" } }

fn main() {}
