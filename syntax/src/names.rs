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

/// Whether an identifier is the tag of a language, `en` or `zh_tw`. Languages have names of two or three letters. A
/// column that is called so is the message in that language, and the runtime has the same rule for it.
///
/// ```
/// use error_catalog_syntax::names::is_language;
///
/// assert!(is_language("en") && is_language("zh_hant_tw") && is_language("yue"));
/// assert!(!is_language("english") && !is_language("e") && !is_language("zh__tw") && !is_language("en_"));
/// ```
pub fn is_language(name: &str) -> bool {
    let mut subtags = name.split('_');
    let language = subtags.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// An identifier's text without `r#`.
pub fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
