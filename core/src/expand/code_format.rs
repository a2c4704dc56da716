//! The form of printed codes, for codes that have no row, for the tool and for compile errors. Expands to nothing for a
//! catalog that prints its codes as decimal numbers or as they are.

use crate::model::{Catalog, CodeFormat};
use crate::syntax::{Notation, Shown};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Returns the constants of the trait `Catalog` that have defaults.
pub(super) fn constants(catalog: &Catalog<'_>) -> TokenStream {
    let text = catalog
        .display
        .as_ref()
        .map(|(text, _)| quote!(const DISPLAY: __p::OptionalText = ::core::option::Option::Some(#text);));
    let printed = catalog.display.as_ref().and_then(|(_, format)| constant(format));
    let code_format = printed.as_ref().map(|printed| quote!(const CODE_FORMAT: __p::CodeFormat = #printed;));
    let literals = catalog.literals.as_ref().filter(|_| printed.is_none()).and_then(constant);
    let literals = literals.map(|literals| quote!(const LITERALS: __p::CodeFormat = #literals;));
    quote!(#text #code_format #literals)
}

/// Returns the `CodeFormat` of the runtime, or `None` if codes are not a part of what is printed.
fn constant(format: &CodeFormat) -> Option<TokenStream> {
    let (notation, width) = match format.shown {
        Shown::Name | Shown::Symbol => return None,
        Shown::Text => (Notation::Decimal, 0),
        Shown::Number(digits) => (digits.notation, digits.width),
    };
    let notation = match notation {
        Notation::Decimal => quote!(Plain),
        Notation::LowerHex => quote!(LowerHex),
        Notation::UpperHex => quote!(UpperHex),
        Notation::Octal => quote!(Octal),
        Notation::Binary => quote!(Binary),
    };
    let (CodeFormat { before, after, .. }, width) = (format, Literal::usize_unsuffixed(width));
    Some(quote! {
        __p::CodeFormat { before: #before, notation: __p::Notation::#notation, width: #width, after: #after }
    })
}
