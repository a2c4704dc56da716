//! A checked catalog → Rust. The enum, the tables, and what depends on the rows; the methods and impls that are
//! the same for every catalog are in the runtime (`macro_support/catalog_macro.rs` there).
//!
//! No item grows with the rows but the enum, the list of its variants, and static data. rustc looks each variant of
//! a constant up among all, which is quadratic; so no constant has variants in it but `ALL` and `ROWS`, which
//! `__on_use!` keeps from being evaluated where nothing uses them.
//!
//! # What is in scope where
//!
//! What the user wrote, the types and values of columns, stands at the level of the enum, where nothing of ours is in
//! scope. What we wrote stands in a constant without a name, where the user's items are in scope: a pattern that is the
//! name of a constant matches its value, so each parameter there is the name of a function first (`names` of the
//! runtime), and is a new variable for that.

mod columns;
mod docs;
mod enumeration;
mod envelope;
mod history;
mod index;
mod layout;
mod packed;
mod tables;
mod written;

use crate::model::{Catalog, Raw};
use crate::syntax::names::unraw;
use columns::{accessors, columns_struct, typed_columns};
use enumeration::{enumeration, later_names};
use index::{Indexes, lookup_of_codes};
use layout::Layout;
use packed::Data;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use tables::{codes, optional, rows_by_place, table};

