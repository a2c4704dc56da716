//! Catalogs declared by another macro: each kind of fragment, in each position that accepts it.

#![allow(unused_parens, unused_braces, clippy::unnested_or_patterns, reason = "they are what is passed on")]

use error_catalog::{Section, error_catalog};

/// Declares a catalog with a column whose value is a fragment, alone and in an expression.
macro_rules! value {
    ($kind:ident: $($value:tt)*) => {{
        macro_rules! declare {
            ($fragment:$kind) => {
                error_catalog! {
                    enum Vendor: i32 {
                        column default: i64 = 2 * $fragment * 2;
                        column alone: i64 = $fragment;
                        column nested: [i64; 2];
                        1 => Negated "negated" { alone: -$fragment, nested: [$fragment, { 10 - $fragment }] },
                        2 => Method "method" { alone: $fragment.pow(2), nested: [0, i64::abs($fragment)] },
                        3 => Cast "cast" { alone: $fragment as i32 as i64, nested: [$fragment; 2] },
                    }
                }
            };
        }
        declare! { $($value)* }
        let columns = |row: Vendor| (row.default(), row.alone(), row.nested());
        [columns(Vendor::Negated), columns(Vendor::Method), columns(Vendor::Cast)]
    }};
}

const fn expected(value: i64) -> [(i64, i64, [i64; 2]); 3] {
    let default = 4 * value;
    [
        (default, -value, [value, 10 - value]),
        (default, value.pow(2), [0, value.abs()]),
        (default, value, [value; 2]),
    ]
}

const THREE: i64 = 3;

#[test]
fn a_value_keeps_its_precedence() {
    assert_eq!(value!(expr: 1i64 + 2), expected(3));
    assert_eq!(value!(expr: -3i64), expected(-3));
    assert_eq!(value!(expr: THREE), expected(3));
    assert_eq!(value!(expr: if true { 1i64 } else { 2 }), expected(1));
    assert_eq!(value!(expr: THREE << 1 & 7), expected(6));
    assert_eq!(value!(literal: 7i64), expected(7));
    assert_eq!(value!(literal: -7i64), expected(-7));
    assert_eq!(value!(path: THREE), expected(3));
    assert_eq!(value!(path: self::THREE), expected(3));
    assert_eq!(value!(ident: THREE), expected(3));
    assert_eq!(value!(tt: (1i64 + 2)), expected(3));
    assert_eq!(value!(block: { 1i64 + 2 }), expected(3));
}

#[test]
fn a_value_passed_on_twice_keeps_its_precedence() {
    macro_rules! outer {
        ($value:expr) => {
            inner! { $value, $value + 1 }
        };
    }
    macro_rules! inner {
        ($one:expr, $other:expr) => {
            error_catalog! {
                enum Vendor: i32 {
                    column one: i32 = $one * 2;
                    column other: i32 = 10 - $other;
                    1 => One "one",
                }
            }
        };
    }
    outer! { 1 + 2 }
    assert_eq!((Vendor::One.one(), Vendor::One.other()), (6, 6));
}

#[test]
fn a_fragment_that_is_not_an_expression_is_unchanged() {
    macro_rules! declare {
        ($pattern:pat, $statement:stmt, $item:item, $vis:vis, $attribute:meta, $ty:ty, $path:path, $used:expr) => {
            error_catalog! {
                enum Vendor: i32 {
                    column value: i32 = {
                        $item
                        $statement;
                        #[$attribute]
                        struct Pair { $vis left: $ty, right: <$ty as core::ops::Neg>::Output }
                        let pair: $path = Some(Pair { left: 20, right: 3 });
                        match pair { $pattern => $used, _ => 0 }
                    };
                    1 => One "one",
                }
            }
        };
    }
    declare! {
        Some(Pair { left: 20, right: a } | Pair { left: 21, right: a }),
        let b = 100,
        const fn added(a: i32, b: i32) -> i32 { a + b },
        pub(crate), derive(Clone, Copy), i32, Option<Pair>, added(a, b)
    }
    assert_eq!(Vendor::One.value(), 103);
}

/// Declares a catalog with a fragment in every position of a code.
macro_rules! codes {
    ($kind:ident: $($codes:tt)*) => {{
        macro_rules! declare {
            ($a:$kind, $b:$kind, $c:$kind, $d:$kind) => {
                error_catalog! {
                    enum Vendor: i32 {
                        success $a, $b;
                        reserved $c, $d..=$d;
                        $a => A "a",
                        section Rest "rest" $b..=99 { $b => B "b" or Other "other", 9 => Nine "nine" }
                    }
                }
            };
        }
        declare! { $($codes)* }
        Vendor::ALL.iter().map(|row| (row.code(), row.is_success())).collect::<Vec<_>>()
    }};
}

#[test]
fn a_code_is_a_fragment() {
    let expected = [(-1, true), (5, true), (9, false)];
    assert_eq!(codes!(literal: -1, 5, -8, -7), expected);
    assert_eq!(codes!(expr: -1, 5, -8, -7), expected);
    assert_eq!(codes!(tt: 1, 5, 7, 8), [(1, true), (5, true), (9, false)]);
}

