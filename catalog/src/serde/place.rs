//! Where in a payload something does not fit. A place is a chain of references on the stack, so that it costs next to
//! nothing as long as everything fits; only an error writes it down.

use alloc::string::String;
use core::cell::{Cell, RefCell};
use core::fmt::{self, Write};

/// A value inside a payload.
pub(super) struct Place<'p, 'de> {
    pub(super) parent: Option<&'p Place<'p, 'de>>,
    pub(super) step: Step<'p, 'de>,
    pub(super) blame: &'p Blame,
}

/// How a value is reached from the one around it.
pub(super) enum Step<'p, 'de> {
    /// The payload itself, in the field of the envelope that has this name.
    Payload(&'static str),
    Key(&'p Key<'de>),
    Index(usize),
}

/// A key, or as much of it as is printed.
#[derive(Default)]
pub(super) struct Key<'de> {
    text: KeyText<'de>,
    /// Whether who reads the payload does not take it.
    pub(super) is_refused: bool,
    /// Written only where a key has to be copied.
    copy: Option<[u8; KEY_BYTES]>,
}

#[derive(Clone, Copy, Default)]
enum KeyText<'de> {
    #[default]
    Unknown,
    Borrowed(&'de str),
    /// So many bytes are in the copy, and whether these are all.
    Copied(u8, bool),
    Integer(i64),
}

/// So many bytes of a key are printed, and so many of a path and of the error behind it.
const KEY_BYTES: usize = 48;
const PATH_BYTES: usize = 300;
const ERROR_BYTES: usize = 600;

impl<'de> Key<'de> {
    pub(super) fn borrow(&mut self, text: &'de str) {
        self.text = KeyText::Borrowed(text);
    }

    pub(super) fn copy(&mut self, text: &str) {
        let length = text.floor_char_boundary_of(KEY_BYTES);
        self.copy.get_or_insert([0; KEY_BYTES])[..length].copy_from_slice(&text.as_bytes()[..length]);
        self.text = KeyText::Copied(length as u8, length == text.len());
    }

    pub(super) fn integer(&mut self, integer: impl TryInto<i64>) {
        self.text = integer.try_into().map_or(KeyText::Unknown, KeyText::Integer);
    }

    pub(super) fn forget(&mut self) {
        self.text = KeyText::Unknown;
    }
}

trait Cut {
    fn floor_char_boundary_of(&self, bytes: usize) -> usize;
}

impl Cut for str {
    /// The longest beginning of at most so many bytes that ends between characters.
    fn floor_char_boundary_of(&self, bytes: usize) -> usize {
        (0..=bytes.min(self.len())).rev().find(|end| self.is_char_boundary(*end)).unwrap_or_default()
    }
}

/// Whose an error is, decided where it first shows: the payload's, which does not fit what is read, or the format's,
/// which could not be read and whose error is to pass as it is.
#[derive(Default)]
pub(super) struct Blame {
    is_decided: Cell<bool>,
    /// Whether somebody asked what was expected, as is done for errors of the payload only.
    pub(super) was_expecting: Cell<bool>,
    misfit: RefCell<Option<String>>,
}

impl Blame {
    /// For an error that somebody caught.
    pub(super) fn clear(&self) {
        self.is_decided.set(false);
        self.was_expecting.set(false);
    }

    /// The error is what `T` made of a payload.
    pub(super) fn payload(&self, place: Option<&Place<'_, '_>>) {
        if !self.is_decided.replace(true) {
            let mut path = String::new();
            if let Some(place) = place {
                place.write(&mut path);
            }
            *self.misfit.borrow_mut() = Some(path);
        }
    }

    /// The error is what the format returned.
    pub(super) fn format(&self, place: Option<&Place<'_, '_>>) {
        if self.was_expecting.get() {
            self.payload(place);
        } else if !self.is_decided.replace(true) {
            *self.misfit.borrow_mut() = None;
        }
    }

    /// The path of what does not fit, empty for the payload itself; `None` where the format is to blame.
    fn into_misfit(self) -> Option<String> {
        self.misfit.into_inner()
    }

    /// The error of a reply whose payload could not be read.
    pub(super) fn explain<E: serde::de::Error>(self, error: E, catalog: &str) -> E {
        let Some(path) = self.into_misfit() else { return error };
        // It may quote the server raw.
        let error = Clean(&alloc::string::ToString::to_string(&error), ERROR_BYTES).into_string();
        if path.is_empty() {
            E::custom(format_args!("{error} in a {catalog} reply"))
        } else {
            E::custom(format_args!("field {path} of a {catalog} reply: {error}"))
        }
    }
}

impl<'p, 'de> Place<'p, 'de> {
    /// The place that is reached from this one with a step.
    #[inline]
    pub(super) fn with<'s>(&'s self, step: Step<'s, 'de>) -> Place<'s, 'de>
    where
        'p: 's,
    {
        Place { parent: Some(self), step, blame: self.blame }
    }

    fn write(&self, path: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(path);
        }
        if path.len() > PATH_BYTES {
            if !path.ends_with('…') {
                path.push('…');
            }
            return;
        }
        if !matches!(self.step, Step::Index(_)) && !path.is_empty() {
            path.push('.');
        }
        // A string can always be written to.
        let _ = match &self.step {
            Step::Payload(name) => write!(path, "{name}"),
            Step::Index(index) => write!(path, "[{index}]"),
            Step::Key(key) => key.write(path),
        };
    }
}

impl Key<'_> {
    fn write(&self, path: &mut String) -> fmt::Result {
        match self.text {
            KeyText::Unknown => write!(path, "?"),
            KeyText::Integer(integer) => write!(path, "{integer}"),
            KeyText::Borrowed(key) => write!(path, "{}", Clean(key, KEY_BYTES)),
            KeyText::Copied(length, whole) => {
                let bytes = self.copy.as_ref().map_or(&[][..], |copy| &copy[..usize::from(length)]);
                let key = core::str::from_utf8(bytes).unwrap_or_default();
                write!(path, "{}{}", Clean(key, KEY_BYTES), if whole { "" } else { "…" })
            }
        }
    }
}

/// A text that may be a server's: what is invisible in it is escaped, and what is long is cut.
struct Clean<'a>(&'a str, usize);

impl Clean<'_> {
    fn into_string(self) -> String {
        alloc::format!("{self}")
    }
}

impl fmt::Display for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text, bytes) = *self;
        let end = text.floor_char_boundary_of(bytes);
        for char in text[..end].chars() {
            match char {
                '"' | '\'' | '\\' => f.write_char(char)?,
                _ => write!(f, "{}", char.escape_debug())?,
            }
        }
        if end < text.len() { f.write_char('…') } else { Ok(()) }
    }
}
