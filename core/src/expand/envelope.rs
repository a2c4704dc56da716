//! The constant that describes a reply's envelope. Expands to nothing if it is the usual one.

use crate::model::{Catalog, Envelope};
use crate::syntax::ast::{KeyPath, KeyStep};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn constant(catalog: &Catalog<'_>) -> TokenStream {
    let Envelope { code, text, payload, request, success_if_absent } = &catalog.envelope;
    let has_success = catalog.rows.iter().any(|row| row.success);
    let success = match (has_success, success_if_absent) {
        (true, false) => None,
        (_, true) => Some(quote!(success: __p::Success::CodeOrAbsence,)),
        (false, false) => Some(quote!(success: __p::Success::None,)),
    };
    let given = [code, text, payload, request];
    if given.iter().all(|paths| paths.is_none()) {
        return match success {
            None => TokenStream::new(),
            Some(_) if !success_if_absent => {
                quote!(
                    const ENVELOPE: __p::Envelope = __p::Envelope::WITHOUT_SUCCESS;
                )
            }
            Some(success) => quote! {
                const ENVELOPE: __p::Envelope = __p::Envelope { #success ..__p::Envelope::DEFAULT };
            },
        };
    }
    let is_whole = success.is_some() && given.iter().all(|paths| paths.is_some());
    let others = (!is_whole).then(|| quote!(..__p::Envelope::DEFAULT));
    let [code, text, payload, request] = given.map(|given| given.map(paths));
    let code = code.map(|paths| quote!(code: #paths,));
    let text = text.map(|paths| quote!(text: #paths,));
    let payload = payload.map(|paths| quote!(payload: #paths,));
    let request = request.map(|paths| quote!(request: #paths,));
    quote! {
        const ENVELOPE: __p::Envelope = __p::Envelope { #code #text #payload #request #success #others };
    }
}

fn paths(paths: &[KeyPath]) -> TokenStream {
    let paths = paths.iter().map(|path| {
        let steps = path.steps.iter().map(|step| match step {
            KeyStep::Key(key) => {
                let key = &key.value;
                quote!(__p::Step::Key(#key))
            }
            KeyStep::Index(index, _) => quote!(__p::Step::Index(#index)),
            KeyStep::Any(_) => quote!(__p::Step::AnyKey),
        });
        quote!(&[#(#steps),*])
    });
    quote!(&[#(#paths),*])
}
