//! The values of typed columns.

use crate::columns::{Columns, Value};
use crate::table::in_slot_order;
use core::fmt::{self, Debug, Formatter};

/// The column number `INDEX` of a catalog. The expansion implements it for the enum, with the user's type and values,
/// so that its own items need neither.
pub trait Column<const INDEX: usize> {
    /// The type of the values.
    type Value: Copy + Debug + Sync + 'static;

    /// The default of the column, if it has one, then the values that rows give.
    const GIVEN: &'static [[Self::Value; 1]];

    /// The value of each meaning.
    const VALUES: &'static [Self::Value];
}

/// Returns the value of each meaning. `packed_indexes` has one index into `GIVEN` per meaning, of `width` bytes
/// each.
pub const fn values_by_index<C: Column<INDEX>, const INDEX: usize, const MEANINGS: usize>(
    width: usize,
    packed_indexes: &'static [u8],
) -> [C::Value; MEANINGS] {
    in_slot_order(C::GIVEN.as_flattened(), width, packed_indexes)
}

/// Returns the value of the meaning at an index of the tables.
#[inline]
pub const fn value<C: Column<INDEX>, const INDEX: usize>(meaning: usize) -> C::Value {
    C::VALUES[meaning]
}

/// The value of a column, if there is one with the index.
pub type OptionalValue<'a> = Option<Value<'a>>;

/// Returns a value of a column as a [`Value`], for callers that do not know its type.
#[inline]
pub fn view<C: Column<INDEX>, const INDEX: usize>(value: &C::Value) -> Value<'_> {
    Value::of(value)
}

/// Prints the columns of a meaning as a struct.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn debug_columns<T: Columns>(columns: &T, f: &mut Formatter<'_>) -> fmt::Result {
    let mut printed = f.debug_struct("Columns");
    for (index, name) in T::NAMES.iter().enumerate() {
        match columns.value(index) {
            None | Some(Value::Nothing) => printed.field(name, &None::<()>),
            Some(Value::Text(text)) => printed.field(name, &text),
            Some(Value::Bool(value)) => printed.field(name, &value),
            Some(Value::Integer(value)) => printed.field(name, &value),
            Some(Value::Float(value)) => printed.field(name, &value),
            Some(Value::Retry(value)) => printed.field(name, &value),
            Some(Value::Display(value)) => printed.field(name, &format_args!("{value}")),
            Some(Value::Other(value)) => printed.field(name, &value),
        };
    }
    printed.finish()
}
