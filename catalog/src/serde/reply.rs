//! The envelope that vendors put around every reply: what a reply is, and the order in which it is read.

use super::envelope::{Head, Said};
use super::key::{Field, Found, KeySeed};
use super::payload::{Missing, Payload};
use super::place::{Blame, Key, Place, Step};
use super::tape::Tape;
use super::tracked::Tracked;
use crate::catalog::Catalog;
use crate::code::Code;
use crate::failure::Failure;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A reply `{"errcode": …, "errmsg": …, …}`, whose other fields are the payload `T`: a struct or a map, an `Option` of
/// one, or `()` for none.
///
/// The code decides. With a success code, the payload has to fit `T`; with any other, unknown ones included, the payload
/// is passed over whatever it is, and [`into_result`](Self::into_result) is the [`Failure`]. The fields may come in any
/// order. `T` does not see the envelope's, so that it may `deny_unknown_fields`. `Option` is `None` where a success has
/// no field but the envelope's.
///
/// Reading it is an error, and never a success, where the code is missing, twice there, or no code, and where the payload
/// of a success does not fit; the error says which field. A text that is missing or no string is no error.
///
/// ```
/// use error_catalog::{Reply, vendor::WeCom};
///
/// #[derive(serde::Deserialize)]
/// struct Token {
///     access_token: String,
///     expires_in: u32,
/// }
///
/// let body = r#"{"errcode": 0, "errmsg": "ok", "access_token": "a", "expires_in": 7200}"#;
/// let token = serde_json::from_str::<Reply<WeCom, Token>>(body)?.into_result()?;
/// assert_eq!((token.access_token.as_str(), token.expires_in), ("a", 7200));
///
/// let body = r#"{"errcode": 40001, "errmsg": "invalid credential"}"#;
/// let failure = serde_json::from_str::<Reply<WeCom, Token>>(body)?.into_result().err().unwrap();
/// assert_eq!(failure.known(), Some(WeCom::InvalidSecret));
/// assert_eq!(failure.text(), Some("invalid credential"));
///
/// let body = r#"{"errcode": 0, "access_token": null, "expires_in": 7200}"#;
/// let error = serde_json::from_str::<Reply<WeCom, Token>>(body).err().unwrap();
/// assert!(error.to_string().starts_with("field access_token of a WeCom reply: invalid type: null"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A reply is read once. What comes behind the code goes straight where it is read, so that `T` sees the format's own
/// deserializer: it may borrow, and hold whatever the format can. What comes before the code is kept until the code is
/// known, as the format tells it. There it matters that JSON tells an integer beyond 64 bits as a float: a `u128` that
/// large is then an error, and so is a raw value.
///
/// The catalog says with the statement `envelope` what the fields are called, if they are called otherwise; where the
/// payload is the value of one field, and not all the others; and which field holds what the vendor calls the request.
///
/// ```
/// use error_catalog::{Reply, error_catalog};
///
/// error_catalog! {
///     /// What the gateway answers.
///     pub enum Gateway: i32 {
///         success 0;
///         envelope code "code", text "msg", payload "data", request "request_id";
///         0 => Ok "success",
///         99991663 => TokenInvalid "invalid access token",
///     }
/// }
///
/// let body = r#"{"code": 0, "msg": "success", "data": [1, 2]}"#;
/// let data: Vec<u8> = serde_json::from_str::<Reply<Gateway, _>>(body)?.into_result()?;
/// assert_eq!(data, [1, 2]);
///
/// let body = r#"{"code": 99991663, "msg": "Invalid access token", "request_id": "b1-5f"}"#;
/// let failure = serde_json::from_str::<Reply<Gateway, ()>>(body)?.into_result().unwrap_err();
/// assert_eq!(
///     failure.to_string(),
///     r#"99991663 invalid access token (server: "Invalid access token", request id: "b1-5f")"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It needs a self-describing format, such as JSON or CBOR, since the code has a say in what is read. Formats like
/// postcard and bincode do not say what they hold, and refuse with an error of their own.
#[derive(Debug)]
#[must_use]
pub struct Reply<C: Catalog, T> {
    result: Result<Success<C, T>, Failure<C>>,
}

#[derive(Debug)]
struct Success<C, T> {
    row: C,
    said: Said,
    payload: T,
}

impl<C: Catalog, T> Reply<C, T> {
    /// The payload of a success.
    ///
    /// # Errors
    ///
    /// The failure, with the server's text, where the code is no success.
    pub fn into_result(self) -> Result<T, Failure<C>> {
        self.result.map(|success| success.payload)
    }

    /// The code. It tells one success from another where the vendor has several.
    ///
    /// ```
    /// use error_catalog::{Reply, vendor::Youdu};
    ///
    /// let reply: Reply<Youdu, ()> = serde_json::from_str(r#"{"errcode": 2, "errmsg": "false"}"#)?;
    /// assert_eq!(reply.code(), Youdu::False);
    /// assert!(reply.into_result().is_ok());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> Code<C> {
        match &self.result {
            Ok(success) => success.row.into(),
            Err(failure) => failure.code(),
        }
    }

    /// The server's text, `errmsg`, as it came; `None` where it is missing or no string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.result {
            Ok(success) => success.said.text.as_deref(),
            Err(failure) => failure.text(),
        }
    }

    /// What the vendor's support asks for, as it came, where the catalog says with `envelope` which field holds it, and
    /// the field is a string or an integer.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match &self.result {
            Ok(success) => success.said.request.as_deref(),
            Err(failure) => failure.request_id(),
        }
    }
}

