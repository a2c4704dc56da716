//! Codes and replies in serde's formats.

mod buffered_value;
mod code;
mod envelope;
mod error_path;
mod error_type;
mod format;
mod payload;
pub(crate) mod raw;
mod reply;
mod tracked;
mod value_deserializer;

pub use code::{deserialize_known, serialize_known};
pub use error_type::serialize_coded;
pub use reply::Reply;
