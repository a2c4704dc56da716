//! `Reply`, against what a careful person would write by hand for one vendor and one payload.

use error_catalog::vendor::WeCom;
use error_catalog::{Code, Reply};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// The payload of both.
#[derive(Deserialize, PartialEq, Debug)]
struct Payload {
    access_token: String,
    expires_in: u32,
    #[serde(default)]
    scopes: Vec<String>,
}

/// What a reply says, to be compared.
#[derive(PartialEq, Debug)]
struct Said {
    code: Code<WeCom>,
    text: Option<String>,
    payload: Option<Payload>,
}

/// `Reply` reads from any bytes what is read from them by hand, and refuses what is refused by hand.
pub fn is_what_one_writes_by_hand(body: &[u8]) {
    let by_hand = serde_json::from_slice(body).ok().and_then(by_hand);
    let reply = serde_json::from_slice::<Reply<WeCom, Payload>>(body).map(|reply| {
        let (code, text) = (reply.code(), reply.text().map(str::to_owned));
        Said { code, text, payload: reply.into_result().ok() }
    });
    match reply {
        Ok(reply) => assert_eq!(Some(reply), by_hand),
        Err(error) => assert_eq!(None, by_hand, "{error}"),
    }
}

/// What the envelope says, if it says it once, and the payload where it counts.
fn by_hand(Fields(fields): Fields) -> Option<Said> {
    let mut envelope = serde_json::Map::new();
    let mut fields_of_payload = serde_json::Map::new();
    let mut is_twice = false;
    for (name, value) in fields {
        match name.as_str() {
            "errcode" | "errmsg" if envelope.contains_key(&name) => return None,
            "errcode" | "errmsg" => drop(envelope.insert(name, value)),
            "access_token" | "expires_in" | "scopes" => {
                is_twice |= fields_of_payload.insert(name, value).is_some();
            }
            _ => {}
        }
    }
    let code = Code::<WeCom>::deserialize(envelope.get("errcode")?).ok()?;
    let text = envelope.get("errmsg").and_then(Value::as_str).map(str::to_owned);
    let payload = match code.check() {
        Ok(_) if is_twice => return None,
        Ok(_) => Some(serde_json::from_value(Value::Object(fields_of_payload)).ok()?),
        Err(_) => None,
    };
    Some(Said { code, text, payload })
}

/// The fields of an object as they come, those that come twice included.
struct Fields(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;

        impl<'de> Visitor<'de> for Each {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(Each)
    }
}
