//! The codes of a catalog as data, for `const fn`s that compare catalogs. A constant with variants in it would take the
//! compiler quadratic time.

/// The codes of a catalog, apart from its rows.
#[derive(Clone, Copy, Debug)]
pub struct Codes {
    /// The lowest code; zero for strings, because these are in the table.
    pub first: i128,
    /// The distance of each code to the previous one in LEB128: seven bits per byte, the lowest first; all bytes but the
    /// last have the eighth bit set.
    pub steps: &'static [u8],
    /// The ranks of the success rows.
    pub successes: &'static [usize],
}

impl Codes {
    pub(crate) const fn is_success(&self, rank: usize) -> bool {
        let mut rest = self.successes;
        while let [success, others @ ..] = rest {
            if *success == rank {
                return true;
            }
            rest = others;
        }
        false
    }

    /// Returns the number of the rows of an integer catalog.
    pub(crate) const fn integers(&self) -> usize {
        let (mut rows, mut rest) = (1, self.steps);
        while let [byte, others @ ..] = rest {
            rows += (*byte < 0x80) as usize;
            rest = others;
        }
        rows
    }
}

/// A position among the rows of an integer catalog.
#[derive(Clone, Copy)]
pub(crate) struct Integers {
    pub(crate) rank: usize,
    pub(crate) code: i128,
    rest: &'static [u8],
}

impl Integers {
    pub(crate) const fn first(codes: &Codes) -> Self {
        Self { rank: 0, code: codes.first, rest: codes.steps }
    }

    /// Returns the next row, or `None` after the last.
    pub(crate) const fn next(mut self) -> Option<Self> {
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

/// Finds the lowest code that two integer catalogs share, and returns its position in each.
pub(crate) const fn first_shared_integer(
    a: &Codes,
    b: &Codes,
    including_success: bool,
) -> Option<(Integers, Integers)> {
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

/// Compares bytes, and returns -1, 0 or 1. Compares sixteen at a time, so that the compiler interprets few steps.
pub(crate) const fn compare_texts(mut a: &[u8], mut b: &[u8]) -> i8 {
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
    fn a_success_is_compared_only_if_requested() {
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
