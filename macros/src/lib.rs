//! The procedural macro behind `error_catalog!`: syntax → checks → expansion, one file a stage.
//!
//! The crate `error-catalog` wraps `expand` in a `macro_rules!` that passes its own `$crate` on,
//! so that generated paths survive a renamed dependency. Use that crate; this one has no stable interface.

#![forbid(unsafe_code)]

mod ast;
mod check;
mod expand;
mod literal;
mod lookup;
mod model;
mod nearest;
mod parse;
mod report;

/// Expands `{ $crate } { … }`: the path of the runtime, then what the user wrote in `error_catalog!`.
#[doc(hidden)]
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    error_catalog(input.into()).into()
}

/// The whole macro on `proc_macro2` tokens, so that plain unit tests can run it.
///
/// The items of the good rows come out even when there are errors: the editor keeps its completion, and
/// code that uses the catalog adds no errors of its own.
fn error_catalog(input: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let mut report = report::Report::default();
    let items = parse::catalog(input, &mut report).map(|catalog| {
        let model = check::catalog(&catalog, &mut report);
        expand::catalog(&model)
    });
    let errors = report.into_compile_errors();
    quote::quote! { #items #errors }
}

#[cfg(test)]
mod tests;
