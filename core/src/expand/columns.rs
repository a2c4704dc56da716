//! The columns: their accessors, their values, and the struct that holds the values of one meaning.

use super::packed::packed;
use super::row_order::RowOrder;
use super::{allowed_lints, resolved_at_call_site, visibility};
use crate::model::{Catalog, Column, Raw};
use crate::syntax::type_source;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn accessors(catalog: &Catalog<'_>) -> TokenStream {
    let mut accessors = TokenStream::new();
    for (index, column) in catalog.columns.iter().enumerate() {
        accessors.extend(accessor(catalog, index, column));
    }
    accessors
}

fn accessor(catalog: &Catalog<'_>, index: usize, column: &Column<'_>) -> TokenStream {
    let (runtime, vis) = (catalog.runtime, visibility(catalog));
    let (name, docs) = (resolved_at_call_site(column.name), accessor_docs(column));
    let table = quote!(<Self as #runtime::Catalog>::TABLE);
    let row = quote!(#runtime::__private::Table::index(#table, self as ::core::primitive::u64));
    let (ty, value) = (value_type(column), value_expression(catalog, index, column, &quote!(Self), &row));
    quote! {
        #docs
        #[inline]
        #[must_use]
        #vis const fn #name(self) -> #ty {
            #value
        }
    }
}

fn value_type(column: &Column<'_>) -> TokenStream {
    if column.is_text { quote!(&'static ::core::primitive::str) } else { column.ty.clone() }
}

/// Returns the expression for the value of a column of a meaning.
fn value_expression(
    catalog: &Catalog<'_>,
    index: usize,
    column: &Column<'_>,
    enumeration: &TokenStream,
    meaning: &TokenStream,
) -> TokenStream {
    let runtime = catalog.runtime;
    if column.is_text {
        let field = Literal::usize_unsuffixed(text_field(catalog, index));
        quote! {
            #runtime::__private::Table::text(<#enumeration as #runtime::Catalog>::TABLE, #meaning, #field)
        }
    } else {
        let index = Literal::usize_unsuffixed(index);
        quote!(#runtime::__private::value::<#enumeration, #index>(#meaning))
    }
}

fn accessor_docs(column: &Column<'_>) -> TokenStream {
    let attrs = &column.attrs;
    if attrs.is_empty() {
        let docs = match &column.translation {
            Some(lang) => format!(
                "Returns the message in `{lang}`. If the code has several meanings, this is the first."
            ),
            None => format!(
                "Returns the row's `{}`. If the code has several meanings, this is the first.",
                column.key
            ),
        };
        quote!(#[doc = #docs])
    } else {
        attrs.clone()
    }
}

/// Lists the translations, in a catalog that has some.
pub(super) fn translations(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let translations = catalog.columns.iter().enumerate().filter_map(|(index, column)| {
        let (lang, index) = (column.translation.as_deref()?, Literal::usize_unsuffixed(index));
        Some(quote!((#lang, #index)))
    });
    let translations: Vec<_> = translations.collect();
    (!translations.is_empty()).then(|| quote!(const TRANSLATIONS: __p::Translations = &[#(#translations),*];))
}

/// Returns one item per typed column. It contains the user's tokens, so no name of the expansion is in scope.
pub(super) fn typed_columns(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> Vec<TokenStream> {
    let typed = catalog.columns.iter().enumerate().filter(|(_, column)| !column.is_text);
    typed.map(|(index, column)| typed_column(catalog, order, index, column)).collect()
}

/// Writes each value as an array of length one, so that no value can shift another to the next row. rustc reports wrong
/// types at the user's tokens.
fn typed_column(
    catalog: &Catalog<'_>,
    order: &RowOrder<'_>,
    index: usize,
    column: &Column<'_>,
) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let ty = column.ty;
    let default = column.default.filter(|_| !column.is_computed);
    let mut values: Vec<&TokenStream> = default.iter().map(|default| &default.tokens).collect();
    let mut value_indexes = Vec::with_capacity(order.by_index.len());
    for found in &order.by_index {
        let given = found.and_then(|(_, meaning)| meaning.value(index));
        value_indexes.push(given.map_or(0, |_| values.len()));
        values.extend(given.map(|value| &value.tokens));
    }
    let meanings = Literal::usize_unsuffixed(order.by_index.len());
    let (width, value_indexes) = packed(&value_indexes);
    let index = Literal::usize_unsuffixed(index);
    let allowed = allowed_lints(catalog);
    quote! {
        #allowed
        impl #runtime::__private::Column<#index> for #name {
            type Value = #ty;
            const GIVEN: &'static [[#ty; 1]] = &[#([#values]),*];
            const VALUES: &'static [#ty] =
                &#runtime::__private::values_by_index::<Self, #index, #meanings>(#width, #value_indexes);
        }
    }
}

/// Returns the struct that `columns` returns, with one field per column.
pub(super) fn columns_struct(catalog: &Catalog<'_>) -> Option<TokenStream> {
    if catalog.columns.is_empty() {
        return None;
    }
    let Catalog { runtime, name, .. } = catalog;
    // A language tag such as `zh_Hant` is not in snake case, and rustc must not warn about it.
    let field = |column: &Column<'_>| match column.translation {
        Some(_) => resolved_at_call_site(column.name),
        None => column.name.clone(),
    };
    let fields: Vec<_> = catalog.columns.iter().map(field).collect();
    let texts = catalog.columns.iter().map(|column| &column.key);
    let written_types = catalog.columns.iter().map(|column| type_source(column.ty));
    let numbers = (0..fields.len()).map(Literal::usize_unsuffixed);
    let (mut types, mut views, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for (index, column) in catalog.columns.iter().enumerate() {
        let (field, number) = (&fields[index], Literal::usize_unsuffixed(index));
        if column.is_text {
            types.push(quote!(&'static ::core::primitive::str));
            views.push(quote!(#runtime::Value::Text(self.#field)));
        } else {
            types.push(quote!(<#name as __p::Column<#number>>::Value));
            views.push(quote!(__p::view::<#name, #number>(&self.#field)));
        }
        values.push(value_expression(catalog, index, column, &quote!(#name), &quote!(index)));
    }
    Some(quote! {
        pub struct __Columns {
            #(pub #fields: #types,)*
        }

        impl #runtime::Columns for __Columns {
            const NAMES: __p::Texts = &[#(#texts),*];
            const TYPES: __p::Texts = &[#(#written_types),*];

            fn value(&self, index: ::core::primitive::usize) -> __p::OptionalValue<'_> {
                ::core::option::Option::Some(match index {
                    #(#numbers => #views,)*
                    _ => return ::core::option::Option::None,
                })
            }

            fn __at(index: ::core::primitive::usize) -> Self {
                Self { #(#fields: #values),* }
            }
        }

        impl ::core::fmt::Debug for __Columns {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __p::debug_columns(self, f)
            }
        }
    })
}

/// Returns the number of a column's field, after the fields that all meanings have.
pub(super) fn text_field(catalog: &Catalog<'_>, column: usize) -> usize {
    builtin_field_count(catalog) + catalog.columns[..column].iter().filter(|column| column.is_text).count()
}

/// Returns the number of fields that all meanings have: name, symbol and help, and the code of a string catalog.
fn builtin_field_count(catalog: &Catalog<'_>) -> usize {
    match catalog.raw {
        Raw::Int(_) => 3,
        Raw::Str => 4,
    }
}
