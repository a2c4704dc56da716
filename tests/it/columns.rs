//! Values of columns belong to their rows, and the type of a column is the user's own.

use error_catalog::error_catalog;

/// Names that the expansion may use for itself.
#[allow(non_upper_case_globals, dead_code)]
mod items_of_the_user {
    use error_catalog::error_catalog;

    const __values_by_place: u8 = 1;
    const __place: u8 = 2;
    static __index: u8 = 3;
    const __f: u8 = 4;
    const index: u8 = 5;
    const f: u8 = 6;
    const values: u8 = 7;

    error_catalog! {
        pub enum Hygiene: i32 {
            column limit: u8 = 9;
            column other: u8;
            1 => One "one" { limit: index, other: __place },
            2 => Two "two" { other: f },
        }
    }
}

use items_of_the_user::Hygiene;

#[test]
fn no_item_of_the_user_is_taken_for_a_variable() {
    assert_eq!(
        Hygiene::ALL.iter().map(|row| (row.limit(), row.other())).collect::<Vec<_>>(),
        [(5, 2), (9, 6)]
    );
}

error_catalog! {
    pub enum Linked: i32 {
        column follows: Option<Self> = None;
        column pair: (u8, u8);
        column check: fn(u8) -> bool = |byte| byte == 0;
        1 => One "one" { pair: (1, 2) },
        2 => Two "two" { follows: Some(Self::One), pair: (3, 4), check: u8::is_ascii_digit_of },
    }
}

#[allow(clippy::wrong_self_convention, reason = "a user may write it")]
trait IsAsciiDigit {
    fn is_ascii_digit_of(self) -> bool;
}

impl IsAsciiDigit for u8 {
    fn is_ascii_digit_of(self) -> bool {
        self.is_ascii_digit()
    }
}

#[test]
fn self_is_the_enum_in_a_column() {
    assert_eq!((Linked::One.follows(), Linked::Two.follows()), (None, Some(Linked::One)));
    let columns = Linked::Two.meanings().next().unwrap().columns();
    assert_eq!((columns.follows, columns.pair), (Some(Linked::One), (3, 4)));
    assert!((columns.check)(b'7') && Linked::One.check()(0));
}
