//! The part of the expansion that is the same for every catalog, whatever its rows: the methods of the enum and
//! its conversions. Each is of constant size and reads the tables.

/// The methods and impls of an enum whose codes are integers. `as u64` keeps every bit that tells codes apart.
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_catalog {
    ($vis:vis $catalog:ident: $raw:ident) => {
        #[allow(dead_code, reason = "a catalog is declared whole, whatever its crate uses of it")]
        impl $catalog {
            /// The row that has this code; `None` for a code that the catalog does not have.
            #[inline]
            #[must_use]
            $vis const fn from_code(code: ::core::primitive::$raw) -> ::core::option::Option<Self> {
                let candidate = $crate::__private::candidate::<Self>(code as ::core::primitive::u64);
                if candidate as ::core::primitive::$raw == code {
                    ::core::option::Option::Some(candidate)
                } else {
                    ::core::option::Option::None
                }
            }

            /// The code of the row, as it is on the wire.
            #[inline]
            #[must_use]
            $vis const fn code(self) -> ::core::primitive::$raw {
                self as ::core::primitive::$raw
            }
        }

        impl ::core::convert::TryFrom<::core::primitive::$raw> for $catalog {
            type Error = $crate::UnknownCode<::core::primitive::$raw>;

            #[inline]
            fn try_from(
                code: ::core::primitive::$raw,
            ) -> ::core::result::Result<Self, $crate::UnknownCode<::core::primitive::$raw>> {
                Self::from_code(code).ok_or_else(|| $crate::__private::unknown_code::<Self, _>(code))
            }
        }

        impl ::core::convert::From<$catalog> for ::core::primitive::$raw {
            #[inline]
            fn from(row: $catalog) -> Self {
                row.code()
            }
        }

        $crate::__any_catalog! { $vis $catalog }
    };
}

/// The methods and impls of an enum whose codes are strings. Its discriminants are the ranks of the codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __string_catalog {
    ($vis:vis $catalog:ident) => {
        #[allow(dead_code, reason = "a catalog is declared whole, whatever its crate uses of it")]
        impl $catalog {
            /// The row that has this code; `None` for a code that the catalog does not have.
            #[inline]
            #[must_use]
            $vis const fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
                $crate::__private::row_of_code(code)
            }

            /// The code of the row, as it is on the wire.
            #[inline]
            #[must_use]
            $vis const fn code(self) -> &'static ::core::primitive::str {
                $crate::__private::code::<Self>(self as ::core::primitive::u64)
            }
        }

        impl<'a> ::core::convert::TryFrom<&'a ::core::primitive::str> for $catalog {
            type Error = $crate::UnknownCode<&'a ::core::primitive::str>;

            #[inline]
            fn try_from(
                code: &'a ::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::UnknownCode<&'a ::core::primitive::str>> {
                Self::from_code(code).ok_or_else(|| $crate::__private::unknown_code::<Self, _>(code))
            }
        }

        impl ::core::convert::From<$catalog> for &'static ::core::primitive::str {
            #[inline]
            fn from(row: $catalog) -> Self {
                row.code()
            }
        }

        $crate::__any_catalog! { $vis $catalog }
    };
}

/// What `Catalog` asks of a catalog of integers about its codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_codes {
    ($raw:ident) => {
        type Raw = ::core::primitive::$raw;

        #[inline]
        fn from_code(code: ::core::primitive::$raw) -> ::core::option::Option<Self> {
            Self::from_code(code)
        }

        #[inline]
        fn code(self) -> ::core::primitive::$raw {
            self.code()
        }

        $crate::__any_codes! {}
    };
}

/// What `Catalog` asks of a catalog of strings about its codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __string_codes {
    () => {
        type Raw = &'static ::core::primitive::str;

        #[inline]
        fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
            Self::from_code(code)
        }

        #[inline]
        fn code(self) -> &'static ::core::primitive::str {
            self.code()
        }

        $crate::__any_codes! {}
    };
}

/// What `Catalog` asks of any catalog about its codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __any_codes {
    () => {
        #[inline]
        fn is_success(self) -> ::core::primitive::bool {
            self.is_success()
        }

        #[inline]
        fn __place(self) -> ::core::primitive::usize {
            $crate::__private::place::<Self>(self as ::core::primitive::u64)
        }
    };
}

