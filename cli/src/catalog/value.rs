//! Values of rows without the type of their column: codes, and the contents of columns.

use error_catalog::{Retry, Value};
use error_catalog_core::syntax::Code;
use heck::ToSnakeCase;
use std::fmt::{self, Display};

/// A code or the value of a column, for conversion to text, JSON and SQL.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum CellValue {
    Nothing,
    Text(&'static str),
    Bool(bool),
    Integer(i128),
    Float(f64),
    Retry(Retry),
    /// The `Debug` output of any other type.
    Other(String),
}

impl CellValue {
    /// Returns the value as a code, or `None` if it is neither an integer nor a text.
    pub(crate) fn to_code(&self) -> Option<Code> {
        match self {
            Self::Integer(code) => Some(Code::Int(*code)),
            Self::Text(code) => Some(Code::Str((*code).to_owned())),
            _ => None,
        }
    }
}

impl From<Code> for CellValue {
    /// Leaks a text, because catalogs live until the process ends.
    fn from(code: Code) -> Self {
        match code {
            Code::Int(code) => Self::Integer(code),
            Code::Str(code) => Self::Text(code.leak()),
        }
    }
}

impl From<Value<'_>> for CellValue {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Nothing => Self::Nothing,
            Value::Text(text) => Self::Text(text),
            Value::Bool(value) => Self::Bool(value),
            Value::Integer(value) => Self::Integer(value),
            // JSON and SQL cannot represent these.
            Value::Float(value) if !value.is_finite() => Self::Other(value.to_string()),
            Value::Float(value) => Self::Float(value),
            Value::Retry(advice) => Self::Retry(advice),
            other => Self::Other(other.to_string()),
        }
    }
}

impl From<&CellValue> for serde_json::Value {
    fn from(cell: &CellValue) -> Self {
        match cell {
            CellValue::Nothing => Self::Null,
            CellValue::Text(text) => (*text).into(),
            CellValue::Bool(value) => (*value).into(),
            // Codes and columns have at most 64 bits, so this is always a JSON number.
            CellValue::Integer(value) => {
                serde_json::Number::from_i128(*value).map_or(Self::Null, Self::Number)
            }
            CellValue::Float(value) => (*value).into(),
            CellValue::Retry(advice) => {
                let (advice, times) = advice_parts(*advice);
                serde_json::json!({ "advice": advice, "times": times })
            }
            CellValue::Other(text) => text.as_str().into(),
        }
    }
}

impl CellValue {
    /// Returns the value for readers. Advice is a sentence in the language.
    pub(crate) fn in_lang(&self, lang: Option<&str>) -> String {
        match (self, lang) {
            (Self::Retry(advice), Some(lang)) => advice.in_lang(lang).to_string(),
            _ => self.to_string(),
        }
    }

    /// Returns the value as a field for programs. Retry advice is a word, followed by the number of times if it has one.
    pub(crate) fn to_field(&self) -> String {
        match self {
            Self::Retry(advice) => match advice_parts(*advice) {
                (advice, Some(times)) => format!("{advice} {times}"),
                (advice, None) => advice,
            },
            other => other.to_string(),
        }
    }
}

/// Returns the advice as a word, such as `after_renewal`, and the number of times if it has one.
pub(crate) fn advice_parts(advice: Retry) -> (String, Option<u8>) {
    match advice {
        Retry::UpTo(times) => ("up_to".to_owned(), Some(times)),
        // The word is the name of the variant, so future variants work too.
        other => (format!("{other:?}").to_snake_case(), None),
    }
}

/// Writes advice as an English sentence, and nothing for `Nothing`.
impl Display for CellValue {
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
