//! Codes in serde's formats: what is written is the raw code; what is read, the forms of it that vendors send.

use super::raw::ReadRaw;
use super::spelling::spells;
use crate::catalog::Catalog;
use crate::code::Code;
use crate::raw::Raw;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes the raw code.
impl<C: Catalog> Serialize for Code<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw().serialize(serializer)
    }
}

/// Reads any code, known or not. Where codes are integers, an integer or one in a string, for there are vendors
/// who send `"40014"`; a float, a number out of range, one in a string that is not written as the code is (`"+0"`,
/// `"00"`) and null are errors that name the catalog and the value. Where codes are strings, a string of at most 63 bytes. A format that is not human-readable, such as postcard,
/// holds the raw code as its own type.
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
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(CodeVisitor(PhantomData))
        } else {
            C::Raw::read(deserializer, CodeVisitor(PhantomData))
        }
    }
}

struct CodeVisitor<C>(PhantomData<C>);

impl<C: Catalog> CodeVisitor<C> {
    fn integer<E: Error>(&self, integer: i128, unexpected: Unexpected<'_>) -> Result<Code<C>, E> {
        C::Raw::from_integer(integer).map(Code::new).ok_or_else(|| E::invalid_value(unexpected, self))
    }
}

impl<C: Catalog> Visitor<'_> for CodeVisitor<C> {
    type Value = Code<C>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} code, {}", C::NAME, C::Raw::EXPECTED)
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Code<C>, E> {
        self.integer(integer.into(), Unexpected::Signed(integer))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<Code<C>, E> {
        self.integer(integer.into(), Unexpected::Unsigned(integer))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Code<C>, E> {
        let code = C::Raw::parse(text).filter(|raw| spells(text, raw)).and_then(Code::from_wire);
        code.ok_or_else(|| {
            // What cannot be a code may be a page of HTML.
            let unexpected =
                if text.len() < 100 { Unexpected::Str(text) } else { Unexpected::Other("long string") };
            E::invalid_value(unexpected, &self)
        })
    }
}

/// Writes a row of a catalog: its raw code.
#[doc(hidden)]
pub fn serialize_known<C: Catalog, S: Serializer>(row: C, serializer: S) -> Result<S::Ok, S::Error> {
    Code::from(row).serialize(serializer)
}

/// Reads a row of a catalog from its raw code.
#[doc(hidden)]
pub fn deserialize_known<'de, C: Catalog, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    let code = Code::<C>::deserialize(deserializer)?;
    code.known().ok_or_else(|| {
        let (raw, catalog) = (code.raw(), C::NAME);
        Error::custom(format_args!(
            "unknown {catalog} code {raw:?}: {catalog} reads only the codes it has, Code<{catalog}> any"
        ))
    })
}
