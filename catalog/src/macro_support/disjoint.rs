//! The checks of `disjoint!` and `union!`: `const fn`s that merge the sorted codes of two catalogs.

use crate::code_format::{CodeFormat, Notation};
use crate::table::Field;
use crate::table::code_sequence::{compare_texts, first_shared_integer};
use crate::union::members::Member;

/// Panics, which is a compile error, if two of the catalogs declare the same code.
#[track_caller]
pub const fn assert_disjoint(catalogs: &[&[Member]], including_success: bool) {
    const REMEDY: &str = "change one of the codes, or remove one of the catalogs from `disjoint!`";
    let mut later = 1;
    while later < catalogs.len() {
        let mut earlier = 0;
        while earlier < later {
            let mut member = 0;
            while member < catalogs[later].len() {
                let of_later = &catalogs[later][member];
                assert_disjoint_from(catalogs[earlier], of_later, including_success, REMEDY);
                member += 1;
            }
            earlier += 1;
        }
        later += 1;
    }
}

#[track_caller]
const fn assert_disjoint_from(earlier: &[Member], b: &Member, including_success: bool, remedy: &str) {
    let mut number = 0;
    while number < earlier.len() {
        let a = &earlier[number];
        match (a.table.has_integers(), b.table.has_integers()) {
            (true, true) => assert_integers_disjoint(a, b, including_success, remedy),
            (false, false) => assert_texts_disjoint(a, b, including_success, remedy),
            _ => {}
        }
        number += 1;
    }
}

/// Panics, which is a compile error, if a member of a union is a union, shares a code with an earlier member, or has
/// another envelope.
#[track_caller]
pub const fn assert_member(members: &[Member], number: usize) {
    const REMEDY: &str = "change one of the codes, or remove one of the catalogs from `union!`";
    let member = &members[number];
    if member.is_union {
        panic_with(&["`", member.name, "` is a union itself: list its catalogs instead"]);
    }
    assert_disjoint_from(members.split_at(number).0, member, true, REMEDY);
    if !members[0].envelope.has_same_keys(&member.envelope) {
        panic_with(&[
            "`",
            member.name,
            "` and `",
            members[0].name,
            "` declare different envelopes, so that a reply of the union cannot be read: declare the same `envelope` in both",
        ]);
    }
}

#[track_caller]
const fn assert_integers_disjoint(a: &Member, b: &Member, including_success: bool, remedy: &str) {
    if let Some((x, y)) = first_shared_integer(&a.codes, &b.codes, including_success) {
        let mut code = PanicMessage::EMPTY;
        code.push_integer(x.code, a);
        let (x, y) = (a.table.index(x.code as u64), b.table.index(y.code as u64));
        panic_with_shared_code(&code, (a, x), (b, y), remedy);
    }
}

/// Compares two string catalogs, in which the index of a row is its rank.
#[track_caller]
const fn assert_texts_disjoint(a: &Member, b: &Member, including_success: bool, remedy: &str) {
    let (mut x, mut y) = (0, 0);
    let (mut x_code, mut y_code) = (a.table.field(x, Field::Code), b.table.field(y, Field::Code));
    loop {
        let order = compare_texts(x_code.as_bytes(), y_code.as_bytes());
        if order == 0 && (including_success || !a.codes.is_success(x) && !b.codes.is_success(y)) {
            let mut code = PanicMessage::EMPTY;
            code.push("\"");
            code.push(x_code);
            code.push("\"");
            panic_with_shared_code(&code, (a, x), (b, y), remedy);
        }
        if order <= 0 {
            x += 1;
            if x == a.table.rows {
                return;
            }
            x_code = a.table.field(x, Field::Code);
        } else {
            y += 1;
            if y == b.table.rows {
                return;
            }
            y_code = b.table.field(y, Field::Code);
        }
    }
}

#[track_caller]
const fn panic_with_shared_code(
    code: &PanicMessage,
    (x, x_row): (&Member, usize),
    (y, y_row): (&Member, usize),
    remedy: &str,
) -> ! {
    panic_with(&[
        "code ",
        code.as_str(),
        " is declared by two catalogs, as `",
        x.name,
        "::",
        x.table.field(x_row, Field::Name),
        "` and as `",
        y.name,
        "::",
        y.table.field(y_row, Field::Name),
        "`: ",
        remedy,
    ])
}

