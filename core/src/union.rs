//! `union!`: one enum for the codes of several catalogs. The methods and impls are in the runtime, in
//! `macro_support/union_macro.rs`.

use crate::Report;
use crate::expand::raw_codes;
use crate::pipeline::{compile_errors, split_input};
use crate::syntax::identifier::{is_usable, unraw};
use crate::syntax::{Raw, type_source};
use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Error, Meta, Path, Result, Token, Type, Visibility};

/// Expands `{ $crate } { … }` to the union, and to a `compile_error!` for each mistake.
pub fn expand_union(input: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let items = split_input(input, "union!", &mut report)
        .and_then(|(runtime, declaration)| union(&runtime, declaration, &mut report));
    let errors = compile_errors(&report, &TokenStream::new());
    quote!(#items #errors)
}

/// Returns the items, and adds the mistakes to `report`. `runtime` is the path of the runtime crate.
pub(crate) fn union(
    runtime: &TokenStream,
    declaration: TokenStream,
    report: &mut Report,
) -> Option<TokenStream> {
    let mut union = syn::parse2::<Union>(declaration).map_err(|error| report.push(error)).ok()?;
    check_members(&mut union, report);
    union.check_attributes(report);
    Some(union.expand(runtime))
}

/// `pub enum Kv: &'static str of storage::Storage, raft::Raft`
struct Union {
    attrs: Vec<Attribute>,
    vis: Visibility,
    name: Ident,
    raw: Raw,
    members: Vec<Member>,
}

/// `storage::Storage`, or `storage::Error as Storage`
struct Member {
    docs: Vec<Attribute>,
    path: Path,
    variant: Ident,
}

impl Parse for Union {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        const EXPECTED: &str = "expected a union: `pub enum Name: i32 of Catalog, Other`";
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        if !input.peek(Token![enum]) {
            return Err(input.error(EXPECTED));
        }
        input.parse::<Token![enum]>()?;
        let name = input.call(Ident::parse_any)?;
        if !is_usable(&name.to_string()) {
            let message =
                format!("`{name}` is a keyword of Rust and cannot name a union: choose another name");
            return Err(Error::new(name.span(), message));
        }
        if input.peek(Token![<]) {
            return Err(
                input.error("a union has no parameters, because its catalogs have none: remove `<…>`")
            );
        }
        let raw = parse_raw(input, &name)?;
        if input.peek(syn::token::Brace) {
            return Err(input.error("a union has no table: list its catalogs, `of Catalog, Other`"));
        }
        let of: Ident = input.call(Ident::parse_any).map_err(|error| at_end(input, &name, error))?;
        if of != "of" {
            return Err(Error::new(of.span(), "expected `of` and the catalogs: `of Catalog, Other`"));
        }
        if input.is_empty() {
            return Err(Error::new(of.span(), "a union has at least one catalog: list it after `of`"));
        }
        let members = input.parse_terminated(Member::parse, Token![,])?.into_iter().collect();
        Ok(Self { attrs, vis, name, raw, members })
    }
}

/// Returns an error at the name if the declaration ends too early, because syn's would point at the whole macro.
fn at_end(input: ParseStream<'_>, name: &Ident, error: Error) -> Error {
    if !input.is_empty() {
        return error;
    }
    Error::new(name.span(), "expected the catalogs after this: `of Catalog, Other`")
}

fn parse_raw(input: ParseStream<'_>, name: &Ident) -> Result<Raw> {
    if !input.peek(Token![:]) {
        let message = format!("expected the type of the codes after the name: `enum {name}: i32 of …`");
        return Err(Error::new(name.span(), message));
    }
    input.parse::<Token![:]>()?;
    let ty: Type = input.parse()?;
    Raw::of(&ty.to_token_stream()).ok_or_else(|| {
        let message =
            "codes are integers of up to 64 bits or `&'static str`: write the type of the catalogs' codes";
        Error::new_spanned(ty, message)
    })
}

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let docs = input.call(Attribute::parse_outer)?;
        let path = input.call(Path::parse_mod_style).map_err(|error| {
            Error::new(error.span(), "expected a catalog: `storage::Storage`, or `storage::Error as Storage`")
        })?;
        if input.peek(Token![<]) {
            return Err(input.error("a catalog has no parameters: remove `<…>`"));
        }
        let last = path.segments.last().map(|last| last.ident.clone());
        let variant = if input.peek(Token![as]) {
            input.parse::<Token![as]>()?;
            input.parse()?
        } else {
            last.ok_or_else(|| input.error("expected a catalog"))?
        };
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error("expected `,` between the catalogs"));
        }
        Ok(Self { docs, path, variant })
    }
}

