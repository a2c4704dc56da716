//! The placeholders of a text, which are those of `format!`: `{max}`, `{max:>4}`, `{path:?}`, and `{{` for a brace.

use std::ops::Range;
use syn::Ident;
use syn::ext::IdentExt;
use syn::parse::Parser;

/// A part of a text with placeholders.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    /// Text without braces, or one brace that is written twice.
    Text(&'a str),
    /// `{name}` or `{name:spec}`
    Value {
        /// The name of the value.
        name: &'a str,
        /// The format after the colon, or nothing.
        spec: &'a str,
        /// The placeholder in the text, in bytes.
        range: Range<usize>,
    },
}

/// The reason that a text is not a template.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TemplateError {
    /// A `{` without a `}` after it.
    #[error("`{{` has no `}}` after it: write `{{{{` for a brace in the text")]
    Unclosed,
    /// A `}` without a `{` before it.
    #[error("`}}` has no `{{` before it: write `}}}}` for a brace in the text")]
    Unopened,
    /// `{}` or `{:?}`
    #[error("`{{}}` has no name: write `{{name}}`")]
    Unnamed,
    /// Something that is not the name of a value, such as `{0}` or `{a.b}`.
    #[error("`{{{0}}}` is not the name of a value: write `{{name}}`, or `{{{{` for a brace in the text")]
    NoName(String),
}

/// Splits a text at its placeholders.
///
/// # Errors
///
/// Returns the first mistake in the braces.
///
/// ```
/// use error_catalog_core::syntax::template::{Piece, TemplateError, pieces};
///
/// let max = Piece::Value { name: "max", spec: ">4", range: 8..16 };
/// assert_eq!(pieces("at most {max:>4}"), Ok(vec![Piece::Text("at most "), max]));
/// assert_eq!(pieces("{{"), Ok(vec![Piece::Text("{")]));
/// assert_eq!(pieces("a {b"), Err(TemplateError::Unclosed));
/// ```
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, TemplateError> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(offset) = text[start..].find(['{', '}']) {
        let at = start + offset;
        if offset > 0 {
            pieces.push(Piece::Text(&text[start..at]));
        }
        let rest = &text[at..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            pieces.push(Piece::Text(&rest[..1]));
            start = at + 2;
            continue;
        }
        if rest.starts_with('}') {
            return Err(TemplateError::Unopened);
        }
        let end = rest.find('}').ok_or(TemplateError::Unclosed)?;
        let inner = &rest[1..end];
        if inner.contains('{') {
            return Err(TemplateError::Unclosed);
        }
        let (name, spec) = inner.split_once(':').unwrap_or((inner, ""));
        let name = name.trim_matches(' ');
        if name.is_empty() {
            return Err(TemplateError::Unnamed);
        }
        if !is_name(name) {
            return Err(TemplateError::NoName(inner.to_owned()));
        }
        start = at + end + 1;
        pieces.push(Piece::Value { name, spec, range: at..start });
    }
    if start < text.len() {
        pieces.push(Piece::Text(&text[start..]));
    }
    Ok(pieces)
}

/// Returns the names of the values that a format takes its width and precision from: `w` and `p` of `w$.p$`.
pub fn names_in_spec(spec: &str) -> impl Iterator<Item = &str> {
    spec.split('$').rev().skip(1).map(|before| {
        let is_part = |char: char| char == '_' || char.is_alphanumeric();
        let start = before.char_indices().rev().take_while(|(_, char)| is_part(*char)).last();
        let name = start.map_or("", |(start, _)| &before[start..]);
        // A zero before the width is a flag: `{x:0width$}`.
        name.trim_start_matches(|char: char| char.is_ascii_digit())
    })
}

fn is_name(name: &str) -> bool {
    let name = name.strip_prefix("r#").unwrap_or(name);
    Ident::parse_any.parse_str(name).is_ok()
}
