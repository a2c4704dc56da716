//! The expansion does not depend on the names around it.

#![allow(dead_code, non_camel_case_types, unused_macros)]

mod core {}
mod std {}
mod alloc {}
mod error_catalog_macros {}

struct Option;
struct Result;
struct Some;
struct None;
struct Ok;
struct Err;
struct String;
struct Vec;
struct str;
struct i32;
struct u8;
struct usize;
struct bool;
struct Self_;
struct Table;
struct Index;
struct Packed;
struct Catalog;
struct Columns;
struct Clone;
struct Copy;
struct Debug;
trait Display {}
trait TryFrom {}
trait From {}
macro_rules! matches { () => {}; }
macro_rules! panic { () => {}; }
const TEXT: u16 = 1;
const STARTS: u16 = 2;
const ALL: u16 = 3;

::error_catalog::error_catalog! {
    enum Vendor: i32 {
        success 0;
        column text: &'static str = "";
        column number: ::core::primitive::u16 = TEXT;
        column starts: ::core::primitive::u16 = STARTS + ALL;
        section Basic "basic" 0..=9 {
            0 => Ok "ok" { text: "fine" },
            1 => Other "other" { number: ALL } or More E_MORE "more",
        }
    }
}

::error_catalog::error_catalog! {
    enum Strings: &'static str {
        "1" => One "one",
        "2" => Two "two",
    }
}

::error_catalog::disjoint!(Vendor, Strings);

fn main() {
    assert!(Vendor::from_code(1).is_some_and(|row| row == Vendor::More));
    assert_eq!((Vendor::Ok.text(), Vendor::Other.number(), Vendor::Ok.starts()), ("fine", 3, 5));
    assert_eq!((Vendor::Other.code(), Vendor::Ok.is_success()), (1, true));
    assert!(Strings::from_code("2").is_some_and(|row| row.code() == "2"));
}