/// Returns a path as people write it.
fn source(path: &Path) -> String {
    type_source(&path.to_token_stream())
}

/// Reports variants with the same name and attributes other than documentation.
fn check_members(union: &mut Union, report: &mut Report) {
    let mut seen: Vec<Member> = Vec::new();
    for member in union.members.drain(..) {
        for attribute in member.docs.iter().filter(|attribute| !attribute.path().is_ident("doc")) {
            report.error(
                attribute.span(),
                "a catalog in the list can have only `///` comments: remove the attribute",
            );
        }
        match seen.iter().find(|other| other.variant == member.variant) {
            None => seen.push(member),
            Some(other) if source(&other.path) == source(&member.path) => {
                let message = format!("`{}` is listed twice: remove one", source(&other.path));
                report.error_at(&member.path, message);
            }
            Some(other) => {
                let message = format!(
                    "`{}` is the name of another catalog in the list: rename this one, `as OtherName`",
                    other.variant
                );
                report.error(member.variant.span(), message);
            }
        }
    }
    union.members = seen;
}

impl Union {
    /// Reports attributes that contradict the expansion.
    fn check_attributes(&mut self, report: &mut Report) {
        self.attrs.retain(|attribute| {
            let is_wrong =
                ["derive", "repr", "cfg", "cfg_attr"].iter().any(|word| attribute.path().is_ident(word));
            if is_wrong {
                let word = attribute.path().to_token_stream();
                let message = format!("a union cannot have `#[{word}]`: remove it");
                report.error(attribute.span(), message);
            }
            !is_wrong
        });
    }
}

impl Union {
    fn expand(&self, runtime: &TokenStream) -> TokenStream {
        let Self { attrs, vis, name, members, .. } = self;
        let variants = members.iter().map(|Member { docs, path, variant }| {
            let row = format!("A row of [`{}`].", source(path));
            let has_docs = docs.iter().any(|attribute| attribute.path().is_ident("doc"));
            let generated = (!has_docs).then(|| quote!(#[doc = #row]));
            let docs = docs.iter().filter(|attribute| matches!(attribute.meta, Meta::NameValue(_)));
            quote!(#(#docs)* #generated #variant(#path))
        });
        let raw = raw_codes(self.raw);
        let listed = members.iter().enumerate().map(|(number, Member { path, variant, .. })| {
            let (number, text) = (Literal::usize_unsuffixed(number), unraw(variant));
            quote!(#number #variant #text #path,)
        });
        let checks = members.iter().enumerate().map(|(number, member)| member.check(number, name, runtime));
        quote! {
            #(#attrs)*
            #[derive(
                ::core::clone::Clone,
                ::core::marker::Copy,
                ::core::cmp::PartialEq,
                ::core::cmp::Eq,
                ::core::hash::Hash,
            )]
            #vis enum #name { #(#variants),* }

            const _: () = {
                use #runtime::__private::names::*;
                // The trait is implemented for an alias: clippy's `same_name_method` compares methods of one path.
                type __Union = #name;

                #runtime::__union! { #vis #name: #raw; #(#listed)* }
            };

            #(#checks)*
        }
    }
}

impl Member {
    /// Returns a constant whose evaluation fails if the catalog cannot be in the union. rustc reports it at the path.
    fn check(&self, number: usize, union: &Ident, runtime: &TokenStream) -> TokenStream {
        let span = self.path.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
        let number = Literal::usize_unsuffixed(number);
        let check = quote! {
            const _: () = #runtime::__private::assert_member(<#union as #runtime::Catalog>::MEMBERS, #number);
        };
        located_at(check, span)
    }
}

/// Moves tokens to a place in the source. They still resolve as before.
fn located_at(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), located_at(group.stream(), span)).into();
        }
        token.set_span(token.span().located_at(span));
        token
    });
    moved.collect()
}
