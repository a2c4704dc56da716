//! The expansion needs nothing from the prelude.

#![no_implicit_prelude]
#![forbid(unsafe_code)]

::error_catalog::error_catalog! {
    pub enum Vendor: u64 {
        column http: u16 = 500;
        1 => One "one" { http: 404 },
        2 => Two "two",
    }
}

::error_catalog::error_catalog! {
    pub enum Strings: &'static str { "1" => One "one" }
}

::error_catalog::disjoint!(Vendor, Strings);

fn main() {
    ::std::assert_eq!(Vendor::One.http(), 404);
    ::std::assert_eq!(::std::string::ToString::to_string(&Vendor::Two), "2 two");
}
