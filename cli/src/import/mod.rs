//! Reads a vendor's table from a file, and writes a declaration from it.

pub(crate) mod declaration;
pub(crate) mod document;
pub(crate) mod identifier;
