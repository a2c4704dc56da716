//! What an attribute brings: itself, or those that a `cfg_attr` holds.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

/// Calls `found` for each attribute that the one with this body brings: with its first word, with its body, and whether
/// it depends on a `cfg_attr`. What is no attribute brings nothing.
///
/// ```
/// use error_catalog_core::syntax::attribute::each;
///
/// let mut found = Vec::new();
/// let body = r#"cfg_attr(unix, must_use, cfg_attr(all(), doc = "a"))"#.parse()?;
/// each(&body, &mut |path, _, is_conditional| found.push((path.to_string(), is_conditional)));
/// assert_eq!(found, [("must_use".to_owned(), true), ("doc".to_owned(), true)]);
/// # Ok::<(), proc_macro2::LexError>(())
/// ```
pub fn each(body: &TokenStream, found: &mut dyn FnMut(&Ident, &TokenStream, bool)) {
    visit(body, false, found);
}

fn visit(body: &TokenStream, is_conditional: bool, found: &mut dyn FnMut(&Ident, &TokenStream, bool)) {
    let mut tokens = body.clone().into_iter();
    let Some(TokenTree::Ident(path)) = tokens.next() else { return };
    if path != "cfg_attr" {
        return found(&path, body, is_conditional);
    }
    let Some(TokenTree::Group(given)) = tokens.next() else { return };
    // The first is the condition.
    for attribute in arguments(&given).iter().skip(1) {
        visit(attribute, true, found);
    }
}

/// What an attribute is given in parentheses, split at its commas. A comma at the end has nothing behind it.
///
/// ```
/// use error_catalog_core::syntax::attribute::arguments;
/// use proc_macro2::{Delimiter, Group};
///
/// let given = Group::new(Delimiter::Parenthesis, "Clone, serde::Serialize,".parse()?);
/// let given: Vec<String> = arguments(&given).iter().map(ToString::to_string).collect();
/// assert_eq!(given, ["Clone", "serde :: Serialize"]);
/// # Ok::<(), proc_macro2::LexError>(())
/// ```
pub fn arguments(given: &Group) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = given.stream().into_iter().collect();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let mut arguments: Vec<TokenStream> =
        tokens.split(is_comma).map(|argument| argument.iter().cloned().collect()).collect();
    if arguments.last().is_some_and(TokenStream::is_empty) {
        arguments.pop();
    }
    arguments
}
