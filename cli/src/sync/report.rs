//! What was done to a declaration, a line a row.

use crate::output::escape::Escaped;
use crate::output::style;
use anstyle::Style;
use std::fmt::{self, Display};

/// One thing that was done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Done {
    pub(super) what: What,
    /// The code and the name of the row.
    pub(super) row: String,
    /// What of it, or what it says.
    pub(super) detail: String,
    /// Where the page says so, if it does.
    pub(super) line: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    Added,
    Changed,
    Deprecated,
}

impl Done {
    /// Whether it is what was done to a row that is listed as gone from the page.
    pub(super) fn is_about(&self, kept: &str) -> bool {
        let rest = kept.strip_prefix(self.row.as_str());
        self.what == What::Deprecated && rest.is_some_and(|rest| rest.starts_with(' '))
    }
}

impl What {
    fn sign(self) -> (char, Style) {
        match self {
            Self::Added => ('+', style::ADDED),
            Self::Changed => ('~', style::CODE),
            Self::Deprecated => ('-', style::REMOVED),
        }
    }
}

impl Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, style) = self.what.sign();
        write!(f, "{style}{sign} {}{style:#} {}", Escaped(&self.row), Escaped(&self.detail))?;
        let label = style::LABEL;
        self.line.map_or(Ok(()), |line| write!(f, " {label}(line {line}){label:#}"))
    }
}