/// The methods and impls that do not depend on the type of the codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __any_catalog {
    ($vis:vis $catalog:ident) => {
        #[allow(dead_code, reason = "a catalog is declared whole, whatever its crate uses of it")]
        impl $catalog {
            /// The row that has this name, spelled as in the source; `None` where no row has it. A row with
            /// several meanings is found by the name of each.
            #[inline]
            #[must_use]
            $vis const fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                $crate::__private::row_of_name(name)
            }

            /// The rows that have this symbol, in the order of their codes: one, or several where the vendor
            /// shares the symbol, or none.
            #[inline]
            #[must_use]
            $vis const fn with_symbol(symbol: &::core::primitive::str) -> &'static [Self] {
                $crate::__private::rows_of_symbol(symbol)
            }

            /// The name of the variant.
            #[inline]
            #[must_use]
            $vis const fn name(self) -> &'static ::core::primitive::str {
                $crate::__private::name::<Self>(self as ::core::primitive::u64)
            }

            /// The vendor's own identifier, where it has one. Of several meanings, the first one's.
            #[inline]
            #[must_use]
            $vis const fn symbol(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $crate::__private::symbol::<Self>(self as ::core::primitive::u64)
            }

            /// The vendor's message. Of several meanings, the first one's.
            #[inline]
            #[must_use]
            $vis const fn message(self) -> &'static ::core::primitive::str {
                $crate::__private::message::<Self>(self as ::core::primitive::u64)
            }

            /// The message in the language with this BCP 47 tag; the vendor's own where the catalog has none in it.
            /// Of several meanings, the first one's.
            #[inline]
            #[must_use]
            $vis fn message_in(self, lang: &::core::primitive::str) -> &'static ::core::primitive::str {
                $crate::Catalog::message_in(self, lang)
            }

            /// What the vendor says to do about it. Of several meanings, the first one's.
            #[inline]
            #[must_use]
            $vis const fn help(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $crate::__private::help::<Self>(self as ::core::primitive::u64)
            }

            /// The section that the row is declared in, if any.
            #[inline]
            #[must_use]
            $vis const fn section(self) -> ::core::option::Option<&'static $crate::Section> {
                $crate::__private::section::<Self>(self as ::core::primitive::u64)
            }

            /// What the row's `#[deprecated]` says; `None` where the row has no such attribute.
            #[inline]
            #[must_use]
            $vis const fn deprecated(self) -> ::core::option::Option<&'static $crate::Deprecated> {
                $crate::__private::deprecated::<Self>(self as ::core::primitive::u64)
            }

            /// All meanings of the row: one, or several where the vendor uses the code for different errors.
            #[inline]
            #[must_use]
            $vis const fn meanings(self) -> $crate::Meanings<Self> {
                $crate::__private::meanings::<Self>(self as ::core::primitive::u64)
            }
        }

        /// The code and the message, `40001 不合法的secret参数`; every message of a shared code, joined by ` | `.
        /// With `{:#}` the help too, behind a colon. Width, fill and alignment are for all of it, and no other
        /// flag changes it.
        impl ::core::fmt::Display for $catalog {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display(*self, f)
            }
        }

        /// The name of the variant.
        impl ::core::fmt::Debug for $catalog {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }

        /// The inverse of `name`.
        impl ::core::str::FromStr for $catalog {
            type Err = $crate::UnknownName;

            #[inline]
            fn from_str(
                name: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::UnknownName> {
                Self::from_name(name).ok_or($crate::__private::unknown_name::<Self>())
            }
        }

        $crate::__serde_catalog! { $catalog }
        $crate::__schemars_catalog! { $catalog }
    };
}

/// serde by raw code. Whether there is any is decided here: the crate that declares the catalog has features of
/// its own.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_catalog {
    ($catalog:ident) => {
        /// Writes the raw code.
        impl $crate::__private::serde::Serialize for $catalog {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize_known(*self, serializer)
            }
        }

        /// Reads the codes that the catalog has, and fails on every other: what comes from a server belongs into
        /// a `Code`.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $catalog {
            #[inline]
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_known(deserializer)
            }
        }
    };
}

/// The schema of what serde writes.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars_catalog {
    ($catalog:ident) => {
        /// The codes that the catalog has, each with its name, message and help.
        impl $crate::__private::schemars::JsonSchema for $catalog {
            fn schema_name() -> $crate::__private::Text {
                $crate::__private::Text::Borrowed(<Self as $crate::Catalog>::NAME)
            }

            fn schema_id() -> $crate::__private::Text {
                $crate::__private::Text::Borrowed(::core::concat!(
                    ::core::module_path!(),
                    "::",
                    ::core::stringify!($catalog)
                ))
            }

            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schema_of_rows::<Self>()
            }
        }
    };
}

/// Without the feature `schemars`, nothing.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars_catalog {
    ($catalog:ident) => {};
}

/// Without the feature `serde`, nothing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_catalog {
    ($catalog:ident) => {};
}

/// `&'static [Self]` of an array that a call makes, as the value of a constant which rustc evaluates only where it is
/// used. Without the branch it would be promoted, and evaluated by a lint wherever the catalog is checked.
#[doc(hidden)]
#[macro_export]
macro_rules! __on_use {
    ($rows:expr) => {
        if true { &$rows } else { &[] }
    };
}
