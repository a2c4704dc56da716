//! The payload of a success if it is the whole reply: a map without the envelope's keys.

use super::buffered_value::{BufferedValue, ValueSeed};
use super::envelope::EnvelopeState;
use super::error_path::{ErrorOrigin, Path};
use super::tracked::Tracked;
use super::value_deserializer::Format;
use crate::catalog::Catalog;
use alloc::vec;
use core::marker::PhantomData;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

/// The fields of a reply whose code has been read: the buffered ones, then the rest, directly from the format.
pub(super) struct Payload<'p, 'de, A, C: Catalog> {
    fields: vec::IntoIter<(BufferedValue<'de>, BufferedValue<'de>)>,
    /// The rest; `None` after its end, because some formats fail if they are read again.
    map: Option<A>,
    state: &'p mut EnvelopeState<C>,
    /// A key that was read but not yet returned.
    peeked: Option<BufferedValue<'de>>,
    /// The value of the last key, if it was buffered.
    value: Option<BufferedValue<'de>>,
    path: Path<'p, 'de>,
    format: Format,
}

impl<'p, 'de, A: MapAccess<'de>, C: Catalog> Payload<'p, 'de, A, C> {
    pub(super) fn new(
        fields: vec::Vec<(BufferedValue<'de>, BufferedValue<'de>)>,
        map: Option<A>,
        state: &'p mut EnvelopeState<C>,
        origin: &'p ErrorOrigin,
        format: Format,
    ) -> Self {
        let path = Path::field(&BufferedValue::Null, origin);
        Self { fields: fields.into_iter(), map, state, peeked: None, value: None, path, format }
    }

    /// Reads the rest of the reply.
    pub(super) fn finish(mut self) -> Result<(), A::Error> {
        while self.next_key()?.is_some() {
            self.skip_value()?;
        }
        Ok(())
    }

    /// Returns the next key that does not belong to the envelope.
    #[inline]
    fn next_key(&mut self) -> Result<Option<BufferedValue<'de>>, A::Error> {
        if let Some(key) = self.peeked.take() {
            return Ok(Some(key));
        }
        if let Some((key, value)) = self.fields.next() {
            self.value = Some(value);
            return Ok(Some(key));
        }
        while let Some(map) = &mut self.map {
            match self.path.record_format(map.next_key_seed(ValueSeed::key()))? {
                Some(key) => match key.as_text().and_then(|key| C::ENVELOPE.part_of(key)) {
                    Some((part, alternative)) => {
                        let read = self.state.read(part, alternative, self.format.scalars, map);
                        self.path.record_format(read)?;
                    }
                    None => return Ok(Some(key)),
                },
                None => self.map = None,
            }
        }
        Ok(None)
    }

    fn skip_value(&mut self) -> Result<(), A::Error> {
        match (self.value.take(), &mut self.map) {
            (None, Some(map)) => map.next_value::<IgnoredAny>().map(drop),
            _ => Ok(()),
        }
    }

    fn has_field(&mut self) -> Result<bool, A::Error> {
        self.peeked = self.next_key()?;
        Ok(self.peeked.is_some())
    }

    /// Skips the fields before a key that is one of the variants.
    fn find_variant(&mut self, variants: &[&str]) -> Result<(), A::Error> {
        while let Some(key) = self.next_key()? {
            if key.as_text().is_some_and(|key| variants.contains(&key)) {
                self.peeked = Some(key);
                break;
            }
            self.skip_value()?;
        }
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>, C: Catalog> MapAccess<'de> for Payload<'_, 'de, A, C> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let Some(key) = self.next_key()? else { return Ok(None) };
        self.path = Path::field(&key, self.path.origin);
        self.path.record_misfit(seed.deserialize(self.format.key(key))).map(Some)
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let seed = Tracked::value(seed, &self.path);
        match (self.value.take(), &mut self.map) {
            (None, Some(map)) => self.path.record_format(map.next_value_seed(seed)),
            (value, _) => seed.deserialize(self.format.value(value.unwrap_or_default())),
        }
    }
}

impl<'de, A: MapAccess<'de>, C: Catalog> Deserializer<'de> for &mut Payload<'_, 'de, A, C> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        if self.has_field()? { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_unit()
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.find_variant(variants)?;
        visitor.visit_enum(MapAccessDeserializer::new(self))
    }

    fn is_human_readable(&self) -> bool {
        self.format.is_human_readable
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple
        tuple_struct map struct identifier
    }
}

/// The deserializer of a missing payload: gives `None` for an `Option`, `()` for a unit, and an error for any other type.
pub(super) struct NoPayload<E> {
    pub(super) name: &'static str,
    pub(super) error: PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for NoPayload<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.name))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}
