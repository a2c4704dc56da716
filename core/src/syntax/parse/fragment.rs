//! What a `macro_rules!` around the catalog passes on. A fragment such as `$value:expr` arrives in an invisible group,
//! which rustc does not see any more in what a procedural macro returns: `2 * $value` would be `2 * 1 + 2`.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// Removes invisible groups from tokens whose meaning does not depend on them.
pub(super) fn ungroup(tokens: TokenStream) -> TokenStream {
    replaced(tokens, |_, _, _| false)
}

/// The tokens of an expression or a type without invisible groups, in parentheses where the neighbours of a fragment
/// would take it apart.
pub(super) fn kept_together(tokens: TokenStream) -> TokenStream {
    replaced(tokens, |before, fragment, next| {
        if is_negative_literal(fragment) {
            return next.is_some_and(is_postfix);
        }
        !is_operand(fragment) && (binds_what_follows(before) || next.is_some_and(binds_what_precedes))
    })
}

pub(super) fn is_negative_literal(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(minus), TokenTree::Literal(_)] if minus.as_char() == '-')
}

/// Returns whether a fragment needs parentheses, from the tokens before it, its content and the token after it.
type NeedsParentheses = fn(&[TokenTree], &[TokenTree], Option<&TokenTree>) -> bool;

fn replaced(tokens: TokenStream, needs_parentheses: NeedsParentheses) -> TokenStream {
    if !has_fragment(tokens.clone()) {
        return tokens;
    }
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let TokenTree::Group(group) = token else {
            kept.push(token);
            continue;
        };
        let inner = replaced(group.stream(), needs_parentheses);
        let (delimiter, span) = if group.delimiter() == Delimiter::None {
            let fragment: Vec<TokenTree> = inner.clone().into_iter().collect();
            if !needs_parentheses(&kept, &fragment, tokens.peek()) {
                kept.extend(fragment);
                continue;
            }
            // A span of the macro, because rustc warns about unnecessary parentheses with spans of the user.
            (Delimiter::Parenthesis, group.span().resolved_at(Span::mixed_site()))
        } else {
            (group.delimiter(), group.span())
        };
        let mut group = Group::new(delimiter, inner);
        group.set_span(span);
        kept.push(group.into());
    }
    kept.into_iter().collect()
}

fn has_fragment(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::None || has_fragment(group.stream()),
        _ => false,
    })
}

/// Returns whether no operator can split the fragment: a token, a lifetime, or a path without arguments.
fn is_operand(fragment: &[TokenTree]) -> bool {
    match fragment {
        [TokenTree::Group(group)] => !matches!(group.delimiter(), Delimiter::Brace | Delimiter::None),
        _ => fragment.iter().all(|token| match token {
            TokenTree::Ident(_) => true,
            TokenTree::Punct(punct) => matches!(punct.as_char(), ':' | '\''),
            TokenTree::Literal(_) => fragment.len() == 1,
            TokenTree::Group(_) => false,
        }),
    }
}

/// Returns whether the last token is an operator, or a keyword that takes an operand.
fn binds_what_follows(before: &[TokenTree]) -> bool {
    const WORDS: [&str; 11] =
        ["as", "break", "const", "dyn", "if", "in", "match", "mut", "raw", "return", "while"];
    match before {
        [.., TokenTree::Punct(quote), TokenTree::Ident(_)] if quote.as_char() == '\'' => true,
        [.., TokenTree::Ident(word)] => WORDS.iter().any(|known| word == known),
        [.., TokenTree::Punct(punct)] => !matches!(punct.as_char(), ',' | ';'),
        _ => false,
    }
}

fn binds_what_precedes(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(word) => word == "as",
        TokenTree::Punct(punct) => !matches!(punct.as_char(), ',' | ';'),
        _ => is_postfix(token),
    }
}

fn is_postfix(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '.' | '?'),
        TokenTree::Group(group) => matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::Bracket),
        _ => false,
    }
}
