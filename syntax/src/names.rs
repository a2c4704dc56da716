//! What can name a variant, an `or`, a column or a section.

use proc_macro2::Ident;

/// What the expansion declares on every enum. A variant, an `or` or a column cannot be called so.
pub const GENERATED: [&str; 14] = [
    "ALL",
    "code",
    "deprecated",
    "from_code",
    "from_name",
    "help",
    "is_success",
    "meanings",
    "message",
    "message_in",
    "name",
    "section",
    "symbol",
    "with_symbol",
];

/// Whether the expansion has the name for something of its own. Two leading underscores are kept for what it hides.
///
/// The name is to be without `r#`.
///
/// ```
/// use error_catalog_syntax::names::is_generated;
///
/// assert!(is_generated("message") && is_generated("__values"));
/// assert!(!is_generated("Message"));
/// ```
pub fn is_generated(name: &str) -> bool {
    GENERATED.contains(&name) || name.starts_with("__")
}

/// Whether Rust takes the word for an identifier: it is no keyword, of the newest edition included. `r#type` is one.
///
/// ```
/// use error_catalog_syntax::names::is_usable;
///
/// assert!(is_usable("Busy") && is_usable("r#type"));
/// assert!(!is_usable("type") && !is_usable("Self") && !is_usable("3d"));
/// ```
pub fn is_usable(word: &str) -> bool {
    // `Self` is the one keyword with a capital; to ask syn about each variant would take a tenth of the macro's time.
    let is_plain = word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_plain { word != "Self" } else { word != "gen" && syn::parse_str::<Ident>(word).is_ok() }
}

/// An identifier's text without `r#`.
pub fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
