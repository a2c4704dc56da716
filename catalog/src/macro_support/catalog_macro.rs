//! The methods and impls that are the same for the enum of every catalog. They read the tables, so their size does not
//! depend on the number of rows.
//!
//! Every call is by path: with method syntax, a user's trait in scope could provide the method.

/// The methods and impls of a catalog. `int` or `str` is the kind of its codes, followed by their type for integers, and by
/// the primitive integer for a type without zero.
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog {
    ($vis:vis $catalog:ident: int $raw:ty) => {
        $crate::__catalog! { @integers $vis $catalog, $raw }
    };
    ($vis:vis $catalog:ident: int $raw:ty, $primitive:ty) => {
        $crate::__catalog! { @integers $vis $catalog, $raw, $primitive }
    };
    (@integers $vis:vis $catalog:ident, $raw:ty $(, $primitive:ty)?) => {
        impl $catalog {
            /// Returns the row with this code, or `None` if the catalog has none.
            #[inline]
            #[must_use]
            $vis const fn from_code(code: $raw) -> ::core::option::Option<Self> {
                $crate::__from_code!(code, $raw $(, $primitive)?)
            }

            /// Returns the code of the row, as it is on the wire.
            #[inline]
            #[must_use]
            $vis const fn code(self) -> $raw {
                $crate::__code!(self, $raw $(, $primitive)?)
            }

            #[doc(hidden)]
            #[inline]
            #[must_use]
            $vis const fn __meaning(self) -> $crate::Meaning<Self> {
                $crate::Meaning::<Self>::__first(self as ::core::primitive::u64)
            }
        }

        $crate::__catalog! { @comparisons $catalog, $raw }
        $crate::__catalog! { @any $vis $catalog, $raw, $raw; }
    };
    ($vis:vis $catalog:ident: str) => {
        impl $catalog {
            /// Returns the row with this code, or `None` if the catalog has none.
            #[inline]
            #[must_use]
            $vis const fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
                $crate::__private::row_of_code(code)
            }

            /// Returns the code of the row, as it is on the wire.
            #[inline]
            #[must_use]
            $vis const fn code(self) -> &'static ::core::primitive::str {
                $crate::__private::Table::code(
                    <Self as $crate::Catalog>::TABLE,
                    self as ::core::primitive::usize,
                )
            }

            #[doc(hidden)]
            #[inline]
            #[must_use]
            $vis const fn __meaning(self) -> $crate::Meaning<Self> {
                $crate::Meaning::<Self>::__first(self as ::core::primitive::u64)
            }
        }

        $crate::__catalog! { @comparisons $catalog, ::core::primitive::str }
        $crate::__catalog! { @comparisons $catalog, &::core::primitive::str }
        $crate::__catalog! { @any $vis $catalog, &'static ::core::primitive::str, &::core::primitive::str; }
    };

    ($vis:vis $union:ident: union of int $raw:ty; $($members:tt)+) => {
        $crate::__catalog! { @comparisons $union, $raw }
        $crate::__catalog! { @any $vis $union, $raw, $raw; $($members)+ }
    };
    ($vis:vis $union:ident: union of str; $($members:tt)+) => {
        $crate::__catalog! { @comparisons $union, ::core::primitive::str }
        $crate::__catalog! { @comparisons $union, &::core::primitive::str }
        $crate::__catalog! {
            @any $vis $union, &'static ::core::primitive::str, &::core::primitive::str; $($members)+
        }
    };

    (@comparisons $catalog:ident, $code:ty) => {
        impl ::core::cmp::PartialEq<$code> for $catalog {
            #[inline]
            fn eq(&self, other: &$code) -> ::core::primitive::bool {
                ::core::cmp::PartialEq::eq(&<$crate::Code<Self> as ::core::convert::From<Self>>::from(*self), other)
            }
        }

        impl ::core::cmp::PartialEq<$catalog> for $code {
            #[inline]
            fn eq(&self, other: &$catalog) -> ::core::primitive::bool {
                ::core::cmp::PartialEq::eq(other, self)
            }
        }
    };

    (@any $vis:vis $catalog:ident, $raw:ty, $code:ty; $($members:tt)*) => {
        impl $catalog {
            /// The name of the enum.
            $vis const NAME: &'static ::core::primitive::str = <Self as $crate::Catalog>::NAME;

            /// The vendor's title of the table, from the statement `title`.
            $vis const TITLE: ::core::option::Option<&'static ::core::primitive::str> = <Self as $crate::Catalog>::TITLE;

            /// The origin of the table, a URL or the name of a document, from the statement `source`.
            $vis const SOURCE: ::core::option::Option<&'static ::core::primitive::str> = <Self as $crate::Catalog>::SOURCE;

            /// The language of the messages and help texts, a BCP 47 tag such as `zh-CN`, from the statement `lang`.
            $vis const LANG: ::core::option::Option<&'static ::core::primitive::str> = <Self as $crate::Catalog>::LANG;

            /// The sections, in the order of their declaration.
            $vis const SECTIONS: &'static [$crate::Section] = <Self as $crate::Catalog>::SECTIONS;

            /// Returns the languages of the messages as BCP 47 tags: the catalog's own, if it declares one, then those of its
            /// translations.
            #[inline]
            $vis fn languages() -> $crate::Languages {
                <Self as $crate::Catalog>::languages()
            }

            /// Returns the language of the catalog that is nearest to a BCP 47 tag, or `None` if the catalog does not have the
            /// language or the tag is invalid. See the trait for the rules.
            #[inline]
            #[must_use]
            $vis fn language_for(lang: &::core::primitive::str) -> ::core::option::Option<&'static ::core::primitive::str> {
                <Self as $crate::Catalog>::language_for(lang)
            }

            /// Returns the language of the catalog that the header `Accept-Language` of a request prefers, or `None` if it
            /// accepts none of them. See the trait for the rules.
            #[inline]
            #[must_use]
            $vis fn negotiate(accept_language: &::core::primitive::str) -> ::core::option::Option<&'static ::core::primitive::str> {
                <Self as $crate::Catalog>::negotiate(accept_language)
            }

            /// Returns the row with this name, spelled as in the source, or `None` if no row has it. A row with several
            /// meanings has several names; former names are found too.
            #[inline]
            #[must_use]
            $vis const fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                $crate::__private::row_of_name(name)
            }

            /// Returns the row with this name in any ASCII case, for names that people type. An exact match is preferred.
            /// Returns `None` if no row has it, or if several rows have names that differ only in case.
            #[inline]
            #[must_use]
            $vis fn from_name_ignoring_case(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                <Self as $crate::Catalog>::from_name_ignoring_case(name)
            }

            /// Returns the rows with this symbol, in the order of their codes: usually one, several if the vendor shares
            /// the symbol, or none. Former symbols are found too.
            #[inline]
            #[must_use]
            $vis const fn with_symbol(symbol: &::core::primitive::str) -> &'static [Self] {
                $crate::__private::rows_of_symbol(symbol)
            }

            /// Returns the name of the variant.
            #[inline]
            #[must_use]
            $vis const fn name(self) -> &'static ::core::primitive::str {
                $crate::__of_row!(name of self; $($members)*)
            }

            /// Returns the vendor's own identifier, if it has one. If the code has several meanings, this is the first.
            #[inline]
            #[must_use]
            $vis const fn symbol(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $crate::__of_row!(symbol of self; $($members)*)
            }

            /// Returns the vendor's message, or an empty string if the row has none. If the code has several meanings, this is
            /// the first.
            #[inline]
            #[must_use]
            $vis const fn message(self) -> &'static ::core::primitive::str {
                $crate::__of_row!(message of self; $($members)*)
            }

            /// Returns the message in the language with this BCP 47 tag. Falls back to the vendor's if there is no
            /// translation or the tag is invalid. If the code has several meanings, this is the first.
            #[inline]
            #[must_use]
            $vis fn message_in(self, lang: &::core::primitive::str) -> &'static ::core::primitive::str {
                <Self as $crate::Catalog>::message_in(self, lang)
            }

            /// Returns the vendor's advice on what to do about it. If the code has several meanings, this is the first.
            #[inline]
            #[must_use]
            $vis const fn help(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $crate::__of_row!(help of self; $($members)*)
            }

            /// Returns the section that the row is declared in, if any.
            #[inline]
            #[must_use]
            $vis const fn section(self) -> ::core::option::Option<&'static $crate::Section> {
                $crate::__of_row!(section of self; $($members)*)
            }

            /// Returns the row's `#[deprecated]`, if it has one.
            #[inline]
            #[must_use]
            $vis const fn deprecated(self) -> ::core::option::Option<&'static $crate::Deprecated> {
                $crate::__of_row!(deprecated of self; $($members)*)
            }

            /// Returns all meanings of the row: usually one, several if the vendor uses the code for different errors.
            #[inline]
            #[must_use]
            $vis const fn meanings(self) -> $crate::Meanings<Self> {
                $crate::Meaning::__and_later(Self::__meaning(self))
            }
        }

        impl ::core::convert::TryFrom<$code> for $catalog {
            type Error = $crate::UnknownCode<$raw>;

            #[inline]
            fn try_from(code: $code) -> ::core::result::Result<Self, $crate::UnknownCode<$raw>> {
                match Self::from_code(code) {
                    ::core::option::Option::Some(row) => ::core::result::Result::Ok(row),
                    ::core::option::Option::None => ::core::result::Result::Err(
                        $crate::UnknownCode::<$raw>::new::<Self>(code),
                    ),
                }
            }
        }

        impl ::core::convert::From<$catalog> for $raw {
            #[inline]
            fn from(row: $catalog) -> Self {
                $catalog::code(row)
            }
        }

        /// Compares the code.
        impl ::core::cmp::PartialEq<$crate::Failure<Self>> for $catalog {
            #[inline]
            fn eq(&self, other: &$crate::Failure<Self>) -> ::core::primitive::bool {
                ::core::cmp::PartialEq::eq(other, self)
            }
        }

        impl ::core::cmp::PartialEq<$crate::Code<Self>> for $catalog {
            #[inline]
            fn eq(&self, other: &$crate::Code<Self>) -> ::core::primitive::bool {
                ::core::cmp::PartialEq::eq(other, self)
            }
        }

        /// Prints the code and the message, `40001 不合法的secret参数`; all messages of a shared code, joined by ` | `.
        /// `{:#}` adds the help after a colon. Width, fill and alignment apply to the whole line; other flags are ignored.
        impl ::core::fmt::Display for $catalog {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display_row(*self, f)
            }
        }

        /// Prints the name of the variant.
        impl ::core::fmt::Debug for $catalog {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_row(*self, f)
            }
        }

        /// Parses a name, as `from_name` does.
        impl ::core::str::FromStr for $catalog {
            type Err = $crate::UnknownName;

            #[inline]
            fn from_str(name: &::core::primitive::str) -> ::core::result::Result<Self, $crate::UnknownName> {
                $crate::__private::parse_name::<Self>(name)
            }
        }

        $crate::__serde_catalog! { $catalog }
        $crate::__schemars_catalog! { $catalog }
    };
}

