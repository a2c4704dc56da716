//! The path of a value in a payload, and the origin of an error there.

use super::buffered_value::BufferedValue;
use crate::display::Visible;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::cell::{Cell, RefCell};
use core::fmt::{self, Write};
use serde::de::Error;

/// The origin of an error, decided where the error first passes a [`Tracked`](super::tracked::Tracked).
#[derive(Default)]
pub(super) struct ErrorOrigin {
    /// True after an error has passed.
    pub(super) is_decided: Cell<bool>,
    /// True if a visitor's expectation was printed, which happens only for a payload that does not fit.
    pub(super) is_unexpected: Cell<bool>,
    /// The path of the value that does not fit; `None` if the format failed.
    misfit: RefCell<Option<String>>,
}

/// The lengths after which a key, a path and an error are cut.
const KEY_BYTES: usize = 48;
const PATH_BYTES: usize = 300;
const ERROR_CHARS: usize = 600;

impl ErrorOrigin {
    /// Records an error that the deserialized type returned. The path is empty for the payload itself.
    #[cold]
    pub(super) fn note_misfit(&self, path: Option<&Path<'_, '_>>) {
        if !self.is_decided.replace(true) {
            let mut text = String::new();
            if let Some(path) = path {
                path.write(&mut text);
            }
            *self.misfit.borrow_mut() = Some(text);
        }
    }

    /// Records an error that the format returned.
    #[cold]
    fn note_format(&self, path: &Path<'_, '_>) {
        if self.is_unexpected.get() {
            self.note_misfit(Some(path));
        } else {
            self.is_decided.set(true);
        }
    }

    /// Forgets an error that the deserialized type caught.
    #[cold]
    pub(super) fn clear(&self) {
        self.is_decided.set(false);
        self.is_unexpected.set(false);
        *self.misfit.borrow_mut() = None;
    }

    /// Adds the path to the error of a payload that does not fit. An error of the format is returned as it is.
    pub(super) fn explain<E: Error>(self, error: E, catalog: &str) -> E {
        let Some(path) = self.misfit.into_inner() else { return error };
        // The error may quote the server's text.
        let error = Shortened(&error.to_string(), ERROR_CHARS).to_string();
        if path.is_empty() {
            E::custom(format_args!("{error} in a {catalog} reply"))
        } else {
            E::custom(format_args!("field {path} of a {catalog} reply: {error}"))
        }
    }
}

/// The path of a value in a payload: a list on the stack, which is written only for an error.
pub(super) struct Path<'p, 'de> {
    pub(super) parent: Option<&'p Path<'p, 'de>>,
    pub(super) segment: Segment<'de>,
    pub(super) origin: &'p ErrorOrigin,
}

pub(super) enum Segment<'de> {
    /// The payload itself, with its key in the envelope.
    Payload(&'static str),
    Index(usize),
    Key(Cell<Key<'de>>),
}

/// The part of a key that is printed.
#[derive(Clone, Copy, Default)]
pub(super) enum Key<'de> {
    #[default]
    Unknown,
    Borrowed(&'de str),
    /// The start of a key that cannot be borrowed: its bytes, their number, and true if they are the whole key.
    Copied([u8; KEY_BYTES], u8, bool),
    Integer(i64),
}

impl Key<'_> {
    pub(super) fn copied(text: &str) -> Self {
        let length =
            (0..=KEY_BYTES.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        let mut bytes = [0; KEY_BYTES];
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        Self::Copied(bytes, length as u8, length == text.len())
    }

    pub(super) fn integer(integer: impl TryInto<i64>) -> Self {
        integer.try_into().map_or(Self::Unknown, Self::Integer)
    }
}

impl<'de> Path<'_, 'de> {
    /// Returns the path of a field of the whole reply.
    #[inline]
    pub(super) fn field<'p>(key: &BufferedValue<'de>, origin: &'p ErrorOrigin) -> Path<'p, 'de> {
        let key = match key {
            BufferedValue::Text(Cow::Borrowed(key)) => Key::Borrowed(key),
            _ => match (key.as_text(), key.as_integer()) {
                (Some(key), _) => Key::copied(key),
                (None, Some(integer)) => Key::integer(integer),
                (None, None) => Key::Unknown,
            },
        };
        Path { parent: None, segment: Segment::Key(Cell::new(key)), origin }
    }

    #[inline]
    pub(super) fn child<'s>(&'s self, segment: Segment<'de>) -> Path<'s, 'de> {
        Path { parent: Some(self), segment, origin: self.origin }
    }

    #[inline]
    pub(super) fn set_key(&self, key: Key<'de>) {
        if let Segment::Key(current) = &self.segment {
            current.set(key);
        }
    }

    fn write(&self, text: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(text);
        }
        if text.len() > PATH_BYTES {
            if !text.ends_with('…') {
                text.push('…');
            }
            return;
        }
        if !matches!(self.segment, Segment::Index(_)) && !text.is_empty() {
            text.push('.');
        }
        // Writing to a `String` does not fail.
        let _ = match &self.segment {
            Segment::Payload(name) => write!(text, "{name}"),
            Segment::Index(index) => write!(text, "[{index}]"),
            Segment::Key(key) => match key.get() {
                Key::Unknown => write!(text, "?"),
                Key::Integer(integer) => write!(text, "{integer}"),
                Key::Borrowed(key) => write!(text, "{}", Shortened(key, KEY_BYTES)),
                Key::Copied(bytes, length, is_whole) => {
                    let key = core::str::from_utf8(&bytes[..usize::from(length)]).unwrap_or_default();
                    write!(text, "{}{}", Shortened(key, KEY_BYTES), if is_whole { "" } else { "…" })
                }
            },
        };
    }
}

/// A text that is printed up to this many characters, with the invisible ones escaped.
struct Shortened<'a>(&'a str, usize);

impl fmt::Display for Shortened<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text, chars) = *self;
        let mut line = Visible(f);
        for (index, char) in text.chars().enumerate() {
            match char {
                _ if index == chars => return line.write_char('…'),
                '"' | '\'' | '\\' => line.write_char(char)?,
                _ => write!(line, "{}", char.escape_debug())?,
            }
        }
        Ok(())
    }
}

impl Path<'_, '_> {
    /// Records an error that the deserialized type returned, and returns the result unchanged.
    #[inline]
    pub(super) fn record_misfit<V, E>(&self, result: Result<V, E>) -> Result<V, E> {
        if result.is_err() {
            self.origin.note_misfit(Some(self));
        }
        result
    }

    /// Records an error that the format returned, and returns the result unchanged.
    #[inline]
    pub(super) fn record_format<V, E>(&self, result: Result<V, E>) -> Result<V, E> {
        if result.is_err() {
            self.origin.note_format(self);
        }
        result
    }
}
