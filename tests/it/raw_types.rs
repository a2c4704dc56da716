//! Looks up codes of every integer type: its smallest and largest codes, and all codes of the types of one and two bytes.

use error_catalog::{Code, Failure, error_catalog, union};
use std::num::{NonZeroI8, NonZeroI16, NonZeroU8, NonZeroU16, NonZeroU32};

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

macro_rules! without_zero {
    ($($test:ident: $raw:ident of $int:ident: $first:literal .. $last:literal;)*) => {$(
        #[test]
        fn $test() {
            use std::num::$raw;

            error_catalog! {
                enum Ends: $raw {
                    $last => Last "the last",
                    $first => First "the first",
                    7 => Seven "in between",
                }
            }
            let code = |number: $int| $raw::new(number).unwrap();
            assert_eq!(Ends::ALL, [Ends::First, Ends::Seven, Ends::Last]);
            assert_eq!((Ends::First.code(), Ends::Last.code()), ($raw::MIN, $raw::MAX));
            assert_eq!(Ends::from_code($raw::MIN), Some(Ends::First));
            assert_eq!(Ends::from_code($raw::MAX), Some(Ends::Last));
            assert_eq!(Ends::Last as $int, $int::MAX);
            assert_eq!($raw::from(Ends::Seven), code(7));
            assert!(Ends::Seven == code(7) && Code::from(Ends::Seven) == code(7));
            assert_eq!(Code::<Ends>::new(code(8)).integer(), code(8));
            for number in [$raw::MIN.get() + 1, 6, 8, $raw::MAX.get() - 1] {
                assert_eq!(Ends::from_code(code(number)), None);
                assert_eq!(Ends::try_from(code(number)).unwrap_err().code(), code(number));
            }
            assert_eq!("7".parse::<Code<Ends>>().unwrap(), Ends::Seven);
            let error = "0".parse::<Code<Ends>>().unwrap_err().to_string();
            assert!(error.contains(concat!("an integer other than 0 that fits ", stringify!($int))), "{error}");
            assert_eq!(size_of::<Option<Code<Ends>>>(), size_of::<$int>());
            assert_eq!(serde_json::from_str::<Code<Ends>>("7").unwrap(), Ends::Seven);
            assert_eq!(serde_json::to_string(&Ends::First).unwrap(), $int::from(Ends::First.code()).to_string());
            for zero in ["0", r#""0""#] {
                assert!(serde_json::from_str::<Code<Ends>>(zero).is_err());
            }
            let bytes = postcard::to_allocvec(&Ends::Last).unwrap();
            assert_eq!(postcard::from_bytes::<Code<Ends>>(&bytes).unwrap(), Ends::Last);
            assert!(postcard::from_bytes::<Code<Ends>>(&[0]).is_err());
        }
    )*};
}

without_zero! {
    i8_without_zero: NonZeroI8 of i8: -128 .. 127;
    i16_without_zero: NonZeroI16 of i16: -32768 .. 32767;
    i32_without_zero: NonZeroI32 of i32: -2147483648 .. 2147483647;
    i64_without_zero: NonZeroI64 of i64: -9223372036854775808 .. 9223372036854775807;
    u8_without_zero: NonZeroU8 of u8: 1 .. 255;
    u16_without_zero: NonZeroU16 of u16: 1 .. 65535;
    u32_without_zero: NonZeroU32 of u32: 1 .. 4294967295;
    u64_without_zero: NonZeroU64 of u64: 1 .. 18446744073709551615;
}

#[cfg(target_pointer_width = "64")]
#[allow(clippy::enum_clike_unportable_variant, reason = "for the targets where they fit")]
mod pointer_sized_without_zero {
    use error_catalog::{Code, error_catalog};

    without_zero! {
        isize_without_zero: NonZeroIsize of isize: -9223372036854775808 .. 9223372036854775807;
        usize_without_zero: NonZeroUsize of usize: 1 .. 18446744073709551615;
    }
}

/// Checks the lookup of each code of a catalog's type without zero.
macro_rules! every_code_without_zero {
    ($catalog:ident: $raw:ident of $int:ident has $($code:expr),*) => {
        let listed = [$($code),*];
        for code in ($int::MIN..=$int::MAX).filter_map($raw::new) {
            let row = $catalog::from_code(code);
            assert_eq!(row.map($catalog::code), listed.contains(&code.get()).then_some(code));
            assert_eq!($catalog::try_from(code).ok(), row);
            let code = Code::<$catalog>::new(code);
            assert_eq!((code.known(), code.is_success()), (row, false));
        }
    };
}

#[test]
fn all_codes_of_one_and_two_bytes_without_zero() {
    error_catalog! { enum Bytes: NonZeroU8 { 1 => One "one", 0x80 => Half "half", 255_u8 => Last "last" } }
    every_code_without_zero!(Bytes: NonZeroU8 of u8 has 1, 128, 255);

    error_catalog! { enum Signed: NonZeroI8 { -128 => First "first", -1 => Below "below", 1 => One "one" } }
    every_code_without_zero!(Signed: NonZeroI8 of i8 has -128, -1, 1);

    error_catalog! { enum Powers: NonZeroU16 { 1 => _ "1", 256 => _ "256", 0x8000 => _ "32768", 65_535 => _ "65535" } }
    every_code_without_zero!(Powers: NonZeroU16 of u16 has 1, 256, 0x8000, 65_535);

    error_catalog! { enum Ends: NonZeroI16 { -32768 => First "first", -256 => Byte "a byte", 257 => _ "257" } }
    every_code_without_zero!(Ends: NonZeroI16 of i16 has -32768, -256, 257);
}

error_catalog! {
    enum Loader: NonZeroU32 {
        display "0x{code:08x}";
        section Image "image" 0x0001_0001..=0x0001_FFFF { 0x0001_0001 => BadImage "the image is damaged" }
    }
}

error_catalog! { enum Runtime: NonZeroU32 { section Mailbox "mailbox" base 0x0010_0000 { 0x02 => Locked "locked" } } }

union! { enum Firmware: NonZeroU32 of Loader, Runtime }

#[test]
fn a_code_without_zero_leaves_room_for_success() {
    assert_eq!(size_of::<Code<Loader>>(), 4);
    assert_eq!(size_of::<Result<(), Code<Loader>>>(), 4);
    assert_eq!(size_of::<Result<(), Code<Firmware>>>(), 4);
    // The zero of a primitive integer is a code.
    error_catalog! { enum Primitive: u32 { 1 => One "one" } }
    assert_eq!(size_of::<Result<(), Code<Primitive>>>(), 8);
}

#[test]
fn codes_without_zero_are_printed_and_joined() {
    let code = |number| NonZeroU32::new(number).unwrap();
    assert_eq!(Loader::BadImage.to_string(), "0x00010001 the image is damaged");
    let unknown = Code::<Loader>::new(code(0x0001_0002));
    assert_eq!(unknown.to_string(), "0x00010002 unknown Loader code in section image");
    assert_eq!(Failure::<Loader>::new(code(7)).unwrap().to_string(), "0x00000007 unknown Loader code");
    assert_eq!(Loader::try_from(code(7)).unwrap_err().to_string(), "unknown Loader code 0x00000007");
    assert_eq!(Firmware::from_code(code(0x0010_0002)), Some(Runtime::Locked.into()));
    assert_eq!(Firmware::ALL, [Loader::BadImage.into(), Firmware::Runtime(Runtime::Locked)]);
    assert_eq!(Firmware::from(Loader::BadImage).code(), code(0x0001_0001));
    assert_eq!(Code::<Firmware>::new(code(7)).known(), None);
}
