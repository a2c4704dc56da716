//! One value of a row whose type is forgotten: a code, or what a column holds.

use error_catalog::{Retry, Value};
use error_catalog_core::syntax::Code;
use heck::ToSnakeCase;
use std::fmt::{self, Display};

/// A value that text, JSON and SQL can be made from.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Cell {
    Nothing,
    Text(&'static str),
    Bool(bool),
    Integer(i128),
    Float(f64),
    Retry(Retry),
    /// The `Debug` of a type that only its catalog knows.
    Other(String),
}

impl Cell {
    /// The code that this is; `None` of a value that no code has.
    pub(crate) fn code(&self) -> Option<Code> {
        match self {
            Self::Integer(code) => Some(Code::Int(*code)),
            Self::Text(code) => Some(Code::Str((*code).to_owned())),
            _ => None,
        }
    }
}

impl From<Value<'_>> for Cell {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Nothing => Self::Nothing,
            Value::Text(text) => Self::Text(text),
            Value::Bool(value) => Self::Bool(value),
            Value::Integer(value) => Self::Integer(value),
            // JSON and SQL have no word for these.
            Value::Float(value) if !value.is_finite() => Self::Other(value.to_string()),
            Value::Float(value) => Self::Float(value),
            Value::Retry(advice) => Self::Retry(advice),
            other => Self::Other(other.to_string()),
        }
    }
}

impl From<&Cell> for serde_json::Value {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Nothing => Self::Null,
            Cell::Text(text) => (*text).into(),
            Cell::Bool(value) => (*value).into(),
            // From 64 bits at most, so that it always is a JSON number.
            Cell::Integer(value) => serde_json::Number::from_i128(*value).map_or(Self::Null, Self::Number),
            Cell::Float(value) => (*value).into(),
            Cell::Retry(advice) => {
                let (advice, times) = advice_data(*advice);
                serde_json::json!({ "advice": advice, "times": times })
            }
            Cell::Other(text) => text.as_str().into(),
        }
    }
}

impl Cell {
    /// The value in one field of a table, for programs: advice is a word, with the number of times behind a blank.
    pub(crate) fn datum(&self) -> String {
        match self {
            Self::Retry(advice) => match advice_data(*advice) {
                (advice, Some(times)) => format!("{advice} {times}"),
                (advice, None) => advice,
            },
            other => other.to_string(),
        }
    }
}

/// The word for a piece of advice, as in `after_renewal`, and its number of times.
fn advice_data(advice: Retry) -> (String, Option<u8>) {
    match advice {
        Retry::UpTo(times) => ("up_to".to_owned(), Some(times)),
        // The others are named by their variant, those to come too.
        other => (format!("{other:?}").to_snake_case(), None),
    }
}

/// The text as it is, advice as a sentence, other values as Rust prints them; of `Nothing`, nothing.
impl Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Bool(value) => Display::fmt(value, f),
            Self::Integer(value) => Display::fmt(value, f),
            Self::Float(value) => Display::fmt(value, f),
            Self::Retry(advice) => Display::fmt(advice, f),
            Self::Other(text) => f.write_str(text),
        }
    }
}
