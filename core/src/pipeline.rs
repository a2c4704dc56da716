//! The whole macro as a function of `proc_macro2` tokens, so that plain tests can run it.

use crate::{Report, check, syntax};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;

/// Expands `{ $crate } { … }` to items, and to a `compile_error!` for each mistake.
///
/// The items of the valid rows are returned even if there are errors, so that the editor keeps its completion, and code that
/// uses the catalog does not cause more errors.
pub fn expand(input: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let Some((runtime, declaration)) = split_input(input, "error_catalog!", &mut report) else {
        return compile_errors(&report, &TokenStream::new());
    };
    let Some(catalog) = syntax::parse(declaration, &mut report) else {
        return compile_errors(&report, &TokenStream::new());
    };
    let items = expand_catalog(&runtime, &catalog, &mut report);
    let errors = compile_errors(&report, &check::conditions(&catalog.attrs));
    quote!(#items #errors)
}

/// Returns a `compile_error!` for each mistake. They have the `#[cfg]`s of the catalog, because the baseline of a
/// catalog that is left out may be missing.
pub(crate) fn compile_errors(report: &Report, conditions: &TokenStream) -> TokenStream {
    let errors = report.errors().iter().flat_map(|error| error.clone().into_iter());
    errors
        .map(|error| {
            let error = error.into_compile_error();
            quote!(#conditions #error)
        })
        .collect()
}

/// Expands a declaration to items, and adds its mistakes to `report`. `runtime` is the path of the runtime crate.
pub fn expand_items(
    runtime: &TokenStream,
    declaration: TokenStream,
    report: &mut Report,
) -> Option<TokenStream> {
    let catalog = syntax::parse(declaration, report)?;
    expand_catalog(runtime, &catalog, report)
}

fn expand_catalog(
    runtime: &TokenStream,
    catalog: &syntax::ast::Catalog,
    report: &mut Report,
) -> Option<TokenStream> {
    let model = check::check_catalog(catalog, runtime, report);
    let items = crate::expand::expand_catalog(&model);
    if items.is_none() {
        let message =
            "no perfect hash is found for the codes, names or symbols of this catalog: please report this";
        report.error(catalog.name.span(), message);
    }
    items
}

/// Splits `{ $crate } { … }` into the runtime's path and the declaration.
pub(crate) fn split_input(
    input: TokenStream,
    called: &str,
    report: &mut Report,
) -> Option<(TokenStream, TokenStream)> {
    let mut tokens = input.into_iter();
    if let (Some(TokenTree::Group(runtime)), Some(TokenTree::Group(declaration))) =
        (tokens.next(), tokens.next())
    {
        return Some((runtime.stream(), declaration.stream()));
    }
    report.error(Span::call_site(), format!("this macro is internal: use `{called}`"));
    None
}
