//! The check behind `disjoint!`, in `const fn`s that the compiler evaluates.
//!
//! It merges the sorted codes of two catalogs, which it reads from data. A constant with variants in it would take the
//! compiler quadratic time.

use crate::catalog::Catalog;
use crate::table::{Field, Table};

/// The codes of a catalog, apart from its rows.
#[derive(Clone, Copy, Debug)]
pub struct Codes {
    /// The lowest code; zero for strings, which are in the table.
    pub first: i128,
    /// The distance of each code to the previous one in LEB128: seven bits per byte, the lowest first; all bytes but the
    /// last have the eighth bit set.
    pub steps: &'static [u8],
    /// The ranks of the success rows.
    pub successes: &'static [usize],
}

impl Codes {
    const fn is_success(&self, rank: usize) -> bool {
        let mut rest = self.successes;
        while let [success, others @ ..] = rest {
            if *success == rank {
                return true;
            }
            rest = others;
        }
        false
    }
}

/// The parts of a catalog that `disjoint!` reads.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    name: &'static str,
    table: &'static Table,
    codes: Codes,
}

impl Declared {
    /// Returns the parts of the catalog `C`.
    pub const fn of<C: Catalog>() -> Self {
        Self { name: C::NAME, table: C::TABLE, codes: C::CODES }
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

/// A position among the rows of an integer catalog.
#[derive(Clone, Copy)]
struct Integers {
    rank: usize,
    code: i128,
    rest: &'static [u8],
}

impl Integers {
    const fn first(codes: &Codes) -> Self {
        Self { rank: 0, code: codes.first, rest: codes.steps }
    }

    /// Returns the next row, or `None` after the last.
    const fn next(mut self) -> Option<Self> {
        self.rank += 1;
        let mut shift = 0;
        while let [byte, rest @ ..] = self.rest {
            self.rest = rest;
            self.code += ((*byte & 0x7f) as i128) << shift;
            if *byte < 0x80 {
                return Some(self);
            }
            shift += 7;
        }
        None
    }
}

const fn first_shared_integer(a: &Codes, b: &Codes, including_success: bool) -> Option<(Integers, Integers)> {
    let (mut x, mut y) = (Integers::first(a), Integers::first(b));
    loop {
        if x.code == y.code && (including_success || !a.is_success(x.rank) && !b.is_success(y.rank)) {
            return Some((x, y));
        }
        if x.code <= y.code {
            let Some(next) = x.next() else { return None };
            x = next;
        } else {
            let Some(next) = y.next() else { return None };
            y = next;
        }
    }
}

#[track_caller]
const fn assert_integers_disjoint(a: &Declared, b: &Declared, including_success: bool) {
    if let Some((x, y)) = first_shared_integer(&a.codes, &b.codes, including_success) {
        let mut code = Message::EMPTY;
        code.push_integer(x.code);
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
    message.push("`: keep the catalogs apart, or leave one out of `disjoint!`");
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

    const fn push_integer(&mut self, value: i128) {
        if value < 0 {
            self.push("-");
        }
        self.push_digits(value.unsigned_abs());
    }

    const fn push_digits(&mut self, value: u128) {
        if value >= 10 {
            self.push_digits(value / 10);
        }
        let digit = [b'0' + (value % 10) as u8];
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
mod tests {
    use super::{Codes, Integers, first_shared_integer};

    static STEPS: [u8; 99_999] = [2; 99_999];

    /// 100,000 codes, every second integer from `first` on.
    const fn codes(first: i128) -> Codes {
        Codes { first, steps: &STEPS, successes: &[0] }
    }

    // No `allow` here: a long evaluation would be an error.
    const NONE: Option<(Integers, Integers)> = first_shared_integer(&codes(0), &codes(1), true);

    #[test]
    fn no_size_is_too_large() {
        assert!(NONE.is_none());
        let shared = first_shared_integer(&codes(0), &codes(99_998), true);
        assert!(shared.is_some_and(|(x, y)| (x.rank, x.code, y.rank) == (49_999, 99_998, 0)));
    }

    #[test]
    fn a_success_is_compared_only_if_asked_for() {
        let shared = |including_success| first_shared_integer(&codes(-4), &codes(-4), including_success);
        assert!(shared(true).is_some_and(|(x, y)| (x.rank, y.rank) == (0, 0)));
        assert!(shared(false).is_some_and(|(x, y)| (x.rank, y.rank) == (1, 1)));
    }

    #[test]
    fn steps_of_all_sizes() {
        let steps: &[u8] = &[0x7f, 0x80, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
        let mut code = Integers::first(&Codes { first: i128::from(i64::MIN), steps, successes: &[] });
        let mut codes = std::vec![code.code];
        while let Some(next) = code.next() {
            codes.push(next.code);
            code = next;
        }
        let first = i128::from(i64::MIN);
        let last = first + 127 + 128 + i128::from(u64::MAX);
        assert_eq!(codes, [first, first + 127, first + 255, last]);
    }
}
