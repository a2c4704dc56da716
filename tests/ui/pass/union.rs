//! The expansion of a union does not depend on the names around it, and passes lints that its user may have denied.

#![deny(warnings, missing_docs, unsafe_code, clippy::all, clippy::pedantic, unreachable_pub)]
#![deny(missing_debug_implementations, unused_qualifications, single_use_lifetimes, unused_lifetimes)]
#![deny(non_local_definitions, elided_lifetimes_in_paths, let_underscore_drop, variant_size_differences)]
#![no_implicit_prelude]
#![forbid(unsafe_code)]

/// Names that the expansion uses.
#[allow(dead_code, non_camel_case_types, non_upper_case_globals)]
mod shadowed {
    mod core {}
    mod std {}
    struct Option;
    struct Member;
    struct i32;
    struct Catalog;
    trait From {}
    const code: u8 = 1;
    const row: u8 = 2;
    const index: u8 = 3;
    const rows: u8 = 4;
    const number: u8 = 5;
    const position: u8 = 6;
    const columns: u8 = 7;
    const name: u8 = 8;
    const MEMBERS: u8 = 9;
    const ROWS: u8 = 10;

    ::error_catalog::error_catalog! {
        pub(super) enum Storage: i32 { 1 => Timeout "timed out", 3 => Closed "closed" or Gone "gone" }
    }
    ::error_catalog::error_catalog! {
        pub(super) enum Raft: i32 { column level: u8; 2 => NotLeader "not leader" { level: 3 } }
    }
    ::error_catalog::union! { pub(super) enum Kv: i32 of Storage, Raft }
}

::error_catalog::error_catalog! {
    /// Texts.
    pub enum Texts: &'static str { "1" => One "one" }
}
::error_catalog::error_catalog! {
    /// A raw name.
    #[allow(non_camel_case_types)]
    pub enum r#fn: &'static str { "2" => Two "two" }
}
::error_catalog::union! {
    /// All texts.
    #[non_exhaustive]
    #[must_use]
    pub enum All: &'static str of Texts, r#fn as Other,
}

fn main() {
    use ::error_catalog::{Catalog, Columns};
    let row = shadowed::Kv::from_code(2).expect("a code of raft");
    ::std::assert!(row == shadowed::Raft::NotLeader.code() && shadowed::Kv::ALL.len() == 3);
    ::std::assert_eq!(<<shadowed::Kv as Catalog>::Columns as Columns>::NAMES, ["level"]);
    ::std::assert_eq!(shadowed::Storage::Gone.code(), 3);
    ::std::assert!(::std::matches!(All::from_code("2"), ::core::option::Option::Some(All::Other(_))));
}
