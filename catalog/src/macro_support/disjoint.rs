//! The check of `disjoint!`: `const fn`s that merge the sorted codes of two catalogs.

use crate::catalog::Catalog;
use crate::code_format::{CodeFormat, Notation};
use crate::table::code_sequence::first_shared_integer;
use crate::table::{Codes, Field, Table};

/// The parts of a catalog that `disjoint!` reads.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    name: &'static str,
    table: &'static Table,
    codes: Codes,
    literals: CodeFormat,
    bits: u32,
}

impl Declared {
    /// Returns the parts of the catalog `C`.
    pub const fn of<C: Catalog>() -> Self {
        let bits = 8 * size_of::<C::Raw>() as u32;
        Self { name: C::NAME, table: C::TABLE, codes: C::CODES, literals: C::LITERALS, bits }
    }
}

/// Panics, which is a compile error, if two of the catalogs declare the same code.
#[track_caller]
pub const fn assert_disjoint(catalogs: &[Declared], including_success: bool) {
    let mut later = 1;
    while later < catalogs.len() {
        let mut earlier = 0;
        while earlier < later {
            let (a, b) = (&catalogs[earlier], &catalogs[later]);
            match (a.table.has_integers(), b.table.has_integers()) {
                (true, true) => assert_integers_disjoint(a, b, including_success),
                (false, false) => assert_texts_disjoint(a, b, including_success),
                _ => {}
            }
            earlier += 1;
        }
        later += 1;
    }
}

#[track_caller]
const fn assert_integers_disjoint(a: &Declared, b: &Declared, including_success: bool) {
    if let Some((x, y)) = first_shared_integer(&a.codes, &b.codes, including_success) {
        let mut code = Message::EMPTY;
        code.push_integer(x.code, a);
        let (x, y) = (a.table.index(x.code as u64), b.table.index(y.code as u64));
        panic_with_shared_code(&code, (a, x), (b, y));
    }
}

/// Compares two string catalogs, in which the index of a row is its rank.
#[track_caller]
const fn assert_texts_disjoint(a: &Declared, b: &Declared, including_success: bool) {
    let (mut x, mut y) = (0, 0);
    let (mut x_code, mut y_code) = (a.table.field(x, Field::Code), b.table.field(y, Field::Code));
    loop {
        let order = compare(x_code.as_bytes(), y_code.as_bytes());
        if order == 0 && (including_success || !a.codes.is_success(x) && !b.codes.is_success(y)) {
            let mut code = Message::EMPTY;
            code.push("\"");
            code.push(x_code);
            code.push("\"");
            panic_with_shared_code(&code, (a, x), (b, y));
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

/// Compares bytes, and returns -1, 0 or 1. Compares sixteen at a time, so that the compiler interprets few steps.
const fn compare(mut a: &[u8], mut b: &[u8]) -> i8 {
    while let (Some((x, a_rest)), Some((y, b_rest))) =
        (a.split_first_chunk::<16>(), b.split_first_chunk::<16>())
    {
        let (x, y) = (u128::from_be_bytes(*x), u128::from_be_bytes(*y));
        if x != y {
            return if x < y { -1 } else { 1 };
        }
        (a, b) = (a_rest, b_rest);
    }
    while let ([x, a_rest @ ..], [y, b_rest @ ..]) = (a, b) {
        if *x != *y {
            return if *x < *y { -1 } else { 1 };
        }
        (a, b) = (a_rest, b_rest);
    }
    (a.len() > b.len()) as i8 - (a.len() < b.len()) as i8
}

#[track_caller]
const fn panic_with_shared_code(
    code: &Message,
    (x, x_row): (&Declared, usize),
    (y, y_row): (&Declared, usize),
) -> ! {
    let mut message = Message::EMPTY;
    message.push("code ");
    message.push(code.as_str());
    message.push(" is declared by two catalogs, as `");
    message.push(x.name);
    message.push("::");
    message.push(x.table.field(x_row, Field::Name));
    message.push("` and as `");
    message.push(y.name);
    message.push("::");
    message.push(y.table.field(y_row, Field::Name));
    message.push("`: change one of the codes, or remove one of the catalogs from `disjoint!`");
    panic!("{}", message.as_str())
}

/// Reports a row that no error has, as a compile error.
///
/// # Panics
///
/// Always.
#[track_caller]
pub const fn panic_with_unused_row(catalog: &str, row: &str) -> ! {
    let mut message = Message::EMPTY;
    message.push("no variant has the row `");
    message.push(catalog);
    message.push("::");
    message.push(row);
    message.push("`: add a variant with `#[code(…)]`, or remove `every_row`");
    panic!("{}", message.as_str())
}

/// A text that is built at compile time. Text that does not fit is cut off.
struct Message {
    bytes: [u8; 512],
    len: usize,
}

impl Message {
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
    const fn push_integer(&mut self, value: i128, catalog: &Declared) {
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
