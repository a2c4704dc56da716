//! The procedural macro behind `error_catalog!`: syntax → checks → expansion. The syntax is a crate of its own.
//!
//! The crate `error-catalog` wraps `expand` in a `macro_rules!` that passes its own `$crate` on,
//! so that generated paths survive a renamed dependency. Use that crate; this one has no stable interface.

#![forbid(unsafe_code)]

mod check;
mod expand;
mod lookup;
mod model;
mod order;
mod pipeline;

/// Expands `{ $crate } { … }`: the path of the runtime, then what the user wrote in `error_catalog!`.
#[doc(hidden)]
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::error_catalog(input.into()).into()
}

#[cfg(test)]
mod tests;
