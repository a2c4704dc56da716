//! The payload of a success whose fields stand among the envelope's: a map without the envelope's keys, and for whoever
//! reads it the format's own deserializer.

use super::envelope::Head;
use super::key::{Found, KeySeed};
use super::place::{Blame, Key, Place, Step};
use super::replay::Replay;
use super::tape::Tape;
use super::tracked::Tracked;
use crate::catalog::Catalog;
use core::marker::PhantomData;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

/// What is left of a reply once its code is known, with what came before the code.
pub(super) struct Payload<'p, 'de, A, C: Catalog> {
    map: A,
    head: &'p mut Head<C>,
    waiting: Replay<'p, 'de>,
    /// A key that was looked at, and whose value is still to be read.
    seen: Tape<'de>,
    /// The key that was read last.
    key: Key<'de>,
    blame: &'p Blame,
    value_waits: bool,
    /// Some formats must not be asked again.
    ended: bool,
    is_human_readable: bool,
}

impl<'p, 'de, A: MapAccess<'de>, C: Catalog> Payload<'p, 'de, A, C> {
    pub(super) fn new(
        map: A,
        head: &'p mut Head<C>,
        waiting: &'p Tape<'de>,
        blame: &'p Blame,
        is_human_readable: bool,
    ) -> Self {
        Self {
            map,
            head,
            waiting: waiting.replay(),
            seen: Tape::default(),
            key: Key::default(),
            blame,
            value_waits: false,
            ended: false,
            is_human_readable,
        }
    }

    /// Reads the envelope to its end.
    pub(super) fn finish(mut self) -> Result<(), A::Error> {
        while self.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }

    /// Reads keys of the envelope and their values, up to the key of a field of the payload.
    #[inline]
    fn next_live_key<S: DeserializeSeed<'de>>(&mut self, mut seed: S) -> Result<Option<S::Value>, A::Error> {
        if self.ended {
            return Ok(None);
        }
        loop {
            match self.map.next_key_seed(KeySeed::new::<C>(seed, &mut self.key))? {
                Some(Found::Other(value)) => return Ok(Some(value)),
                Some(Found::Envelope(field, unused)) => {
                    self.head.read(field, &mut self.map)?;
                    seed = unused;
                }
                None => {
                    self.ended = true;
                    return Ok(None);
                }
            }
        }
    }

    /// Whether there is a field. Its key is kept.
    fn has_field(&mut self) -> Result<bool, A::Error> {
        if !self.waiting.is_at_end() || !self.seen.is_empty() {
            return Ok(true);
        }
        let mut seen = Tape::default();
        let found = self.next_live_key(&mut seen)?.is_some();
        self.seen = seen;
        Ok(found)
    }

    /// Passes over the fields that are none of the variants.
    fn find_variant(&mut self, variants: &[&str]) -> Result<(), A::Error> {
        while self.has_field()? {
            let name =
                if self.seen.is_empty() { self.waiting.next_text() } else { self.seen.replay().next_text() };
            if name.is_some_and(|name| variants.contains(&name)) {
                break;
            }
            self.next_entry::<IgnoredAny, IgnoredAny>()?;
        }
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>, C: Catalog> MapAccess<'de> for Payload<'_, 'de, A, C> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.value_waits = !self.waiting.is_at_end();
        let key = if self.value_waits {
            match self.waiting.next_text() {
                Some(text) => self.key.copy(text),
                None => self.key.forget(),
            }
            self.waiting.key(seed).map(Some)
        } else if self.seen.is_empty() {
            self.next_live_key(seed)
        } else {
            let kept = core::mem::take(&mut self.seen);
            kept.replay().key(seed).map(Some)
        };
        if key.is_err() {
            let place = place_of(&self.key, self.blame);
            if self.value_waits || self.key.is_refused {
                self.blame.payload(Some(&place));
            } else {
                self.blame.format(Some(&place));
            }
        }
        key
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let place = place_of(&self.key, self.blame);
        let seed = Tracked { inner: seed, place: &place };
        let value = if self.value_waits {
            seed.deserialize(self.waiting.value())
        } else {
            self.map.next_value_seed(seed)
        };
        if value.is_err() {
            self.blame.format(Some(&place));
        }
        value
    }
}

fn place_of<'p, 'de>(key: &'p Key<'de>, blame: &'p Blame) -> Place<'p, 'de> {
    Place { parent: None, step: Step::Key(key), blame }
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
        self.is_human_readable
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple
        tuple_struct map struct identifier
    }
}

/// The payload of a reply that has none: `None` for an `Option`, and nothing else but `()`.
pub(super) struct Missing<E> {
    pub(super) name: &'static str,
    pub(super) error: PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
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
