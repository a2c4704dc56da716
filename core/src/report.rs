//! Collects every error of a catalog, so that one compile shows them all.

use proc_macro2::{Span, TokenStream};
use std::fmt::{self, Display};

/// What is wrong, and where.
#[derive(Debug)]
pub struct Error {
    start: Span,
    end: Span,
    message: String,
}

/// What was read, or why not.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// At `span`.
    pub(crate) fn new(span: Span, message: impl Display) -> Self {
        Self { start: span, end: span, message: message.to_string() }
    }

    /// At all of `tokens`.
    pub(crate) fn new_spanned(tokens: TokenStream, message: impl Display) -> Self {
        let mut spans = tokens.into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        Self { start, end: spans.last().unwrap_or(start), message: message.to_string() }
    }

    /// All of what it is about.
    pub fn span(&self) -> Span {
        self.start.join(self.end).unwrap_or(self.start)
    }

    /// The first token that it is about, and the last.
    pub fn ends(&self) -> (Span, Span) {
        (self.start, self.end)
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// The errors found so far, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Report {
    errors: Vec<Error>,
}

impl Report {
    /// Adds an error that points at `span`.
    pub fn error(&mut self, span: Span, message: impl Display) {
        self.errors.push(Error::new(span, message));
    }

    /// Adds an error that points at all of `tokens`.
    pub fn error_at(&mut self, tokens: &TokenStream, message: impl Display) {
        self.errors.push(Error::new_spanned(tokens.clone(), message));
    }

    pub(crate) fn push(&mut self, error: Error) {
        self.errors.push(error);
    }

    /// Whether nothing was reported.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// What was reported.
    pub fn errors(&self) -> &[Error] {
        &self.errors
    }
}
