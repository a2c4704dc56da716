//! Expands a checked catalog to Rust: the enum, the tables, and the items that depend on the rows. The methods and impls
//! that are the same for every catalog are in the runtime, in `macro_support/catalog_macro.rs`.
//!
//! Only the enum, the list of its variants and static data grow with the rows. rustc searches all variants for each
//! variant in a constant, which takes quadratic time. So only `ALL` and `ROWS` contain variants, and `__on_use!` prevents
//! their evaluation if nothing uses them.
//!
//! # Scopes
//!
//! The user's types and values of columns are expanded next to the enum, so that no item of the expansion is in scope. The
//! other items are in an unnamed constant, in which the user's items are in scope. A user's constant named `code` would turn
//! a parameter `code` into a pattern, so the functions of the runtime's module `names` shadow such constants.

mod code_format;
mod columns;
mod docs;
mod enumeration;
mod envelope;
mod error_type;
mod history;
mod index;
mod lex;
mod packed;
mod row_order;
mod tables;

use crate::model::{Catalog, Raw};
use crate::syntax::identifier::unraw;
use columns::{accessors, columns_struct, translations, typed_columns};
use enumeration::{enumeration, later_names};
use error_type::{error_type, error_type_impls};
use index::{Indexes, hash_codes};
use packed::Data;
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use row_order::RowOrder;
use tables::{codes, optional, rows_by_index, sections, table};

