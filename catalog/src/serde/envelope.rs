//! The envelope of a reply: the paths of its parts, and the parts that have been read.

use super::buffered_value::{BufferedValue, ValueSeed};
use super::code::parse_code;
use super::format::Scalars;
use super::raw::ReadRaw;
use crate::catalog::Catalog;
use crate::code::Code;
use crate::display;
use crate::envelope::{Envelope, KeyPath, Step};
use crate::failure::Failure;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::Write;
use serde::de::{Error, MapAccess};

/// A part of the envelope.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Part {
    Code,
    Text,
    Request,
    Payload,
}

impl Part {
    pub(super) const ALL: [Self; 4] = [Self::Code, Self::Text, Self::Request, Self::Payload];
}

impl Envelope {
    pub(super) const fn paths(&self, part: Part) -> &'static [KeyPath] {
        match part {
            Part::Code => self.code,
            Part::Text => self.text,
            Part::Request => self.request,
            Part::Payload => self.payload,
        }
    }

    /// Returns whether each part is the value of a key of the whole reply.
    pub(super) const fn is_flat(&self) -> bool {
        let mut part = 0;
        while part < Part::ALL.len() {
            let paths = self.paths(Part::ALL[part]);
            let mut index = 0;
            while index < paths.len() {
                if !matches!(paths[index], [Step::Key(_)]) {
                    return false;
                }
                index += 1;
            }
            part += 1;
        }
        true
    }

    /// Returns the part at a key of a flat envelope, and the number of the alternative.
    #[inline]
    pub(super) fn part_of(&self, key: &str) -> Option<(Part, usize)> {
        Part::ALL.into_iter().find_map(|part| {
            let is_key = |path: &KeyPath| matches!(path, [Step::Key(name)] if *name == key);
            self.paths(part).iter().position(is_key).map(|index| (part, index))
        })
    }

    /// Returns the path of the code, as an error prints it.
    pub(super) fn code_path(&self) -> String {
        let mut text = String::new();
        for (index, step) in self.code.first().copied().unwrap_or_default().iter().enumerate() {
            // Writing to a `String` does not fail.
            let _ = match step {
                Step::Key(key) if index == 0 => write!(text, "{key}"),
                Step::Key(key) => write!(text, ".{key}"),
                Step::Index(index) => write!(text, "[{index}]"),
                Step::AnyKey => write!(text, "*"),
            };
        }
        text
    }
}

/// The parts of an envelope, as far as they have been read.
pub(super) struct EnvelopeState<C: Catalog> {
    /// The code, or the description of a value that is not a code.
    pub(super) code: Option<Result<Code<C>, String>>,
    pub(super) text: Option<Box<str>>,
    pub(super) request_id: Option<Box<str>>,
    /// For each part, one bit per alternative that was read.
    seen: [u32; Part::ALL.len()],
}

impl<C: Catalog> EnvelopeState<C> {
    pub(super) fn new() -> Self {
        Self { code: None, text: None, request_id: None, seen: [0; Part::ALL.len()] }
    }

    /// Records that an alternative of a part was read. A second time is an error.
    pub(super) fn mark_seen<E: Error>(&mut self, part: Part, alternative: usize) -> Result<(), E> {
        let bit = 1_u32.wrapping_shl(alternative as u32);
        let seen = &mut self.seen[part as usize];
        if *seen & bit != 0 {
            let path = C::ENVELOPE.paths(part).get(alternative);
            let Some([Step::Key(key)]) = path else { return Err(E::custom("duplicate field")) };
            return Err(E::duplicate_field(key));
        }
        *seen |= bit;
        Ok(())
    }

