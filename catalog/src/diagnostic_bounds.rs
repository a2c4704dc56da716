//! Bounds of impls that only some catalogs have, so that a missing one gets a helpful `on_unimplemented` message.
//!
//! rustc rejects an impl with a bound that is never met, unless the bound is `for<'a>`. It prints the message of a bound
//! only if the bound's type is not the one that the impl is for, so the type is [`Row`] and the catalog a parameter.

use crate::into_failure::WithoutSuccess;

/// The type that the bounds are on.
#[derive(Debug)]
pub enum Row {}

/// `C` never gets a new code, or declares the row of unknown codes: the bound of its `Deserialize`.
#[diagnostic::on_unimplemented(
    message = "`{C}` cannot hold a code that its table lacks: deserialize into `Code<{C}>`",
    label = "the next new code would be an error at run time",
    note = "`Code::known` returns the row; a catalog implements `Deserialize` if it declares `exhaustive;`, \
            because it never gets a new code, or `unknown Row;`, the row of unknown codes"
)]
pub trait Readable<'a, C> {}

/// `C` has no success: the bound of its `Error`.
#[diagnostic::on_unimplemented(
    message = "`{C}` is not an error type, because a row may be a success: write `Code::from(row).check()?`",
    label = "this may be a success: write `Code::from(row).check()?`",
    note = "`check` returns the row of a success code, and the error `Failure<{C}>` for any other code"
)]
pub trait OnlyFailures<'a, C> {}

/// A union without any success is an error. Only rustc can tell, because the expansion has only the members' paths.
impl<C> OnlyFailures<'_, C> for WithoutSuccess {}
