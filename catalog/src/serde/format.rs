//! Formats whose scalars have no type of their own, and how a scalar is read from each.

use core::any::type_name;
use serde::Deserializer;
use serde::de::Visitor;

/// What a format's `deserialize_any` makes of a scalar.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Scalars {
    /// The type that it was written with, as in JSON and CBOR.
    Typed,
    /// A guess, as for YAML's `1E5` without quotes, which a `String` reads as well as an `f64`.
    Guessed,
    /// Text or a guess, since everything is text, as in forms and CSV.
    Text,
    /// A map or nothing, since everything is an element.
    Xml,
}

/// The formats, by a part of the paths of their deserializers.
const FORMATS: [(&str, Scalars); 8] = [
    ("_yaml", Scalars::Guessed),
    ("norway::", Scalars::Guessed),
    ("saphyr::", Scalars::Guessed),
    ("_xml", Scalars::Xml),
    ("csv::", Scalars::Text),
    ("urlencoded::", Scalars::Text),
    ("html_form::", Scalars::Text),
    ("actix_router::", Scalars::Text),
];

impl Scalars {
    /// The scalars of the format that has this deserializer.
    ///
    /// serde has no question for this, and reading a value by a method that its format lacks is an error that ends the
    /// whole document. The name of the deserializer's type is the one sign; a format that is not listed has types.
    pub(super) fn of<D>() -> Self {
        let name = type_name::<D>();
        // The most frequent format is recognized without a search.
        if name.strip_prefix("&mut ").unwrap_or(name).starts_with("serde_json::") {
            return Self::Typed;
        }
        FORMATS.iter().find(|(part, _)| name.contains(part)).map_or(Self::Typed, |(_, scalars)| *scalars)
    }

    /// Reads a value of any kind.
    pub(super) fn read_any<'de, D: Deserializer<'de>, V: Visitor<'de>>(
        self,
        deserializer: D,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        match self {
            Self::Typed | Self::Guessed => deserializer.deserialize_any(visitor),
            Self::Text => deserializer.deserialize_str(visitor),
            // As a map, serde-xml-rs leaves attributes out.
            Self::Xml => deserializer.deserialize_struct("", &[], visitor),
        }
    }

    /// Reads a whole reply.
    pub(super) fn read_reply<'de, D: Deserializer<'de>, V: Visitor<'de>>(
        self,
        deserializer: D,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        match self {
            Self::Text => deserializer.deserialize_map(visitor),
            Self::Typed | Self::Guessed | Self::Xml => self.read_any(deserializer, visitor),
        }
    }

    /// Reads a value that should be a scalar; `is_text` if a guess would lose how it is written.
    pub(super) fn read_scalar<'de, D: Deserializer<'de>, V: Visitor<'de>>(
        self,
        is_text: bool,
        deserializer: D,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        match self {
            Self::Typed => deserializer.deserialize_any(visitor),
            Self::Guessed if !is_text => deserializer.deserialize_any(visitor),
            Self::Guessed | Self::Text | Self::Xml => deserializer.deserialize_str(visitor),
        }
    }
}
