//! Output for people and to disk: styles, escapes for terminals, and files that are replaced atomically.

pub(crate) mod atomic_write;
pub(crate) mod escape;
pub(crate) mod shorten;
pub(crate) mod style;
pub(crate) mod texts;
