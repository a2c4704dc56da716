//! Codes and replies on the wire: the open type, the error type, serde in several formats, error reports and schemas.

mod by_hand;
mod catalogs;
mod code;
mod corpus;
mod envelopes;
mod failure;
mod formats;
mod hostile;
mod lossless;
mod miette;
mod payload;
mod property;
mod reply;
mod schemars;
mod serde;
mod shapes;