/// `None` where no perfect hash is found; `lookup` says why that does not happen.
pub(crate) fn catalog(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let codes = lookup_of_codes(catalog)?;
    let layout = Layout::of(catalog, &codes);
    let mut data = Data::default();
    let indexes = Indexes::of(catalog, &codes, &layout, &mut data)?;
    let runtime = catalog.runtime;
    let enumeration = enumeration(catalog);
    let own_items = own_items(catalog, &layout);
    let typed_columns = typed_columns(catalog, &layout);
    let columns_struct = columns_struct(catalog);
    let rows = rows(catalog);
    let catalog_impl = catalog_impl(catalog, &layout, &indexes, data);
    let error_impl = error_impl(catalog);
    let shared_impls = shared_impls(catalog);
    let tracked_baseline = history::tracked_baseline(catalog);
    let (name, allowed) = (catalog.name, allowed_lints(catalog));
    let hidden = quote! {
        #allowed
        const _: () = {
            use #runtime::__private::{self as __p, names::*};
            // The traits are implemented for an alias: clippy's `same_name_method` compares methods of one path.
            type __Catalog = #name;

            #rows
            #columns_struct
            #catalog_impl
            #error_impl
            #shared_impls
        };
    };
    let conditions = std::iter::repeat(&catalog.conditions);
    // An item each, since an attribute goes on one.
    let items =
        [enumeration, own_items].into_iter().chain(typed_columns).chain([hidden]).chain(tracked_baseline);
    Some(quote!(#(#conditions #items)*))
}

/// Returns the `#[allow]` of an item, which no catalog needs but one with deprecations, which the expansion mentions, or
/// with very many rows. Without one, a crate may `forbid` every lint. Other lints ignore the code of a macro from
/// another crate, see [`of_the_expansion`].
fn allowed_lints(catalog: &Catalog<'_>) -> TokenStream {
    let is_deprecated = catalog.is_deprecated || catalog.rows.iter().any(|row| row.deprecated.is_some());
    let deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    let long = catalog.rows.len() > ROWS_EVALUATED_QUICKLY;
    let long = long.then(|| quote!(#[allow(long_running_const_eval)]));
    quote!(#deprecated #long)
}

/// With more rows, rustc may take its evaluation of the tables for an endless loop.
const ROWS_EVALUATED_QUICKLY: usize = 10_000;

/// Returns a user's name as one of the expansion, at its place in the source. Lints such as `dead_code` and
/// `non_upper_case_globals` then ignore the item.
fn of_the_expansion(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(name.span().resolved_at(Span::call_site()));
    name
}

/// The items of the enum that have no parameters. An item that an attribute of the user is on stands here, at the level
/// of the enum, for messages of rustc to call it as the user does.
fn own_items(catalog: &Catalog<'_>, layout: &Layout<'_>) -> TokenStream {
    let name = catalog.name;
    let later_names = later_names(catalog);
    let former_names = history::former_names(catalog);
    let is_success = is_success(catalog, layout);
    let accessors = accessors(catalog);
    let allowed = allowed_lints(catalog);
    quote! {
        #allowed
        impl #name {
            #later_names
            #former_names
            #is_success
            #accessors
        }
    }
}

/// Lists the variants, once for all constants that are made of them.
fn rows(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { runtime, vis, name, .. } = catalog;
    let count = Literal::usize_unsuffixed(catalog.rows.len());
    let variants = catalog.rows.iter().map(|row| &row.meanings[0].name);
    quote! {
        const fn rows() -> [#name; #count] {
            [#(#name::#variants),*]
        }

        impl #name {
            /// All rows, in the order of their codes.
            #vis const ALL: &'static [Self] = #runtime::__on_use!(rows());
        }
    }
}

/// With more successes than this, a pattern of them all takes rustc quadratic time.
const SUCCESSES_IN_A_PATTERN: usize = 64;

fn is_success(catalog: &Catalog<'_>, layout: &Layout<'_>) -> TokenStream {
    let Catalog { runtime, vis, .. } = catalog;
    let successes: Vec<_> =
        catalog.rows.iter().filter(|row| row.success).map(|row| &row.meanings[0].name).collect();
    let answer = match successes.len() {
        0 => quote!(false),
        1..=SUCCESSES_IN_A_PATTERN => quote!(::core::matches!(self, #(Self::#successes)|*)),
        _ => {
            let places: Vec<u8> =
                layout.rows.iter().map(|row| row.is_some_and(|row| row.success).into()).collect();
            let (count, places) = (Literal::usize_unsuffixed(places.len()), Literal::byte_string(&places));
            quote! {
                static SUCCESS: [::core::primitive::u8; #count] = *#places;
                SUCCESS[#runtime::__private::Table::index(
                    <Self as #runtime::Catalog>::TABLE,
                    self as ::core::primitive::u64,
                )] != 0
            }
        }
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

fn catalog_impl(catalog: &Catalog<'_>, layout: &Layout<'_>, indexes: &Indexes, data: Data) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let columns_type = if catalog.columns.is_empty() { quote!(()) } else { quote!(__Columns) };
    let codes_macro = raw_codes(catalog);
    let successes = if has_success(catalog) { quote!(WithSuccess) } else { quote!(WithoutSuccess) };
    let name_text = unraw(name);
    let [title, source, lang] = [catalog.title, catalog.source, catalog.lang].map(optional);
    let table = table(catalog, layout, indexes, data);
    let rows_by_place = rows_by_place(layout, indexes);
    let history = history::constants(catalog, layout);
    let codes = codes(catalog);
    let envelope = envelope::constant(catalog);
    quote! {
        impl #runtime::Catalog for __Catalog {
            #runtime::__codes!(#codes_macro);
            type Columns = #columns_type;
            type Successes = __p::#successes;
            const NAME: &'static ::core::primitive::str = #name_text;
            const TITLE: __p::OptionalText = #title;
            const SOURCE: __p::OptionalText = #source;
            const LANG: __p::OptionalText = #lang;
            #history
            #envelope
            const ALL: &'static [Self] = #runtime::__on_use!(rows());
            const TABLE: &'static __p::Table = #table;
            const CODES: __p::Codes = #codes;
        }

        impl __p::Rows for #name {
            const ROWS: &'static [Self] = #runtime::__on_use!(#rows_by_place);
        }
    }
}

/// A catalog with a success is not an error type.
fn error_impl(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let name = catalog.name;
    (!has_success(catalog)).then(|| quote!(impl ::core::error::Error for #name {}))
}

fn has_success(catalog: &Catalog<'_>) -> bool {
    catalog.rows.iter().any(|row| row.success)
}

fn shared_impls(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { runtime, vis, name, .. } = catalog;
    let codes = raw_codes(catalog);
    quote!(#runtime::__catalog!(#vis #name: #codes);)
}

/// The kind of the codes, as the macros of the runtime expect it.
fn raw_codes(catalog: &Catalog<'_>) -> TokenStream {
    match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            quote!(int ::core::primitive::#raw)
        }
        Raw::Str => quote!(str),
    }
}
