//! A checked catalog → Rust. The enum, the tables, and what depends on the rows; the methods and impls that are
//! the same for every catalog stand in the runtime (`private/impls.rs` there).
//!
//! No item grows with the rows but the enum, the list of its variants, and static data. rustc looks each variant of
//! a constant up among all, which is quadratic; so no constant has variants in it but `ALL` and `ROWS`, which
//! `__on_use!` keeps from being evaluated where nothing uses them.

mod columns;
mod docs;
mod enumeration;
mod history;
mod index;
mod layout;
mod packed;
mod tables;

use crate::model::{Catalog, Raw};
use columns::{columns, text_accessor, text_field, typed_accessor, value_at};
use enumeration::{enumeration, later_names};
use error_catalog_syntax::names::unraw;
use index::{Indexes, lookup_of_codes};
use layout::Layout;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use tables::{optional, rows, table};

/// `None` where no perfect hash is found; `lookup` says why that does not happen.
pub(crate) fn catalog(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let codes = lookup_of_codes(catalog)?;
    let layout = Layout::of(catalog, &codes);
    let indexes = Indexes::of(catalog, &codes, &layout)?;
    let enumeration = enumeration(catalog);
    let own_items = own_items(catalog, &layout);
    let catalog_impl = catalog_impl(catalog, &layout, &indexes);
    let error_impl = error_impl(catalog);
    let shared_impls = shared_impls(catalog);
    let tracked_baseline = history::tracked_baseline(catalog);
    Some(quote! {
        #enumeration
        #own_items
        #catalog_impl
        #error_impl
        #shared_impls
        #tracked_baseline
    })
}

fn own_items(catalog: &Catalog<'_>, layout: &Layout<'_>) -> TokenStream {
    let Catalog { vis, name, .. } = catalog;
    let count = Literal::usize_unsuffixed(catalog.rows.len());
    let variants = catalog.rows.iter().map(|row| &row.meanings[0].name);
    let runtime = catalog.runtime;
    let later_names = later_names(catalog);
    let former_names = history::former_names(catalog);
    let is_success = is_success(catalog);
    let accessors = catalog.columns.iter().enumerate().map(|(index, column)| {
        if column.is_text {
            text_accessor(catalog, index, column)
        } else {
            typed_accessor(catalog, layout, index, column)
        }
    });
    quote! {
        #[allow(dead_code, deprecated, non_upper_case_globals, unused_mut)]
        impl #name {
            /// All rows, in the order of their codes.
            #vis const ALL: &'static [Self] = #runtime::__on_use!(Self::__rows());

            const fn __rows() -> [Self; #count] {
                [#(#name::#variants),*]
            }

            #later_names
            #former_names
            #is_success
            #(#accessors)*
        }
    }
}

fn is_success(catalog: &Catalog<'_>) -> TokenStream {
    let vis = catalog.vis;
    let successes: Vec<_> =
        catalog.rows.iter().filter(|row| row.success).map(|row| &row.meanings[0].name).collect();
    let answer = if successes.is_empty() {
        quote!(false)
    } else {
        quote!(::core::matches!(self, #(Self::#successes)|*))
    };
    quote! {
        /// Whether the code means that the call succeeded.
        #[inline]
        #[must_use]
        #vis const fn is_success(self) -> ::core::primitive::bool {
            #answer
        }
    }
}

fn catalog_impl(catalog: &Catalog<'_>, layout: &Layout<'_>, indexes: &Indexes) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let columns = columns(catalog);
    let columns_type = if catalog.columns.is_empty() { quote!(()) } else { quote!(__Columns) };
    let column_values = catalog.columns.iter().enumerate().map(|(index, column)| {
        let name = column.name;
        if column.is_text {
            let field = text_field(catalog, index);
            quote!(#name: #runtime::__private::table::<Self>().text(place, #field),)
        } else {
            let value = value_at(catalog, column, &quote!(place));
            quote!(#name: #value,)
        }
    });
    let place = if catalog.columns.is_empty() { quote!(_) } else { quote!(place) };
    let columns_value =
        if catalog.columns.is_empty() { quote!() } else { quote!(__Columns { #(#column_values)* }) };
    let codes = match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            quote!(#runtime::__integer_codes!(#raw);)
        }
        Raw::Str => quote!(#runtime::__string_codes!();),
    };
    let name_text = unraw(name);
    let [title, source, lang] = [catalog.title, catalog.source, catalog.lang].map(optional);
    let table = table(catalog, layout, indexes);
    let rows = rows(layout, indexes);
    let history = history::constants(catalog, layout);
    quote! {
        #[allow(deprecated, long_running_const_eval)]
        const _: () = {
            use #runtime::__private as __p;

            #columns

            impl #runtime::Catalog for #name {
                #codes
                type Columns = #columns_type;
                const NAME: &'static ::core::primitive::str = #name_text;
                const TITLE: __p::OptionalText = #title;
                const SOURCE: __p::OptionalText = #source;
                const LANG: __p::OptionalText = #lang;
                #history
                const ALL: &'static [Self] = #runtime::__on_use!(Self::__rows());
                const ROWS: &'static [Self] = #runtime::__on_use!(#rows);
                const TABLE: &'static __p::Table = #table;
                fn __columns(#place: ::core::primitive::usize) -> #columns_type {
                    #columns_value
                }
            }
        };
    }
}

/// A catalog with a success in it is no error type, and not every row of it makes a failure.
fn error_impl(catalog: &Catalog<'_>) -> TokenStream {
    if catalog.rows.iter().any(|row| row.success) {
        return TokenStream::new();
    }
    let Catalog { runtime, name, .. } = catalog;
    quote! {
        impl ::core::error::Error for #name {}
        impl #runtime::__private::MadeOf<#name> for #runtime::Failure<#name> {}
    }
}

fn shared_impls(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { runtime, vis, name, .. } = catalog;
    match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            quote!(#runtime::__integer_catalog!(#vis #name: #raw);)
        }
        Raw::Str => quote!(#runtime::__string_catalog!(#vis #name);),
    }
}
