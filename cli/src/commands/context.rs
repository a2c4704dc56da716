//! The context that a command runs in, and the status that it returns.

use crate::catalog::table::Table;
use crate::output::escape::Escaped;
use crate::output::shorten::shorten_lines;
use crate::output::style;
use clap::{Command, ValueEnum};
use std::fmt::Display;
use std::io::Write;

/// The catalogs, the command line and the output streams.
pub(crate) struct Context<'a> {
    pub(crate) catalogs: &'a [Table],
    /// The definition of the command line, for completions and manual pages.
    pub(crate) command: &'a Command,
    /// Standard output for text. Styles are removed unless stdout supports them.
    pub(crate) out: &'a mut dyn Write,
    /// Standard output for data, which is written unchanged. A command writes to only one of the two.
    pub(crate) data: &'a mut dyn Write,
}

impl Context<'_> {
    /// Returns the name of the executable.
    pub(crate) fn tool(&self) -> &str {
        self.command.get_name()
    }

    /// Prints a message to stderr.
    pub(crate) fn report(&self, message: impl Display) {
        report(self.tool(), message);
    }
}

/// The result of a command that did not fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Status {
    /// Exit status 0.
    Yes,
    /// A negative result, such as an unknown code or tables that differ: exit status 1.
    No,
}

/// The format of results.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// One array of objects, as described in `export --help`
    Json,
}

/// Prints a message to stderr. It takes one line, even if it quotes a text with line breaks.
pub(crate) fn report(tool: &str, message: impl Display) {
    let style = style::MESSAGE;
    // An error here cannot be reported anywhere; the exit status still shows the failure.
    _ = writeln!(
        anstream::stderr(),
        "{style}{tool}{style:#}: {}",
        Escaped(&shorten_lines(&message.to_string()))
    );
}