/// Calls an accessor of a row. A union calls that of the row's catalog: with the tables of all catalogs in one array, the
/// linker could not drop the texts that a program does not use.
#[doc(hidden)]
#[macro_export]
macro_rules! __of_row {
    ($accessor:ident of $row:ident;) => {
        $crate::Meaning::$accessor(Self::__meaning($row))
    };
    (section of $row:ident; $($number:literal $variant:ident $name:literal $member:ty,)+) => {
        match $row {
            $(Self::$variant(_) => ::core::option::Option::Some(&Self::SECTIONS[$number]),)+
        }
    };
    ($accessor:ident of $row:ident; $($number:literal $variant:ident $name:literal $member:ty,)+) => {
        match $row {
            $(Self::$variant(row) => <$member>::$accessor(row),)+
        }
    };
}

/// Returns the row with an integer code. A type without zero cannot be cast, so that its primitive integer is looked up.
#[doc(hidden)]
#[macro_export]
macro_rules! __from_code {
    ($code:expr, $raw:ty, $primitive:ty) => {
        $crate::__from_code!(<$raw>::get($code), $primitive)
    };
    ($code:expr, $raw:ty) => {{
        // `as u64` keeps all bits that distinguish codes.
        let candidate = $crate::__private::candidate::<Self>($code as ::core::primitive::u64);
        if candidate as $raw == $code {
            ::core::option::Option::Some(candidate)
        } else {
            ::core::option::Option::None
        }
    }};
}

