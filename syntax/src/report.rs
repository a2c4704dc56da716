//! Collects every error of a catalog, so that one compile shows them all.

use proc_macro2::{Span, TokenStream};
use std::fmt::Display;

/// The errors found so far, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Report {
    errors: Vec<syn::Error>,
}

impl Report {
    /// Adds an error that points at `span`.
    pub fn error(&mut self, span: Span, message: impl Display) {
        self.errors.push(syn::Error::new(span, message));
    }

    /// Adds an error that points at all of `tokens`.
    pub fn error_at(&mut self, tokens: &TokenStream, message: impl Display) {
        self.errors.push(syn::Error::new_spanned(tokens, message));
    }

    /// Adds an error of syn's.
    pub fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// Whether nothing was reported.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// What was reported.
    pub fn errors(&self) -> &[syn::Error] {
        &self.errors
    }

    /// `compile_error!` for each error, at its span.
    pub fn into_compile_errors(self) -> TokenStream {
        let mut errors = TokenStream::new();
        for error in &self.errors {
            errors.extend(error.to_compile_error());
        }
        errors
    }
}
