//! Looks up codes of every integer type: its smallest and largest codes, and all codes of the types of one and two bytes.

use error_catalog::error_catalog;

macro_rules! at_both_ends {
    ($($raw:ident: $first:literal .. $last:literal;)*) => {$(
        #[test]
        fn $raw() {
            error_catalog! {
                enum Ends: $raw {
                    $last => Last "the last",
                    $first => First "the first",
                    7 => Seven "in between",
                }
            }
            assert_eq!(Ends::ALL, [Ends::First, Ends::Seven, Ends::Last]);
            assert_eq!((Ends::First.code(), Ends::Last.code()), ($raw::MIN, $raw::MAX));
            assert_eq!(Ends::from_code($raw::MIN), Some(Ends::First));
            assert_eq!(Ends::from_code($raw::MAX), Some(Ends::Last));
            assert_eq!(Ends::Last as $raw, $raw::MAX);
            assert_eq!((Ends::First.message(), Ends::Last.message()), ("the first", "the last"));
            for code in [$raw::MIN + 1, 6, 8, $raw::MAX - 1] {
                assert_eq!(Ends::from_code(code), None);
                assert_eq!(Ends::try_from(code).unwrap_err().code(), code);
            }
        }
    )*};
}

at_both_ends! {
    i8: -128 .. 127;
    i16: -32768 .. 32767;
    i32: -2147483648 .. 2147483647;
    i64: -9223372036854775808 .. 9223372036854775807;
    u8: 0 .. 255;
    u16: 0 .. 65535;
    u32: 0 .. 4294967295;
    u64: 0 .. 18446744073709551615;
}

#[cfg(target_pointer_width = "64")]
#[allow(clippy::enum_clike_unportable_variant, reason = "for the targets where they fit")]
mod pointer_sized {
    use error_catalog::error_catalog;

    at_both_ends! {
        isize: -9223372036854775808 .. 9223372036854775807;
        usize: 0 .. 18446744073709551615;
    }
}

/// Checks the lookup of each code of a catalog's type.
macro_rules! every_code {
    ($catalog:ident: $raw:ident has $($code:expr),*) => {
        let listed = [$($code),*];
        for code in $raw::MIN..=$raw::MAX {
            let row = $catalog::from_code(code);
            assert_eq!(row.map($catalog::code), listed.contains(&code).then_some(code));
            assert_eq!($catalog::try_from(code).ok(), row);
        }
        assert_eq!($catalog::ALL.iter().map(|row| row.code()).collect::<Vec<_>>(), listed);
    };
}

#[test]
fn all_codes_of_one_byte() {
    error_catalog! {
        enum Notations: u8 { 0x00 => Zero "zero", 0b1 => One "one", 0o2 => Two "two", 3_u8 => Three "three", 2_5_5 => Last "last" }
    }
    every_code!(Notations: u8 has 0, 1, 2, 3, 255);

    error_catalog! { enum Ends: i8 { -128 => First "first", -1 => Below "below", 0 => Zero "zero", 127 => Last "last" } }
    every_code!(Ends: i8 has -128, -1, 0, 127);

    error_catalog! { enum One: i8 { -7 => Seven "seven" } }
    every_code!(One: i8 has -7);
}

#[test]
fn all_codes_of_two_bytes() {
    error_catalog! {
        enum Powers: u16 {
            1 => _ "1", 2 => _ "2", 4 => _ "4", 256 => _ "256", 0x8000 => _ "32768", 65_535 => _ "65535",
        }
    }
    every_code!(Powers: u16 has 1, 2, 4, 256, 0x8000, 65_535);

    error_catalog! {
        enum Ends: i16 {
            -32768 => First "first", -256 => Byte "a byte", -1 => Below "below", 255 => _ "255", 256 => _ "256",
            257 => _ "257", 32767 => Last "last",
        }
    }
    every_code!(Ends: i16 has -32768, -256, -1, 255, 256, 257, 32767);
}
