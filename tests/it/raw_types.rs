//! Every integer type that codes can have, at both of its ends.

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

#[test]
fn all_codes_of_a_byte() {
    error_catalog! {
        enum Parity: u8 { 0x00 => Zero "zero", 0b1 => One "one", 0o2 => Two "two", 3_u8 => Three "three", 2_5_5 => Last "last" }
    }
    let known: Vec<u8> = (0..=u8::MAX).filter(|code| Parity::from_code(*code).is_some()).collect();
    assert_eq!(known, [0, 1, 2, 3, 255]);
}
