//! How `disjoint!` finds a code that two catalogs have, and what it says: all of it in const fns, and in the
//! compiler.

/// A row, as far as `disjoint!` cares.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// The name of its catalog.
    pub catalog: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Its code.
    pub code: Comparable,
    /// Whether it is a success.
    pub is_success: bool,
}

impl Declared {
    /// What an array is filled with before its rows are.
    pub const NOTHING: Self = Self { catalog: "", name: "", code: Comparable::Integer(0), is_success: true };
}

/// A code of any catalog.
#[derive(Clone, Copy, Debug)]
pub enum Comparable {
    /// Of a catalog of integers.
    Integer(i128),
    /// Of a catalog of strings.
    Text(&'static str),
}

/// A raw code, to be made comparable: a method of each type, since a const fn can call no trait's.
#[derive(Clone, Copy, Debug)]
pub struct RawCode<T>(pub T);

macro_rules! comparable_integers {
    ($($int:ty)*) => {$(
        impl RawCode<$int> {
            /// The code by value.
            pub const fn comparable(self) -> Comparable {
                Comparable::Integer(self.0 as i128)
            }
        }
    )*};
}

comparable_integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl RawCode<&'static str> {
    /// The code by content.
    pub const fn comparable(self) -> Comparable {
        Comparable::Text(self.0)
    }
}

/// Panics, which is a compile error, at the first code that two of the catalogs declare. The rows of each catalog
/// are in code order.
#[track_caller]
pub const fn assert_disjoint(catalogs: &[&[Declared]], including_success: bool) {
    let mut later = 1;
    while later < catalogs.len() {
        let mut earlier = 0;
        while earlier < later {
            assert_two_disjoint(catalogs[earlier], catalogs[later], including_success);
            earlier += 1;
        }
        later += 1;
    }
}

#[track_caller]
const fn assert_two_disjoint(mut a: &[Declared], mut b: &[Declared], including_success: bool) {
    while let ([x, a_rest @ ..], [y, b_rest @ ..]) = (a, b) {
        match compare(x.code, y.code) {
            -1 => a = a_rest,
            1 => b = b_rest,
            _ if !including_success && (x.is_success || y.is_success) => (a, b) = (a_rest, b_rest),
            _ => panic_with_shared_code(x, y),
        }
    }
}

/// -1, 0 or 1. Integers come before strings.
const fn compare(a: Comparable, b: Comparable) -> i8 {
    match (a, b) {
        (Comparable::Integer(a), Comparable::Integer(b)) => (a > b) as i8 - (a < b) as i8,
        (Comparable::Integer(_), Comparable::Text(_)) => -1,
        (Comparable::Text(_), Comparable::Integer(_)) => 1,
        (Comparable::Text(a), Comparable::Text(b)) => {
            let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
            while let ([x, a_rest @ ..], [y, b_rest @ ..]) = (a, b) {
                if *x != *y {
                    return if *x < *y { -1 } else { 1 };
                }
                (a, b) = (a_rest, b_rest);
            }
            (a.len() > b.len()) as i8 - (a.len() < b.len()) as i8
        }
    }
}

#[track_caller]
const fn panic_with_shared_code(x: &Declared, y: &Declared) -> ! {
    let mut message = Message::EMPTY;
    message.push("code ");
    match x.code {
        Comparable::Integer(code) => message.push_integer(code),
        Comparable::Text(code) => {
            message.push("\"");
            message.push(code);
            message.push("\"");
        }
    }
    message.push(" is declared by two catalogs, as `");
    message.push(x.catalog);
    message.push("::");
    message.push(x.name);
    message.push("` and as `");
    message.push(y.catalog);
    message.push("::");
    message.push(y.name);
    message.push("`: keep the catalogs apart, or leave one out of `disjoint!`");
    panic!("{}", message.as_str())
}

/// A text that is put together at compile time. What does not fit is cut off.
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
