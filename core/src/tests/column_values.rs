//! The values of columns, as the expansion writes them.

use crate::syntax::ast::Catalog;
use crate::{Report, check, expand, syntax};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

fn parsed() -> Catalog {
    let declaration = quote! {
        enum Limits: i32 {
            column limit: u32;
            1 => A "a" { limit: 10 },
            2 => B "b" { limit: 20 },
        }
    };
    syntax::parse(declaration, &mut Report::default()).unwrap()
}

/// Returns the elements of the constant `GIVEN` in an expansion.
fn given(items: TokenStream) -> Vec<String> {
    let file: syn::File = syn::parse2(items).unwrap();
    let impls =
        file.items.iter().filter_map(|item| if let syn::Item::Impl(item) = item { Some(item) } else { None });
    let value = impls.flat_map(|item| &item.items).find_map(|item| match item {
        syn::ImplItem::Const(constant) if constant.ident == "GIVEN" => Some(&constant.expr),
        _ => None,
    });
    let Some(syn::Expr::Reference(values)) = value else { panic!("no GIVEN") };
    let syn::Expr::Array(values) = &*values.expr else { panic!("GIVEN is an array") };
    values.elems.iter().map(|value| value.to_token_stream().to_string()).collect()
}

/// The parser rejects such values. If it accepted one, rustc would report a wrong type, and no other value would move.
#[test]
fn a_value_cannot_move_into_another_row() {
    for (value, expected) in [
        (quote!(1), "[1]"),
        (quote!(1, 000), "[1 , 000]"),
        (quote!(), "[]"),
        (
            quote!(
                #[cfg(any())]
                9
            ),
            "[# [cfg (any ())] 9]",
        ),
    ] {
        let mut catalog = parsed();
        catalog.rows[0].meanings[0].fields[0].value.tokens = value;
        let (runtime, mut report) = (quote!(::error_catalog), Report::default());
        let items = expand::expand_catalog(&check::check_catalog(&catalog, &runtime, &mut report)).unwrap();
        assert!(report.is_empty());
        assert_eq!(given(items), [expected, "[20]"]);
    }
}
