//! Codes in serde's formats: writes the raw code, and reads the forms of it that vendors send.

use super::buffered_value::BufferedValue;
use super::format::Scalars;
use super::raw::ReadRaw;
use super::value_deserializer::is_display_of;
use crate::catalog::Catalog;
use crate::code::Code;
use crate::display::Visible;
use crate::raw::Raw;
use alloc::string::{String, ToString};
use core::fmt::{self, Write};
use core::marker::PhantomData;
use serde::de::{EnumAccess, Error, IgnoredAny, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes the raw code.
impl<C: Catalog> Serialize for Code<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw().serialize(serializer)
    }
}

/// Reads any code, known or not.
///
/// - If codes are integers: an integer, or one in a string, because some vendors send `"40014"`. A float, an integer out of
///   range, a string that is not how the code is printed (`"+0"`, `"00"`) and null are errors that name the catalog and
///   the value.
/// - If codes are strings: a string of at most 63 bytes.
///
/// A format that is not human-readable, such as postcard, holds the raw code as its own type. [`Reply`](crate::Reply) has
/// a table of formats.
///
/// ```
/// use error_catalog::{Code, vendor::WeCom};
///
/// assert_eq!(serde_json::from_str::<Code<WeCom>>("40014")?, WeCom::InvalidAccessToken);
/// assert_eq!(serde_json::from_str::<Code<WeCom>>(r#""40014""#)?, WeCom::InvalidAccessToken);
/// assert_eq!(serde_json::from_str::<Code<WeCom>>("123456")?.raw(), 123456);
///
/// let error = serde_json::from_str::<Code<WeCom>>("99999999999").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "invalid value: integer `99999999999`, expected a WeCom code, an integer that fits i32 at line 1 column 11",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de, C: Catalog> Deserialize<'de> for Code<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() || C::Raw::IS_TEXT {
            return C::Raw::read(deserializer, CodeVisitor(PhantomData));
        }
        // Vendors also send integers in strings, which the method of the integer's type would reject.
        Scalars::of::<D>().read_scalar(false, deserializer, CodeVisitor(PhantomData))
    }
}

struct CodeVisitor<C>(PhantomData<C>);

impl<C: Catalog> CodeVisitor<C> {
    fn parse<E: Error>(&self, value: &BufferedValue<'_>) -> Result<Code<C>, E> {
        from_integer(value)
            .or_else(|| from_text(value))
            .ok_or_else(|| E::invalid_value(value.unexpected(), self))
    }
}

fn from_integer<C: Catalog>(value: &BufferedValue<'_>) -> Option<Code<C>> {
    value.as_integer().and_then(C::Raw::from_integer).map(Code::new)
}

fn from_text<C: Catalog>(value: &BufferedValue<'_>) -> Option<Code<C>> {
    let text = value.as_text()?;
    C::Raw::parse(text).filter(|raw| is_display_of(text, raw)).and_then(Code::from_wire)
}

/// Returns the code of a reply, or a description of a value that is not a code. In a string catalog, an integer is the code
/// of the row with the same digits, because some vendors send `0` although their codes are strings.
pub(super) fn parse_code<C: Catalog>(value: &BufferedValue<'_>) -> Result<Code<C>, String> {
    let of_a_row = || {
        let digits = value.as_integer()?.to_string();
        C::Raw::parse(&digits).and_then(C::from_code).map(Code::from)
    };
    from_integer(value).or_else(|| from_text(value)).or_else(of_a_row).ok_or_else(|| {
        let is_value = value.as_text().is_some() || value.as_integer().is_some();
        let kind = if is_value { "value" } else { "type" };
        let mut description = String::new();
        // Writing to a `String` does not fail.
        let _ = write!(
            Visible(&mut description),
            "invalid {kind}: {}, expected a {} code, {}",
            value.unexpected(),
            C::NAME,
            C::Raw::EXPECTED,
        );
        description
    })
}

impl<'de, C: Catalog> Visitor<'de> for CodeVisitor<C> {
    type Value = Code<C>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} code, {}", C::NAME, C::Raw::EXPECTED)
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Code<C>, E> {
        self.parse(&BufferedValue::I64(integer))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<Code<C>, E> {
        self.parse(&BufferedValue::U64(integer))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Code<C>, E> {
        self.parse(&BufferedValue::Text(text.into()))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Code<C>, E> {
        self.parse(&BufferedValue::Bytes(bytes.into()))
    }

    /// Ignores a tag of YAML or CBOR.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Code<C>, A::Error> {
        let (IgnoredAny, code) = tagged.variant()?;
        code.newtype_variant()
    }
}

/// Serializes a row of a catalog as its raw code.
#[doc(hidden)]
pub fn serialize_known<C: Catalog, S: Serializer>(row: C, serializer: S) -> Result<S::Ok, S::Error> {
    Code::from(row).serialize(serializer)
}

/// Deserializes a row of a catalog from its raw code. An unknown code is the row of `unknown`, or an error without one.
#[doc(hidden)]
pub fn deserialize_known<'de, C: Catalog, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    let code = Code::<C>::deserialize(deserializer)?;
    code.known().or(C::UNKNOWN).ok_or_else(|| {
        let (raw, catalog) = (code.raw(), C::NAME);
        Error::custom(format_args!(
            "unknown {catalog} code {raw:?}: deserialize into `Code<{catalog}>`, which holds any code"
        ))
    })
}
