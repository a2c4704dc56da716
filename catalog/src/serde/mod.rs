//! Codes and replies in serde's formats.

mod code;
mod envelope;
mod key;
mod payload;
mod place;
pub(crate) mod raw;
mod replay;
mod reply;
mod spelled_key;
mod spelling;
mod tape;
mod tracked;

pub use code::{deserialize_known, serialize_known};
pub use reply::Reply;
