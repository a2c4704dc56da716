//! The formats whose scalars have no type of their own, and the methods that read a scalar of each.

use core::any::type_name;
use serde::Deserializer;
use serde::de::Visitor;

/// The type of a scalar in a format's `deserialize_any`.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Scalars {
    /// The type in the document, as in JSON and CBOR.
    Typed,
    /// A guess: YAML's `1E5` without quotes can be a `String` or an `f64`.
    Guessed,
    /// Text or a guess, because the document contains only text, as in forms and CSV.
    Text,
    /// A map or nothing, because everything is an element.
    Xml,
}

/// Parts of the type names of deserializers, each with the scalars of the format.
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
    /// Returns the scalars of the format with this deserializer.
    ///
    /// serde has no method for this, and a method that a format does not support ends the whole document with an error. So
    /// the format is recognized by the name of its deserializer's type. A format that is not listed has typed scalars.
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
            // With `deserialize_map`, serde-xml-rs leaves out the attributes.
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

    /// Reads a value that should be a scalar. `is_text` reads it as text, because a guess would lose its spelling.
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
