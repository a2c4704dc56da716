//! Attributes of the enum, of rows and of columns: which the expansion gives already, which cannot stand, what is
//! recorded.

use super::texts::optional_text_is_clean;
use crate::Report;
use crate::model::Deprecated;
use crate::syntax::ast::{self, Text};
use crate::syntax::{attribute, literal};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

/// What the expansion derives or implements on every catalog.
const DERIVED: [&str; 8] = ["Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Debug"];

/// What a derive would make of the names of the variants, where the code is on the wire.
const WIRE: [(&str, &str); 4] = [
    ("Serialize", "enable the feature `serde` of error-catalog, which writes every catalog as its code"),
    ("Deserialize", "enable the feature `serde` of error-catalog, which reads every catalog from its code"),
    ("JsonSchema", "enable the feature `schemars` of error-catalog, with which every catalog has its schema"),
    (
        "ToSchema",
        "implement it by hand, or take the schema that the feature `schemars` of error-catalog makes",
    ),
];

/// The attributes of the enum, less those that the expansion gives it already.
#[derive(Default)]
pub(super) struct OfTheEnum {
    /// All but `#[cfg]`.
    pub(super) attrs: TokenStream,
    /// `#[cfg]`, which goes on every item of the expansion.
    pub(super) conditions: TokenStream,
}

pub(super) fn attributes_of_the_enum(attributes: &[ast::Attribute], report: &mut Report) -> OfTheEnum {
    let mut kept = OfTheEnum::default();
    for attribute in attributes {
        let written = attribute.tokens.clone();
        if let Some(derived) = derives(&attribute.body) {
            kept.attrs.extend(less_what_is_derived(written, &derived, report));
        } else if is_called(&attribute.body, "cfg") {
            kept.conditions.extend(written);
        } else if is_of_the_enum(&attribute.body, report) {
            kept.attrs.extend(written);
        }
    }
    kept
}

/// Whether the enum can have the attribute, or each that a `cfg_attr` brings.
fn is_of_the_enum(body: &TokenStream, report: &mut Report) -> bool {
    let mut is_fine = true;
    attribute::each(body, &mut |path, body, is_conditional| {
        if path == "repr" {
            let message = "the type of the codes decides how the enum is represented: remove `#[repr]`";
            report.error_at(body, message);
            is_fine = false;
        } else if path == "cfg" && is_conditional {
            let message = "write `#[cfg(…)]` by itself, so that every item of the catalog gets it";
            report.error(path.span(), message);
            is_fine = false;
        } else if path == "derive"
            && let Some(paths) = derives(body)
        {
            for path in &paths {
                is_fine &= can_be_derived(path, report);
            }
        }
    });
    is_fine
}

fn is_called(body: &TokenStream, name: &str) -> bool {
    matches!(body.clone().into_iter().next(), Some(TokenTree::Ident(path)) if path == name)
}

/// What is derived, if the attribute is a `derive`.
fn derives(body: &TokenStream) -> Option<Vec<TokenStream>> {
    match body.clone().into_iter().nth(1) {
        Some(TokenTree::Group(given)) if is_called(body, "derive") => Some(attribute::arguments(&given)),
        _ => None,
    }
}

fn less_what_is_derived(written: TokenStream, paths: &[TokenStream], report: &mut Report) -> TokenStream {
    let theirs: Vec<_> = paths.iter().filter(|path| can_be_derived(path, report)).collect();
    match theirs.len() {
        all if all == paths.len() => written,
        0 => TokenStream::new(),
        _ => quote!(#[derive(#(#theirs),*)]),
    }
}

fn can_be_derived(path: &TokenStream, report: &mut Report) -> bool {
    let Some(TokenTree::Ident(last)) = path.clone().into_iter().last() else { return true };
    let message = if DERIVED.iter().any(|ours| last == ours) {
        format!("every catalog is `{last}` already: remove it from the `derive`")
    } else if let Some((name, remedy)) = WIRE.iter().find(|(name, _)| last == name) {
        format!("a derived `{name}` is about names, and the code is on the wire: remove it, and {remedy}")
    } else {
        return true;
    };
    report.error_at(path, message);
    false
}

/// Whether the attribute can stand on a row. All can, but those whose effect would depend on a `cfg` and that the tables
/// would have to know.
pub(super) fn keeps_the_row(attribute: &ast::Attribute, report: &mut Report) -> bool {
    let mut keeps = true;
    attribute::each(&attribute.body, &mut |path, _, is_conditional| {
        let message = if path == "cfg" {
            "a row cannot be conditional, since the tables are built from all rows: put `#[cfg]` on the catalog"
        } else if path == "deprecated" && is_conditional {
            "whether a row is deprecated is in the tables, which know no `cfg`: write `#[deprecated]` without `cfg_attr`"
        } else {
            return;
        };
        report.error(path.span(), message);
        keeps = false;
    });
    keeps
}

pub(super) fn columns_are_not_conditional(columns: &[&ast::Column], report: &mut Report) {
    let mut is_fine = |path: &Ident, _: &TokenStream, _: bool| {
        if path == "cfg" {
            let message =
                "a column cannot be conditional, since every row has it: put `#[cfg]` on the catalog";
            report.error(path.span(), message);
        }
    };
    for column in columns {
        for attribute in &column.attrs {
            attribute::each(&attribute.body, &mut is_fine);
        }
    }
}

/// `#[deprecated]`, `#[deprecated = "note"]` or `#[deprecated(since = "…", note = "…")]`. Other forms are
/// rustc's to report.
pub(super) fn deprecated(attribute: &ast::Attribute, report: &mut Report) -> Option<Deprecated> {
    let body: Vec<TokenTree> = attribute.body.clone().into_iter().collect();
    let [TokenTree::Ident(path), given @ ..] = body.as_slice() else { return None };
    if path != "deprecated" {
        return None;
    }
    let mut deprecated = Deprecated::default();
    match given {
        [TokenTree::Group(given)] => {
            for argument in attribute::arguments(given) {
                let (key, text) = key_and_text(argument)?;
                if key == "since" {
                    deprecated.since = Some(clean("the version", text, report));
                } else {
                    deprecated.note = Some(clean("the note", text, report));
                }
            }
        }
        [TokenTree::Punct(_), value] => {
            deprecated.note = text(value).map(|note| clean("the note", note, report));
        }
        _ => {}
    }
    Some(deprecated)
}

/// `key = "text"`
fn key_and_text(argument: TokenStream) -> Option<(Ident, Text)> {
    let argument: Vec<TokenTree> = argument.into_iter().collect();
    match argument.as_slice() {
        [TokenTree::Ident(key), TokenTree::Punct(equals), value] if equals.as_char() == '=' => {
            Some((key.clone(), text(value)?))
        }
        _ => None,
    }
}

fn text(value: &TokenTree) -> Option<Text> {
    let TokenTree::Literal(literal) = value else { return None };
    Some(Text { value: literal::read(literal)?, span: literal.span() })
}

fn clean(what: &str, text: Text, report: &mut Report) -> String {
    optional_text_is_clean(what, &text, report);
    text.value
}
