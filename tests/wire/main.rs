//! Codes on the wire: the open type, the error type, serde, and programs without an allocator.

mod catalogs;
mod code;
mod envelopes;
mod exact_numbers;
mod failure;
mod hostile;
mod lossless;
mod miette;
// The program is linked with a Linux linker's options.
#[cfg(target_os = "linux")]
mod no_alloc;
mod property;
mod reply;
mod schemars;
mod serde;
