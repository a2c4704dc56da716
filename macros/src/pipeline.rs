//! The whole macro as a function of `proc_macro2` tokens, so that plain tests can run it.

use crate::{check, expand};
use error_catalog_syntax::{Error, Report};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

/// Expands `{ $crate } { … }` to items, and to a `compile_error!` for each mistake.
///
/// The items of the good rows come out even when there are errors: the editor keeps its completion, and
/// code that uses the catalog adds no errors of its own.
pub(crate) fn error_catalog(input: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let items = items(input, &mut report);
    let errors = report.errors().iter().map(compile_error);
    quote! { #items #(#errors)* }
}

/// rustc reports it at its tokens: from the first of what it is about to the last.
fn compile_error(error: &Error) -> TokenStream {
    let ((start, end), message) = (error.ends(), error.to_string());
    let path = quote_spanned!(start=> ::core::compile_error!);
    let message = quote_spanned!(end=> { #message });
    quote!(#path #message)
}

/// The items alone, and the mistakes in `report`.
pub(crate) fn items(input: TokenStream, report: &mut Report) -> Option<TokenStream> {
    let (runtime, written) = runtime_and_written(input, report)?;
    let catalog = error_catalog_syntax::parse(written, report)?;
    let model = check::catalog(&catalog, &runtime, report);
    let items = expand::catalog(&model);
    if items.is_none() {
        let message =
            "no perfect hash is found for the codes, names or symbols of this catalog: report it, please";
        report.error(catalog.name.span(), message);
    }
    items
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
