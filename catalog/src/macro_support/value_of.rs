//! Converts the values of errors by autoref specialization: picks one of four conversions to [`Value`] by the traits of a
//! type that the macro cannot see. rustc selects the method that needs the fewest borrows.

use crate::columns::Value;
use core::error::Error;
use core::fmt::{Debug, Display};

/// A value of an error. `(&&&ValueOf(value)).value()` converts it.
#[derive(Debug)]
pub struct ValueOf<'a, T>(pub &'a T);

/// Converts an `Option` of something that prints itself.
pub trait OfOption<'a> {
    /// Returns the value.
    fn value(&self) -> Value<'a>;
}

impl<'a, T: Display + 'static> OfOption<'a> for &&&ValueOf<'a, Option<T>> {
    fn value(&self) -> Value<'a> {
        self.0.as_ref().map_or(Value::Nothing, of_display)
    }
}

/// Converts a value that prints itself.
pub trait OfDisplay<'a> {
    /// Returns the value.
    fn value(&self) -> Value<'a>;
}

impl<'a, T: Display + 'static> OfDisplay<'a> for &&ValueOf<'a, T> {
    fn value(&self) -> Value<'a> {
        of_display(self.0)
    }
}

/// Converts a value that only `Debug` prints.
pub trait OfDebug<'a> {
    /// Returns the value.
    fn value(&self) -> Value<'a>;
}

impl<'a, T: Debug + 'static> OfDebug<'a> for &ValueOf<'a, T> {
    fn value(&self) -> Value<'a> {
        Value::of(self.0)
    }
}

/// Converts a value that cannot be printed. rustc reports it where the error type derives `Debug`.
pub trait OfAny<'a> {
    /// Returns [`Value::Nothing`].
    fn value(&self) -> Value<'a>;
}

impl<'a, T> OfAny<'a> for ValueOf<'a, T> {
    fn value(&self) -> Value<'a> {
        Value::Nothing
    }
}

fn of_display<T: Display + 'static>(value: &T) -> Value<'_> {
    Value::of_known_type(value).unwrap_or(Value::Display(value))
}

/// A source of an error: an error, or a box of one, whose method is found through the box.
pub trait AsError {
    /// Returns the source.
    fn as_error(&self) -> &(dyn Error + 'static);
}

impl<T: Error + 'static> AsError for T {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsError for dyn Error + 'static {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsError for dyn Error + Send + 'static {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsError for dyn Error + Send + Sync + 'static {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}
