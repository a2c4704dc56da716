//! Codes and replies in serde's formats.

mod code;
pub(crate) mod raw;
mod reply;

pub use code::{deserialize_known, serialize_known};
pub use reply::Reply;
