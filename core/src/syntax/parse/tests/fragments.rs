//! Fragments that a `macro_rules!` passes on, written as `F[…]`; `tests/it/` has rustc's own.

use super::{read_table, with_fragments};
use crate::syntax::Code;
use crate::syntax::ast::{self, Range};
use crate::syntax::parse::fragment::parenthesize_fragments;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

#[test]
fn a_fragment_gets_parentheses_if_an_operator_would_split_it() {
    for (written, kept) in [
        ("2 * F[1 + 2]", "2 * (1 + 2)"),
        ("F[1 + 2] * 2", "(1 + 2) * 2"),
        ("F[1 + 2] as i64", "(1 + 2) as i64"),
        ("F[1 + 2].pow(2)", "(1 + 2).pow(2)"),
        ("F[a + b](1)", "(a + b)(1)"),
        ("return F[1 + 2]", "return (1 + 2)"),
        ("&'a F[dyn Debug + Sync]", "&'a (dyn Debug + Sync)"),
        ("-F[F[1] + 2]", "-(1 + 2)"),
        // No operator is next to the fragment.
        ("F[1 + 2]", "1 + 2"),
        ("[F[1 + 2], F[3 + 4]; 5]", "[1 + 2, 3 + 4; 5]"),
        ("f(F[1 + 2])[0]", "f(1 + 2)[0]"),
        ("if F[a == b] { 1 } else { 2 }", "if (a == b) { 1 } else { 2 }"),
        ("{ a; loop F[{ break 1 }] }", "{ a; loop { break 1 } }"),
        // An operator cannot split these.
        ("2 * F[a::b] * 2", "2 * a::b * 2"),
        ("2 * F[3] * 2", "2 * 3 * 2"),
        ("2 * F[(1 + 2)]", "2 * (1 + 2)"),
        ("2 * F[{ 3 }]", "2 * ({ 3 })"),
        // A minus binds less tightly than a postfix operator, and more tightly than any binary one.
        ("2 * F[-1] + 2", "2 * -1 + 2"),
        ("F[-1].pow(2)", "(-1).pow(2)"),
        ("F[-1][0]", "(-1)[0]"),
        ("[1 + 2, 3]", "[1 + 2, 3]"),
    ] {
        let opened = parenthesize_fragments(with_fragments(written.parse().unwrap()));
        assert!(!has_fragment(opened.clone()), "{written}");
        assert_eq!(opened.to_string(), kept.parse::<TokenStream>().unwrap().to_string(), "{written}");
    }
}

fn has_fragment(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::None || has_fragment(group.stream()),
        _ => false,
    })
}

#[test]
fn fragments_are_codes_texts_and_ranges() {
    let catalog = read_table(
        "success F[-1], -F[5]; reserved F[20..=29], F[30]..=F[F[39]];
         F[-1] => F[A] F[] F[\"a\"] F[{ help: F[\"try\"] }],
         section Rest F[\"rest\"] F[-3..=9] { F[5] => B F[\"b\"] }",
    );
    let codes = |range: &Range| (range.first.value(), range.last.as_ref().and_then(ast::CodeLiteral::value));
    let code = |code| Some(Code::Int(code));
    assert_eq!(catalog.statements().success[0].value.codes[0].value(), code(-1));
    assert_eq!(catalog.statements().success[0].value.codes[1].value(), code(-5));
    let reserved = &catalog.statements().reserved[0].value.ranges;
    assert_eq!(codes(&reserved[0]), (code(20), code(29)));
    assert_eq!(codes(&reserved[1]), (code(30), code(39)));
    assert_eq!(catalog.sections[0].ranges.iter().map(codes).collect::<Vec<_>>(), [(code(-3), code(9))]);
    assert_eq!(catalog.rows[0].meanings[0].message.as_ref().unwrap().value, "a");
    assert_eq!(catalog.rows[0].meanings[0].fields[0].value.text.as_deref(), Some("try"));
    assert_eq!(catalog.rows[1].code.value(), code(5));
}
