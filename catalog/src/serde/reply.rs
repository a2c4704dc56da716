//! A vendor's whole reply, with the envelope around the payload.

use super::buffered_value::{BufferedValue, ValueSeed};
use super::envelope::{EnvelopeState, Part};
use super::error_path::{ErrorOrigin, Path, Segment};
use super::format::Scalars;
use super::payload::{NoPayload, Payload};
use super::tracked::Tracked;
use super::value_deserializer::Format;
use crate::catalog::Catalog;
use crate::code::Code;
use crate::display;
use crate::envelope::{Step, Success};
use crate::failure::Failure;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Debug};
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

#[doc = include_str!("reply.md")]
#[must_use]
pub struct Reply<C: Catalog, T, D = ()> {
    code: Option<Code<C>>,
    result: Result<Received<T>, (Failure<C>, Option<D>)>,
}

/// The parts of a success.
struct Received<T> {
    text: Option<Box<str>>,
    request_id: Option<Box<str>>,
    payload: T,
}

impl<C: Catalog, T, D> Reply<C, T, D> {
    /// Returns the payload of a success.
    ///
    /// # Errors
    ///
    /// Returns the [`Failure`], with the server's text and the request id, if the reply is not a success.
    pub fn into_result(self) -> Result<T, Failure<C>> {
        self.into_result_with_details().map_err(|(failure, _)| failure)
    }

    /// Returns the payload of a success.
    ///
    /// # Errors
    ///
    /// Returns the [`Failure`] if the reply is not a success, with the fields next to its code as a `D`, or `None` if these do
    /// not fit.
    ///
    /// ```
    /// use error_catalog::{Code, Reply, error_catalog};
    ///
    /// error_catalog! {
    ///     /// DingTalk, in part.
    ///     pub enum DingTalk: i32 {
    ///         success 0;
    ///         0 => Ok "ok",
    ///         88 => Unauthorized "not authorized; see sub_code",
    ///     }
    /// }
    /// error_catalog! {
    ///     /// The codes that explain 88, in part.
    ///     pub enum Sub: &'static str {
    ///         "60011" => NoPermission "no permission",
    ///     }
    /// }
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Details {
    ///     sub_code: Code<Sub>,
    ///     sub_msg: String,
    /// }
    ///
    /// let body = r#"{"errcode": 88, "errmsg": "no", "sub_code": "60011", "sub_msg": "ask your admin"}"#;
    /// let reply: Reply<DingTalk, (), Details> = serde_json::from_str(body)?;
    /// let (failure, details) = reply.into_result_with_details().unwrap_err();
    /// assert_eq!(failure.known(), Some(DingTalk::Unauthorized));
    /// let details = details.expect("a sub_code and a sub_msg");
    /// assert_eq!(details.sub_code, Sub::NoPermission);
    /// assert_eq!(details.sub_msg, "ask your admin");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn into_result_with_details(self) -> Result<T, (Failure<C>, Option<D>)> {
        self.result.map(|received| received.payload)
    }

    /// Returns the code, or `None` for a success without one. A vendor may have several success codes.
    ///
    /// ```
    /// use error_catalog::{Reply, vendor::Youdu};
    ///
    /// let reply: Reply<Youdu, ()> = serde_json::from_str(r#"{"errcode": 2, "errmsg": "false"}"#)?;
    /// assert_eq!(reply.code().and_then(|code| code.known()), Some(Youdu::False));
    /// assert!(reply.into_result().is_ok());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<Code<C>> {
        self.code
    }

    /// Returns the server's text, `errmsg`, unchanged, or `None` if it is missing or not a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.result {
            Ok(received) => received.text.as_deref(),
            Err((failure, _)) => failure.text(),
        }
    }

    /// Returns the vendor's id of the request unchanged; the vendor's support asks for it. Returns `None` if the statement
    /// `envelope` does not declare its key, or if the value is neither a string nor an integer.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match &self.result {
            Ok(received) => received.request_id.as_deref(),
            Err((failure, _)) => failure.request_id(),
        }
    }

    /// Returns the fields next to the code of a failure, or `None` for a success or if they do not fit `D`.
    #[must_use]
    pub fn details(&self) -> Option<&D> {
        self.result.as_ref().err()?.1.as_ref()
    }
}

