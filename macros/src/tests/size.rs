//! How the expansion grows: with each row a variant and static data, and nothing else. An arm or an item a row would
//! make rustc quadratic.

use super::expand;
use proc_macro2::{TokenStream, TokenTree};
use std::fmt::Write;

fn catalog(rows: usize) -> TokenStream {
    let mut catalog =
        String::from("pub enum Vendor: i32 { column en: &'static str; column retry: bool = false; ");
    for row in 0..rows {
        let code = 40_000 + row + row / 7;
        write!(
            catalog,
            "{code} => Row{row} SYMBOL_{row} \"message {row}\" {{ en: \"in English\", help: \"help\" }},"
        )
        .unwrap();
    }
    catalog.push('}');
    expand(catalog.parse().unwrap())
}

fn tokens(stream: TokenStream) -> usize {
    let within = |token| if let TokenTree::Group(group) = token { 1 + tokens(group.stream()) } else { 1 };
    stream.into_iter().map(within).sum()
}

/// Items at all depths but within functions: `impl`s, their functions and constants.
fn items(stream: TokenStream) -> usize {
    let file: syn::File = syn::parse2(stream).unwrap();
    let members =
        file.items.iter().map(|item| if let syn::Item::Impl(item) = item { item.items.len() } else { 0 });
    file.items.len() + members.sum::<usize>()
}

#[test]
fn a_row_is_a_variant_and_data() {
    let (small, large) = (catalog(100), catalog(1_000));
    assert_eq!(items(small.clone()), items(large.clone()));
    // Of the variant: its docs, two aliases, name, `=`, code and comma. In the list of all: a path and a comma.
    // Everything else is in literals.
    let per_row = (tokens(large) - tokens(small)).div_ceil(900);
    assert!(per_row <= 30, "{per_row} tokens a row");
}