impl<'de, C: Catalog, T: Deserialize<'de>> Deserialize<'de> for Reply<C, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let is_human_readable = deserializer.is_human_readable();
        // A format that is not self-describing cannot say what is there, and says so itself.
        deserializer.deserialize_any(ReplyVisitor { is_human_readable, reply: PhantomData })
    }
}

struct ReplyVisitor<C, T> {
    is_human_readable: bool,
    reply: PhantomData<(C, T)>,
}

impl<'de, C: Catalog, T: Deserialize<'de>> Visitor<'de> for ReplyVisitor<C, T> {
    type Value = Reply<C, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} reply, an object with `{}`", C::NAME, C::ENVELOPE.code)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Reply<C, T>, A::Error> {
        let mut head = Head::new();
        let result = match C::ENVELOPE.payload {
            None => self.among_the_envelope(&mut head, map)?,
            Some(name) => inside_the_envelope(name, &mut head, map)?,
        };
        let said = head.said();
        let result = match result {
            Ok((row, payload)) => Ok(Success { row, said, payload }),
            Err(failure) => Err(said.of(failure)),
        };
        Ok(Reply { result })
    }
}

/// The row and the payload of a success.
type Outcome<C, T> = Result<(C, T), Failure<C>>;

impl<C: Catalog, T> ReplyVisitor<C, T> {
    /// The fields of the payload stand among those of the envelope. Those that come before the code wait for it; the
    /// others go where they are read.
    fn among_the_envelope<'de, A: MapAccess<'de>>(
        self,
        head: &mut Head<C>,
        mut map: A,
    ) -> Result<Outcome<C, T>, A::Error>
    where
        T: Deserialize<'de>,
    {
        let mut waiting = Tape::default();
        let code = loop {
            if let Some(code) = head.code {
                break code;
            }
            match map.next_key_seed(KeySeed::new::<C>(&mut waiting, &mut Key::default()))? {
                Some(Found::Envelope(field, _)) => head.read(field, &mut map)?,
                Some(Found::Other(())) => map.next_value_seed(&mut waiting)?,
                None => return Err(Error::missing_field(C::ENVELOPE.code)),
            }
        };
        let row = match code.check() {
            Ok(row) => row,
            Err(failure) => {
                let blame = Blame::default();
                let nothing = Tape::default();
                Payload::new(map, head, &nothing, &blame, self.is_human_readable).finish()?;
                return Ok(Err(failure));
            }
        };
        let blame = Blame::default();
        let mut rest = Payload::new(map, head, &waiting, &blame, self.is_human_readable);
        let payload = T::deserialize(&mut rest);
        if payload.is_err() {
            blame.payload(None);
        }
        match payload.and_then(|payload| rest.finish().map(|()| payload)) {
            Ok(payload) => Ok(Ok((row, payload))),
            Err(error) => Err(blame.explain(error, C::NAME)),
        }
    }
}

/// The payload is the value of one field. If it comes before the code, it waits.
fn inside_the_envelope<'de, A: MapAccess<'de>, C: Catalog, T: Deserialize<'de>>(
    name: &'static str,
    head: &mut Head<C>,
    mut map: A,
) -> Result<Outcome<C, T>, A::Error> {
    let mut waiting = Tape::default();
    let mut payload = None;
    let mut came = false;
    let blame = Blame::default();
    let place = Place { parent: None, step: Step::Payload(name), blame: &blame };
    let seed = || Tracked { inner: PhantomData::<T>, place: &place };
    while let Some(found) =
        map.next_key_seed(KeySeed::new::<C>(PhantomData::<IgnoredAny>, &mut Key::default()))?
    {
        match found {
            Found::Envelope(Field::Payload, _) if !came => {
                came = true;
                match head.code {
                    None => map.next_value_seed(&mut waiting)?,
                    Some(code) if code.is_success() => match map.next_value_seed(seed()) {
                        Ok(value) => payload = Some(value),
                        Err(error) => {
                            blame.format(Some(&place));
                            return Err(blame.explain(error, C::NAME));
                        }
                    },
                    Some(_) => drop(map.next_value::<IgnoredAny>()?),
                }
            }
            Found::Envelope(field, _) => head.read(field, &mut map)?,
            Found::Other(IgnoredAny) => drop(map.next_value::<IgnoredAny>()?),
        }
    }
    let code = head.code.ok_or_else(|| Error::missing_field(C::ENVELOPE.code))?;
    let row = match code.check() {
        Ok(row) => row,
        Err(failure) => return Ok(Err(failure)),
    };
    let payload = match payload {
        Some(payload) => Ok(payload),
        None if came => seed().deserialize(waiting.replay().value()),
        None => T::deserialize(Missing { name, error: PhantomData }).inspect_err(|_| blame.payload(None)),
    };
    match payload {
        Ok(payload) => Ok(Ok((row, payload))),
        Err(error) => Err(blame.explain(error, C::NAME)),
    }
}
