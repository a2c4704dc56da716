//! The extra values of a catalog, for tools that do not know their types.

use crate::retry::Retry;
use core::any::Any;
use core::fmt::{self, Debug, Display};
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroUsize,
};

/// The values of a catalog's columns for one meaning: a struct with one public field per column, which
/// [`Meaning::columns`](crate::Meaning::columns) returns.
pub trait Columns: Debug + Sized + 'static {
    /// The names of the columns, in the order of their declaration.
    const NAMES: &'static [&'static str];

    /// The types of the columns, as they are declared.
    #[doc(hidden)]
    const TYPES: &'static [&'static str];

    /// Returns the value of the column with this index, or `None` if there is no such column.
    fn value(&self, index: usize) -> Option<Value<'_>>;

    /// Returns the value of type [`Retry`], or that of the column `retry` if there are several.
    #[doc(hidden)]
    fn __advice(&self) -> Option<Retry> {
        let mut first = None;
        for (index, name) in Self::NAMES.iter().enumerate() {
            if let Some(Value::Retry(advice)) = self.value(index) {
                if *name == "retry" {
                    return Some(advice);
                }
                first = first.or(Some(advice));
            }
        }
        first
    }

    /// Returns the values of the meaning at an index of the tables.
    #[doc(hidden)]
    fn __at(index: usize) -> Self;
}

impl Columns for () {
    const NAMES: &'static [&'static str] = &[];
    const TYPES: &'static [&'static str] = &[];

    fn value(&self, _: usize) -> Option<Value<'_>> {
        None
    }

    fn __at(_: usize) -> Self {}
}

/// The value of a column, for code that does not know its type.
///
/// ```
/// use error_catalog::{Columns, Value, vendor::WeCom};
///
/// let columns = WeCom::SystemBusy.meanings().next().unwrap().columns();
/// assert!(matches!(columns.value(0), Some(Value::Text("system busy"))));
/// assert_eq!(columns.value(1).unwrap().to_string(), "wait a little, then send again, at most 3 times");
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Value<'a> {
    /// A `None` in a column of type `Option<&'static str>` or `Option<Retry>`.
    Nothing,
    /// A `&'static str`.
    Text(&'static str),
    /// A `bool`.
    Bool(bool),
    /// An integer of up to 64 bits.
    Integer(i128),
    /// An `f32` or `f64`.
    Float(f64),
    /// A [`Retry`].
    Retry(Retry),
    /// A value of an error that prints itself, such as a `String`.
    Display(&'a dyn Display),
    /// A value of any other type, which `Debug` prints.
    Other(&'a dyn Debug),
}

impl<'a> Value<'a> {
    /// Converts a value of any type that a column can have.
    pub fn of<T: Debug + 'static>(value: &'a T) -> Self {
        Self::of_known_type(value).unwrap_or(Self::Other(value))
    }

    /// Converts a value of one of the types that have a variant of their own.
    pub(crate) fn of_known_type(any: &dyn Any) -> Option<Self> {
        macro_rules! integers {
            ($($int:ty)*) => {$(
                if let Some(value) = any.downcast_ref::<$int>() {
                    return Some(Self::Integer(*value as i128));
                }
            )*};
        }
        integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }
        macro_rules! nonzero_integers {
            ($($int:ty)*) => {$(
                if let Some(value) = any.downcast_ref::<$int>() {
                    return Some(Self::Integer(value.get() as i128));
                }
            )*};
        }
        nonzero_integers! {
            NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroIsize
            NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroUsize
        }
        Some(if let Some(text) = any.downcast_ref::<&'static str>() {
            Self::Text(text)
        } else if let Some(text) = any.downcast_ref::<Option<&'static str>>() {
            text.map_or(Self::Nothing, Self::Text)
        } else if let Some(advice) = any.downcast_ref::<Option<Retry>>() {
            advice.map_or(Self::Nothing, Self::Retry)
        } else if let Some(value) = any.downcast_ref::<bool>() {
            Self::Bool(*value)
        } else if let Some(value) = any.downcast_ref::<f32>() {
            Self::Float(f64::from(*value))
        } else if let Some(value) = any.downcast_ref::<f64>() {
            Self::Float(*value)
        } else if let Some(value) = any.downcast_ref::<Retry>() {
            Self::Retry(*value)
        } else {
            return None;
        })
    }
}

impl Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, value): (_, &dyn Debug) = match self {
            Self::Nothing => return f.write_str("Nothing"),
            Self::Text(text) => ("Text", text),
            Self::Bool(value) => ("Bool", value),
            Self::Integer(value) => ("Integer", value),
            Self::Float(value) => ("Float", value),
            Self::Retry(retry) => ("Retry", retry),
            Self::Display(value) => {
                return f.debug_tuple("Display").field(&format_args!("{value}")).finish();
            }
            Self::Other(value) => ("Other", value),
        };
        f.debug_tuple(name).field(value).finish()
    }
}

/// Prints a text unchanged, advice as a sentence, nothing for `Nothing`, and other values as `Debug` does.
impl Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Bool(value) => Display::fmt(value, f),
            Self::Integer(value) => Display::fmt(value, f),
            Self::Float(value) => Display::fmt(value, f),
            Self::Retry(value) => Display::fmt(value, f),
            Self::Display(value) => Display::fmt(value, f),
            Self::Other(value) => Debug::fmt(value, f),
        }
    }
}
