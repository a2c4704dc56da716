//! Errors and their values in serde's formats.

use crate::code::Code;
use crate::coded::{Coded, Message, Values};
use crate::columns::Value;
use crate::language::in_lang::InLang;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Writes the code, the message and the values, if there are some.
///
/// # Errors
///
/// Returns the errors of the serializer.
pub fn serialize_coded<E: Coded, S: Serializer>(error: &E, serializer: S) -> Result<S::Ok, S::Error> {
    serialize(error, None, serializer)
}

/// Writes the code, the message in the language, and the values, if there are some.
impl<E: Coded> Serialize for InLang<'_, &E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self.printed, Some(self.lang), serializer)
    }
}

fn serialize<E: Coded, S: Serializer>(
    error: &E,
    lang: Option<&str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let has_values = error.values().count() > 0;
    let mut map = serializer.serialize_map(Some(2 + usize::from(has_values)))?;
    map.serialize_entry("code", &Code::from(error.code()))?;
    map.serialize_entry("message", &AsText(Message { error, lang }))?;
    if has_values {
        map.serialize_entry("values", &error.values())?;
    }
    map.end()
}

/// Writes a map from the names to the values.
impl<E: Coded + ?Sized> Serialize for Values<'_, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.count()))?;
        let mut result = Ok(());
        self.0.visit_values(&mut |name, value| {
            if result.is_ok() {
                result = map.serialize_entry(name, &value);
            }
        });
        result?;
        map.end()
    }
}

/// Writes numbers and `bool`s as such, `Nothing` as nothing, and any other value as text.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Nothing => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bool(value) => serializer.serialize_bool(value),
            Self::Integer(value) => match (i64::try_from(value), u64::try_from(value)) {
                (Ok(value), _) => serializer.serialize_i64(value),
                (_, Ok(value)) => serializer.serialize_u64(value),
                _ => serializer.serialize_i128(value),
            },
            Self::Float(value) => serializer.serialize_f64(value),
            Self::Retry(_) | Self::Display(_) | Self::Other(_) => serializer.collect_str(self),
        }
    }
}

/// A value that is serialized as the text that `Display` prints.
struct AsText<T>(T);

impl<T: core::fmt::Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