/// Reports a row that no error has, as a compile error.
///
/// # Panics
///
/// Always.
#[track_caller]
pub const fn panic_with_unused_row(catalog: &str, row: &str) -> ! {
    panic_with(&[
        "no variant has the row `",
        catalog,
        "::",
        row,
        "`: add a variant with `#[code(…)]`, or remove `every_row`",
    ])
}

/// Panics with the joined parts of a message.
#[track_caller]
const fn panic_with(mut parts: &[&str]) -> ! {
    let mut message = PanicMessage::EMPTY;
    while let [part, others @ ..] = parts {
        message.push(part);
        parts = others;
    }
    panic!("{}", message.as_str())
}

/// A text that is built at compile time. Text that does not fit is cut off.
struct PanicMessage {
    bytes: [u8; 512],
    len: usize,
}

impl PanicMessage {
    const EMPTY: Self = Self { bytes: [0; 512], len: 0 };

    const fn push(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let [byte, others @ ..] = rest {
            if self.len < self.bytes.len() {
                self.bytes[self.len] = *byte;
                self.len += 1;
            }
            rest = others;
        }
    }

    /// Writes a code as its catalog does, like the macro `write_integer`.
    const fn push_integer(&mut self, value: i128, catalog: &Member) {
        let CodeFormat { before, notation, width, after } = catalog.literals;
        self.push(before);
        let (radix, digits) = match notation {
            Notation::Plain => (10, b"0123456789abcdef"),
            Notation::LowerHex => (16, b"0123456789abcdef"),
            Notation::UpperHex => (16, b"0123456789ABCDEF"),
            Notation::Octal => (8, b"0123456789abcdef"),
            Notation::Binary => (2, b"0123456789abcdef"),
        };
        if radix == 10 {
            let sign = value < 0;
            if sign {
                self.push("-");
            }
            self.push_digits(value.unsigned_abs(), radix, digits, width.saturating_sub(sign as usize));
        } else {
            let bits = value as u128 & (u128::MAX >> (u128::BITS - catalog.bits));
            self.push_digits(bits, radix, digits, width);
        }
        self.push(after);
    }

    const fn push_digits(&mut self, value: u128, radix: u128, digits: &[u8; 16], width: usize) {
        if value >= radix || width > 1 {
            self.push_digits(value / radix, radix, digits, width.saturating_sub(1));
        }
        let digit = [digits[(value % radix) as usize]];
        if let Ok(digit) = core::str::from_utf8(&digit) {
            self.push(digit);
        }
    }

    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "a code is declared by two catalogs",
        }
    }
}

#[cfg(test)]
#[allow(dead_code, reason = "most methods of the catalogs are not called")]
mod tests {
    use super::{PanicMessage, assert_disjoint, compare_texts};
    use crate::error_catalog;
    use crate::union::members::{Member, members_of};
    use std::panic::catch_unwind;
    use std::string::String;
    use std::vec::Vec;

    error_catalog! { enum Low: i8 { success 0; -128 => Lowest "a", 0 => Ok "b", 100 => Hundred "c" } }
    error_catalog! { enum Zero: u8 { 0 => Zero "a", 101 => Next "b" } }
    error_catalog! { enum Fine: u16 { success 0; 0 => Fine "a", 102 => Other "b" } }
    error_catalog! { enum High: u64 { 101 => Next "a", 18_446_744_073_709_551_615 => Highest "b" } }
    error_catalog! { enum Far: i64 { -128 => Lowest "a" } }
    error_catalog! { enum Top: u64 { 18_446_744_073_709_551_615 => Highest "a" } }

