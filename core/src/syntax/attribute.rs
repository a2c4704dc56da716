//! Attributes that take effect: the one that is written, or those that a `cfg_attr` adds.

use super::ast::{Attribute, Text};
use super::identifier::unraw;
use super::literal;
use proc_macro2::TokenTree;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Meta, MetaNameValue, Result, Token};

/// An attribute, and whether it takes effect only under the condition of a `cfg_attr`.
#[allow(
    missing_debug_implementations,
    reason = "syn's types have no `Debug` without its feature `extra-traits`"
)]
pub struct Effective {
    /// The path of the attribute, and its arguments.
    pub meta: Meta,
    /// True if a `cfg_attr` adds it.
    pub is_conditional: bool,
}

/// Returns the attribute itself, or all attributes that its `cfg_attr` adds. A malformed `cfg_attr`, which rustc rejects,
/// adds none.
///
/// ```
/// use error_catalog_core::syntax::attribute::{effective, has_path};
///
/// let meta = syn::parse_str(r#"cfg_attr(unix, must_use, cfg_attr(all(), doc = "a"))"#)?;
/// let found = effective(&meta);
/// assert!(has_path(&found[0].meta, "must_use") && has_path(&found[1].meta, "doc"));
/// assert!(found.iter().all(|attribute| attribute.is_conditional));
/// # Ok::<(), syn::Error>(())
/// ```
pub fn effective(meta: &Meta) -> Vec<Effective> {
    let mut found = Vec::new();
    push_effective(meta, false, &mut found);
    found
}

/// Returns the first paragraph of a doc comment as one line, with the spaces trimmed as rustdoc does.
pub(super) fn first_paragraph(attributes: &[Attribute]) -> Option<Text> {
    let docs = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(MetaNameValue {
            path,
            value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }),
            ..
        }) if path.is_ident("doc") => Some(text),
        _ => None,
    });
    let docs: Vec<_> = docs.map(|text| (text.value(), text.span())).collect();
    let lines = docs.iter().flat_map(|(text, span)| {
        let text = if text.is_empty() { "\n" } else { text };
        text.lines().map(|line| (line.trim(), *span))
    });
    let mut paragraph =
        lines.skip_while(|(line, _)| line.is_empty()).take_while(|(line, _)| !line.is_empty());
    let (first, span) = paragraph.next()?;
    let value = paragraph.fold(first.to_owned(), |value, (line, _)| value + " " + line);
    Some(Text { value, span })
}

fn push_effective(meta: &Meta, is_conditional: bool, found: &mut Vec<Effective>) {
    if !has_path(meta, "cfg_attr") {
        return found.push(Effective { meta: meta.clone(), is_conditional });
    }
    let Ok(added) = meta.require_list().and_then(|list| list.parse_args_with(after_condition)) else {
        return;
    };
    for meta in &added {
        push_effective(meta, true, found);
    }
}

/// Parses the attributes of a `cfg_attr`. Skips the condition, because `true` and `false` are not attributes.
fn after_condition(input: ParseStream<'_>) -> Result<Punctuated<Meta, Token![,]>> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    input.parse::<Option<Token![,]>>()?;
    Punctuated::parse_terminated(input)
}

/// Returns whether the path of the attribute is this identifier, also if it is written as `r#name`.
pub fn has_path(meta: &Meta, name: &str) -> bool {
    meta.path().get_ident().is_some_and(|path| unraw(path) == name)
}

/// The texts of a `#[deprecated]`.
#[derive(Default)]
#[allow(missing_debug_implementations, reason = "nothing prints a node of the syntax tree")]
pub struct Deprecation {
    /// The version of `since = "…"`.
    pub since: Option<Text>,
    /// The text of `note = "…"`.
    pub note: Option<Text>,
}

/// Parses `#[deprecated]`, `#[deprecated = "note"]` or `#[deprecated(since = "…", note = "…")]`. Returns `None` for other
/// attributes, and for other forms, which rustc rejects.
pub fn parse_deprecated(meta: &Meta) -> Option<Deprecation> {
    if !has_path(meta, "deprecated") {
        return None;
    }
    let mut deprecation = Deprecation::default();
    match meta {
        Meta::Path(_) => {}
        Meta::NameValue(pair) => deprecation.note = string_value(&pair.value),
        Meta::List(list) => {
            let parse = Punctuated::<MetaNameValue, Token![,]>::parse_terminated;
            for pair in list.parse_args_with(parse).ok()? {
                let text = Some(string_value(&pair.value)?);
                if pair.path.get_ident().is_some_and(|key| unraw(key) == "since") {
                    deprecation.since = text;
                } else {
                    deprecation.note = text;
                }
            }
        }
    }
    Some(deprecation)
}

fn string_value(value: &Expr) -> Option<Text> {
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = value else { return None };
    Some(Text { value: literal::read(&text.token())?, span: text.span() })
}
