//! The roles of columns, and the options that assign them.

use super::cells::one_line;
use crate::import::identifier::is_column_name;
use heck::ToSnakeCase;

/// The role of a column.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Role {
    Code,
    Name,
    Symbol,
    Message,
    Help,
    Section,
    Deprecated,
    /// Success: `true` or `false`. This role and those down to `Display` occur only in errcat's own exports.
    Success,
    SectionName,
    /// The title of the section in this language.
    SectionIn(String),
    /// The message in another language, with the name of its column.
    Translation(String),
    /// The vendor's title of the table.
    Title,
    Source,
    Lang,
    /// The form in which the catalog prints its codes.
    Display,
    /// A column of the catalog, with its name.
    Column(String),
    /// A column without a place in a catalog, which is left out.
    Skip,
}

impl Role {
    /// Returns the name of a column of the catalog, which may hold the message in another language.
    pub(crate) fn column_name(&self) -> Option<&str> {
        match self {
            Self::Column(name) | Self::Translation(name) => Some(name),
            _ => None,
        }
    }

    /// Returns a column of the catalog that is named after a heading, if the heading can be a name.
    pub(super) fn column(heading: &str) -> Self {
        let name = heading.to_snake_case();
        if is_column_name(&name) { Self::Column(name) } else { Self::Skip }
    }
}

impl std::str::FromStr for Role {
    type Err = String;

    /// Parses a role of `--columns`. Any other name is a column of the catalog, and `_` leaves the column out.
    fn from_str(name: &str) -> Result<Self, String> {
        Ok(match name.trim() {
            "code" => Self::Code,
            "name" => Self::Name,
            "symbol" => Self::Symbol,
            "message" => Self::Message,
            "help" => Self::Help,
            "section" => Self::Section,
            "deprecated" => Self::Deprecated,
            "_" => Self::Skip,
            other if is_column_name(other) => Self::Column(other.to_owned()),
            other => {
                return Err(format!(
                    "{other:?} cannot name a column: write a lower-case Rust identifier, or _"
                ));
            }
        })
    }
}

/// One item of `--columns`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ColumnOption {
    pub(crate) role: Role,
    /// The heading of the column; `None` for the next column.
    pub(crate) heading: Option<String>,
}

impl std::str::FromStr for ColumnOption {
    type Err = String;

    fn from_str(item: &str) -> Result<Self, String> {
        let (role, heading) = match item.split_once('=') {
            // A shell would have removed the quotes that errors suggest.
            Some((role, heading)) => (role, Some(heading.trim().trim_matches('"').to_owned())),
            None => (item, None),
        };
        Ok(Self { role: role.parse()?, heading })
    }
}

/// Checks whether a heading of a table is the one that an option names.
pub(super) fn is_heading(heading: &str, named: &str) -> bool {
    let normal = |text: &str| one_line(text).to_lowercase();
    normal(heading) == normal(named)
}