/// The server's text is escaped and cut, as [`Failure`] prints it.
impl<C: Catalog, T: Debug, D: Debug> Debug for Reply<C, T, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut reply = f.debug_struct("Reply");
        match &self.result {
            Ok(received) => reply
                .field("code", &self.code)
                .field("text", &received.text.as_deref().map(QuotedText))
                .field("request_id", &received.request_id.as_deref().map(QuotedText))
                .field("payload", &received.payload),
            Err((failure, details)) => reply.field("failure", failure).field("details", details),
        };
        reply.finish()
    }
}

struct QuotedText<'a>(&'a str);

impl Debug for QuotedText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::quote(self.0, f)
    }
}

impl<'de, C: Catalog, T: Deserialize<'de>, D: Deserialize<'de>> Deserialize<'de> for Reply<C, T, D> {
    fn deserialize<R: Deserializer<'de>>(deserializer: R) -> Result<Self, R::Error> {
        const {
            assert!(
                !matches!(C::ENVELOPE.success, Success::None),
                "this catalog declares no success, so that each reply would be an error: declare the code of a \
                 success, as in `success 0;`, or `success absent;` if a success has no code"
            );
        }
        let is_human_readable = deserializer.is_human_readable();
        // A binary format that does not describe itself, such as postcard, returns its own error.
        let scalars = if is_human_readable { Scalars::of::<R>() } else { Scalars::Typed };
        let visitor = ReplyVisitor { format: Format { scalars, is_human_readable }, reply: PhantomData };
        scalars.read_reply(deserializer, visitor)
    }
}

struct ReplyVisitor<C, T, D> {
    format: Format,
    reply: PhantomData<(C, T, D)>,
}

impl<'de, C: Catalog, T: Deserialize<'de>, D: Deserialize<'de>> Visitor<'de> for ReplyVisitor<C, T, D> {
    type Value = Reply<C, T, D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} reply, an object with `{}`", C::NAME, C::ENVELOPE.code_path())
    }

    /// Returns a bounded error, because the default one would quote the whole text.
    fn visit_str<E: Error>(self, text: &str) -> Result<Reply<C, T, D>, E> {
        Err(E::invalid_type(BufferedValue::Text(text.into()).unexpected(), &self))
    }

    /// Buffers the fields before the code. After it, deserializes the payload directly.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Reply<C, T, D>, A::Error> {
        let is_flat = const { C::ENVELOPE.is_flat() };
        let scalars = self.format.scalars;
        let mut state = EnvelopeState::<C>::new();
        let mut fields = Vec::new();
        let mut payload = None;
        loop {
            let is_success = match &state.code {
                Some(Ok(code)) => Some(code.is_success()),
                Some(Err(_)) => Some(false),
                None => None,
            };
            if is_success == Some(true) && C::ENVELOPE.payload.is_empty() {
                return self.whole_reply(state, fields, Some(map));
            }
            let Some(key) = map.next_key_seed(ValueSeed::key())? else { break };
            let part = key.as_text().filter(|_| is_flat).and_then(|key| C::ENVELOPE.part_of(key));
            match (part, is_success) {
                (Some((Part::Payload, alternative)), Some(true)) => {
                    state.mark_seen(Part::Payload, alternative)?;
                    let origin = ErrorOrigin::default();
                    let path =
                        Path { parent: None, segment: Segment::Payload(payload_key::<C>()), origin: &origin };
                    let value =
                        path.record_format(map.next_value_seed(Tracked::value(PhantomData::<T>, &path)));
                    payload = Some(value.map_err(|error| origin.explain(error, C::NAME))?);
                }
                (Some((part, alternative)), _) if part != Part::Payload => {
                    state.read(part, alternative, scalars, &mut map)?;
                }
                (part, _) => {
                    if let Some((part, alternative)) = part {
                        state.mark_seen(part, alternative)?;
                    }
                    // A type without a size, such as `()`, has no fields.
                    if is_success == Some(false) && size_of::<D>() == 0 {
                        map.next_value::<IgnoredAny>()?;
                    } else {
                        let value = map.next_value_seed(ValueSeed::any(scalars).seed_for_key(&key))?;
                        fields.push((key, value));
                    }
                }
            }
        }
        self.conclude::<A>(state, fields, payload)
    }
}

/// Returns the key of the payload, as an error prints it.
fn payload_key<C: Catalog>() -> &'static str {
    match C::ENVELOPE.payload.first() {
        Some([.., Step::Key(key)]) => key,
        _ => "",
    }
}

