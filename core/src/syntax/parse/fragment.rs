//! Replaces the invisible groups in which a `macro_rules!` around the catalog passes fragments such as `$value:expr`.
//! rustc ignores such groups in the output of a procedural macro, so `2 * $value` would become `2 * 1 + 2`.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// Removes invisible groups from tokens whose meaning does not depend on them.
pub(super) fn ungroup(tokens: TokenStream) -> TokenStream {
    replace_fragments(tokens, |_, _, _| false)
}

/// Removes invisible groups from an expression or a type. Adds parentheses if an operator next to a fragment would
/// split it.
pub(super) fn parenthesize_fragments(tokens: TokenStream) -> TokenStream {
    replace_fragments(tokens, |before, fragment, next| {
        if is_negative_literal(fragment) {
            return next.is_some_and(is_postfix);
        }
        !is_operand(fragment) && (binds_what_follows(before) || next.is_some_and(binds_what_precedes))
    })
}

pub(super) fn is_negative_literal(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(minus), TokenTree::Literal(_)] if minus.as_char() == '-')
}

/// A function that decides whether a fragment needs parentheses, given the tokens before it, its content and the token
/// after it.
type NeedsParentheses = fn(&[TokenTree], &[TokenTree], Option<&TokenTree>) -> bool;

fn replace_fragments(tokens: TokenStream, needs_parentheses: NeedsParentheses) -> TokenStream {
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
        let inner = replace_fragments(group.stream(), needs_parentheses);
        let (delimiter, span) = if group.delimiter() == Delimiter::None {
            let fragment: Vec<TokenTree> = inner.clone().into_iter().collect();
            if !needs_parentheses(&kept, &fragment, tokens.peek()) {
                kept.extend(fragment);
                continue;
            }
            // The span is the macro's, because rustc warns about unnecessary parentheses with a span of the user.
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
