//! A checked catalog: typed codes in code order, every value present. `check` builds it, and `expand` relies on it.

use crate::syntax::ast::{Attribute, KeyPath, Symbol, Value};
use crate::syntax::identifier::unraw;
pub(crate) use crate::syntax::{Code, CodeFormat, Int, Raw};
use proc_macro2::{Ident, Span, TokenStream};
use std::borrow::Cow;

pub(crate) struct Catalog<'a> {
    pub(crate) runtime: &'a TokenStream,
    pub(crate) attrs: TokenStream,
    /// `#[cfg]`, for every item.
    pub(crate) conditions: TokenStream,
    /// True if the enum is `#[deprecated]`, perhaps in some configurations only.
    pub(crate) is_deprecated: bool,
    pub(crate) vis: &'a TokenStream,
    pub(crate) name: &'a Ident,
    pub(crate) raw: Raw,
    pub(crate) title: Option<&'a str>,
    pub(crate) source: Option<&'a str>,
    pub(crate) lang: Option<String>,
    /// The text of `display` and the form that it describes.
    pub(crate) display: Option<(&'a str, CodeFormat)>,
    /// The notation of the literals, if it is not decimal.
    pub(crate) literals: Option<CodeFormat>,
    /// The path of the baseline, if it could be read.
    pub(crate) baseline: Option<&'a str>,
    /// The reserved ranges, as first and last code, in a catalog that has a baseline.
    pub(crate) retired: Vec<(Code, Code)>,
    pub(crate) envelope: Envelope<'a>,
    pub(crate) exhaustive: bool,
    /// The variant that unknown codes are read as.
    pub(crate) unknown: Option<Ident>,
    pub(crate) error_type: Option<ErrorType<'a>>,
    pub(crate) columns: Vec<Column<'a>>,
    pub(crate) sections: Vec<Section<'a>>,
    /// The rows in code order: one per code, at least one.
    pub(crate) rows: Vec<Row<'a>>,
    /// Names of rows that had errors. The expansion declares them, so that their uses do not cause more errors.
    pub(crate) stand_ins: Vec<Ident>,
}

pub(crate) struct Column<'a> {
    pub(crate) attrs: TokenStream,
    pub(crate) name: &'a Ident,
    /// The name without `r#`.
    pub(crate) key: String,
    pub(crate) ty: &'a TokenStream,
    /// True for a `&'static str` column with literal values only, which are stored among the texts.
    pub(crate) is_text: bool,
    /// The language tag, if the column holds the messages in another language.
    pub(crate) translation: Option<String>,
    pub(crate) default: Option<&'a Value>,
    /// True if the default is computed from the code, the name or the symbol of each row.
    pub(crate) is_computed: bool,
}

/// The enum of the errors with their values.
pub(crate) struct ErrorType<'a> {
    pub(crate) attrs: TokenStream,
    pub(crate) name: &'a Ident,
    pub(crate) derives_debug: bool,
}

/// A value that each occurrence of an error has of its own.
pub(crate) struct ErrorValue<'a> {
    pub(crate) attrs: Vec<&'a Attribute>,
    pub(crate) name: &'a Ident,
    /// The name without `r#`.
    pub(crate) key: String,
    pub(crate) ty: &'a TokenStream,
    pub(crate) role: Role,
    /// True if a text may leave it out although another text of the meaning shows it.
    pub(crate) is_optional: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A value that is not the cause of the error.
    Plain,
    /// The cause of the error, which `source` returns.
    Source,
    /// The cause, which also converts into the error with `From`.
    From,
}

/// A text with placeholders for values.
pub(crate) struct Template {
    /// The number of the translation; `None` for the message itself.
    pub(crate) translation: Option<usize>,
    pub(crate) text: String,
    pub(crate) span: Span,
    /// The indexes of the values that it shows.
    pub(crate) shown: Vec<usize>,
}

/// The paths of a reply's parts; `None` for a part that is not declared.
pub(crate) struct Envelope<'a> {
    pub(crate) code: Option<&'a [KeyPath]>,
    pub(crate) text: Option<&'a [KeyPath]>,
    pub(crate) payload: Option<&'a [KeyPath]>,
    pub(crate) request: Option<&'a [KeyPath]>,
    /// True if a reply without a code is a success.
    pub(crate) success_if_absent: bool,
}

pub(crate) struct Section<'a> {
    pub(crate) name: String,
    pub(crate) title: &'a str,
    /// Pairs of a language tag and a title.
    pub(crate) titles: Vec<(String, &'a str)>,
    /// The first and the last code of each range of the section.
    pub(crate) ranges: Vec<(Code, Code)>,
    /// The start of all codes that belong to the section.
    pub(crate) prefix: Option<&'a str>,
}

pub(crate) struct Row<'a> {
    pub(crate) attrs: Vec<&'a Attribute>,
    pub(crate) code: Code,
    /// The code as it is printed, if the catalog declares how.
    pub(crate) printed: Option<String>,
    pub(crate) success: bool,
    pub(crate) deprecated: Option<Deprecated>,
    /// Index into `Catalog::sections`.
    pub(crate) section: Option<usize>,
    /// The row's own meaning, then those that `or` adds. Never empty.
    pub(crate) meanings: Vec<Meaning<'a>>,
}

/// The texts of a row's `#[deprecated]`.
#[derive(Default)]
pub(crate) struct Deprecated {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
}

pub(crate) struct Meaning<'a> {
    pub(crate) name: Ident,
    /// The former names.
    pub(crate) former: Vec<Ident>,
    pub(crate) symbol: Option<Symbol>,
    pub(crate) former_symbols: &'a [Symbol],
    /// Empty for a row without a message.
    pub(crate) message: String,
    /// True if the message is from the row's doc comment.
    pub(crate) is_message_documented: bool,
    pub(crate) help: Option<String>,
    /// The values of one occurrence, in a catalog with an error type.
    pub(crate) error_values: Vec<ErrorValue<'a>>,
    /// The message and its translations, if the meaning has such values.
    pub(crate) templates: Vec<Template>,
    /// One value per column, in the order of the columns. `None` means the default.
    pub(crate) values: Vec<Option<&'a Value>>,
    /// The computed values of columns that the row does not give, each with the index of its column.
    pub(crate) computed: Vec<(usize, Value)>,
}

impl Row<'_> {
    /// Returns the code as it is printed.
    pub(crate) fn printed_code(&self) -> Cow<'_, str> {
        self.printed.as_deref().map_or_else(|| self.code.text(), Cow::Borrowed)
    }
}

impl Meaning<'_> {
    /// Returns the value of a column that is not its default: given by the row, or computed.
    pub(crate) fn value(&self, column: usize) -> Option<&Value> {
        let computed = || self.computed.iter().find(|(of, _)| *of == column).map(|(_, value)| value);
        self.values[column].or_else(computed)
    }

    /// Returns the name without `r#`.
    pub(crate) fn name_text(&self) -> String {
        unraw(&self.name)
    }
}
