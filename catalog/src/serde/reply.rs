//! The envelope that vendors put around every reply: code and text first, the payload in between.

use crate::catalog::Catalog;
use crate::code::Code;
use crate::failure::Failure;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use core::marker::PhantomData;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A reply `{"errcode": …, "errmsg": …, …}`, whose other fields are the payload `T`: a struct or a map, or `()`
/// where the reply has none.
///
/// The code decides. With a success code, the payload has to fit `T`; with any other, unknown ones included, the
/// payload may be there or not, and [`into_result`](Self::into_result) is the [`Failure`]. The fields may come in
/// any order. `T` has no fields `errcode` and `errmsg`, which are the envelope's, and is no `Option`: a failure needs
/// no payload.
///
/// Reading it is an error, and never a success, where the `errcode` is missing or no code, and where the payload
/// of a success does not fit; the error says which field. An `errmsg` that is missing or no string is no error.
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
/// It needs a self-describing format, such as JSON or CBOR, since the code has a say in what is read. Formats
/// like postcard and bincode do not say what they hold, and refuse with an error of their own.
///
/// An envelope whose fields have other names is a struct of your own, with a [`Code`] in it:
///
/// ```
/// use error_catalog::{Code, Failure, vendor::WeCom};
///
/// #[derive(serde::Deserialize)]
/// struct Envelope {
///     ret: Code<WeCom>,
///     msg: String,
///     data: Option<u32>,
/// }
///
/// fn data(body: &str) -> Result<Option<u32>, Box<dyn std::error::Error>> {
///     let envelope: Envelope = serde_json::from_str(body)?;
///     envelope.ret.check().map_err(|failure| failure.with_text(envelope.msg))?;
///     Ok(envelope.data)
/// }
///
/// assert_eq!(data(r#"{"ret": 0, "msg": "ok", "data": 7}"#)?, Some(7));
/// assert!(data(r#"{"ret": -1, "msg": "busy"}"#).unwrap_err().is::<Failure<WeCom>>());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[must_use]
pub struct Reply<C: Catalog, T> {
    result: Result<Success<C, T>, Failure<C>>,
}

#[derive(Debug)]
struct Success<C, T> {
    row: C,
    text: Option<Box<str>>,
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
            Ok(success) => success.text.as_deref(),
            Err(failure) => failure.text(),
        }
    }
}

impl<'de, C: Catalog, T: Deserialize<'de>> Deserialize<'de> for Reply<C, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let envelope = deserializer.deserialize_any(EnvelopeVisitor::<C, T>(PhantomData))?;
        let text = match envelope.errmsg {
            Some(Text::String(text)) => Some(text.into_boxed_str()),
            Some(Text::Other(IgnoredAny)) | None => None,
        };
        let result = match envelope.errcode.check() {
            Ok(row) => {
                let payload = envelope.payload.0.map_err(|misfit| Error::custom(misfit.message(C::NAME)))?;
                Ok(Success { row, text, payload })
            }
            Err(failure) => Err(match text {
                Some(text) => failure.with_text(text),
                None => failure,
            }),
        };
        Ok(Self { result })
    }
}

/// A format that is not self-describing cannot say what is there, and says so itself.
struct EnvelopeVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: Catalog, T: Deserialize<'de>> Visitor<'de> for EnvelopeVisitor<C, T> {
    type Value = Envelope<C, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} reply, an object with `errcode`", C::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Envelope<C, T>, A::Error> {
        Envelope::deserialize(MapAccessDeserializer::new(map))
    }
}

/// The reply as it is. `flatten` has serde hold the other fields until all are read, for the code may come last.
#[derive(Deserialize)]
#[serde(bound = "T: Deserialize<'de>")]
struct Envelope<C: Catalog, T> {
    errcode: Code<C>,
    errmsg: Option<Text>,
    #[serde(flatten)]
    payload: Attempt<T>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    String(String),
    Other(IgnoredAny),
}

/// A payload that may not fit: whether that matters is known once the code is.
struct Attempt<T>(Result<T, Misfit>);

struct Misfit {
    path: Option<String>,
    error: String,
}

impl Misfit {
    fn message(&self, catalog: &str) -> String {
        match &self.path {
            Some(path) => format!("field {path} of a {catalog} reply: {}", self.error),
            None => format!("{} in a {catalog} reply", self.error),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Attempt<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(serde_path_to_error::deserialize(deserializer).map_err(|error| {
            let path = error.path().iter().next().is_some().then(|| error.path().to_string());
            Misfit { path, error: error.into_inner().to_string() }
        })))
    }
}
