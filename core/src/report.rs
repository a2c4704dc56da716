//! Collects every error of a catalog, so that one compile shows them all.

use proc_macro2::Span;
use quote::ToTokens;
use std::fmt::Display;
use syn::Error;

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
    pub fn error_at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.errors.push(Error::new_spanned(tokens, message));
    }

    pub(crate) fn push(&mut self, error: Error) {
        self.errors.push(error);
    }

    /// Returns true if no error was reported.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// Returns the reported errors.
    pub fn errors(&self) -> &[Error] {
        &self.errors
    }
}