/// Returns the items, or `None` if no perfect hash is found. The module `perfect_hash` explains why that does not happen.
pub(crate) fn expand_catalog(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let codes = hash_codes(catalog)?;
    let order = RowOrder::of(catalog, &codes);
    let mut data = Data::default();
    let indexes = Indexes::of(catalog, &codes, &order, &mut data)?;
    let runtime = catalog.runtime;
    let enumeration = enumeration(catalog);
    let own_items = own_items(catalog, &order);
    let typed_columns = typed_columns(catalog, &order);
    let columns_struct = columns_struct(catalog);
    let rows = rows(catalog);
    let catalog_impl = catalog_impl(catalog, &order, &indexes, data);
    let error_impl = error_impl(catalog);
    let error_type = error_type(catalog);
    let error_type_impls = error_type_impls(catalog, &order);
    let readable_impl = readable_impl(catalog);
    let unknown_impl = unknown_impl(catalog);
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
            #error_type_impls
            #readable_impl
            #unknown_impl
            #shared_impls
        };
    };
    let conditions = std::iter::repeat(&catalog.conditions);
    // Each is one item, because an attribute applies to one.
    let items = [enumeration, own_items].into_iter().chain(error_type).chain(typed_columns);
    let items = items.chain([hidden]).chain(tracked_baseline);
    Some(quote!(#(#conditions #items)*))
}

/// Returns the `#[allow]`s of an item: one if rows are deprecated, because the tables mention them, and one for very many
/// rows. Other catalogs have no `#[allow]`, so that a crate may `forbid` every lint. All other lints ignore the expansion, because
/// it comes from another crate's macro; see [`resolved_at_call_site`].
fn allowed_lints(catalog: &Catalog<'_>) -> TokenStream {
    let is_deprecated = catalog.is_deprecated || catalog.rows.iter().any(|row| row.deprecated.is_some());
    let deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    let long = catalog.rows.len() > ROWS_EVALUATED_QUICKLY;
    let long = long.then(|| quote!(#[allow(long_running_const_eval)]));
    quote!(#deprecated #long)
}

/// The number of rows up to which rustc evaluates the tables before its lint against endless loops fires.
const ROWS_EVALUATED_QUICKLY: usize = 10_000;

/// Returns a user's name as one of the expansion, with its position in the source. Lints such as `dead_code` and
/// `non_upper_case_globals` then ignore the item.
fn resolved_at_call_site(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(name.span().resolved_at(Span::call_site()));
    name
}

/// Returns the visibility of the enum for an item of the expansion. Its tokens get the spans of the expansion, because
/// lints treat an item with the user's `pub` as written by the user.
fn visibility(catalog: &Catalog<'_>) -> TokenStream {
    let mut tokens: Vec<TokenTree> = catalog.vis.clone().into_iter().collect();
    for token in &mut tokens {
        token.set_span(token.span().resolved_at(Span::call_site()));
    }
    tokens.into_iter().collect()
}

/// Returns the items of the enum that have no parameters. Those with attributes of the user are here, next to the enum, so
/// that messages of rustc contain their path as the user writes it.
fn own_items(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> TokenStream {
    let name = catalog.name;
    let later_names = later_names(catalog);
    let former_names = history::former_names(catalog);
    let is_success = is_success(catalog, order);
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

/// Lists the variants once, for both constants that contain them.
fn rows(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let vis = visibility(catalog);
    let count = Literal::usize_unsuffixed(catalog.rows.len());
    let variants = catalog.rows.iter().map(|row| &row.meanings[0].name);
    quote! {
        const fn rows() -> [#name; #count] {
            [#(#name::#variants),*]
        }

        impl #name {
            /// All rows, in the order of their codes.
            #[doc(alias = "iter")]
            #vis const ALL: &'static [Self] = #runtime::__on_use!(rows());
        }
    }
}

/// The limit of successes in one pattern, because rustc takes quadratic time for it.
const SUCCESSES_IN_A_PATTERN: usize = 64;

fn is_success(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> TokenStream {
    let (runtime, vis) = (catalog.runtime, visibility(catalog));
    let successes: Vec<_> =
        catalog.rows.iter().filter(|row| row.success).map(|row| &row.meanings[0].name).collect();
    let answer = match successes.len() {
        0 => quote!(false),
        1..=SUCCESSES_IN_A_PATTERN => quote!(::core::matches!(self, #(Self::#successes)|*)),
        _ => {
            let flags: Vec<u8> =
                order.rows.iter().map(|row| row.is_some_and(|row| row.success).into()).collect();
            let (count, flags) = (Literal::usize_unsuffixed(flags.len()), Literal::byte_string(&flags));
            quote! {
                static SUCCESS: [::core::primitive::u8; #count] = *#flags;
                SUCCESS[#runtime::__private::Table::index(
                    <Self as #runtime::Catalog>::TABLE,
                    self as ::core::primitive::u64,
                )] != 0
            }
        }
    };
    quote! {
        /// Returns whether the catalog declares the code as a `success`.
        #[inline]
        #[must_use]
        #vis const fn is_success(self) -> ::core::primitive::bool {
            #answer
        }
    }
}

fn catalog_impl(catalog: &Catalog<'_>, order: &RowOrder<'_>, indexes: &Indexes, data: Data) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let columns_type = if catalog.columns.is_empty() { quote!(()) } else { quote!(__Columns) };
    let codes_macro = raw_codes(catalog.raw);
    let successes = if has_success(catalog) { quote!(WithSuccess) } else { quote!(WithoutSuccess) };
    let name_text = unraw(name);
    let [title, source, lang] = [catalog.title, catalog.source, catalog.lang.as_deref()].map(optional);
    let sections = sections(catalog);
    let translations = translations(catalog);
    let table = table(catalog, order, indexes, data);
    let rows_by_index = rows_by_index(order, indexes);
    let history = history::constants(catalog, order, indexes);
    let declared_values = error_type::declared_values(catalog, order);
    let codes = codes(catalog);
    let envelope = envelope::constant(catalog);
    let code_format = code_format::constants(catalog);
    let unknown = catalog.unknown.as_ref().map(|variant| {
        quote!(
            const UNKNOWN: ::core::option::Option<Self> = ::core::option::Option::Some(Self::#variant);
        )
    });
    quote! {
        impl #runtime::Catalog for __Catalog {
            #runtime::__codes!(#codes_macro);
            type Columns = #columns_type;
            type Successes = __p::#successes;
            const NAME: &'static ::core::primitive::str = #name_text;
            const TITLE: __p::OptionalText = #title;
            const SOURCE: __p::OptionalText = #source;
            const LANG: __p::OptionalText = #lang;
            const SECTIONS: &'static [#runtime::Section] = #sections;
            #translations
            #code_format
            #unknown
            #history
            #declared_values
            #envelope
            const ALL: &'static [Self] = #runtime::__on_use!(rows());
            const TABLE: &'static __p::Table = #table;
            const CODES: __p::Codes = #codes;
        }

        impl __p::Rows for #name {
            const ROWS: &'static [Self] = #runtime::__on_use!(#rows_by_index);
        }
    }
}

/// Implements `Error`. If the catalog has a success, the impl has a bound that is never met, whose `on_unimplemented`
/// message explains why.
fn error_impl(catalog: &Catalog<'_>) -> TokenStream {
    let name = catalog.name;
    let bound = has_success(catalog).then(|| quote!(where for<'a> __p::Row: __p::OnlyFailures<'a, #name>));
    quote!(impl ::core::error::Error for #name #bound {})
}

/// Marks a catalog that implements `Deserialize`: it never gets a new code, or has a row for unknown codes.
fn readable_impl(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let name = catalog.name;
    let is_readable = catalog.exhaustive || catalog.unknown.is_some();
    is_readable.then(|| quote!(impl __p::Readable<'_, #name> for __p::Row {}))
}

/// Converts any code into a row, in a catalog that declares the row of unknown codes.
fn unknown_impl(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let Catalog { runtime, name, .. } = catalog;
    let variant = catalog.unknown.as_ref()?;
    let docs = format!("Returns the row of a code: [`{variant}`]({name}::{variant}) for an unknown one.");
    Some(quote! {
        #[doc = #docs]
        impl ::core::convert::From<#runtime::Code<Self>> for #name {
            #[inline]
            fn from(code: #runtime::Code<Self>) -> Self {
                ::core::option::Option::unwrap_or(#runtime::Code::known(&code), Self::#variant)
            }
        }
    })
}

fn has_success(catalog: &Catalog<'_>) -> bool {
    catalog.rows.iter().any(|row| row.success)
}

fn shared_impls(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let vis = visibility(catalog);
    let codes = raw_codes(catalog.raw);
    let primitive = match catalog.raw {
        Raw::Int(int) if int.is_nonzero() => {
            let primitive = Ident::new(int.primitive, Span::call_site());
            Some(quote!(, ::core::primitive::#primitive))
        }
        _ => None,
    };
    quote!(#runtime::__catalog!(#vis #name: #codes #primitive);)
}

/// Returns the kind of the codes, as the macros of the runtime expect it.
pub(crate) fn raw_codes(raw: Raw) -> TokenStream {
    match raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            let module = if int.is_nonzero() { quote!(num) } else { quote!(primitive) };
            quote!(int ::core::#module::#raw)
        }
        Raw::Str => quote!(str),
    }
}
