//! The names of variants, `or` meanings, columns and sections.

use proc_macro2::Ident;

/// Items of every generated enum. A variant, an `or` meaning or a column cannot have their names.
pub const GENERATED: [&str; 23] = [
    "ALL",
    "LANG",
    "NAME",
    "SECTIONS",
    "SOURCE",
    "TITLE",
    "code",
    "deprecated",
    "from_code",
    "from_name",
    "from_name_ignoring_case",
    "help",
    "is_success",
    "language_for",
    "languages",
    "meanings",
    "message",
    "message_in",
    "name",
    "negotiate",
    "section",
    "symbol",
    "with_symbol",
];

/// Returns whether the expansion uses the name, which is without `r#`. It reserves two leading underscores for hidden
/// items.
///
/// ```
/// use error_catalog_core::syntax::identifier::is_generated;
///
/// assert!(is_generated("message") && is_generated("__values"));
/// assert!(!is_generated("Message"));
/// ```
pub fn is_generated(name: &str) -> bool {
    GENERATED.contains(&name) || name.starts_with("__")
}

/// Returns whether the word is an identifier in all editions of Rust since 2018. `r#type` is one, a keyword is not.
///
/// ```
/// use error_catalog_core::syntax::identifier::is_usable;
///
/// assert!(is_usable("Busy") && is_usable("r#type"));
/// assert!(!is_usable("type") && !is_usable("Self") && !is_usable("3d") && !is_usable("Bad-token"));
/// ```
pub fn is_usable(word: &str) -> bool {
    // `Self` is the only keyword with a capital. Without this test, parsing each variant's name would take a tenth of
    // the macro's time.
    let is_plain = word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_plain { word != "Self" } else { word != "gen" && is_identifier(word) }
}

/// Returns whether the word is an identifier in any edition of Rust since 2018. `gen` is a keyword only since 2024.
///
/// ```
/// use error_catalog_core::syntax::identifier::is_identifier;
///
/// assert!(is_identifier("gen") && is_identifier("union") && is_identifier("忙") && is_identifier("r#type"));
/// assert!(!is_identifier("type") && !is_identifier("_") && !is_identifier("3d") && !is_identifier("Bad-token"));
/// ```
pub fn is_identifier(word: &str) -> bool {
    syn::parse_str::<Ident>(word).is_ok()
}

/// Returns a symbol as `shared symbol` and `was` take it: an identifier, or a text in quotes.
pub(crate) fn symbol_source(symbol: &str) -> String {
    if is_identifier(symbol) { symbol.to_owned() } else { format!("{symbol:?}") }
}

/// Returns the name of a variant that is named after a code that is an integer.
///
/// ```
/// use error_catalog_core::syntax::identifier::name_from_integer;
///
/// assert_eq!(name_from_integer(40001), "E40001");
/// assert_eq!(name_from_integer(-1), "Minus1");
/// ```
pub fn name_from_integer(code: i128) -> String {
    let prefix = if code < 0 { "Minus" } else { "E" };
    format!("{prefix}{}", code.unsigned_abs())
}

/// Returns the name of a variant that is named after a code that is a text: the words in camel case, with an `E` before a digit.
/// Returns `None` if the code has no letters and no digits.
///
/// ```
/// use error_catalog_core::syntax::identifier::name_from_code;
///
/// assert_eq!(name_from_code("42P01").as_deref(), Some("E42P01"));
/// assert_eq!(name_from_code("isv.bad-token").as_deref(), Some("IsvBadToken"));
/// assert_eq!(name_from_code("userID").as_deref(), Some("UserId"));
/// assert_eq!(name_from_code("HTTPError").as_deref(), Some("HttpError"));
/// assert_eq!(name_from_code("--"), None);
/// ```
pub fn name_from_code(code: &str) -> Option<String> {
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let mut name = String::new();
    if is_number {
        name.push_str(code);
    } else {
        code.split(|c: char| !c.is_alphanumeric()).for_each(|word| push_in_camel_case(&mut name, word));
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, 'E');
    }
    (!name.is_empty()).then_some(name)
}

/// Appends each word of `badToken` or `HTTPError` with one capital letter, as in `BadToken` and `HttpError`.
fn push_in_camel_case(name: &mut String, word: &str) {
    let chars: Vec<char> = word.chars().collect();
    for (at, char) in chars.iter().enumerate() {
        let follows_lowercase = at > 0 && chars[at - 1].is_lowercase();
        let precedes_lowercase = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        if at == 0 || char.is_uppercase() && (follows_lowercase || precedes_lowercase) {
            name.extend(char.to_uppercase());
        } else {
            name.extend(char.to_lowercase());
        }
    }
}

/// Returns the text of an identifier without `r#`.
pub fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