#[test]
fn a_range_is_a_fragment() {
    macro_rules! declare {
        ($reserved:expr, $section:pat) => {
            error_catalog! {
                enum Vendor: i32 {
                    reserved $reserved, 40;
                    section Basic "basic" $section { -3 => A "a", 5 => B "b" }
                }
            }
        };
    }
    declare! { 20..=29, -3..=9 }
    assert_eq!(Vendor::ALL, [Vendor::A, Vendor::B]);
}

/// Declares a catalog with a fragment in every position of a text.
macro_rules! texts {
    ($kind:ident: $($texts:tt)*) => {{
        macro_rules! declare {
            ($code:$kind, $symbol:$kind, $text:$kind) => {
                error_catalog! {
                    enum Vendor: &'static str {
                        title $text;
                        source $text;
                        lang $symbol;
                        success $code;
                        shared symbol $symbol;
                        translation de = $text;
                        #[deprecated(note = $text)]
                        $code => A $text { symbol: $symbol, help: $text },
                        section Rest $text de $text { "b" => B $text { symbol: $symbol, de: $text } }
                    }
                }
            };
        }
        declare! { $($texts)* }
        #[allow(deprecated, reason = "that is what is asked about")]
        let row = Vendor::A;
        assert_eq!((row.code(), row.symbol(), row.message()), ("a", Some("en"), "text"));
        assert_eq!((row.help(), row.de(), Vendor::B.de()), (Some("text"), "text", "text"));
        assert_eq!((Vendor::TITLE, Vendor::SOURCE, Vendor::LANG), (Some("text"), Some("text"), Some("en")));
        assert_eq!(Vendor::B.section().map(Section::title), Some("text"));
        assert_eq!(row.deprecated().and_then(|it| it.note), Some("text"));
        assert_eq!(Vendor::with_symbol("en").len(), 2);
        assert!(row.is_success());
    }};
}

#[test]
fn a_text_is_a_fragment() {
    texts!(literal: "a", "en", "text");
    texts!(expr: "a", "en", "text");
    texts!(tt: "a", "en", r"text");
}

#[test]
fn names_types_and_attributes_are_fragments() {
    macro_rules! declare {
        (
            $(#[$attribute:meta])* $vis:vis $name:ident: $raw:ty;
            $column:ident: $kind:ty, $text:ident: $text_type:ty, $long:ident: $lifetime:lifetime $bound:ty;
            $variant:ident $symbol:ident $path:path
        ) => {
            error_catalog! {
                $(#[$attribute])*
                $vis enum $name: $raw {
                    shared symbol $symbol;
                    $(#[$attribute])*
                    column $column: Option<$kind> = None;
                    column $text: $text_type = "";
                    column $long: &$lifetime $bound = &();
                    $(#[$attribute])*
                    1 => $variant was Former $symbol "a" { $column: Some($path), $text: "b" }
                      or Other $symbol "b",
                    section $variant "section" { 2 => Two $symbol "two" }
                }
            }
        };
    }
    declare! {
        /// Documented.
        #[allow(dead_code)]
        pub(super) Vendor: i64;
        number: i64, text: &'static str, any: 'static dyn core::fmt::Debug + Sync;
        One E_ONE i64::MAX
    }
    assert_eq!(Vendor::One.number(), Some(i64::MAX));
    assert_eq!((Vendor::One.text(), Vendor::Two.text()), ("b", ""));
    assert_eq!(format!("{:?}", Vendor::One.any()), "()");
    assert_eq!(Vendor::with_symbol("E_ONE"), [Vendor::Other, Vendor::Two]);
    assert_eq!(Vendor::Two.section().map(Section::name), Some("One"));

    macro_rules! strings {
        ($vis:vis $name:ident: $raw:ty; $deprecated:meta) => {
            error_catalog! {
                $vis enum $name: $raw {
                    "a" => A "a",
                    #[$deprecated]
                    "b" => B "b",
                }
            }
        };
    }
    strings! { Strings: &'static str; deprecated = "old" }
    assert_eq!(Strings::from_code("b").unwrap().deprecated().unwrap().note, Some("old"));
}

/// The type of a column that a macro of a library brings along.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Level(pub(crate) u8);

pub(crate) use ::core::prelude::v1::derive as attribute;

/// A declaration whose paths begin with `$crate`, as in a macro that a library exports.
macro_rules! of_a_library {
    ($ty:ty) => {
        error_catalog! {
            #[$crate::fragments::attribute()]
            pub(in $crate::fragments) enum Library: i32 {
                column level: $crate::fragments::Level = $crate::fragments::Level(1);
                column highest: Option<$ty> = None;
                1 => Low "low",
                2 => High "high" { level: $crate::fragments::Level(2), highest: Some($crate::fragments::Level(3)) },
            }
        }
    };
}

mod library {
    use error_catalog::error_catalog;

    of_a_library!(crate::fragments::Level);
}

#[test]
fn paths_begin_with_the_crate_of_a_macro() {
    use library::Library;
    assert_eq!((Library::Low.level(), Library::Low.highest()), (Level(1), None));
    assert_eq!((Library::High.level(), Library::High.highest()), (Level(2), Some(Level(3))));
}
