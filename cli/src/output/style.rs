//! The colours, each named for what it marks. A stream that is no terminal drops them.

use anstyle::{AnsiColor, Style};

/// A code.
pub(crate) const CODE: Style = AnsiColor::Yellow.on_default().bold();
/// The name of a variant.
pub(crate) const NAME: Style = AnsiColor::Green.on_default().bold();
/// The name of a catalog.
pub(crate) const CATALOG: Style = AnsiColor::Cyan.on_default();
/// What is said about a value, not the value.
pub(crate) const LABEL: Style = Style::new().dimmed();
/// The name of the tool before a message.
pub(crate) const MESSAGE: Style = AnsiColor::Red.on_default().bold();
/// What a vendor's page has and the catalog has not.
pub(crate) const ADDED: Style = AnsiColor::Green.on_default();
/// What the catalog has and the page has not.
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default();
/// What the user searched for.
pub(crate) const MATCH: Style = AnsiColor::Magenta.on_default().bold();
