//! Codes on the wire: the open type, the error type, serde, and programs without an allocator.

mod catalogs;
mod code;
mod failure;
mod miette;
mod no_alloc;
mod reply;
mod serde;
