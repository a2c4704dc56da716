//! Attributes that take effect: the one that is written, or those that a `cfg_attr` adds.

use super::names::unraw;
use proc_macro2::TokenTree;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Meta, Result, Token};

/// An attribute, and whether it takes effect only under the condition of a `cfg_attr`.
#[allow(
    missing_debug_implementations,
    reason = "syn's types have no `Debug` without its feature `extra-traits`"
)]
pub struct Effective {
    /// The path of the attribute, and its arguments.
    pub meta: Meta,
    /// Whether a `cfg_attr` adds it.
    pub is_conditional: bool,
}

/// Returns the attribute itself, or all that its `cfg_attr` adds. A malformed `cfg_attr`, which rustc rejects, adds none.
///
/// ```
/// use error_catalog_core::syntax::attribute::{effective, is_called};
///
/// let meta = syn::parse_str(r#"cfg_attr(unix, must_use, cfg_attr(all(), doc = "a"))"#)?;
/// let found = effective(&meta);
/// assert!(is_called(&found[0].meta, "must_use") && is_called(&found[1].meta, "doc"));
/// assert!(found.iter().all(|attribute| attribute.is_conditional));
/// # Ok::<(), syn::Error>(())
/// ```
pub fn effective(meta: &Meta) -> Vec<Effective> {
    let mut found = Vec::new();
    push_effective(meta, false, &mut found);
    found
}

fn push_effective(meta: &Meta, is_conditional: bool, found: &mut Vec<Effective>) {
    if !is_called(meta, "cfg_attr") {
        return found.push(Effective { meta: meta.clone(), is_conditional });
    }
    let Ok(added) = meta.require_list().and_then(|list| list.parse_args_with(after_condition)) else {
        return;
    };
    for meta in &added {
        push_effective(meta, true, found);
    }
}

/// Parses the attributes of a `cfg_attr`. Skips the condition, because `true` and `false` are no attributes.
fn after_condition(input: ParseStream<'_>) -> Result<Punctuated<Meta, Token![,]>> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    input.parse::<Option<Token![,]>>()?;
    Punctuated::parse_terminated(input)
}

/// Returns whether the path of the attribute is this identifier, also if it is written as `r#name`.
pub fn is_called(meta: &Meta, name: &str) -> bool {
    meta.path().get_ident().is_some_and(|path| unraw(path) == name)
}
