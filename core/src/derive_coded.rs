//! The derive of the trait `Coded`: gives each variant of an enum, or a struct, a row of a catalog.

use crate::Report;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Error, Fields, Member, Meta, Path, Result, Token, parse_quote};

/// Expands `#[derive(Coded)]` to an impl of `Coded`, and to a `compile_error!` for each mistake.
pub fn derive_coded(input: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let items = expand_coded(input, &mut report);
    let errors = report.errors().iter().map(Error::to_compile_error);
    quote!(#items #(#errors)*)
}

/// Returns the impl, and adds the mistakes to `report`.
pub(crate) fn expand_coded(input: TokenStream, report: &mut Report) -> Option<TokenStream> {
    let items = syn::parse2(input).and_then(|input| expand_impl(&input, report));
    // Returns nothing after an error, because rustc would also report the missing arm.
    items.map_err(|error| report.push(error)).ok().filter(|_| report.is_empty())
}

fn expand_impl(input: &DeriveInput, report: &mut Report) -> Result<TokenStream> {
    let CodedAttr { catalog, runtime, every_row } = parse_coded_attr(input)?;
    let variants = parse_variants(input, report)?;
    let name = &input.ident;
    let (generics, arguments, condition) = input.generics.split_for_impl();
    let codes = variants.iter().map(|variant| variant.code_arm(&catalog, &runtime));
    let meanings = variants.iter().filter_map(|variant| variant.meaning_arm(&catalog, &runtime));
    let values = variants.iter().filter_map(|variant| variant.values_arm(&runtime));
    let use_value_of = variants
        .iter()
        .any(|variant| !variant.fields.is_empty())
        .then(|| quote!(use #runtime::__private::{OfAny as _, OfDebug as _, OfDisplay as _, OfOption as _};));
    let messages = variants.iter().filter_map(|variant| variant.inner_message_arm(&runtime));
    let rows: Vec<_> = variants.iter().filter_map(|variant| variant.row_path(&catalog)).collect();
    let inner: Vec<_> = variants.iter().filter_map(Variant::inner_type).collect();
    let every_row = every_row.map(|span| {
        quote_spanned!(span=> #runtime::__assert_every_row!(#catalog, &[&[#(#rows),*], #(<#inner as #runtime::Coded>::ROWS),*]);)
    });
    Ok(quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics #runtime::Coded for #name #arguments #condition {
            type Catalog = #catalog;
            const ROWS: &'static [#catalog] = &[#(#rows),*];

            fn code(&self) -> #catalog {
                match self { #(#codes,)* }
            }

            fn visit_values(
                &self,
                visit: &mut dyn ::core::ops::FnMut(&'static ::core::primitive::str, #runtime::Value<'_>),
            ) {
                #use_value_of
                match self {
                    #(#values,)*
                    _ => {}
                }
            }

            fn __meaning(&self) -> #runtime::Meaning<#catalog> {
                match self {
                    #(#meanings,)*
                    _ => #runtime::__private::first_meaning(#runtime::Coded::code(self)),
                }
            }

            fn __write_line(
                &self,
                lang: ::core::option::Option<&::core::primitive::str>,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                match self {
                    #(#messages,)*
                    _ => #runtime::__private::fill_in(self, lang, f),
                }
            }
        }

        #every_row
    })
}

/// The attribute `#[coded(Catalog, every_row, crate = path)]`.
struct CodedAttr {
    catalog: Path,
    runtime: Path,
    every_row: Option<Span>,
}

fn parse_coded_attr(input: &DeriveInput) -> Result<CodedAttr> {
    let expected = "expected `#[coded(Catalog)]` with the name of the catalog";
    let attribute = input.attrs.iter().find(|attribute| attribute.path().is_ident("coded"));
    let attribute = attribute.ok_or_else(|| Error::new(input.ident.span(), expected))?;
    let arguments = attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
        let catalog: Path = input.parse()?;
        let (mut runtime, mut every_row) = (parse_quote!(::error_catalog), None);
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.peek(Token![crate]) {
                input.parse::<Token![crate]>()?;
                input.parse::<Token![=]>()?;
                runtime = input.parse()?;
            } else {
                let word: Ident = input.parse()?;
                if word != "every_row" {
                    return Err(Error::new(word.span(), "expected `every_row` or `crate = path`"));
                }
                every_row = Some(word.span());
            }
        }
        Ok(CodedAttr { catalog, runtime, every_row })
    });
    arguments.map_err(|error| match attribute.meta {
        Meta::Path(_) => Error::new(attribute.span(), expected),
        _ => error,
    })
}

/// A variant, or the fields of a struct.
struct Variant<'a> {
    /// `Self::Name` or `Self`
    path: TokenStream,
    fields: Vec<(Member, &'a syn::Field)>,
    row: RowAttr,
}

enum RowAttr {
    /// The row that the attribute names.
    Own(Ident),
    /// `inner`: the row of the error in the variant.
    Inner,
}

