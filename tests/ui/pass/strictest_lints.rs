//! The expansion passes lints that its user may have denied.

#![deny(warnings, missing_docs, unsafe_code, clippy::all, clippy::pedantic, unreachable_pub)]
#![deny(missing_debug_implementations, unused_qualifications, single_use_lifetimes, unused_lifetimes)]
#![deny(non_local_definitions, elided_lifetimes_in_paths, let_underscore_drop, variant_size_differences)]
#![forbid(unsafe_code)]

use error_catalog::{Retry, error_catalog};

error_catalog! {
    /// With everything that a catalog can have.
    pub enum Vendor: i32 {
        title "Vendor <codes> [x] `y`";
        source "https://vendor.example";
        lang "de";
        success 0;
        reserved 7, 20..=29;
        shared symbol E_SHARED;
        /// The advice on trying again.
        column retry: Retry = Retry::Never;
        translation en;

        section Basic "basic" -1..=99 {
            -1 => Busy E_SHARED "system busy, see https://vendor.example/<busy> [now] *or* `later`" { en: "busy", retry: Retry::UpTo(3) },
            0 => Ok "ok" { en: "ok" },
            /// Documented here as well.
            #[deprecated(since = "1.0.0", note = "use Busy")]
            1 => Old E_SHARED "old" { en: "old", help: r"\uxxxx" } or Older "older" { en: "older" },
            2 => _ "unnamed" { en: "unnamed" },
        }
    }
}

error_catalog! {
    /// Of strings.
    pub enum Strings: &'static str { "1" => One "one" }
}

mod private {
    error_catalog::error_catalog! {
        pub(crate) enum Unused: u16 { 1 => One "one" }
    }
}

fn main() {
    assert_eq!(Vendor::E2.to_string(), "2 unnamed");
    assert_eq!(Strings::One.code(), "1");
    assert_eq!(private::Unused::One.code(), 1);
}
