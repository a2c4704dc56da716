//! Tests of the whole macro as a function of tokens.

mod any_tokens;
mod column_values;
mod corpus;
mod documentation;
mod errors;
mod expansion_size;
mod limits;
mod snapshot;
mod ui;

use proc_macro2::TokenStream;

/// Expands a catalog as `error_catalog!` does.
#[allow(clippy::needless_pass_by_value, reason = "as a macro takes its input")]
fn expand(catalog: TokenStream) -> TokenStream {
    crate::expand(quote::quote!({ ::error_catalog } { #catalog }))
}