/// The integer code of a row.
#[doc(hidden)]
#[macro_export]
macro_rules! __code {
    ($row:expr, $raw:ty, $primitive:ty) => {
        $crate::__nonzero_code!($raw, $row as $primitive)
    };
    ($row:expr, $raw:ty) => {
        $row as $raw
    };
}

/// Converts a code, which the checks of the declaration have found not to be zero, without a panic.
#[doc(hidden)]
#[macro_export]
macro_rules! __nonzero_code {
    ($raw:ty, $code:expr) => {
        match <$raw>::new($code) {
            ::core::option::Option::Some(code) => code,
            ::core::option::Option::None => <$raw>::MIN,
        }
    };
}

/// The items of `Catalog` about a row and its code.
#[doc(hidden)]
#[macro_export]
macro_rules! __codes {
    (int $raw:ty) => {
        $crate::__codes! { @any $raw, $raw }
    };
    (str) => {
        $crate::__codes! { @any &'static ::core::primitive::str, &::core::primitive::str }
    };
    (@any $raw:ty, $code:ty) => {
        type Raw = $raw;

        #[inline]
        fn from_code(code: $code) -> ::core::option::Option<Self> {
            Self::from_code(code)
        }

        #[inline]
        fn code(self) -> $raw {
            Self::code(self)
        }

        #[inline]
        fn is_success(self) -> ::core::primitive::bool {
            Self::is_success(self)
        }

        #[inline]
        fn __meaning(self) -> $crate::Meaning<Self> {
            Self::__meaning(self)
        }
    };
}

/// The impls of serde, by raw code. The feature is checked here, because the crate that declares the catalog has features of
/// its own.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_catalog {
    ($catalog:ident) => {
        /// Serializes the raw code.
        impl $crate::__private::serde::Serialize for $catalog {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize_known(*self, serializer)
            }
        }

        /// Deserializes a raw code, in a catalog that is `exhaustive` or that declares the row of `unknown` codes. Other
        /// catalogs cannot hold the server's next code: deserialize into `Code`.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $catalog
        where
            for<'a> $crate::__private::Row: $crate::__private::Readable<'a, $catalog>,
        {
            #[inline]
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_known(deserializer)
            }
        }
    };
}

/// The impl of schemars: the schema of what serde writes.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars_catalog {
    ($catalog:ident) => {
        /// Describes the codes of the catalog, each with its name, message and help.
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
                generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schema_of_rows::<Self>(generator)
            }
        }
    };
}

/// Expands to nothing without the feature `schemars`.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars_catalog {
    ($catalog:ident) => {};
}

/// Expands to nothing without the feature `serde`.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_catalog {
    ($catalog:ident) => {};
}

/// Makes `&'static [Self]` of an array that a call returns, for a constant that rustc evaluates only where it is used.
/// Without the branch, rustc would promote the array, and a lint would evaluate it whenever the catalog is checked.
#[doc(hidden)]
#[macro_export]
macro_rules! __on_use {
    ($rows:expr) => {
        if true { &$rows } else { &[] }
    };
}
