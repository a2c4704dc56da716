//! What a reply's keys are called. Nothing at all where they are called as usual.

use crate::model::{Catalog, Envelope};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn constant(catalog: &Catalog<'_>) -> TokenStream {
    let Some(Envelope { code, text, payload, request }) = &catalog.envelope else {
        return TokenStream::new();
    };
    let is_whole = [code, text, payload, request].iter().all(|key| key.is_some());
    let others = (!is_whole).then(|| quote!(..__p::Envelope::DEFAULT));
    let code = code.map(|key| quote!(code: #key,));
    let text = text.map(|key| quote!(text: #key,));
    let payload = payload.map(|key| quote!(payload: ::core::option::Option::Some(#key),));
    let request = request.map(|key| quote!(request: ::core::option::Option::Some(#key),));
    quote! {
        const ENVELOPE: __p::Envelope = __p::Envelope { #code #text #payload #request #others };
    }
}
