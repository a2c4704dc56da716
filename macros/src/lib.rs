//! The procedural macros of `error-catalog`; their implementation is the library `error-catalog-core`.
//!
//! The crate `error-catalog` wraps `expand` in a `macro_rules!` that passes its own `$crate`, so that generated paths
//! also resolve under a renamed dependency. Use that crate; this one has no stable interface.

#![forbid(unsafe_code)]

/// Expands `{ $crate } { … }`: the path of the runtime, then the tokens in `error_catalog!`.
#[doc(hidden)]
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog_core::expand(input.into()).into()
}

/// Expands `{ $crate } { … }`: the path of the runtime, then the tokens in `union!`.
#[doc(hidden)]
#[proc_macro]
pub fn expand_union(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog_core::expand_union(input.into()).into()
}

/// Derives the trait `Coded`. Its documentation describes the attributes.
#[proc_macro_derive(Coded, attributes(coded, code))]
pub fn derive_coded(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog_core::derive_coded(input.into()).into()
}
