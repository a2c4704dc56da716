//! The procedural macro behind `error_catalog!`: syntax → checks → expansion. The syntax is a crate of its own.
//!
//! The crate `error-catalog` wraps `expand` in a `macro_rules!` that passes its own `$crate` on,
//! so that generated paths survive a renamed dependency. Use that crate; this one has no stable interface.

#![forbid(unsafe_code)]

mod check;
mod expand;
mod lookup;
mod model;

use error_catalog_syntax::Report;
use proc_macro2::{Span, TokenStream, TokenTree};

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
fn error_catalog(input: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let items = runtime_and_written(input, &mut report).and_then(|(runtime, written)| {
        let catalog = error_catalog_syntax::parse(written, &mut report)?;
        let model = check::catalog(&catalog, &runtime, &mut report);
        let items = expand::catalog(&model);
        if items.is_none() {
            let message =
                "no perfect hash is found for the codes, names or symbols of this catalog: report it, please";
            report.error(catalog.name.span(), message);
        }
        items
    });
    let errors = report.into_compile_errors();
    quote::quote! { #items #errors }
}

/// `$crate`, and what the user wrote.
fn runtime_and_written(input: TokenStream, report: &mut Report) -> Option<(TokenStream, TokenStream)> {
    let mut tokens = input.into_iter();
    if let (Some(TokenTree::Group(runtime)), Some(TokenTree::Group(written))) = (tokens.next(), tokens.next())
    {
        return Some((runtime.stream(), written.stream()));
    }
    report.error(Span::call_site(), "use `error_catalog!`, which passes the path of its crate on");
    None
}

#[cfg(test)]
mod tests;