fn parse_variants<'a>(input: &'a DeriveInput, report: &mut Report) -> Result<Vec<Variant<'a>>> {
    match &input.data {
        Data::Enum(data) => {
            let mut variants = Vec::new();
            for variant in &data.variants {
                let name = &variant.ident;
                let read = parse_variant(quote!(Self::#name), name, &variant.attrs, &variant.fields);
                variants.extend(read.map_err(|error| report.push(error)));
            }
            Ok(variants)
        }
        Data::Struct(data) => {
            Ok(vec![parse_variant(quote!(Self), &input.ident, &input.attrs, &data.fields)?])
        }
        Data::Union(data) => Err(Error::new(
            data.union_token.span,
            "`Coded` can be derived for enums and structs, but not for unions",
        )),
    }
}

fn parse_variant<'a>(
    path: TokenStream,
    name: &Ident,
    attrs: &[Attribute],
    fields: &'a Fields,
) -> Result<Variant<'a>> {
    let mut given = attrs.iter().filter(|attribute| attribute.path().is_ident("code"));
    let Some(attribute) = given.next() else {
        let message = format!(
            "`{name}` has no row: write `#[code(Row)]`, or `#[code(inner)]` if the error in it has one"
        );
        return Err(Error::new(name.span(), message));
    };
    if let Some(again) = given.next() {
        return Err(Error::new(again.span(), format!("`{name}` has two rows: keep one `#[code(…)]`")));
    }
    let row: Ident = attribute.parse_args().map_err(|error| {
        Error::new(error.span(), "expected the name of a row, as in `#[code(Row)]`, or `inner`")
    })?;
    let fields: Vec<_> = fields.members().zip(fields).collect();
    if row != "inner" {
        return Ok(Variant { path, fields, row: RowAttr::Own(row) });
    }
    if fields.len() != 1 {
        let message = format!(
            "`inner` needs exactly one field, and `{name}` has {}: write `#[code(Row)]`",
            fields.len()
        );
        return Err(Error::new(row.span(), message));
    }
    Ok(Variant { path, fields, row: RowAttr::Inner })
}

impl Variant<'_> {
    fn row_path(&self, catalog: &Path) -> Option<TokenStream> {
        match &self.row {
            RowAttr::Own(row) => Some(quote!(#catalog::#row)),
            RowAttr::Inner => None,
        }
    }

    fn inner_type(&self) -> Option<&syn::Type> {
        match self.row {
            RowAttr::Own(_) => None,
            RowAttr::Inner => self.fields.first().map(|(_, field)| &field.ty),
        }
    }

    /// Returns the pattern with all fields, and their variables.
    fn pattern(&self) -> (TokenStream, Vec<Ident>) {
        let variables: Vec<_> = (0..self.fields.len())
            .map(|index| format_ident!("field_{index}", span = Span::mixed_site()))
            .collect();
        let members = self.fields.iter().map(|(member, _)| member);
        let path = &self.path;
        (quote!(#path { #(#members: #variables),* }), variables)
    }

    fn code_arm(&self, catalog: &Path, runtime: &Path) -> TokenStream {
        match &self.row {
            RowAttr::Own(row) => {
                let path = &self.path;
                quote!(#path { .. } => #catalog::#row)
            }
            RowAttr::Inner => {
                let (pattern, _) = self.pattern();
                let variable = format_ident!("field_0", span = Span::mixed_site());
                quote!(#pattern => ::core::convert::From::from(#runtime::Coded::code(#variable)))
            }
        }
    }

    /// Returns the arm of the meaning that the attribute names, which may be one after `or`.
    fn meaning_arm(&self, catalog: &Path, runtime: &Path) -> Option<TokenStream> {
        let RowAttr::Own(row) = &self.row else { return None };
        let (path, name) = (&self.path, crate::syntax::identifier::unraw(row));
        Some(quote!(#path { .. } => #runtime::__private::meaning_named(#catalog::#row, #name)))
    }

    fn values_arm(&self, runtime: &Path) -> Option<TokenStream> {
        let (pattern, variables) = self.pattern();
        if let RowAttr::Inner = self.row {
            let variable = variables.first()?;
            return Some(quote!(#pattern => #runtime::Coded::visit_values(#variable, visit)));
        }
        let path = &self.path;
        let mut shown = Vec::new();
        let mut visits = Vec::new();
        for ((member, field), variable) in self.fields.iter().zip(&variables) {
            if is_source(member, field) {
                continue;
            }
            let name = match member {
                Member::Named(name) => crate::syntax::identifier::unraw(name),
                Member::Unnamed(index) => index.index.to_string(),
            };
            shown.push(quote!(#member: #variable));
            visits.push(quote!(visit(#name, (&&&#runtime::__private::ValueOf(#variable)).value());));
        }
        (!shown.is_empty()).then(|| quote!(#path { #(#shown,)* .. } => { #(#visits)* }))
    }

    fn inner_message_arm(&self, runtime: &Path) -> Option<TokenStream> {
        let (pattern, variables) = self.pattern();
        let variable = variables.first().filter(|_| matches!(self.row, RowAttr::Inner))?;
        Some(quote!(#pattern => #runtime::__private::write_inner(self, #variable, lang, f)))
    }
}

/// Returns whether thiserror treats the field as the source, which is not a value.
fn is_source(member: &Member, field: &syn::Field) -> bool {
    let is_marked = field
        .attrs
        .iter()
        .any(|attribute| ["from", "source", "backtrace"].iter().any(|word| attribute.path().is_ident(word)));
    is_marked || matches!(member, Member::Named(name) if name == "source")
}
