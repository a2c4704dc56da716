//! How much a catalog expands to. Counted, not timed: an arm or an item a row would make rustc take quadratic
//! time, and nobody would notice at the size of the vendors' tables.

use super::expand;
use proc_macro2::{TokenStream, TokenTree};

/// Rows with all that a row can have: symbol, help, a text column and, some of them, a typed one.
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
            column en: &'static str;
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
    let (hundred, thousand) = (size(expand(catalog(100))), size(expand(catalog(1_000))));
    assert_eq!(hundred.items, thousand.items);
    assert_eq!(hundred.arrows, thousand.arrows);
    let of_a_row = (thousand.tokens - hundred.tokens).div_ceil(900);
    assert!(of_a_row <= 32, "{of_a_row} tokens a row");
    let fixed = hundred.tokens.saturating_sub(100 * of_a_row);
    assert!(fixed <= 1_300, "{fixed} tokens whatever the rows");
    assert!(hundred.items <= 60, "{} items", hundred.items);
}
