//! The whole macro, as a function of tokens.

mod any_tokens;
mod corpus;
mod documentation;
mod limits;
mod reported;
mod size;
mod snapshot;
mod ui;
mod values;

use proc_macro2::TokenStream;

/// Expands a catalog as `error_catalog!` does.
#[allow(clippy::needless_pass_by_value, reason = "as a macro takes its input")]
fn expand(catalog: TokenStream) -> TokenStream {
    crate::expand(quote::quote!({ ::error_catalog } { #catalog }))
}
