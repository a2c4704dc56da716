//! The attributes of the enum, of rows and of columns: rejects those that contradict the expansion, and records
//! `#[deprecated]`.

use super::texts::check_optional_text;
use crate::Report;
use crate::model::Deprecated;
use crate::syntax::ast::{self, Text};
use crate::syntax::attribute::{Deprecation, Effective, effective, has_path, parse_deprecated};
use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Meta, Path, Token};

/// Derives whose traits the expansion implements, each with the name of the trait.
const PROVIDED: [(&str, &str); 13] = [
    ("Clone", "`Clone`"),
    ("Copy", "`Copy`"),
    ("PartialEq", "`PartialEq`"),
    ("Eq", "`Eq`"),
    ("PartialOrd", "`PartialOrd`"),
    ("Ord", "`Ord`"),
    ("Hash", "`Hash`"),
    ("Debug", "`Debug`"),
    ("Display", "`Display`"),
    ("FromStr", "`FromStr`"),
    ("EnumString", "`FromStr`"),
    ("TryFromPrimitive", "`TryFrom` for the type of its codes"),
    ("IntoPrimitive", "`Into` for the type of its codes"),
];

/// Derives for serialization that are wrong or unnecessary, each with the reason and the remedy.
const WIRE: [(&str, &str, &str); 6] = [
    ("Serialize", "would write names instead of codes", SERIALIZE),
    ("Deserialize", "would read names instead of codes", DESERIALIZE),
    ("Serialize_repr", "is not needed", SERIALIZE),
    ("Deserialize_repr", "would reject unknown codes", DESERIALIZE),
    ("JsonSchema", DESCRIBES_NAMES, "enable the feature `schemars` of error-catalog"),
    (
        "ToSchema",
        DESCRIBES_NAMES,
        "implement it by hand, or use the schema that the feature `schemars` of error-catalog generates",
    ),
];
const SERIALIZE: &str = "enable the feature `serde` of error-catalog";
const DESERIALIZE: &str = "deserialize into `Code` with the feature `serde` of error-catalog, or into the enum if it declares `exhaustive` or `unknown`";
const DESCRIBES_NAMES: &str = "would describe names instead of codes";

/// The attributes of the enum that the expansion repeats.
#[derive(Default)]
pub(super) struct EnumAttrs {
    /// All attributes except `#[cfg]`.
    pub(super) attrs: TokenStream,
    /// True if the enum is deprecated, perhaps in some configurations only.
    pub(super) is_deprecated: bool,
}

/// Returns the `#[cfg]`s of the enum, which every item of the expansion repeats.
pub(crate) fn conditions(attributes: &[ast::Attribute]) -> TokenStream {
    let conditions = attributes.iter().filter(|attribute| has_path(&attribute.meta, "cfg"));
    conditions.map(|attribute| attribute.tokens.clone()).collect()
}

pub(super) fn check_enum_attrs(attributes: &[ast::Attribute], report: &mut Report) -> EnumAttrs {
    let mut kept = EnumAttrs::default();
    for attribute in attributes {
        let tokens = attribute.tokens.clone();
        if let Some(paths) = derived_paths(&attribute.meta) {
            kept.attrs.extend(strip_redundant_derives(tokens, &paths, report));
        } else if !has_path(&attribute.meta, "cfg") && check_enum_attr(&attribute.meta, report) {
            kept.attrs.extend(tokens);
            kept.is_deprecated |=
                effective(&attribute.meta).iter().any(|found| has_path(&found.meta, "deprecated"));
        }
    }
    kept
}

