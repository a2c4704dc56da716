//! Colors, named after what they mark. They are dropped if the stream is not a terminal.

use anstyle::{AnsiColor, Style};

/// A code.
pub(crate) const CODE: Style = AnsiColor::Yellow.on_default().bold();
/// The name of a variant.
pub(crate) const NAME: Style = AnsiColor::Green.on_default().bold();
/// The name of a catalog.
pub(crate) const CATALOG: Style = AnsiColor::Cyan.on_default();
/// The label of a value.
pub(crate) const LABEL: Style = Style::new().dimmed();
/// The name of the tool before a message.
pub(crate) const MESSAGE: Style = AnsiColor::Red.on_default().bold();
/// A row that only the vendor's page has.
pub(crate) const ADDED: Style = AnsiColor::Green.on_default();
/// A row that only the catalog has.
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default();
/// The letters that match a search.
pub(crate) const MATCH: Style = AnsiColor::Magenta.on_default().bold();
