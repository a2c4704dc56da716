//! The methods and impls of a union. Those that it has like every catalog are in `catalog_macro.rs`.

/// The methods and impls of a union. `int` or `str` is the kind of its codes, followed by their type for integers. Then
/// each member has its number, the variant, the name of the variant, and the type.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($vis:vis $union:ident: int $raw:ty; $($members:tt)+) => {
        $crate::__catalog!($vis $union: union of int $raw; $($members)+);
        $crate::__union! { @methods $vis $union: $raw, $raw; $($members)+ }
        $crate::__union! { @impls $union: int $raw; $($members)+ }
    };
    ($vis:vis $union:ident: str; $($members:tt)+) => {
        $crate::__catalog!($vis $union: union of str; $($members)+);
        $crate::__union! {
            @methods $vis $union: &'static ::core::primitive::str, &::core::primitive::str; $($members)+
        }
        $crate::__union! { @impls $union: str; $($members)+ }
    };

    (@methods $vis:vis $union:ident: $raw:ty, $code:ty; $($number:literal $variant:ident $name:literal $member:ty,)+) => {
        impl $union {
            /// All rows, in the order of their codes.
            #[doc(alias = "iter")]
            $vis const ALL: &'static [Self] = $crate::__on_use!(rows_in_code_order());

            /// Returns the row with this code, or `None` if no catalog has it.
            #[inline]
            #[must_use]
            $vis const fn from_code(code: $code) -> ::core::option::Option<Self> {
                $(if let ::core::option::Option::Some(row) = <$member>::from_code(code) {
                    return ::core::option::Option::Some(Self::$variant(row));
                })+
                ::core::option::Option::None
            }

            /// Returns the code of the row, as it is on the wire.
            #[inline]
            #[must_use]
            $vis const fn code(self) -> $raw {
                match self {
                    $(Self::$variant(row) => <$member>::code(row),)+
                }
            }

            /// Returns whether the row's catalog declares the code as a `success`.
            #[inline]
            #[must_use]
            $vis const fn is_success(self) -> ::core::primitive::bool {
                match self {
                    $(Self::$variant(row) => <$member>::is_success(row),)+
                }
            }

            #[doc(hidden)]
            #[inline]
            #[must_use]
            $vis const fn __meaning(self) -> $crate::Meaning<Self> {
                match self {
                    $(Self::$variant(row) => <$member>::__meaning(row).__in_union::<Self>($number),)+
                }
            }
        }
    };

    (@impls $union:ident: $kind:ident $($raw:ty)?; $($number:literal $variant:ident $name:literal $member:ty,)+) => {
        /// Orders by code.
        impl ::core::cmp::Ord for $union {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&Self::code(*self), &Self::code(*other))
            }
        }

        impl ::core::cmp::PartialOrd for $union {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        $(
            impl ::core::convert::From<$member> for $union {
                #[inline]
                fn from(row: $member) -> Self {
                    Self::$variant(row)
                }
            }

            impl $crate::MemberOf<$union> for $member {}
        )+

        impl ::core::error::Error for $union
        where
            for<'a> <$union as $crate::Catalog>::Successes: $crate::__private::OnlyFailures<'a, $union>,
        {
        }

        const MEMBERS: &[$crate::__private::Member] = &[$($crate::__private::Member::of::<$member>($name)),+];

        const fn row_at(
            (number, position): $crate::__private::Position,
        ) -> $union {
            match number {
                $($number => $union::$variant(<$member as $crate::__private::Rows>::ROWS[position]),)+
                _ => ::core::unreachable!(),
            }
        }

        const ROWS: ::core::primitive::usize = $crate::__private::count_rows(MEMBERS);

        const fn rows_in_code_order() -> [$union; ROWS] {
            let (positions, mut rows, mut index) = (
                $crate::__private::rows_in_code_order::<{ MEMBERS.len() }, ROWS>(MEMBERS),
                [row_at((0, 0)); ROWS],
                0,
            );
            while index < ROWS {
                rows[index] = row_at(positions[index]);
                index += 1;
            }
            rows
        }

        const NEEDED_SYMBOLS: (::core::primitive::usize, ::core::primitive::usize) =
            $crate::__private::Symbols::<0, 0>::of(MEMBERS).needed;
        const SYMBOLS: $crate::__private::Symbols<{ NEEDED_SYMBOLS.0 }, { NEEDED_SYMBOLS.1 }> =
            $crate::__private::Symbols::of(MEMBERS);
        const MEANINGS: ::core::primitive::usize = $crate::__private::count_meanings(MEMBERS);

        const fn rows_by_index() -> [$union; MEANINGS + NEEDED_SYMBOLS.1] {
            let (mut rows, mut index) = ([row_at((0, 0)); MEANINGS + NEEDED_SYMBOLS.1], 0);
            while index < rows.len() {
                rows[index] = row_at(if index < MEANINGS {
                    $crate::__private::position_of_meaning(MEMBERS, index)
                } else {
                    SYMBOLS.rows[index - MEANINGS]
                });
                index += 1;
            }
            rows
        }

        const NEEDED_COLUMNS: (::core::primitive::usize, ::core::primitive::usize, ::core::primitive::usize) =
            $crate::__private::UnionColumns::<0, 0, 0>::of(MEMBERS).needed;
        const COLUMNS: $crate::__private::UnionColumns<
            { NEEDED_COLUMNS.0 },
            { NEEDED_COLUMNS.1 },
            { NEEDED_COLUMNS.2 },
        > = $crate::__private::UnionColumns::of(MEMBERS);
        const FORMER_NAMES: ::core::primitive::usize = $crate::__private::count_former_names(MEMBERS);

        /// The columns of a row: those of its catalog.
        #[derive(Debug)]
        pub enum __Columns {
            $($variant(<$member as $crate::Catalog>::Columns),)+
        }

        impl $crate::Columns for __Columns {
            const NAMES: $crate::__private::Texts = &COLUMNS.names;
            const TYPES: $crate::__private::Texts = &[];

            fn value(&self, index: ::core::primitive::usize) -> ::core::option::Option<$crate::Value<'_>> {
                $crate::__private::name_of_column::<Self>(index).map(|name| match self {
                    $(Self::$variant(columns) => $crate::__private::value_named(columns, name),)+
                })
            }

            fn __advice(&self) -> ::core::option::Option<$crate::Retry> {
                match self {
                    $(Self::$variant(columns) => $crate::Columns::__advice(columns),)+
                }
            }

            fn __at(index: ::core::primitive::usize) -> Self {
                match $crate::__private::locate(MEMBERS, index) {
                    $(($number, index) => Self::$variant($crate::Columns::__at(index)),)+
                    _ => ::core::unreachable!(),
                }
            }
        }

        impl $crate::__private::Rows for $union {
            const ROWS: &'static [Self] = $crate::__on_use!(rows_by_index());
        }

        impl $crate::Catalog for __Union {
            $crate::__codes!($kind $($raw)?);
            type Columns = __Columns;
            type Successes = $crate::__union!(@successes $($member,)+);
            const NAME: &'static ::core::primitive::str = ::core::stringify!($union);
            const TITLE: $crate::__private::OptionalText = ::core::option::Option::None;
            const SOURCE: $crate::__private::OptionalText = ::core::option::Option::None;
            const LANG: $crate::__private::OptionalText = $crate::__private::common_language(MEMBERS);
            const SECTIONS: &'static [$crate::Section] = &[$($crate::__private::Member::section(&MEMBERS[$number])),+];
            const ALL: &'static [Self] = $crate::__on_use!(rows_in_code_order());
            const TABLE: &'static $crate::__private::Table = $crate::__private::Member::table(&MEMBERS[0]);
            const CODES: $crate::__private::Codes = $crate::__private::Member::codes(&MEMBERS[0]);
            const DISPLAY: $crate::__private::OptionalText = $crate::__private::common_display(MEMBERS);
            const CODE_FORMAT: $crate::__private::CodeFormat = $crate::__private::common_code_format(MEMBERS);
            const MEMBERS: &'static [$crate::__private::Member] = MEMBERS;
            const SYMBOLS: $crate::__private::FormerSymbols = &SYMBOLS.symbols;
            const ENVELOPE: $crate::__private::Envelope = $crate::__private::envelope(MEMBERS);
            const TRANSLATIONS: $crate::__private::Translations = &COLUMNS.translations;
            const LANGUAGES: $crate::__private::Texts = &COLUMNS.languages;
            const FORMER: $crate::__private::FormerNames =
                &$crate::__private::former_names::<FORMER_NAMES>(MEMBERS);

            fn name(self) -> &'static ::core::primitive::str {
                Self::name(self)
            }

            fn symbol(self) -> $crate::__private::OptionalText {
                Self::symbol(self)
            }

            fn message(self) -> &'static ::core::primitive::str {
                Self::message(self)
            }

            fn message_in(self, lang: &::core::primitive::str) -> &'static ::core::primitive::str {
                match self {
                    $(Self::$variant(row) => <$member as $crate::Catalog>::message_in(row, lang),)+
                }
            }

            fn help(self) -> $crate::__private::OptionalText {
                Self::help(self)
            }

            fn section(self) -> ::core::option::Option<&'static $crate::Section> {
                Self::section(self)
            }

            fn deprecated(self) -> ::core::option::Option<&'static $crate::Deprecated> {
                Self::deprecated(self)
            }

            fn __write(
                self,
                with_help: ::core::primitive::bool,
                line: &mut dyn ::core::fmt::Write,
            ) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(row) => <$member as $crate::Catalog>::__write(row, with_help, line),)+
                }
            }
        }
    };

    (@successes) => {
        $crate::__private::WithoutSuccess
    };
    (@successes $member:ty, $($others:ty,)*) => {
        <<$member as $crate::Catalog>::Successes as $crate::__private::Or<$crate::__union!(@successes $($others,)*)>>::Successes
    };
}
