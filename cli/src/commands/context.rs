//! What a command is given, and what it gives back: the catalogs, where results and messages go, the status.

use crate::catalog::table::Table;
use crate::output::escape::Escaped;
use crate::output::style;
use clap::{Command, ValueEnum};
use std::fmt::Display;
use std::io::Write;

/// What a command works with.
pub(crate) struct Context<'a> {
    pub(crate) catalogs: &'a [Table],
    /// The command line, of which completions and manual pages are made.
    pub(crate) command: &'a Command,
    /// Standard output, for what people read: styles are taken out where nobody wants them.
    pub(crate) out: &'a mut dyn Write,
    /// Standard output, for what programs read: every byte as it is. A command writes to one of the two.
    pub(crate) data: &'a mut dyn Write,
}

impl Context<'_> {
    /// What the tool is called.
    pub(crate) fn tool(&self) -> &str {
        self.command.get_name()
    }

    /// A message to the user, on stderr.
    pub(crate) fn tell(&self, message: impl Display) {
        tell(self.tool(), message);
    }
}

/// Whether there was an answer: exit status 0 or 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Status {
    Yes,
    No,
}

/// How to print results.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// One array of objects, as export describes them
    Json,
}

/// A message to the user, on stderr, in one line whatever file or argument it quotes.
pub(crate) fn tell(tool: &str, message: impl Display) {
    let style = style::MESSAGE;
    // Where stderr is full there is nobody left to tell. The status says it too.
    _ = writeln!(anstream::stderr(), "{style}{tool}{style:#}: {}", Escaped(&message.to_string()));
}