    /// Reads the value of a part.
    pub(super) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        part: Part,
        alternative: usize,
        scalars: Scalars,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.mark_seen(part, alternative)?;
        let is_text = part != Part::Code || C::Raw::IS_TEXT;
        let value = map.next_value_seed(ValueSeed::scalar(scalars, is_text))?;
        self.set(part, &value)
    }

    /// Stores the value of a part. If there are several texts, keeps the first.
    pub(super) fn set<E: Error>(&mut self, part: Part, value: &BufferedValue<'_>) -> Result<(), E> {
        match part {
            Part::Code => {
                let code = parse_code(value);
                if self.code.as_ref().is_some_and(|earlier| *earlier != code) {
                    return Err(E::custom(format_args!("two codes that differ in a {} reply", C::NAME)));
                }
                self.code = Some(code);
            }
            Part::Text => self.text = self.text.take().or_else(|| value.to_message(false)),
            Part::Request => self.request_id = self.request_id.take().or_else(|| value.to_message(true)),
            Part::Payload => {}
        }
        Ok(())
    }

    /// Takes the code, the text and the request id out of a buffered reply.
    pub(super) fn take<E: Error>(&mut self, reply: &mut BufferedValue<'_>) -> Result<(), E> {
        for part in [Part::Code, Part::Text, Part::Request] {
            for path in C::ENVELOPE.paths(part) {
                let mut result = Ok(());
                let visited = reply.visit(path, &mut |value| {
                    if result.is_ok() {
                        result = self.set(part, &core::mem::take(value));
                    }
                });
                visited.map_err(E::duplicate_field)?;
                result?;
            }
        }
        Ok(())
    }

    /// Adds the server's text and the request id to a failure.
    pub(super) fn add_to(self, failure: Failure<C>) -> Failure<C> {
        let failure = match self.text {
            Some(text) => failure.with_text(text),
            None => failure,
        };
        match self.request_id {
            Some(request_id) => failure.with_request_id(request_id),
            None => failure,
        }
    }

    /// Returns the error of a reply whose code is not valid, with the server's text and the request id.
    pub(super) fn invalid_code<E: Error>(&self, mut description: String) -> E {
        let mut separator = " (";
        for (name, text) in [("server", &self.text), ("request id", &self.request_id)] {
            if let Some(text) = text {
                // Writing to a `String` does not fail.
                let _ = write!(description, "{separator}{name}: ");
                let _ = display::quote(text, &mut description);
                separator = ", ";
            }
        }
        if separator == ", " {
            description.push(')');
        }
        E::custom(description)
    }
}

impl BufferedValue<'_> {
    /// Calls `visit` with each value at the path. A duplicate key is an error.
    pub(super) fn visit(
        &mut self,
        path: &[Step],
        visit: &mut dyn FnMut(&mut Self),
    ) -> Result<(), &'static str> {
        let [step, rest @ ..] = path else {
            visit(self);
            return Ok(());
        };
        match (self, step) {
            (Self::Tagged(tagged), _) => tagged.1.visit(path, visit),
            (Self::Map(entries), Step::AnyKey) => {
                entries.iter_mut().try_for_each(|(_, value)| value.visit(rest, visit))
            }
            (Self::Map(entries), Step::Key(name)) => {
                let mut entries = entries.iter_mut().filter(|(key, _)| key.as_text() == Some(name));
                match (entries.next(), entries.next()) {
                    (None, _) => Ok(()),
                    (Some(_), Some(_)) => Err(name),
                    // A null in place of the object around a part belongs to the envelope, so it is removed too.
                    (Some((_, value @ Self::Null)), None) if !rest.is_empty() => {
                        *value = Self::Taken;
                        Ok(())
                    }
                    (Some((_, value)), None) => value.visit(rest, visit),
                }
            }
            (Self::Seq(items), Step::Index(index)) => {
                items.get_mut(*index).map_or(Ok(()), |item| item.visit(rest, visit))
            }
            _ => Ok(()),
        }
    }

    /// Returns whether an object or a list on the path is absent, null or empty. If all of them have content but there is no
    /// code, the reply is not a success.
    pub(super) fn lacks_container(&self, path: &[Step]) -> bool {
        let [step, rest @ ..] = path else { return false };
        match (self, step) {
            (Self::Null | Self::Taken, _) => true,
            (Self::Map(entries), _) if entries.is_empty() => true,
            (Self::Seq(items), _) if items.is_empty() => true,
            (Self::Map(entries), Step::Key(name)) if !rest.is_empty() => entries
                .iter()
                .find(|(key, _)| key.as_text() == Some(name))
                .is_none_or(|(_, value)| value.lacks_container(rest)),
            (Self::Map(entries), Step::AnyKey) => {
                rest.len() == 1 || entries.iter().all(|(_, value)| value.lacks_container(rest))
            }
            (Self::Seq(items), Step::Index(index)) if !rest.is_empty() => {
                items.get(*index).is_none_or(|item| item.lacks_container(rest))
            }
            _ => false,
        }
    }

    /// Returns whether a part was taken out of this container.
    pub(super) fn had_part(&self) -> bool {
        match self {
            Self::Map(entries) => entries.iter().any(|(_, value)| matches!(value, Self::Taken)),
            Self::Seq(items) => items.iter().any(|item| matches!(item, Self::Taken)),
            _ => false,
        }
    }

    /// Removes the entries of parts that were taken out, and containers that held nothing else.
    pub(super) fn remove_taken(&mut self) {
        let (is_empty, had_part) = match self {
            Self::Map(entries) => {
                let length_before = entries.len();
                for (_, value) in entries.iter_mut() {
                    value.remove_taken();
                }
                entries.retain(|(_, value)| !matches!(value, Self::Taken));
                (entries.is_empty(), entries.len() < length_before)
            }
            Self::Seq(items) => {
                let length_before = items.len();
                items.iter_mut().for_each(Self::remove_taken);
                items.retain(|item| !matches!(item, Self::Taken));
                (items.is_empty(), items.len() < length_before)
            }
            _ => return,
        };
        if is_empty && had_part {
            *self = Self::Taken;
        }
    }
}
