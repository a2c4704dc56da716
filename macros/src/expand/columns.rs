//! The columns' accessors and values, and the struct behind `Entry::columns`.

use super::layout::Layout;
use crate::model::{Catalog, Column, Raw};
use error_catalog_syntax::ast::span_of;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

pub(super) fn accessors(catalog: &Catalog<'_>) -> TokenStream {
    let mut accessors = TokenStream::new();
    for (index, column) in catalog.columns.iter().enumerate() {
        accessors.extend(accessor(catalog, index, column));
    }
    accessors
}

fn accessor(catalog: &Catalog<'_>, index: usize, column: &Column<'_>) -> TokenStream {
    let Catalog { runtime, vis, .. } = catalog;
    let (name, docs) = (column.name, accessor_docs(column));
    let place = quote!(#runtime::__private::place::<Self>(self as ::core::primitive::u64));
    let ty = column.ty;
    let (ty, value) = if column.is_text {
        let field = text_field(catalog, index);
        let value = quote!(#runtime::__private::table::<Self>().text(#place, #field));
        (quote!(&'static ::core::primitive::str), value)
    } else {
        (quote!(#ty), value_at(catalog, index, column, &place))
    };
    quote! {
        #docs
        #[inline]
        #[must_use]
        #vis const fn #name(self) -> #ty {
            #value
        }
    }
}

fn accessor_docs(column: &Column<'_>) -> TokenStream {
    let attrs = &column.attrs;
    if attrs.is_empty() {
        let docs = format!("The row's `{}`. Of several meanings, the first one's.", column.key);
        quote!(#[doc = #docs])
    } else {
        attrs.clone()
    }
}

/// What the column's type must be is for rustc to report, where the type is written.
fn value_at(catalog: &Catalog<'_>, index: usize, column: &Column<'_>, place: &TokenStream) -> TokenStream {
    let at_type = span_of(column.ty).unwrap_or_else(Span::call_site).resolved_at(Span::call_site());
    let mut name = catalog.name.clone();
    name.set_span(at_type);
    let (runtime, ty, index) = (catalog.runtime, column.ty, Literal::usize_unsuffixed(index));
    quote_spanned!(at_type=> #runtime::__private::value::<#name, #index, #ty>(#place))
}

/// The values of the typed columns, an item each.
pub(super) fn column_values(catalog: &Catalog<'_>, layout: &Layout<'_>) -> Vec<TokenStream> {
    let typed = catalog.columns.iter().enumerate().filter(|(_, column)| !column.is_text);
    typed.map(|(index, column)| values(catalog, layout, index, column)).collect()
}

/// The values of a typed column, by place. A wrong type is rustc's to report.
fn values(catalog: &Catalog<'_>, layout: &Layout<'_>, index: usize, column: &Column<'_>) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let ty = column.ty;
    let values = if let Some(default) = column.default {
        let given = layout.meanings().filter_map(|(place, meaning)| {
            let value = &meaning.values[index].as_ref()?.tokens;
            Some((place, value))
        });
        values_and_default(ty, &default.tokens, layout.places.len(), given)
    } else {
        let at_empty_places = catalog.rows[0].meanings[0].values[index];
        let values = layout
            .places
            .iter()
            .map(|found| found.map_or(at_empty_places, |(_, meaning)| meaning.values[index]));
        let values = values.map(|value| value.map(|value| &value.tokens));
        quote!([#(#values),*])
    };
    let index = Literal::usize_unsuffixed(index);
    quote! {
        #[allow(deprecated)]
        impl #runtime::__private::Column<#index, #ty> for #name {
            const VALUES: &'static [#ty] = &#values;
        }
    }
}

/// The variable is the one name of ours beside what the user wrote. It is of our own hygiene, which no expression of
/// the user can see; and since a constant that is called so would be taken for a pattern, it is called as none is.
fn values_and_default<'a>(
    ty: &TokenStream,
    default: &TokenStream,
    places: usize,
    given: impl Iterator<Item = (usize, &'a TokenStream)>,
) -> TokenStream {
    let count = Literal::usize_unsuffixed(places);
    // As an argument it becomes what the type is, `&dyn Error` for one.
    let default = quote!([const { ::core::convert::identity::<#ty>(#default) }; #count]);
    let mut given = given.peekable();
    if given.peek().is_none() {
        return default;
    }
    let values = Ident::new("__values_by_place", Span::mixed_site());
    let given = given.map(|(place, value)| {
        let place = Literal::usize_unsuffixed(place);
        // Of its own type, so that rustc points at the type where the column is declared, and not at all of the catalog.
        quote!(#values[#place] = { let #values: #ty = #value; #values };)
    });
    quote! {{
        let mut #values: [#ty; #count] = #default;
        #(#given)*
        #values
    }}
}

/// The struct behind `Entry::columns`: a field a column.
pub(super) fn columns_struct(catalog: &Catalog<'_>) -> Option<TokenStream> {
    if catalog.columns.is_empty() {
        return None;
    }
    let Catalog { runtime, name, .. } = catalog;
    let names: Vec<_> = catalog.columns.iter().map(|column| column.name).collect();
    let texts = catalog.columns.iter().map(|column| &column.key);
    let types = catalog.columns.iter().map(|column| {
        let ty = column.ty;
        if column.is_text { quote!(&'static ::core::primitive::str) } else { quote!(#ty) }
    });
    let values = catalog.columns.iter().enumerate().map(|(index, column)| {
        if column.is_text {
            let field = text_field(catalog, index);
            quote!(#runtime::__private::table::<#name>().text(__place, #field))
        } else {
            value_at(catalog, index, column, &quote!(__place))
        }
    });
    Some(quote! {
        #[derive(::core::fmt::Debug)]
        pub struct __Columns {
            #(pub #names: #types,)*
        }

        impl #runtime::Columns for __Columns {
            const NAMES: &'static [&'static ::core::primitive::str] = &[#(#texts),*];
            fn value(&self, __index: ::core::primitive::usize) -> ::core::option::Option<#runtime::Value<'_>> {
                [#(#runtime::Value::of(&self.#names)),*].get(__index).copied()
            }
            fn __at(__place: ::core::primitive::usize) -> Self {
                Self { #(#names: #values),* }
            }
        }
    })
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
