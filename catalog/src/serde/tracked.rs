//! A deserializer that passes everything on, and knows at which place of a payload it is. All that a format can do, its
//! own type sees: borrowed texts, wide integers, raw values.

use super::key::Heard;
use super::place::{Key, Place, Step};
use core::fmt;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

/// What is read at a place, or who reads it: a deserializer, a visitor, a seed, and what they hand each other.
pub(super) struct Tracked<'p, 'de, T> {
    pub(super) inner: T,
    pub(super) place: &'p Place<'p, 'de>,
}

fn blame_format<V, E>(place: &Place<'_, '_>, result: Result<V, E>) -> Result<V, E> {
    if result.is_err() {
        place.blame.format(Some(place));
    }
    result
}

fn blame_payload<V, E>(place: &Place<'_, '_>, result: Result<V, E>) -> Result<V, E> {
    if result.is_err() {
        place.blame.payload(Some(place));
    }
    result
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Tracked<'_, 'de, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let Self { inner: seed, place } = self;
        let result = seed.deserialize(Tracked { inner: deserializer, place });
        if result.is_err() {
            place.blame.payload(Some(place));
        } else {
            place.blame.clear();
        }
        result
    }
}

macro_rules! deserialize {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let Self { inner, place } = self;
            let result = inner.$method($($argument,)* Tracked { inner: visitor, place });
            if result.is_err() {
                place.blame.format(Some(place));
            }
            result
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tracked<'_, 'de, D> {
    type Error = D::Error;

    deserialize! {
        deserialize_any() deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32()
        deserialize_i64() deserialize_i128() deserialize_u8() deserialize_u16() deserialize_u32()
        deserialize_u64() deserialize_u128() deserialize_f32() deserialize_f64() deserialize_char()
        deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
        deserialize_option()
        deserialize_newtype_struct(name: &'static str) deserialize_seq() deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize) deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier() deserialize_ignored_any()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let Self { inner, place } = self;
        let visitor = Tracked { inner: visitor, place };
        if let Step::Payload(_) = place.step {
            // Who asks for no payload takes any for it.
            blame_format(place, inner.deserialize_ignored_any(IgnoredAny))?;
            visitor.visit_unit()
        } else {
            blame_format(place, inner.deserialize_unit(visitor))
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        if let Step::Payload(_) = self.place.step {
            return self.deserialize_unit(visitor);
        }
        let Self { inner, place } = self;
        blame_format(place, inner.deserialize_unit_struct(name, Tracked { inner: visitor, place }))
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident: $type:ty)*) => {$(
        #[inline]
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            let result = self.inner.$method(value);
            if result.is_err() {
                self.place.blame.payload(Some(self.place));
            }
            result
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tracked<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.blame.was_expecting.set(true);
        self.inner.expecting(f)
    }

    visit! {
        visit_bool: bool visit_i8: i8 visit_i16: i16 visit_i32: i32 visit_i64: i64 visit_i128: i128
        visit_u8: u8 visit_u16: u16 visit_u32: u32 visit_u64: u64 visit_u128: u128 visit_f32: f32
        visit_f64: f64 visit_char: char visit_str: &str visit_borrowed_str: &'de str
        visit_string: alloc::string::String visit_bytes: &[u8] visit_borrowed_bytes: &'de [u8]
        visit_byte_buf: alloc::vec::Vec<u8>
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        blame_payload(self.place, self.inner.visit_none())
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        blame_payload(self.place, self.inner.visit_unit())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let place = self.place;
        blame_payload(place, self.inner.visit_some(Tracked { inner, place }))
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let place = self.place;
        blame_payload(place, self.inner.visit_newtype_struct(Tracked { inner, place }))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let place = self.place;
        let result = self.inner.visit_seq(Items { inner, parent: place, index: 0 });
        if result.is_err() {
            place.blame.payload(Some(place));
        }
        result
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let place = self.place;
        let result = self.inner.visit_map(Entries { inner, parent: place, key: Key::default() });
        if result.is_err() {
            place.blame.payload(Some(place));
        }
        result
    }

    #[inline]
    fn visit_enum<A: EnumAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let place = self.place;
        blame_payload(place, self.inner.visit_enum(Tracked { inner, place }))
    }
}

struct Items<'p, 'de, A> {
    inner: A,
    parent: &'p Place<'p, 'de>,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let place = self.parent.with(Step::Index(self.index));
        let item = self.inner.next_element_seed(Tracked { inner: seed, place: &place });
        if item.is_err() {
            place.blame.format(Some(&place));
        }
        self.index += 1;
        item
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

struct Entries<'p, 'de, A> {
    inner: A,
    parent: &'p Place<'p, 'de>,
    /// The key that was read last.
    key: Key<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.key.forget();
        let blame = self.parent.blame;
        let result = self.inner.next_key_seed(Heard { inner: seed, key: &mut self.key, blame });
        if result.is_err() {
            blame.format(Some(&self.parent.with(Step::Key(&self.key))));
        }
        result
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let place = self.parent.with(Step::Key(&self.key));
        let value = self.inner.next_value_seed(Tracked { inner: seed, place: &place });
        if value.is_err() {
            place.blame.format(Some(&place));
        }
        value
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'p, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Tracked<'p, 'de, A> {
    type Error = A::Error;
    type Variant = Tracked<'p, 'de, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let place = self.place;
        let (value, inner) = blame_format(place, self.inner.variant_seed(Tracked { inner: seed, place }))?;
        Ok((value, Tracked { inner, place }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Tracked<'_, 'de, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        blame_format(self.place, self.inner.unit_variant())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let place = self.place;
        blame_format(place, self.inner.newtype_variant_seed(Tracked { inner: seed, place }))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        let place = self.place;
        blame_format(place, self.inner.tuple_variant(length, Tracked { inner: visitor, place }))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let place = self.place;
        blame_format(place, self.inner.struct_variant(fields, Tracked { inner: visitor, place }))
    }
}
