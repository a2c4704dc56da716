//! The columns' accessors, and the struct behind `Entry::columns`.

use super::layout::Layout;
use crate::model::{Catalog, Column, Raw};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

pub(super) fn text_accessor(catalog: &Catalog<'_>, index: usize, column: &Column<'_>) -> TokenStream {
    let (vis, name, docs) = (catalog.vis, column.name, accessor_docs(column));
    let field = text_field(catalog, index);
    let runtime = catalog.runtime;
    quote! {
        #docs
        #[inline]
        #[must_use]
        #vis const fn #name(self) -> &'static ::core::primitive::str {
            #runtime::__private::table::<Self>().text(self.__place(), #field)
        }
    }
}

/// The values of the column stand in an array of their own, by place. A wrong type is rustc's to report.
pub(super) fn typed_accessor(
    catalog: &Catalog<'_>,
    layout: &Layout<'_>,
    index: usize,
    column: &Column<'_>,
) -> TokenStream {
    let (vis, name, docs, ty) = (catalog.vis, column.name, accessor_docs(column), column.ty);
    let places = Literal::usize_unsuffixed(layout.places().count());
    let values = if let Some(default) = column.default {
        let default = &default.tokens;
        let given = layout.meanings().filter_map(|(place, meaning)| {
            let value = &meaning.values[index].as_ref()?.tokens;
            let place = Literal::usize_unsuffixed(place);
            Some(quote!(values[#place] = #value;))
        });
        quote! {{
            const __DEFAULT: #ty = #default;
            let mut values = [__DEFAULT; #places];
            #(#given)*
            values
        }}
    } else {
        let at_empty_places = catalog.rows[0].meanings[0].values[index];
        let values =
            layout.places().map(|found| found.map_or(at_empty_places, |(_, meaning)| meaning.values[index]));
        let values = values.map(|value| value.map(|value| &value.tokens));
        quote!([#(#values),*])
    };
    let values_name = values_name(column);
    let value = value_at(catalog, column, &quote!(self.__place()));
    quote! {
        #docs
        #[inline]
        #[must_use]
        #vis const fn #name(self) -> #ty {
            #value
        }

        const #values_name: &'static [#ty] = &#values;
    }
}

/// What the column's type must be is for rustc to report, where the type is written.
pub(super) fn value_at(catalog: &Catalog<'_>, column: &Column<'_>, place: &TokenStream) -> TokenStream {
    let at_type = column.ty.span().resolved_at(Span::call_site());
    let [mut name, mut values] = [catalog.name.clone(), values_name(column)];
    name.set_span(at_type);
    values.set_span(at_type);
    let (runtime, ty) = (catalog.runtime, column.ty);
    quote_spanned!(at_type=> #runtime::__private::value::<#ty>(#name::#values, #place))
}

fn values_name(column: &Column<'_>) -> Ident {
    format_ident!("__{}", column.key)
}

fn accessor_docs(column: &Column<'_>) -> TokenStream {
    let attrs = column.attrs;
    if attrs.is_empty() {
        let docs = format!("The row's `{}`. Of several meanings, the first one's.", column.key);
        quote!(#[doc = #docs])
    } else {
        attrs.clone()
    }
}

/// The struct behind `Entry::columns`: a field a column.
pub(super) fn columns(catalog: &Catalog<'_>) -> TokenStream {
    if catalog.columns.is_empty() {
        return TokenStream::new();
    }
    let runtime = catalog.runtime;
    let names: Vec<_> = catalog.columns.iter().map(|column| column.name).collect();
    let texts = catalog.columns.iter().map(|column| &column.key);
    let types = catalog.columns.iter().map(|column| {
        let ty = column.ty;
        if column.is_text { quote!(&'static ::core::primitive::str) } else { quote!(#ty) }
    });
    quote! {
        #[derive(::core::fmt::Debug)]
        pub struct __Columns {
            #(pub #names: #types,)*
        }

        impl #runtime::Columns for __Columns {
            const NAMES: &'static [&'static ::core::primitive::str] = &[#(#texts),*];
            fn value(&self, index: ::core::primitive::usize) -> ::core::option::Option<#runtime::Value<'_>> {
                [#(#runtime::Value::of(&self.#names)),*].get(index).copied()
            }
        }
    }
}

/// The number of a column's text among those of a place, behind the texts that all meanings have.
pub(super) fn text_field(catalog: &Catalog<'_>, column: usize) -> usize {
    own_fields(catalog) + catalog.columns[..column].iter().filter(|column| column.is_text).count()
}

/// Name, symbol, message, help; and the code of a string catalog.
fn own_fields(catalog: &Catalog<'_>) -> usize {
    match catalog.raw {
        Raw::Int(_) => 4,
        Raw::Str => 5,
    }
}
