//! Bounds the size of the expansion by counting its tokens. One match arm or item per row would make rustc take
//! quadratic time, and nobody would notice at the size of the vendors' tables.

use super::expand;
use proc_macro2::{TokenStream, TokenTree};

/// Returns a catalog whose rows have a symbol, help and a text column; some of them have a value of a typed column.
fn catalog(rows: usize) -> TokenStream {
    let row = |row: usize| {
        let retry = if row.is_multiple_of(10) { ", retry: true" } else { "" };
        let code = 40_000 + row + row / 7;
        format!(
            r#"{code} => Name{row} SYMBOL_{row} "消息{row}" {{ help: "帮助", en: "message {row}"{retry} }},"#
        )
    };
    let rows = (0..rows).map(row).collect::<Vec<_>>().concat();
    format!(
        "pub enum Sized: i32 {{
            translation en;
            column retry: bool = false;
            section Account \"accounts\" 40000..=59999 {{ {rows} }}
        }}"
    )
    .parse()
    .unwrap()
}

#[derive(Default, Debug, PartialEq)]
struct Size {
    tokens: usize,
    /// The keywords that begin an item.
    items: usize,
    /// `=>`, as in the arms of a match.
    arrows: usize,
}

fn size(tokens: TokenStream) -> Size {
    let mut size = Size::default();
    add(tokens, &mut size);
    size
}

fn add(tokens: TokenStream, size: &mut Size) {
    let mut before = None;
    for token in tokens {
        size.tokens += 1;
        let text = match token {
            TokenTree::Group(group) => {
                add(group.stream(), size);
                None
            }
            other => Some(other.to_string()),
        };
        size.items += usize::from(
            text.as_deref()
                .is_some_and(|it| matches!(it, "fn" | "impl" | "static" | "const" | "struct" | "enum")),
        );
        size.arrows += usize::from(before.as_deref() == Some("=") && text.as_deref() == Some(">"));
        before = text;
    }
}

#[test]
fn a_row_adds_tokens_and_nothing_else() {
    let (few, many) = (size(expand(catalog(300))), size(expand(catalog(1_000))));
    assert_eq!(few.items, many.items);
    assert_eq!(few.arrows, many.arrows);
    let per_row = (many.tokens - few.tokens).div_ceil(700);
    assert!(per_row <= 23, "{per_row} tokens per row");
    let fixed = few.tokens.saturating_sub(300 * per_row);
    // The numbers of the indexes are in named fields, and each value of a column is an array of its own.
    assert!(fixed <= 1_400, "{fixed} tokens for any number of rows");
    // One is the list of the translations, and one that of the types of the columns.
    assert!(few.items <= 50, "{} items", few.items);
}

/// rustc takes quadratic time for a constant with variants in it. `__on_use!` prevents its evaluation if nothing uses it,
/// which a ui case checks. This test checks that no other constant has variants.
#[test]
fn the_variants_are_listed_once_and_evaluated_on_use() {
    let expansion = expand(catalog(10_000));
    assert_eq!(idents(expansion.clone(), "Name5000"), 2, "one in the enum, one in the list");
    assert_eq!(
        idents(expansion.clone(), "rows"),
        4 + 1,
        "the list, three constants of it, and a field of the table"
    );
    assert_eq!(idents_on_use(expansion, "rows"), 3);
}

fn idents(tokens: TokenStream, name: &str) -> usize {
    let counts = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => idents(group.stream(), name),
        TokenTree::Ident(ident) => usize::from(ident == name),
        _ => 0,
    });
    counts.sum()
}

/// Counts the identifiers `name` in the arguments of `__on_use!`.
fn idents_on_use(tokens: TokenStream, name: &str) -> usize {
    let mut before = [String::new(), String::new()];
    let mut count = 0;
    for token in tokens {
        let text = match &token {
            TokenTree::Group(group) if before == ["__on_use", "!"] => {
                count += idents(group.stream(), name);
                String::new()
            }
            TokenTree::Group(group) => {
                count += idents_on_use(group.stream(), name);
                String::new()
            }
            other => other.to_string(),
        };
        before.rotate_left(1);
        before[1] = text;
    }
    count
}
