//! What becomes a failure by itself, and what to write where something does not: std's `From` can be given no words for
//! its absence, but a bound of our own can.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::error::UnknownCode;
use crate::failure::Failure;
use crate::raw::Raw;

/// `Failure<C>` is made of the rows of `C` where `C` has no success. The trait is on the failure, and not on what it is
/// made of, since rustc then says the words below; at a `?` it says the
/// label alone.
#[diagnostic::on_unimplemented(
    message = "`{T}` is not made into a `{Self}`: check the code, which may be a success",
    label = "check the code instead, `Code::new(code).check()?`",
    note = "it returns the row of a success, and the failure of every other code, unknown ones included; for a row it is \
            `Code::from(row).check()?`"
)]
pub trait MadeOf<T> {}

/// Where the catalog has no success.
impl<C: Catalog> From<C> for Failure<C>
where
    Self: MadeOf<C>,
{
    fn from(row: C) -> Self {
        Self::of(row.into())
    }
}

/// Never, for what `try_from` lets pass may be a failure too: its error alone is half of the check.
impl<R: Raw, C: Catalog<Raw = R>> From<UnknownCode<R>> for Failure<C>
where
    Self: MadeOf<UnknownCode<R>>,
{
    fn from(unknown: UnknownCode<R>) -> Self {
        Self::of(Code::new(unknown.code()))
    }
}
