//! JSON values whose objects have each key once. `serde_json` itself would keep the last value of a key and lose the
//! others.

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Error, Map, Value};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::io::{self, Read};

/// A value of a key that occurred earlier in its object.
#[derive(Debug)]
pub(super) struct Repeated {
    pub(super) key: String,
    pub(super) value: Value,
    /// The line of the key.
    pub(super) line: usize,
}

/// Parses a text. Of a key with several values, the first is kept, and the others are returned as well.
pub(super) fn parse(text: &str) -> Result<(Value, Vec<Repeated>), Error> {
    let (repeated, line) = (RefCell::default(), Cell::new(1));
    let reader = LineCounter { text: text.as_bytes(), line: &line };
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let value = ValueSeed { repeated: &repeated, line: &line }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok((value, repeated.into_inner()))
}

/// Returns the value of a deserializer that has no lines. Of a key with several values, the first is kept.
pub(super) fn of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(Value, Vec<Repeated>), D::Error> {
    let (repeated, line) = (RefCell::default(), Cell::new(1));
    let value = ValueSeed { repeated: &repeated, line: &line }.deserialize(deserializer)?;
    Ok((value, repeated.into_inner()))
}

/// A reader that counts the lines it has read. `serde_json` reads one byte at a time and has no position while it parses.
struct LineCounter<'t> {
    text: &'t [u8],
    line: &'t Cell<usize>,
}

impl Read for LineCounter<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.text.read(buffer)?;
        let ends = memchr::memchr_iter(b'\n', &buffer[..read]).count();
        self.line.set(self.line.get() + ends);
        Ok(read)
    }
}

/// A seed that deserializes a value and those within it.
#[derive(Clone, Copy)]
struct ValueSeed<'r> {
    repeated: &'r RefCell<Vec<Repeated>>,
    line: &'r Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            array.push(item);
        }
        Ok(array.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            let line = self.line.get();
            let value = members.next_value_seed(self)?;
            match object.entry(key) {
                Entry::Vacant(entry) => _ = entry.insert(value),
                // A repetition of the same value loses nothing.
                Entry::Occupied(entry) if *entry.get() == value => {}
                Entry::Occupied(entry) => {
                    let key = entry.key().clone();
                    self.repeated.borrow_mut().push(Repeated { key, value, line });
                }
            }
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use serde_json::json;

    #[test]
    fn every_value_of_a_key_is_returned() {
        let (value, repeated) =
            parse("{\"a\": 1, \"b\": [{\"c\": \"x\",\n\"c\": null}, 2.5, -3, true], \"a\": 1,\n\n\"a\": {\"d\": 2}}")
                .expect("JSON");
        assert_eq!(value, json!({"a": 1, "b": [{"c": "x"}, 2.5, -3, true]}));
        let repeated: Vec<_> =
            repeated.into_iter().map(|other| (other.line, other.key, other.value)).collect();
        assert_eq!(repeated, [(2, "c".to_owned(), json!(null)), (4, "a".to_owned(), json!({"d": 2}))]);
    }

    #[test]
    fn values_are_those_of_serde_json() {
        let text =
            r#"[18446744073709551615, -9223372036854775808, 1e3, 18446744073709551616, "\u00e9", {}, []]"#;
        let (value, repeated) = parse(text).expect("JSON");
        assert_eq!(value, serde_json::from_str::<serde_json::Value>(text).expect("JSON"));
        assert!(repeated.is_empty());
        assert!(parse("1 2").is_err() && parse("{\"a\": 1,}").is_err());
    }
}
