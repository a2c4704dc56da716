//! Conversions into [`Failure`] that `?` and `into` use, and an error message for those that do not exist.

use crate::catalog::Catalog;
use crate::error::UnknownCode;
use crate::failure::Failure;
use crate::raw::Raw;

/// The marker type of a catalog that declares a success.
#[derive(Debug)]
pub enum WithSuccess {}

/// The marker type of a catalog without any success: each of its rows is a failure.
#[derive(Debug)]
pub enum WithoutSuccess {}

/// The bound of `From<T> for Failure<C>`, so that a missing conversion gets a helpful message. Only this module
/// implements it: a catalog has one of the two marker types, and a user cannot add a conversion of a success.
#[diagnostic::on_unimplemented(
    message = "`{T}` does not convert into `Failure<{C}>`: check the code, which may be a success",
    label = "check the code instead, `Code::from(row).check()?` or `Code::new(code).check()?`",
    note = "`check` returns the row of a success code, and a failure for any other code, unknown ones included; for a \
            row, write `Code::from(row).check()?`"
)]
pub trait IntoFailure<T, C: Catalog>: sealed::Sealed {
    /// Makes the failure.
    fn into_failure(source: T) -> Failure<C>;
}

/// Computes the marker type of a union from that of one member and that of the `Others`.
pub trait Or<Others> {
    /// The marker type of the union: `WithSuccess` if any member has a success.
    type Successes;
}

impl<Others> Or<Others> for WithSuccess {
    type Successes = WithSuccess;
}

impl<Others> Or<Others> for WithoutSuccess {
    type Successes = Others;
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for super::WithSuccess {}

    impl Sealed for super::WithoutSuccess {}
}

impl<C: Catalog> IntoFailure<C, C> for WithoutSuccess {
    fn into_failure(row: C) -> Failure<C> {
        Failure::of(row.into())
    }
}

/// Converts a row of a catalog that declares no success.
impl<C: Catalog> From<C> for Failure<C>
where
    C::Successes: IntoFailure<C, C>,
{
    fn from(row: C) -> Self {
        C::Successes::into_failure(row)
    }
}

/// Exists only to explain in the error message why it is not implemented: a code that `try_from` accepts may be a
/// failure too.
impl<R: Raw, C: Catalog<Raw = R>> From<UnknownCode<R>> for Failure<C>
where
    WithSuccess: IntoFailure<UnknownCode<R>, C>,
{
    fn from(unknown: UnknownCode<R>) -> Self {
        WithSuccess::into_failure(unknown)
    }
}
