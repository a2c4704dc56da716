//! Writes the static tables of a catalog, in the format that `catalog/src/table/` reads.

use super::columns::text_field;
use super::history::code_literal;
use super::index::{Indexes, text_code};
use super::lex::lex_literal;
use super::packed::{Data, packed};
use super::row_order::RowOrder;
use crate::model::{Catalog, Code, Deprecated, Meaning, Row};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::borrow::Cow;

/// Returns the row at each index, then the rows of each shared symbol, then those of each former one.
pub(super) fn rows_by_index(order: &RowOrder<'_>, indexes: &Indexes) -> TokenStream {
    let mut ranks = order.ranks.clone();
    for symbol in &indexes.shared_symbols {
        ranks.extend(&symbol.ranks);
    }
    for symbol in &indexes.former_symbols {
        ranks.extend(&symbol.ranks);
    }
    let count = Literal::usize_unsuffixed(ranks.len());
    let (width, ranks) = packed(&ranks);
    quote!(__p::in_slot_order::<_, #count>(&rows(), #width, #ranks))
}

/// Returns the `Table` of the runtime. `data` already contains the numbers of the indexes.
pub(super) fn table(
    catalog: &Catalog<'_>,
    order: &RowOrder<'_>,
    indexes: &Indexes,
    mut data: Data,
) -> TokenStream {
    let runtime = catalog.runtime;
    let Texts { texts, lines, starts } = texts(catalog, order);
    let count = Literal::usize_unsuffixed(texts.len());
    let texts = texts.iter().map(|text| lex_literal(text));
    let lines = data.push(&lines);
    let starts = data.push(&starts);
    let Indexes { codes, names, symbols, shared_symbols, .. } = indexes;
    let later = data.push(&order.later.iter().map(|(row, _)| *row).collect::<Vec<_>>());
    let section_of = data.push(&sections_of(catalog, order));
    let deprecated = order.rows.iter().enumerate().filter_map(|(index, row)| {
        let Deprecated { since, note } = row.as_ref()?.deprecated.as_ref()?;
        let [since, note] = [since, note].map(|text| optional(text.as_deref()));
        Some(quote!((#index, #runtime::Deprecated::new(#since, #note))))
    });
    let mut first_row = order.rows.len();
    let shared = shared_symbols.iter().map(|symbol| {
        let [meaning, first, rows] =
            [symbol.meaning, first_row, symbol.ranks.len()].map(Literal::usize_unsuffixed);
        first_row += symbol.ranks.len();
        quote!(__p::Shared { meaning: #meaning, first_row: #first, rows: #rows })
    });
    let shared: Vec<_> = shared.collect();
    let rows = Literal::usize_unsuffixed(order.rows.len());
    let data = data.item();
    quote! {{
        static TEXTS: [&::core::primitive::str; #count] = [#(#texts),*];
        #data
        &__p::Table {
            rows: #rows,
            codes: #codes,
            names: #names,
            symbols: #symbols,
            shared: &[#(#shared),*],
            texts: &TEXTS,
            lines: #lines,
            starts: #starts,
            later: #later,
            section_of: #section_of,
            deprecated: &[#(#deprecated),*],
        }
    }}
}

/// Returns the sections, in the order of their declaration. They are not part of the table, so that a mention of them does
/// not evaluate it.
pub(super) fn sections(catalog: &Catalog<'_>) -> TokenStream {
    let runtime = catalog.runtime;
    let sections = catalog.sections.iter().map(|section| {
        let (name, title) = (&section.name, section.title);
        let titles = section.titles.iter().map(|(lang, title)| quote!((#lang, #title)));
        let own = catalog.lang.as_deref().unwrap_or_default();
        let titles = (!section.titles.is_empty()).then(|| quote!(.with_titles(#own, &[#(#titles),*])));
        let ranges = section.ranges.iter().map(|(first, last)| {
            let [first, last] = [first, last].map(code_literal);
            quote!((#first, #last))
        });
        let setter = section.ranges.first().map(|(first, _)| match first {
            Code::Int(_) => quote!(with_integers),
            Code::Str(_) => quote!(with_strings),
        });
        let ranges = setter.map(|setter| quote!(.#setter(&[#(#ranges),*])));
        let prefix = section.prefix.map(|prefix| quote!(.with_prefix(#prefix)));
        quote!(#runtime::Section::new(#name, #title) #titles #ranges #prefix)
    });
    quote!(&[#(#sections),*])
}

/// Returns the `Codes` of the runtime, which `disjoint!` compares: the codes without variants, each as its distance to the
/// previous one.
pub(super) fn codes(catalog: &Catalog<'_>) -> TokenStream {
    let codes = catalog.rows.iter().filter_map(|row| match row.code {
        Code::Int(code) => Some(code),
        Code::Str(_) => None,
    });
    let first = Literal::i128_unsuffixed(codes.clone().next().unwrap_or_default());
    let mut steps = Vec::new();
    for (before, code) in codes.clone().zip(codes.skip(1)) {
        push_step(&mut steps, code.abs_diff(before));
    }
    let steps = Literal::byte_string(&steps);
    let successes = catalog.rows.iter().enumerate().filter(|(_, row)| row.success);
    let successes = successes.map(|(rank, _)| Literal::usize_unsuffixed(rank));
    quote!(__p::Codes { first: #first, steps: #steps, successes: &[#(#successes),*] })
}

/// Writes LEB128: seven bits per byte, the lowest first; all bytes but the last have the eighth bit set.
fn push_step(steps: &mut Vec<u8>, mut step: u128) {
    while step >= 0x80 {
        steps.push(step as u8 | 0x80);
        step >>= 7;
    }
    steps.push(step as u8);
}

/// The texts of all meanings.
struct Texts {
    /// The texts of each field, then the lines.
    texts: Vec<String>,
    /// For each meaning, the start of its line, and that of the message in it; finally the end of the last line.
    lines: Vec<usize>,
    /// For each field, the start of each meaning's text in it, and finally the end of the last one.
    starts: Vec<usize>,
}

fn texts(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> Texts {
    let meanings: Vec<_> = order
        .by_index
        .iter()
        .map(|found| found.map(|(row, meaning)| texts_of(catalog, row, meaning)).unwrap_or_default())
        .collect();
    let (mut texts, mut starts) = (Vec::new(), Vec::new());
    for field in 0..text_field(catalog, catalog.columns.len()) {
        let mut text = String::new();
        starts.push(0);
        for meaning in &meanings {
            text.push_str(meaning.get(field).map_or("", |text| text));
            starts.push(text.len());
        }
        texts.push(text);
    }
    let (line_text, lines) = lines(order);
    texts.push(line_text);
    Texts { texts, lines, starts }
}

/// Returns the lines that `Display` prints, and their starts.
fn lines(order: &RowOrder<'_>) -> (String, Vec<usize>) {
    let (mut text, mut starts) = (String::new(), Vec::with_capacity(2 * order.by_index.len() + 1));
    for (index, found) in order.by_index.iter().enumerate() {
        starts.push(text.len());
        if let Some((row, meaning)) = found {
            if index < order.rows.len() {
                text.push_str(&row.printed_code());
                text.push_str(if ends_in_name(row) { "" } else { " " });
            } else {
                text.push_str(" | ");
            }
            if meaning.message.is_empty() && !(index < order.rows.len() && ends_in_name(row)) {
                text.push_str(&meaning.name_text());
            }
        }
        starts.push(text.len());
        text.push_str(found.map_or("", |(_, meaning)| &meaning.message));
    }
    starts.push(text.len());
    (text, starts)
}

/// Returns whether a row without a message has a code that is printed with its name at the end, such as
/// `KV:Storage:Timeout`, so that the name is not printed twice.
fn ends_in_name(row: &Row<'_>) -> bool {
    let meaning = &row.meanings[0];
    if row.printed.is_none() && matches!(row.code, Code::Int(_)) {
        return false;
    }
    let code = row.printed_code();
    let is_word = |last: char| last.is_alphanumeric() || last == '_';
    meaning.message.is_empty()
        && code.strip_suffix(&meaning.name_text()).is_some_and(|before| !before.ends_with(is_word))
}

/// Returns the texts of a meaning in the order of the runtime's `Field`, then those of the columns.
fn texts_of<'a>(catalog: &'a Catalog<'_>, row: &'a Row<'_>, meaning: &'a Meaning<'_>) -> Vec<Cow<'a, str>> {
    let symbol = meaning.symbol.as_ref().map_or("", |symbol| &symbol.text);
    let help = meaning.help.as_deref().unwrap_or_default();
    let mut texts: Vec<Cow<'_, str>> = vec![meaning.name_text().into(), symbol.into(), help.into()];
    texts.extend(text_code(row).map(Cow::from));
    let columns = catalog.columns.iter().enumerate().filter(|(_, column)| column.is_text);
    let values = columns.map(|(index, column)| meaning.value(index).or(column.default));
    texts
        .extend(values.map(|value| value.and_then(|value| value.text.as_deref()).unwrap_or_default().into()));
    texts
}

fn sections_of(catalog: &Catalog<'_>, order: &RowOrder<'_>) -> Vec<usize> {
    if catalog.sections.is_empty() {
        return Vec::new();
    }
    let sections = order.rows.iter().map(|row| row.and_then(|row| row.section));
    sections.map(|section| section.map_or(0, |section| section + 1)).collect()
}

pub(super) fn optional(text: Option<&str>) -> TokenStream {
    text.map_or_else(
        || quote!(::core::option::Option::None),
        |text| quote!(::core::option::Option::Some(#text)),
    )
}
