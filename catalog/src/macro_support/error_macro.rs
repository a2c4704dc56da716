//! The methods and impls of an error type that are the same for every catalog.

/// The methods and impls of an error type.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_type {
    ($vis:vis $error:ident) => {
        impl $error {
            /// Returns the error for printing in the language with this BCP 47 tag. See the trait `Coded`.
            #[inline]
            #[must_use]
            $vis const fn in_lang<'a>(&'a self, lang: &'a ::core::primitive::str) -> $crate::InLang<'a, &'a Self> {
                $crate::InLang::__new(self, lang)
            }

            /// Returns the message in the language with this BCP 47 tag, without the code. See the trait `Coded`.
            #[inline]
            #[must_use]
            $vis fn message_in<'a>(&'a self, lang: &'a ::core::primitive::str) -> $crate::Message<'a, Self> {
                $crate::Coded::message_in(self, lang)
            }

            /// Returns the values of the error, to print or serialize them. See the trait `Coded`.
            #[inline]
            #[must_use]
            $vis fn values(&self) -> $crate::Values<'_, Self> {
                $crate::Coded::values(self)
            }
        }

        /// Prints the code and the message with the values. `{:#}` adds the help.
        impl ::core::fmt::Display for $error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display_coded(self, f)
            }
        }

        $crate::__serde_error! { $error }
        $crate::__miette_error! { $error }
        $crate::__schemars_error! { $error }
    };
}

/// Requires that each error of a catalog is in one of the lists.
#[doc(hidden)]
#[macro_export]
macro_rules! __assert_every_row {
    ($catalog:path, $rows:expr) => {
        const _: () = {
            let (mut at, all, lists): (_, &[$catalog], &[&[$catalog]]) = (0, <$catalog>::ALL, $rows);
            while at < all.len() {
                let (mut list, mut is_used) = (0, all[at].is_success());
                while list < lists.len() {
                    let mut used = 0;
                    while used < lists[list].len() {
                        is_used |=
                            lists[list][used] as ::core::primitive::u64 == all[at] as ::core::primitive::u64;
                        used += 1;
                    }
                    list += 1;
                }
                if !is_used {
                    $crate::__private::panic_with_unused_row(<$catalog>::NAME, all[at].name());
                }
                at += 1;
            }
        };
    };
}

/// The conversion into a `Failure`, which keeps the message and the source.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __error_into_failure {
    ($error:ident of $catalog:ident { $($sources:tt)* }) => {
        /// Keeps the message with its values as the text of the failure, and the source.
        impl ::core::convert::From<$error> for $crate::Failure<$catalog> {
            fn from(error: $error) -> Self {
                let failure = $crate::__private::failure_of(&error);
                let source: ::core::option::Option<$crate::__private::BoxedError> = match error { $($sources)* };
                match source {
                    ::core::option::Option::Some(source) => $crate::Failure::with_source(failure, source),
                    ::core::option::Option::None => failure,
                }
            }
        }
    };
}

/// Expands to nothing without the feature `alloc`.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __error_into_failure {
    ($($any:tt)*) => {};
}

/// The impl of serde: code, message and values.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_error {
    ($error:ident) => {
        /// Serializes the code, the message and the values: `{"code": 1003, "message": "…", "values": {"asked": 12}}`.
        /// `values` is left out if there are none. For another language, serialize what `in_lang` returns.
        impl $crate::__private::serde::Serialize for $error {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize_coded(self, serializer)
            }
        }
    };
}

/// Expands to nothing without the feature `serde`.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_error {
    ($error:ident) => {};
}

/// The impl of miette.
#[cfg(feature = "miette")]
#[doc(hidden)]
#[macro_export]
macro_rules! __miette_error {
    ($error:ident) => {
        const _: () = {
            // An alias, because `code` is a method of the enum too.
            type ErrorAlias = $error;

            /// The code is `ShopError::UnknownBook`. The help and the URL are the catalog's.
            impl $crate::__private::miette::Diagnostic for ErrorAlias {
                fn code<'a>(&'a self) -> $crate::__private::DiagnosticText<'a> {
                    $crate::__private::diagnostic_code(self)
                }

                fn help<'a>(&'a self) -> $crate::__private::DiagnosticText<'a> {
                    $crate::__private::diagnostic_help(self)
                }

                fn url<'a>(&'a self) -> $crate::__private::DiagnosticText<'a> {
                    $crate::__private::diagnostic_url(self)
                }
            }
        };
    };
}

/// Expands to nothing without the feature `miette`.
#[cfg(not(feature = "miette"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __miette_error {
    ($error:ident) => {};
}

/// The impl of schemars: the schema of what serde writes.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars_error {
    ($error:ident) => {
        /// Describes each error with its code and the names of its values.
        impl $crate::__private::schemars::JsonSchema for $error {
            fn schema_name() -> $crate::__private::Text {
                $crate::__private::Text::Borrowed(::core::stringify!($error))
            }

            fn schema_id() -> $crate::__private::Text {
                $crate::__private::Text::Borrowed(::core::concat!(
                    ::core::module_path!(),
                    "::",
                    ::core::stringify!($error)
                ))
            }

            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schema_of_errors::<<Self as $crate::Coded>::Catalog>()
            }
        }
    };
}

/// Expands to nothing without the feature `schemars`.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars_error {
    ($error:ident) => {};
}
