//! A crate may forbid lints: the expansion needs no `#[allow]`, which would be an error then.

use error_catalog::error_catalog;
use forbidden::{Private, PrivateFailure, PrivateStrings};

mod forbidden {
    #![forbid(
        dead_code,
        deprecated,
        long_running_const_eval,
        missing_docs,
        nonstandard_style,
        unused,
        clippy::same_name_method
    )]

    use error_catalog::{Retry, error_catalog};

    error_catalog! {
        /// Nothing calls most methods of this enum.
        pub(super) enum Private: i32 {
            success 0;
            column retry: Retry = Retry::Never;
            translation en = "";

            0 => Ok "ok",
            1 => Busy "busy" or Overloaded "overloaded" { retry: Retry::Later },
            2 => Gone was Missing "gone",
        }
    }

    error_catalog! {
        /// Nothing calls most methods of this enum.
        pub(super) enum PrivateStrings: &'static str {
            column level: u8 = 1;

            "busy" => Busy "busy" or Overloaded "overloaded",
            "gone" => Gone was Missing "gone",
        }
    }

    error_catalog! {
        /// Nothing makes most of these errors.
        pub(super) enum PrivateErrors: u8 {
            translation en;
            /// The errors.
            error PrivateFailure;

            1 => Busy { source: core::fmt::Error } "busy" { en: "busy" },
            2 => Gone { since: u8, #[doc = "Where."] at: &'static str } "gone since {since}" { en: "since {since}" }
                or Lost "lost" { en: "lost" },
        }
    }
}

/// The expansion mentions deprecated items, and must not cause warnings itself.
mod deprecated {
    #![deny(warnings)]

    use error_catalog::{Retry, error_catalog};

    error_catalog! {
        /// A deprecated catalog with a column.
        #[deprecated]
        pub enum Old: i32 {
            success 0;
            column retry: Retry = Retry::Never;
            translation en = "";

            0 => Ok "ok",
            #[deprecated]
            1 => Busy "busy" or Overloaded "overloaded" { retry: Retry::Later },
        }
    }

    error_catalog! {
        /// A catalog with an attribute that is written as a raw identifier.
        pub enum Rows: i32 {
            #[r#deprecated(r#note = "no server sends it", since = "1.2.0")]
            1 => Busy "busy",
            2 => Gone "gone",
        }
    }
}

#[test]
fn a_deprecation_is_recorded_however_it_is_spelled() {
    let deprecated = deprecated::Rows::ALL[0].deprecated().unwrap();
    assert_eq!(deprecated.note, Some("no server sends it"));
    assert_eq!(deprecated.since, Some("1.2.0"));
    assert!(deprecated::Rows::Gone.deprecated().is_none());
}

error_catalog! {
    /// A catalog that is left out, and has no baseline file.
    #[cfg(any())]
    pub enum LeftOut: i32 {
        baseline "src/missing.baseline";

        1 => Busy "busy",
    }
}

#[test]
fn a_private_catalog_works() {
    assert_eq!(Private::Overloaded, Private::Busy);
    assert_eq!(PrivateStrings::from_name("Missing"), Some(PrivateStrings::Gone));
    assert_eq!(PrivateFailure::Gone { since: 3, at: "here" }.to_string(), "2 gone since 3");
    assert_eq!(Private::ALL.len(), 3);
}
