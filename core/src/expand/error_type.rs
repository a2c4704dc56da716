//! The error type: an enum with one variant per error and the values of one occurrence as its fields. Expands to nothing
//! unless the catalog declares one. The methods and impls that all error types have are in the runtime, in
//! `macro_support/error_macro.rs`.

use super::docs::{self, Documented, is_doc};
use super::lex::lex_literal;
use super::row_order::RowOrder;
use super::{allowed_lints, resolved_at_call_site};
use crate::model::{Catalog, ErrorValue, Meaning, Role, Row, Template};
use crate::syntax::ast::Attribute;
use crate::syntax::identifier::unraw;
use crate::syntax::type_source;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::Type;

/// Returns the enum and the conversions into it. They are next to the catalog, because they contain the user's types.
pub(super) fn error_type(catalog: &Catalog<'_>) -> Vec<TokenStream> {
    let Some(error_type) = &catalog.error_type else { return Vec::new() };
    let (vis, name) = (catalog.vis, error_type.name);
    let attrs = &error_type.attrs;
    let debug = (!error_type.derives_debug).then(|| quote!(#[derive(::core::fmt::Debug)]));
    let non_exhaustive = (!catalog.exhaustive).then(|| quote!(#[non_exhaustive]));
    let documented = Documented::of(catalog);
    let variants = errors(catalog).map(|(row, meaning)| expand_variant(row, meaning, &documented));
    let allowed = allowed_lints(catalog);
    let enumeration = quote! {
        #allowed
        #attrs
        #debug
        #non_exhaustive
        #vis enum #name { #(#variants)* }
    };
    let conversions = errors(catalog).filter_map(|(_, meaning)| {
        let [value] = &*meaning.error_values else { return None };
        if value.role != Role::From {
            return None;
        }
        let (variant, field, ty) = (&meaning.name, value.name, value.ty);
        Some(quote! {
            impl ::core::convert::From<#ty> for #name {
                fn from(source: #ty) -> Self {
                    Self::#variant { #field: source }
                }
            }
        })
    });
    [enumeration].into_iter().chain(conversions).collect()
}

/// Returns the meanings that are errors, with their rows. Each meaning of a shared code is an error of its own, because the
/// code that constructs the error chooses the meaning.
fn errors<'a>(catalog: &'a Catalog<'a>) -> impl Iterator<Item = (&'a Row<'a>, &'a Meaning<'a>)> {
    let rows = catalog.rows.iter().filter(|row| !row.success);
    rows.flat_map(|row| row.meanings.iter().map(move |meaning| (row, meaning)))
}

fn expand_variant(row: &Row<'_>, meaning: &Meaning<'_>, documented: &Documented) -> TokenStream {
    let name = &meaning.name;
    let own_docs = row.attrs.iter().filter(|attribute| is_doc(attribute)).map(|attribute| &attribute.tokens);
    let docs = lex_literal(&docs::error_docs(row, meaning, documented));
    let fields = meaning.error_values.iter().map(expand_field);
    let fields = (!meaning.error_values.is_empty()).then(|| quote!({ #(#fields),* }));
    quote! {
        #(#own_docs)*
        #[doc = #docs]
        #name #fields,
    }
}

fn expand_field(value: &ErrorValue<'_>) -> TokenStream {
    let ErrorValue { attrs, name, key, ty, role, .. } = value;
    let has_docs = attrs.iter().any(|attribute| is_doc(attribute));
    let docs = match role {
        Role::Plain => format!("The value `{key}` of the message."),
        Role::Source | Role::From => "The cause.".to_owned(),
    };
    let docs = (!has_docs).then(|| quote!(#[doc = #docs]));
    let attrs = attrs.iter().map(|attribute: &&Attribute| &attribute.tokens);
    quote!(#docs #(#attrs)* #name: #ty)
}

/// Returns the impls of the enum.
pub(super) fn error_type_impls(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> Option<TokenStream> {
    let error_type = catalog.error_type.as_ref()?;
    let (runtime, name, rows) = (catalog.runtime, error_type.name, catalog.name);
    let vis = super::visibility(catalog);
    let codes = errors(catalog).map(|(row, meaning)| {
        let (row, variant) = (&row.meanings[0].name, &meaning.name);
        quote!(Self::#variant { .. } => #rows::#row)
    });
    let later = later_meanings(catalog, order);
    let sources: Vec<_> = errors(catalog).filter_map(|(_, meaning)| source_arm(meaning)).collect();
    let use_as_error = (!sources.is_empty()).then(|| {
        quote!(
            use __p::AsError as _;
        )
    });
    let lines =
        errors(catalog).flat_map(|(row, meaning)| with_braces(meaning).map(|it| line_arm(row, meaning, it)));
    let values: Vec<_> = errors(catalog).filter_map(|(_, meaning)| values_arm(meaning)).collect();
    let use_value_of = (!values.is_empty()).then(|| {
        quote!(
            use __p::{OfAny as _, OfDebug as _, OfDisplay as _, OfOption as _};
        )
    });
    let into_sources = errors(catalog).filter_map(|(_, meaning)| into_source_arm(name, meaning));
    Some(quote! {
        impl #name {
            /// Returns the row of the catalog.
            #[inline]
            #[must_use]
            #vis const fn code(&self) -> #rows {
                match self { #(#codes,)* }
            }
        }

        impl ::core::error::Error for #name {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #use_as_error
                match self {
                    #(#sources,)*
                    _ => ::core::option::Option::None,
                }
            }
        }

        // The trait is implemented for an alias, as `Catalog` is, because of clippy's `same_name_method`.
        type __Errors = #name;

        impl #runtime::Coded for __Errors {
            type Catalog = #rows;
            const ROWS: &'static [#rows] = <#rows as #runtime::Catalog>::ALL;

            fn code(&self) -> #rows {
                Self::code(self)
            }

            fn visit_values(&self, visit: &mut dyn ::core::ops::FnMut(&'static ::core::primitive::str, #runtime::Value<'_>)) {
                #use_value_of
                match self {
                    #(#values,)*
                    _ => {}
                }
            }

            #later

            fn __write_line(
                &self,
                lang: ::core::option::Option<&::core::primitive::str>,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                let translation = __p::translation(self, lang);
                match (self, translation) {
                    #(#lines,)*
                    _ => __p::write_line(self, translation, f),
                }
            }
        }

        #runtime::__error_type!(#vis #name);
        #runtime::__error_into_failure! {
            #name of #rows {
                #(#into_sources,)*
                _ => ::core::option::Option::None,
            }
        }
    })
}

/// Returns the constants of the trait `Catalog` that describe the error type, if there is one.
pub(super) fn declared_values(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> Option<TokenStream> {
    let name = unraw(catalog.error_type.as_ref()?.name);
    let values_constant = |constant: &str, is_declared: fn(&ErrorValue<'_>) -> bool| {
        let meanings = order.by_index.iter().enumerate().filter_map(|(index, found)| {
            let (_, meaning) = found.as_ref()?;
            let values = meaning.error_values.iter().filter(|value| is_declared(value)).map(|value| {
                let (name, ty) = (&value.key, type_source(value.ty));
                quote!(__p::DeclaredValue { __name: #name, __type_name: #ty })
            });
            let values: Vec<_> = values.collect();
            let index = Literal::usize_unsuffixed(index);
            (!values.is_empty()).then(|| quote!((#index, &[#(#values),*])))
        });
        let (constant, meanings) = (format_ident!("{constant}"), meanings.collect::<Vec<_>>());
        (!meanings.is_empty()).then(|| quote!(const #constant: __p::DeclaredValues = &[#(#meanings),*];))
    };
    let values = values_constant("VALUES", |value| value.role == Role::Plain);
    let sources = values_constant("SOURCES", |value| value.role != Role::Plain);
    Some(quote! {
        const ERROR_TYPE: __p::OptionalText = ::core::option::Option::Some(#name);
        #values
        #sources
    })
}

/// Returns the method that distinguishes the meanings of a code, if any code has several.
fn later_meanings(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> Option<TokenStream> {
    let mut arms = Vec::new();
    for (number, (row, meaning)) in order.later.iter().enumerate() {
        let (variant, index) = (&meaning.name, Literal::usize_unsuffixed(order.rows.len() + number));
        if order.rows[*row].is_some_and(|row| !row.success) {
            arms.push(quote!(Self::#variant { .. } => #index));
        }
    }
    let (runtime, rows) = (catalog.runtime, catalog.name);
    (!arms.is_empty()).then(|| {
        quote! {
            fn __meaning(&self) -> #runtime::Meaning<#rows> {
                #runtime::Meaning::__at(match self {
                    #(#arms,)*
                    _ => return __p::first_meaning(Self::code(self)),
                })
            }
        }
    })
}

/// Returns the pattern of an error, with a variable for each value in `shown`.
fn pattern(
    enum_path: &TokenStream,
    meaning: &Meaning<'_>,
    value_indexes: impl Iterator<Item = usize>,
) -> TokenStream {
    let fields = value_indexes.map(|index| {
        let (field, variable) = (meaning.error_values[index].name, variable(index));
        quote!(#field: #variable)
    });
    let variant = &meaning.name;
    quote!(#enum_path::#variant { #(#fields,)* .. })
}

fn variable(index: usize) -> Ident {
    format_ident!("value_{index}", span = Span::mixed_site())
}

/// Returns the templates whose printed text differs from the table's: those with placeholders or `{{`.
fn with_braces<'a>(meaning: &'a Meaning<'_>) -> impl Iterator<Item = &'a Template> {
    meaning.templates.iter().filter(|template| template.text.contains(['{', '}']))
}

/// Returns the arm that writes the code and a text. The text is a `format_args!` of its own, which rustc joins with the
/// code, so that rustc reports inside the user's literal if a value cannot be printed.
fn line_arm(row: &Row<'_>, meaning: &Meaning<'_>, template: &Template) -> TokenStream {
    let translation = match template.translation {
        None => quote!(::core::option::Option::None),
        Some(number) => {
            let number = Literal::usize_unsuffixed(number);
            quote!(::core::option::Option::Some(#number))
        }
    };
    let pattern = pattern(&quote!(Self), meaning, template.shown.iter().copied());
    let mut text = Literal::string(&template.text);
    text.set_span(template.span);
    let arguments = template.shown.iter().map(|index| {
        let (name, variable) = (resolved_at_call_site(meaning.error_values[*index].name), variable(*index));
        quote!(#name = #variable)
    });
    let code = format!("{} ", row.printed_code());
    quote! {
        (#pattern, #translation) => {
            ::core::write!(f, "{}{}", #code, ::core::format_args!(#text #(, #arguments)*))
        }
    }
}

/// Returns the arm that visits the values, without the source.
fn values_arm(meaning: &Meaning<'_>) -> Option<TokenStream> {
    let plain = || {
        let values = meaning.error_values.iter().enumerate();
        values.filter(|(_, value)| value.role == Role::Plain)
    };
    plain().next()?;
    let pattern = pattern(&quote!(Self), meaning, plain().map(|(index, _)| index));
    let visits = plain().map(|(index, value)| {
        let (key, variable) = (&value.key, variable(index));
        quote!(visit(#key, (&&&__p::ValueOf(#variable)).value());)
    });
    Some(quote!(#pattern => { #(#visits)* }))
}

fn source_arm(meaning: &Meaning<'_>) -> Option<TokenStream> {
    let index = meaning.error_values.iter().position(|value| value.role != Role::Plain)?;
    let (pattern, variable) = (pattern(&quote!(Self), meaning, std::iter::once(index)), variable(index));
    let source = if is_option(meaning.error_values[index].ty) {
        quote!(::core::option::Option::Some(::core::option::Option::as_ref(#variable)?.as_error()))
    } else {
        quote!(::core::option::Option::Some(#variable.as_error()))
    };
    Some(quote!(#pattern => #source))
}

fn into_source_arm(error_type: &Ident, meaning: &Meaning<'_>) -> Option<TokenStream> {
    let index = meaning.error_values.iter().position(|value| value.role != Role::Plain)?;
    let (pattern, variable) =
        (pattern(&quote!(#error_type), meaning, std::iter::once(index)), variable(index));
    let source = if is_option(meaning.error_values[index].ty) {
        quote!(::core::option::Option::map(#variable, ::core::convert::Into::into))
    } else {
        quote!(::core::option::Option::Some(::core::convert::Into::into(#variable)))
    };
    Some(quote!(#pattern => #source))
}

fn is_option(ty: &TokenStream) -> bool {
    let Ok(Type::Path(path)) = syn::parse2(ty.clone()) else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == "Option")
}
