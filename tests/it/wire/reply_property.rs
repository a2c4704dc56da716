//! A property of `Reply` for any body, which a test calls with the inputs in `fuzz/corpus/` and a fuzzer with its own.
//!
//! `Reply` is compared with structs written by hand for one vendor and one payload: the envelope as one struct and, if the
//! code is a success, the payload as another.

use error_catalog::vendor::WeCom;
use error_catalog::{Code, Reply};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

/// The payload, for `Reply` and for the structs.
#[derive(Deserialize, PartialEq, Debug)]
struct Payload {
    access_token: String,
    expires_in: u32,
    #[serde(default)]
    scopes: Vec<String>,
}

/// The parts of a reply that are compared.
#[derive(PartialEq, Debug)]
struct ReplyParts {
    code: Code<WeCom>,
    text: Option<String>,
    payload: Option<Payload>,
}

/// Checks that `Reply` reads any bytes as the structs do. It may reject more only if a value before the code is malformed:
/// the structs skip it, but `Reply` buffers it, because it may belong to the payload.
pub(crate) fn check_against_structs(body: &[u8]) {
    let by_hand = by_hand(body);
    let reply = serde_json::from_slice::<Reply<WeCom, Payload>>(body).map(|reply| {
        let (code, text) = (reply.code().unwrap(), reply.text().map(str::to_owned));
        ReplyParts { code, text, payload: reply.into_result().ok() }
    });
    match reply {
        Ok(reply) => assert_eq!(Some(reply), by_hand),
        Err(error) => {
            let every_value_is_readable = serde_json::from_slice::<Value>(body).is_ok();
            assert!(by_hand.is_none() || !every_value_is_readable, "{error}, but by hand it is {by_hand:?}");
        }
    }
}

fn by_hand(body: &[u8]) -> Option<ReplyParts> {
    #[derive(Deserialize)]
    struct Envelope {
        errcode: Code<WeCom>,
        errmsg: Option<IgnoredAny>,
    }

    #[derive(Deserialize)]
    struct Text {
        errmsg: String,
    }

    // serde deserializes a derived struct from an array too, which a `Reply` rejects.
    if !body.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let envelope: Envelope = serde_json::from_slice(body).ok()?;
    let text = envelope.errmsg.and_then(|_| serde_json::from_slice(body).ok()).map(|text: Text| text.errmsg);
    let payload = match envelope.errcode.check() {
        Ok(_) => Some(serde_json::from_slice(body).ok()?),
        Err(_) => None,
    };
    Some(ReplyParts { code: envelope.errcode, text, payload })
}
