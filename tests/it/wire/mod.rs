//! Codes and replies on the wire: the open type, the error type, serde in several formats, error reports and schemas.

mod catalogs;
mod code;
mod containers;
mod corpus;
mod envelopes;
mod failure;
mod formats;
mod hints;
mod hostile;
mod lossless;
mod miette;
mod payload;
mod random_replies;
mod reply;
mod reply_property;
mod reply_shapes;
mod scalars;
mod schemars;
mod serde;
