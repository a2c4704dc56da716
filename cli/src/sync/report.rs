//! The report of a sync: one line per changed row.

use crate::output::escape::Escaped;
use crate::output::style;
use anstyle::Style;
use std::fmt::{self, Display};

/// A change that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Change {
    pub(super) kind: ChangeKind,
    /// The code and the name of the row.
    pub(super) row: String,
    /// The changed fields, or the message of a new row.
    pub(super) detail: String,
    /// The line of the page.
    pub(super) line: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ChangeKind {
    Added,
    Changed,
    Deprecated,
}

impl ChangeKind {
    fn sign(self) -> (char, Style) {
        match self {
            Self::Added => ('+', style::ADDED),
            Self::Changed => ('~', style::CODE),
            Self::Deprecated => ('-', style::REMOVED),
        }
    }
}

impl Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, style) = self.kind.sign();
        write!(f, "{style}{sign} {}{style:#} {}", Escaped(&self.row), Escaped(&self.detail))?;
        let label = style::LABEL;
        self.line.map_or(Ok(()), |line| write!(f, " {label}(line {line}){label:#}"))
    }
}