    error_catalog! { enum Digits: &'static str { "100" => Hundred "a", "101" => Next "b" } }
    error_catalog! { enum Good: &'static str { success "OK"; "OK" => Ok "a", "Z" => Last "b" } }
    error_catalog! { enum Great: &'static str { success "OK"; "A" => First "a", "OK" => Okay "b" } }
    error_catalog! { enum Bad: &'static str { "OK" => Bad "a" } }
    error_catalog! { enum Long: &'static str { "10" => Ten "a", "101" => Three "b", "1010" => Four "c" } }

    /// Returns the compile error of `disjoint!`, if there is one.
    fn error(catalogs: &[&[Member]], including_success: bool) -> Option<String> {
        let panic = catch_unwind(|| assert_disjoint(catalogs, including_success)).err()?;
        panic.downcast_ref::<String>().cloned()
    }

    macro_rules! error {
        ($($catalog:ident),+) => { error(&[$(members_of::<$catalog>()),+], false) };
        (including success: $($catalog:ident),+) => { error(&[$(members_of::<$catalog>()),+], true) };
    }

    fn is_error(error: Option<String>, expected: &str) {
        let error = error.expect("an error");
        let beginning = std::format!("{expected}: change one of the codes");
        assert!(error.starts_with(&beginning), "{error}");
    }

    #[test]
    fn disjoint_catalogs_are_accepted() {
        assert_eq!(error!(Low, High), None);
        assert_eq!(error!(High, Low, Fine), None);
        assert_eq!(error!(including success: Low, High), None);
        assert_eq!(error!(Digits, Good, Low), None);
        assert_eq!(error!(Low), None);
    }

    #[test]
    fn an_integer_is_not_a_string() {
        assert_eq!(error!(including success: Low, Digits), None);
        assert_eq!(error!(including success: Digits, High), None);
    }

    #[test]
    fn each_pair_of_catalogs_is_compared() {
        let expected = "code 101 is declared by two catalogs, as `Zero::Next` and as `High::Next`";
        is_error(error!(Zero, High, Digits), expected);
        is_error(error!(Zero, Digits, High), expected);
        is_error(error!(Digits, Zero, High), expected);
        is_error(error!(Digits, Good, Zero, High), expected);
    }

    #[test]
    fn codes_of_any_size_are_printed() {
        is_error(
            error!(Low, Far),
            "code -128 is declared by two catalogs, as `Low::Lowest` and as `Far::Lowest`",
        );
        is_error(
            error!(High, Top),
            "code 18446744073709551615 is declared by two catalogs, as `High::Highest` and as `Top::Highest`",
        );
        is_error(
            error!(including success: Zero, Fine),
            "code 0 is declared by two catalogs, as `Zero::Zero` and as `Fine::Fine`",
        );
        is_error(
            error!(Digits, Long),
            "code \"101\" is declared by two catalogs, as `Digits::Next` and as `Long::Three`",
        );
    }

    #[test]
    fn a_success_of_either_catalog_is_compared_on_request() {
        for shared in [error!(Low, Fine), error!(Low, Zero), error!(Zero, Low)] {
            assert_eq!(shared, None);
        }
        for shared in [error!(Good, Great), error!(Good, Bad), error!(Bad, Good)] {
            assert_eq!(shared, None);
        }
        is_error(
            error!(including success: Low, Zero),
            "code 0 is declared by two catalogs, as `Low::Ok` and as `Zero::Zero`",
        );
        is_error(
            error!(including success: Good, Great),
            "code \"OK\" is declared by two catalogs, as `Good::Ok` and as `Great::Okay`",
        );
        is_error(
            error!(including success: Bad, Good),
            "code \"OK\" is declared by two catalogs, as `Bad::Bad` and as `Good::Ok`",
        );
    }

    #[test]
    fn bytes_are_compared_as_slices_are() {
        let mut texts: Vec<Vec<u8>> = std::vec![Vec::new()];
        for length in [1, 2, 15, 16, 17, 31, 32, 33, 40] {
            texts.push(std::vec![b'm'; length]);
            for at in 0..length {
                for byte in [0, b'l', b'n', 0x80, 0xff] {
                    let mut text = std::vec![b'm'; length];
                    text[at] = byte;
                    texts.push(text);
                }
            }
        }
        for a in &texts {
            for b in &texts {
                assert_eq!(compare_texts(a, b), a.cmp(b) as i8, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_message_that_does_not_fit_is_cut() {
        let mut message = PanicMessage::EMPTY;
        message.push(&"é".repeat(300));
        assert_eq!(message.as_str(), "é".repeat(256));
        // A character that was cut in two leaves no text.
        let mut message = PanicMessage::EMPTY;
        message.push("a");
        message.push(&"é".repeat(300));
        assert_eq!(message.as_str(), "a code is declared by two catalogs");
    }
}