/// Returns whether the enum can have the attribute, or all attributes that its `cfg_attr` adds.
fn check_enum_attr(meta: &Meta, report: &mut Report) -> bool {
    let mut is_valid = true;
    for Effective { meta, is_conditional } in effective(meta) {
        if has_path(&meta, "repr") {
            let message = "the type of the codes determines the representation of the enum: remove `#[repr]`";
            report.error_at(&meta, message);
            is_valid = false;
        } else if has_path(&meta, "cfg") && is_conditional {
            let message = "`cfg` inside `cfg_attr` would not apply to all items of the catalog: write `#[cfg(…)]` directly";
            report.error(meta.path().span(), message);
            is_valid = false;
        }
        for path in derived_paths(&meta).iter().flatten() {
            is_valid &= check_derive(path, report);
        }
    }
    is_valid
}

/// Returns the derived traits if the attribute is a `derive`.
pub(super) fn derived_paths(meta: &Meta) -> Option<Punctuated<Path, Token![,]>> {
    let Meta::List(list) = meta else { return None };
    if !has_path(meta, "derive") {
        return None;
    }
    list.parse_args_with(Punctuated::parse_terminated).ok()
}

fn strip_redundant_derives(
    tokens: TokenStream,
    paths: &Punctuated<Path, Token![,]>,
    report: &mut Report,
) -> TokenStream {
    let kept: Vec<_> = paths.iter().filter(|path| check_derive(path, report)).collect();
    if kept.len() == paths.len() {
        tokens
    } else if kept.is_empty() {
        TokenStream::new()
    } else {
        quote!(#[derive(#(#kept),*)])
    }
}

fn check_derive(path: &Path, report: &mut Report) -> bool {
    let Some(last) = path.segments.last().map(|segment| &segment.ident) else { return true };
    let message = if let Some((_, provided)) = PROVIDED.iter().find(|(name, _)| last == name) {
        format!("every catalog already implements {provided}: remove `{last}` from the `derive`")
    } else if last == "Error" {
        "`Failure` is the error type of a catalog: remove `Error` from the `derive`".to_owned()
    } else if let Some((name, reason, remedy)) = WIRE.iter().find(|(name, ..)| last == name) {
        format!("a derived `{name}` {reason}: remove it, and {remedy}")
    } else {
        return true;
    };
    report.error_at(path, message);
    false
}

/// Returns whether a row can have the attribute. The tables are the same in all configurations, so an attribute that they
/// record cannot depend on a `cfg`.
pub(super) fn check_row_attr(attribute: &ast::Attribute, report: &mut Report) -> bool {
    let mut is_valid = true;
    for Effective { meta, is_conditional } in effective(&attribute.meta) {
        let message = if has_path(&meta, "cfg") {
            "a row cannot be conditional, because the tables are built from all rows: declare a catalog for each \
             configuration, with `#[cfg]` on the catalog"
        } else if has_path(&meta, "deprecated") && is_conditional {
            "`#[deprecated]` on a row cannot be conditional, because the tables are the same in every configuration: write it \
             without `cfg_attr`"
        } else if has_path(&meta, "error") {
            "`Display` prints the message of the row: remove `#[error]`"
        } else {
            continue;
        };
        report.error(meta.path().span(), message);
        is_valid = false;
    }
    is_valid
}

pub(super) fn check_column_attrs(columns: &[&ast::Column], report: &mut Report) {
    for attribute in columns.iter().flat_map(|column| &column.attrs) {
        for Effective { meta, .. } in effective(&attribute.meta) {
            if has_path(&meta, "cfg") {
                let message =
                    "a column cannot be conditional, because every row has it: put `#[cfg]` on the catalog";
                report.error(meta.path().span(), message);
            }
        }
    }
}

/// Checks the texts of a `#[deprecated]`, and returns them. Returns `None` for other attributes.
pub(super) fn check_deprecated(attribute: &ast::Attribute, report: &mut Report) -> Option<Deprecated> {
    let Deprecation { since, note } = parse_deprecated(&attribute.meta)?;
    Some(Deprecated {
        since: since.map(|since| checked("the version", since, report)),
        note: note.map(|note| checked("the note", note, report)),
    })
}

fn checked(what: &str, text: Text, report: &mut Report) -> String {
    check_optional_text(what, &text, report);
    text.value
}