impl<'de, C: Catalog, T: Deserialize<'de>, D: Deserialize<'de>> ReplyVisitor<C, T, D> {
    /// Deserializes a payload whose fields are next to the envelope's.
    fn whole_reply<A: MapAccess<'de>>(
        self,
        mut state: EnvelopeState<C>,
        fields: Vec<(BufferedValue<'de>, BufferedValue<'de>)>,
        map: Option<A>,
    ) -> Result<Reply<C, T, D>, A::Error> {
        let origin = ErrorOrigin::default();
        let mut rest = Payload::new(fields, map, &mut state, &origin, self.format);
        let payload = T::deserialize(&mut rest);
        if payload.is_err() {
            origin.note_misfit(None);
        }
        match payload.and_then(|payload| rest.finish().map(|()| payload)) {
            Ok(payload) => Ok(success(state, payload)),
            Err(error) => Err(origin.explain(error, C::NAME)),
        }
    }

    /// Returns the result of a reply that has been read to its end.
    fn conclude<A: MapAccess<'de>>(
        self,
        mut state: EnvelopeState<C>,
        fields: Vec<(BufferedValue<'de>, BufferedValue<'de>)>,
        payload: Option<T>,
    ) -> Result<Reply<C, T, D>, A::Error> {
        let mut reply = BufferedValue::Map(fields);
        let may_lack_code = C::ENVELOPE.success == Success::CodeOrAbsence
            && C::ENVELOPE.code.iter().all(|path| path.len() == 1 || reply.lacks_container(path));
        if const { !C::ENVELOPE.is_flat() } {
            state.take::<A::Error>(&mut reply)?;
        }
        match state.code.take() {
            Some(Ok(code)) => {
                if let Err(failure) = code.check() {
                    return Ok(self.failure::<A::Error>(state, failure, reply));
                }
                state.code = Some(Ok(code));
            }
            Some(Err(description)) => return Err(state.invalid_code(description)),
            None if may_lack_code => {}
            None => {
                return Err(A::Error::custom(format_args!("missing field `{}`", C::ENVELOPE.code_path())));
            }
        }
        if let Some(payload) = payload {
            return Ok(success(state, payload));
        }
        if C::ENVELOPE.payload.is_empty() {
            reply.remove_taken();
            let fields = if let BufferedValue::Map(fields) = reply { fields } else { Vec::new() };
            return self.whole_reply::<A>(state, fields, None);
        }
        let mut value = None;
        for path in C::ENVELOPE.payload {
            // With any key in the path, several values may match. The payload is the one that contained the code.
            let visited = reply.visit(path, &mut |found| {
                if value.is_none() || found.had_part() {
                    value = Some(core::mem::take(found));
                }
            });
            visited.map_err(A::Error::duplicate_field)?;
        }
        let origin = ErrorOrigin::default();
        let path = Path { parent: None, segment: Segment::Payload(payload_key::<C>()), origin: &origin };
        let payload = if let Some(mut value) = value {
            value.remove_taken();
            Tracked::value(PhantomData::<T>, &path).deserialize(self.format.value(value))
        } else {
            let payload = T::deserialize(NoPayload { name: payload_key::<C>(), error: PhantomData });
            if payload.is_err() {
                origin.note_misfit(None);
            }
            payload
        };
        payload.map(|payload| success(state, payload)).map_err(|error| origin.explain(error, C::NAME))
    }

    /// Returns a failure with the fields next to its code.
    fn failure<E: Error>(
        self,
        state: EnvelopeState<C>,
        failure: Failure<C>,
        mut reply: BufferedValue<'de>,
    ) -> Reply<C, T, D> {
        let mut details = None;
        for (_, container) in C::ENVELOPE.code.iter().filter_map(|path| path.split_last()) {
            // Duplicate keys have been reported.
            let _ = reply.visit(container, &mut |value| {
                if details.is_none() && (container.is_empty() || value.had_part()) {
                    details = Some(core::mem::take(value));
                }
            });
        }
        let mut details = details.unwrap_or_default();
        details.remove_taken();
        let details =
            if let BufferedValue::Taken = details { BufferedValue::Map(Vec::new()) } else { details };
        let details = D::deserialize(self.format.value::<E>(details)).ok();
        Reply { code: Some(failure.code()), result: Err((state.add_to(failure), details)) }
    }
}

fn success<C: Catalog, T, D>(state: EnvelopeState<C>, payload: T) -> Reply<C, T, D> {
    let EnvelopeState { code, text, request_id, .. } = state;
    Reply { code: code.and_then(Result::ok), result: Ok(Received { text, request_id, payload }) }
}
