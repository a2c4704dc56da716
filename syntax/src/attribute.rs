//! What an attribute brings: itself, or those that a `cfg_attr` holds.

use proc_macro2::{Ident, TokenStream, TokenTree};

/// Calls `found` for each attribute that the one with this body brings: with its first word, with its body, and whether
/// it depends on a `cfg_attr`. What is no attribute brings nothing.
///
/// ```
/// use error_catalog_syntax::attribute::each;
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
    let Some(TokenTree::Group(arguments)) = tokens.next() else { return };
    let arguments: Vec<TokenTree> = arguments.stream().into_iter().collect();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    // The first is the condition.
    for attribute in arguments.split(is_comma).skip(1) {
        visit(&attribute.iter().cloned().collect(), true, found);
    }
}
