//! Codes and texts that a `macro_rules!` around the catalog composes.

use error_catalog::error_catalog;

/// Declares a catalog, a constant per row, and a function that lists the rows.
macro_rules! module {
    (
        $(#[$meta:meta])*
        $vis:vis $name:ident $prefix:literal {
            $($(#[doc = $doc:literal])* $suffix:literal => $error:ident $constant:ident),* $(,)?
        }
    ) => {
        error_catalog! {
            $(#[$meta])*
            $vis enum $name: &'static str {
                column path: &'static str;
                column url: &'static str = "";
                $(
                    $(#[doc = $doc])*
                    concat!($prefix, ":", $suffix) => $error {
                        help: concat!("see ", stringify!($error)),
                        path: ::core::concat!(stringify!($name), "::", stringify!($error)),
                        url: concat!("https://kv.example/", env!("CARGO_PKG_NAME")),
                    },
                )*
            }
        }
        $($vis const $constant: $name = $name::$error;)*
    };
}

module! {
    /// Errors of the storage.
    pub(crate) Storage "KV:Storage" {
        /// The lock is held by another transaction.
        "Locked" => Locked LOCKED,
        "Timeout" => Timeout TIMEOUT,
    }
}

#[test]
fn a_macro_composes_codes_and_texts() {
    assert_eq!(LOCKED.code(), "KV:Storage:Locked");
    assert_eq!(Storage::from_code("KV:Storage:Timeout"), Some(TIMEOUT));
    assert_eq!(LOCKED.message(), "The lock is held by another transaction.");
    assert_eq!(TIMEOUT.to_string(), "KV:Storage:Timeout");
    assert_eq!(LOCKED.help(), Some("see Locked"));
    assert_eq!(LOCKED.path(), "Storage::Locked");
    assert_eq!(LOCKED.url(), "https://kv.example/error-catalog-tests");
}

#[test]
fn texts_are_composed_of_literals() {
    error_catalog! {
        enum Composed: &'static str {
            title concat!("codes", " of ", stringify!(v2));
            concat!("E", 0x10, -1, true) => Number concat!("number ", r"1"),
            std::concat!("A", concat!("B", stringify!(7))) => Nested E_NESTED stringify!(nested) or Other stringify!(other),
            section First "first" prefix concat!("K", ":") { stringify!(Busy) => Busy "busy" }
        }
    }
    let codes: Vec<_> = Composed::ALL.iter().map(|row| row.code()).collect();
    assert_eq!(codes, ["AB7", concat!("E", 0x10, -1, true), "K:Busy"]);
    assert_eq!(Composed::TITLE, Some("codes of v2"));
    assert_eq!(Composed::Nested.to_string(), "AB7 nested | other");
}
