//! A checked catalog → Rust. The enum, the tables, and what depends on the rows; the methods and impls that are
//! the same for every catalog stand in the runtime (`impls.rs` there).
//!
//! No item grows with the rows but the enum, the list of its variants, and static data. rustc looks each variant of
//! a constant up among all, which is quadratic; so no constant has variants in it but `ALL` and `ROWS`, which
//! `__on_use!` keeps from being evaluated where nothing uses them.

use crate::lookup::{self, Lookup};
use crate::model::{Catalog, Code, Column, Deprecated, Meaning, Raw, Row};
use error_catalog_syntax::ast::Attribute;
use error_catalog_syntax::names::unraw;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::borrow::Cow;
use std::collections::BTreeMap;
use syn::spanned::Spanned;

pub(crate) fn catalog(catalog: &Catalog<'_>) -> TokenStream {
    let layout = Layout::of(catalog);
    let enumeration = enumeration(catalog);
    let own_items = own_items(catalog, &layout);
    let catalog_impl = catalog_impl(catalog, &layout);
    let error_impl = error_impl(catalog);
    let shared_impls = shared_impls(catalog);
    quote! {
        #enumeration
        #own_items
        #catalog_impl
        #error_impl
        #shared_impls
    }
}

/// Where everything stands in the tables. See `table.rs` of the runtime, which reads them.
struct Layout<'a> {
    codes: Lookup,
    /// For each place of a row, the row; `None` at an empty place.
    rows: Vec<Option<&'a Row<'a>>>,
    /// For each place of a row, its rank in code order; an empty place repeats the first row.
    ranks: Vec<usize>,
    /// The meanings behind the rows, each with the place of its row. Ascending.
    later: Vec<(usize, &'a Meaning<'a>)>,
}

impl<'a> Layout<'a> {
    fn of(catalog: &'a Catalog<'a>) -> Self {
        let rows = &catalog.rows;
        let codes = match catalog.raw {
            Raw::Int(_) => lookup::of_integers(&rows.iter().filter_map(integer).collect::<Vec<_>>()),
            Raw::Str => lookup::of_texts(&rows.iter().filter_map(text).collect::<Vec<_>>()),
        };
        let ranks: Vec<Option<usize>> = match catalog.raw {
            Raw::Int(_) => codes.slots.clone(),
            Raw::Str => (0..rows.len()).map(Some).collect(),
        };
        let placed: Vec<Option<&Row<'_>>> = ranks.iter().map(|rank| rank.map(|rank| &rows[rank])).collect();
        let later = placed
            .iter()
            .enumerate()
            .flat_map(|(place, row)| {
                row.iter().flat_map(move |row| row.meanings[1..].iter().map(move |it| (place, it)))
            })
            .collect();
        let ranks = ranks.into_iter().map(Option::unwrap_or_default).collect();
        Self { codes, rows: placed, ranks, later }
    }

    /// Every place with its row and its meaning; neither at an empty place.
    fn places(&self) -> impl Iterator<Item = Option<(&'a Row<'a>, &'a Meaning<'a>)>> + '_ {
        let first = self.rows.iter().map(|row| row.map(|row| (row, &row.meanings[0])));
        let later = self.later.iter().map(|(place, meaning)| self.rows[*place].map(|row| (row, *meaning)));
        first.chain(later)
    }

    /// The rank of the row that the meaning at a place belongs to.
    fn rank(&self, place: usize) -> usize {
        let row = place.checked_sub(self.rows.len()).map_or(place, |later| self.later[later].0);
        self.ranks[row]
    }

    fn meanings(&self) -> impl Iterator<Item = (usize, &'a Meaning<'a>)> + '_ {
        self.places().enumerate().filter_map(|(place, found)| found.map(|(_, meaning)| (place, meaning)))
    }
}

fn integer(row: &Row<'_>) -> Option<i128> {
    if let Code::Int(code) = row.code { Some(code) } else { None }
}

fn text<'a>(row: &'a Row<'_>) -> Option<&'a str> {
    if let Code::Str(code) = &row.code { Some(code) } else { None }
}

// ---- the enum

fn enumeration(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { attrs, vis, name, .. } = catalog;
    let repr = match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            quote!(#[repr(#raw)])
        }
        Raw::Str => TokenStream::new(),
    };
    let non_exhaustive = (!catalog.exhaustive).then(|| quote!(#[non_exhaustive]));
    let variants =
        catalog.rows.iter().enumerate().map(|(rank, row)| variant(row, follows_on(&catalog.rows, rank)));
    quote! {
        #attrs
        #repr
        #non_exhaustive
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #vis enum #name { #(#variants)* }
    }
}

/// Up to so many rows, each variant is written with its code, for people who read the expansion.
const ROWS_WITH_EXPLICIT_CODES: usize = 64;

/// Whether the variant gets its code by being next to the one before. rustc compiles each explicit discriminant as a
/// body of its own, and evaluates them again for each variant in a constant.
fn follows_on(rows: &[Row<'_>], rank: usize) -> bool {
    rows.len() > ROWS_WITH_EXPLICIT_CODES
        && rank > 0
        && matches!((&rows[rank - 1].code, &rows[rank].code), (Code::Int(before), Code::Int(code)) if before + 1 == *code)
}

fn variant(row: &Row<'_>, follows_on: bool) -> TokenStream {
    let meaning = &row.meanings[0];
    let name = &meaning.name;
    let attrs = row.attrs.iter().map(|attribute| &attribute.tokens);
    let docs = documentation(row, row.attrs.iter().any(|attribute| is_doc(attribute)));
    let aliases = row_aliases(row);
    let aliases = (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]));
    let discriminant = match row.code {
        Code::Int(code) if !follows_on => {
            let code = Literal::i128_unsuffixed(code);
            quote!(= #code)
        }
        _ => TokenStream::new(),
    };
    quote!(#(#attrs)* #[doc = #docs] #aliases #name #discriminant,)
}

fn is_doc(attribute: &Attribute) -> bool {
    attribute.body.clone().into_iter().next().is_some_and(|path| path.to_string() == "doc")
}

/// Code, symbol, message and help of each meaning, after what the row's own doc comment says.
fn documentation(row: &Row<'_>, follows_own_docs: bool) -> String {
    let code = match &row.code {
        Code::Int(code) => code.to_string(),
        Code::Str(code) => code.clone(),
    };
    let mut docs = String::from(if follows_own_docs { "\n\n" } else { "" });
    for (index, meaning) in row.meanings.iter().enumerate() {
        docs.push_str(if index == 0 { "" } else { "\n\n" });
        push_code_span(&mut docs, &code);
        if let Some(symbol) = &meaning.symbol {
            docs.push(' ');
            push_code_span(&mut docs, &symbol.text);
        }
        docs.push(' ');
        push_escaped(&mut docs, &meaning.message);
        if let Some(help) = &meaning.help {
            docs.push_str("\n\n");
            push_escaped(&mut docs, help);
        }
    }
    docs
}

fn push_code_span(docs: &mut String, text: &str) {
    if text.contains('`') {
        push_escaped(docs, text);
    } else {
        docs.extend(["`", text, "`"]);
    }
}

/// Vendor text with everything escaped that Markdown would take for markup, or rustdoc for quotes and dots to make
/// pretty. The colon keeps `http://` from being a bare link.
fn push_escaped(docs: &mut String, text: &str) {
    for char in text.chars() {
        if char.is_ascii_punctuation() && !matches!(char, ',' | ';' | '/' | '?' | '@' | '$' | '%' | '^' | '=')
        {
            docs.push('\\');
        }
        docs.push(char);
    }
}

/// What finds the variant in rustdoc's search beside its name: the code and every symbol. rustdoc rejects an
/// alias that repeats the name, has quotes, or starts or ends with a blank.
fn row_aliases(row: &Row<'_>) -> Vec<String> {
    let code = match &row.code {
        Code::Int(code) => code.to_string(),
        Code::Str(code) => code.clone(),
    };
    let symbols = row.meanings.iter().filter_map(|meaning| meaning.symbol.as_ref());
    let mut aliases: Vec<String> = Vec::new();
    for alias in std::iter::once(code).chain(symbols.map(|symbol| symbol.text.clone())) {
        let is_allowed = !alias.is_empty()
            && alias.trim() == alias
            && !alias
                .contains(|char: char| matches!(char, '"' | '\'') || char.is_whitespace() && char != ' ')
            && alias != row.meanings[0].name_text();
        if is_allowed && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases
}

// ---- what the enum has that depends on its rows

fn own_items(catalog: &Catalog<'_>, layout: &Layout<'_>) -> TokenStream {
    let Catalog { vis, name, .. } = catalog;
    let count = Literal::usize_unsuffixed(catalog.rows.len());
    let variants = catalog.rows.iter().map(|row| &row.meanings[0].name);
    let runtime = catalog.runtime;
    let later_names = later_names(catalog);
    let is_success = is_success(catalog);
    let accessors = catalog.columns.iter().enumerate().map(|(index, column)| {
        if column.is_text {
            text_accessor(catalog, index, column)
        } else {
            typed_accessor(catalog, layout, index, column)
        }
    });
    quote! {
        #[allow(dead_code, deprecated, non_upper_case_globals, unused_mut)]
        impl #name {
            /// All rows, in the order of their codes.
            #vis const ALL: &'static [Self] = #runtime::__on_use!(Self::__rows());

            const fn __rows() -> [Self; #count] {
                [#(#name::#variants),*]
            }

            #later_names
            #is_success
            #(#accessors)*
        }
    }
}

/// The names behind each `or` as constants, and those of rows that did not make it into the enum.
fn later_names(catalog: &Catalog<'_>) -> TokenStream {
    let vis = catalog.vis;
    let later = catalog.rows.iter().flat_map(|row| {
        let variant = &row.meanings[0].name;
        row.meanings[1..].iter().map(move |meaning| {
            let (name, docs) = (&meaning.name, documentation(row, false));
            let alias =
                meaning.symbol.iter().map(|symbol| &symbol.text).filter(|text| **text != meaning.name_text());
            quote! {
                #[doc = #docs]
                #(#[doc(alias = #alias)])*
                #vis const #name: Self = Self::#variant;
            }
        })
    });
    let any = &catalog.rows[0].meanings[0].name;
    let stand_ins =
        catalog.stand_ins.iter().map(|name| quote!(#[doc(hidden)] #vis const #name: Self = Self::#any;));
    later.chain(stand_ins).collect()
}

fn is_success(catalog: &Catalog<'_>) -> TokenStream {
    let vis = catalog.vis;
    let successes: Vec<_> =
        catalog.rows.iter().filter(|row| row.success).map(|row| &row.meanings[0].name).collect();
    let answer = if successes.is_empty() {
        quote!(false)
    } else {
        quote!(::core::matches!(self, #(Self::#successes)|*))
    };
    quote! {
        /// Whether the code means that the call succeeded.
        #[inline]
        #[must_use]
        #vis const fn is_success(self) -> ::core::primitive::bool {
            #answer
        }
    }
}

fn text_accessor(catalog: &Catalog<'_>, index: usize, column: &Column<'_>) -> TokenStream {
    let (vis, name, docs) = (catalog.vis, column.name, accessor_docs(column));
    let field = text_field(catalog, index);
    let runtime = catalog.runtime;
    quote! {
        #docs
        #[inline]
        #[must_use]
        #vis const fn #name(self) -> &'static ::core::primitive::str {
            #runtime::__private::table::<Self>().text(self.__place(), #field)
        }
    }
}

/// The values of the column stand in an array of their own, by place. A wrong type is rustc's to report.
fn typed_accessor(
    catalog: &Catalog<'_>,
    layout: &Layout<'_>,
    index: usize,
    column: &Column<'_>,
) -> TokenStream {
    let (vis, name, docs, ty) = (catalog.vis, column.name, accessor_docs(column), column.ty);
    let places = Literal::usize_unsuffixed(layout.places().count());
    let values = if let Some(default) = column.default {
        let default = &default.tokens;
        let given = layout.meanings().filter_map(|(place, meaning)| {
            let value = &meaning.values[index].as_ref()?.tokens;
            let place = Literal::usize_unsuffixed(place);
            Some(quote!(values[#place] = #value;))
        });
        quote! {{
            const __DEFAULT: #ty = #default;
            let mut values = [__DEFAULT; #places];
            #(#given)*
            values
        }}
    } else {
        let at_empty_places = catalog.rows[0].meanings[0].values[index];
        let values =
            layout.places().map(|found| found.map_or(at_empty_places, |(_, meaning)| meaning.values[index]));
        let values = values.map(|value| value.map(|value| &value.tokens));
        quote!([#(#values),*])
    };
    let values_name = values_name(column);
    let value = value_at(catalog, column, &quote!(self.__place()));
    quote! {
        #docs
        #[inline]
        #[must_use]
        #vis const fn #name(self) -> #ty {
            #value
        }

        const #values_name: &'static [#ty] = &#values;
    }
}

/// What the column's type must be is for rustc to report, where the type is written.
fn value_at(catalog: &Catalog<'_>, column: &Column<'_>, place: &TokenStream) -> TokenStream {
    let at_type = column.ty.span().resolved_at(Span::call_site());
    let [mut name, mut values] = [catalog.name.clone(), values_name(column)];
    name.set_span(at_type);
    values.set_span(at_type);
    let (runtime, ty) = (catalog.runtime, column.ty);
    quote_spanned!(at_type=> #runtime::__private::value::<#ty>(#name::#values, #place))
}

fn values_name(column: &Column<'_>) -> Ident {
    format_ident!("__{}", column.key)
}

fn accessor_docs(column: &Column<'_>) -> TokenStream {
    let attrs = column.attrs;
    if attrs.is_empty() {
        let docs = format!("The row's `{}`. Of several meanings, the first one's.", column.key);
        quote!(#[doc = #docs])
    } else {
        attrs.clone()
    }
}

/// The number of a column's text among those of a place, behind the texts that all meanings have.
fn text_field(catalog: &Catalog<'_>, column: usize) -> usize {
    own_fields(catalog) + catalog.columns[..column].iter().filter(|column| column.is_text).count()
}

/// Name, symbol, message, help; and the code of a string catalog.
fn own_fields(catalog: &Catalog<'_>) -> usize {
    match catalog.raw {
        Raw::Int(_) => 4,
        Raw::Str => 5,
    }
}

// ---- the tables

fn catalog_impl(catalog: &Catalog<'_>, layout: &Layout<'_>) -> TokenStream {
    let Catalog { runtime, name, .. } = catalog;
    let columns = columns(catalog);
    let columns_type = if catalog.columns.is_empty() { quote!(()) } else { quote!(__Columns) };
    let column_values = catalog.columns.iter().enumerate().map(|(index, column)| {
        let name = column.name;
        if column.is_text {
            let field = text_field(catalog, index);
            quote!(#name: #runtime::__private::table::<Self>().text(place, #field),)
        } else {
            let value = value_at(catalog, column, &quote!(place));
            quote!(#name: #value,)
        }
    });
    let place = if catalog.columns.is_empty() { quote!(_) } else { quote!(place) };
    let columns_value =
        if catalog.columns.is_empty() { quote!() } else { quote!(__Columns { #(#column_values)* }) };
    let codes = match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            quote!(#runtime::__integer_codes!(#raw);)
        }
        Raw::Str => quote!(#runtime::__string_codes!();),
    };
    let name_text = unraw(name);
    let [title, source, lang] = [catalog.title, catalog.source, catalog.lang].map(optional);
    let (symbols, shared) = symbols_index(layout);
    let table = table(catalog, layout, symbols, &shared);
    let rows = rows(layout, &shared);
    quote! {
        #[allow(deprecated, long_running_const_eval)]
        const _: () = {
            use #runtime::__private as __p;

            #columns

            impl #runtime::Catalog for #name {
                #codes
                type Columns = #columns_type;
                const NAME: &'static ::core::primitive::str = #name_text;
                const TITLE: __p::OptionalText = #title;
                const SOURCE: __p::OptionalText = #source;
                const LANG: __p::OptionalText = #lang;
                const ALL: &'static [Self] = #runtime::__on_use!(Self::__rows());
                const ROWS: &'static [Self] = #runtime::__on_use!(#rows);
                const TABLE: &'static __p::Table = #table;
                fn __columns(#place: ::core::primitive::usize) -> #columns_type {
                    #columns_value
                }
            }
        };
    }
}

/// The struct behind `Entry::columns`: a field a column.
fn columns(catalog: &Catalog<'_>) -> TokenStream {
    if catalog.columns.is_empty() {
        return TokenStream::new();
    }
    let runtime = catalog.runtime;
    let names: Vec<_> = catalog.columns.iter().map(|column| column.name).collect();
    let texts = catalog.columns.iter().map(|column| &column.key);
    let types = catalog.columns.iter().map(|column| {
        let ty = column.ty;
        if column.is_text { quote!(&'static ::core::primitive::str) } else { quote!(#ty) }
    });
    quote! {
        #[derive(::core::fmt::Debug)]
        pub struct __Columns {
            #(pub #names: #types,)*
        }

        impl #runtime::Columns for __Columns {
            const NAMES: &'static [&'static ::core::primitive::str] = &[#(#texts),*];
            fn value(&self, index: ::core::primitive::usize) -> ::core::option::Option<#runtime::Value<'_>> {
                [#(#runtime::Value::of(&self.#names)),*].get(index).copied()
            }
        }
    }
}

/// The row at each place, then those of each shared symbol.
fn rows(layout: &Layout<'_>, shared: &[SharedSymbol]) -> TokenStream {
    let mut ranks = layout.ranks.clone();
    ranks.extend(shared.iter().flat_map(|symbol| &symbol.ranks));
    let count = Literal::usize_unsuffixed(ranks.len());
    let (width, ranks) = packed(&ranks);
    quote!(__p::in_slot_order::<_, #count>(&Self::__rows(), #width, #ranks))
}

fn table(
    catalog: &Catalog<'_>,
    layout: &Layout<'_>,
    symbols: IndexTokens,
    shared: &[SharedSymbol],
) -> TokenStream {
    let runtime = catalog.runtime;
    let Texts { text, fields, starts } = texts(catalog, layout);
    let fields = fields.into_iter().map(Literal::usize_unsuffixed);
    let starts = Packed::new("STARTS", &starts);
    let codes = codes_index(catalog, layout);
    let names = names_index(layout);
    let later = Packed::new("LATER", &layout.later.iter().map(|(place, _)| *place).collect::<Vec<_>>());
    let section_of = Packed::new("SECTION_OF", &sections_of(catalog, layout));
    let sections = catalog.sections.iter().map(|section| {
        let (name, title) = (&section.name, section.title);
        quote!(#runtime::Section::new(#name, #title))
    });
    let deprecated = layout.rows.iter().enumerate().filter_map(|(place, row)| {
        let Deprecated { since, note } = row.as_ref()?.deprecated.as_ref()?;
        let [since, note] = [since, note].map(|text| optional(text.as_deref()));
        Some(quote!((#place, #runtime::Deprecated::new(#since, #note))))
    });
    let mut first_row = layout.rows.len();
    let shared = shared.iter().map(|symbol| {
        let [place, first, rows] =
            [symbol.place, first_row, symbol.ranks.len()].map(Literal::usize_unsuffixed);
        first_row += symbol.ranks.len();
        quote!(__p::Shared { place: #place, first_row: #first, rows: #rows })
    });
    let shared: Vec<_> = shared.collect();
    let rows = Literal::usize_unsuffixed(layout.rows.len());
    let items = [&codes.items, &names.items, &symbols.items, &starts.item, &later.item, &section_of.item]
        .map(Clone::clone);
    let [codes, names, symbols] = [codes.value, names.value, symbols.value];
    let (starts, later, section_of) = (starts.value, later.value, section_of.value);
    quote! {{
        static TEXT: &::core::primitive::str = #text;
        #(#items)*
        &__p::Table {
            rows: #rows,
            codes: #codes,
            names: #names,
            symbols: #symbols,
            shared: &[#(#shared),*],
            text: &TEXT,
            fields: &[#(#fields),*],
            starts: #starts,
            later: #later,
            sections: &[#(#sections),*],
            section_of: #section_of,
            deprecated: &[#(#deprecated),*],
        }
    }}
}

/// All texts by field and place.
struct Texts {
    text: String,
    /// Where the texts of each field begin.
    fields: Vec<usize>,
    /// For each field, where in it the text of each place begins, and where the last one ends.
    starts: Vec<usize>,
}

fn texts(catalog: &Catalog<'_>, layout: &Layout<'_>) -> Texts {
    let places: Vec<_> = layout
        .places()
        .map(|place| place.map(|(row, meaning)| texts_of(catalog, row, meaning)).unwrap_or_default())
        .collect();
    let mut texts = Texts { text: String::new(), fields: Vec::new(), starts: Vec::new() };
    for field in 0..text_field(catalog, catalog.columns.len()) {
        let field_start = texts.text.len();
        texts.fields.push(field_start);
        texts.starts.push(0);
        for place in &places {
            texts.text.push_str(place.get(field).map_or("", |text| text));
            texts.starts.push(texts.text.len() - field_start);
        }
    }
    texts
}

/// The texts of a meaning, in the order of the runtime's `Field`; then those of the columns.
fn texts_of<'a>(catalog: &'a Catalog<'_>, row: &'a Row<'_>, meaning: &'a Meaning<'_>) -> Vec<Cow<'a, str>> {
    let symbol = meaning.symbol.as_ref().map_or("", |symbol| &symbol.text);
    let help = meaning.help.as_deref().unwrap_or_default();
    let mut texts: Vec<Cow<'_, str>> =
        vec![meaning.name_text().into(), symbol.into(), meaning.message.as_str().into(), help.into()];
    texts.extend(text(row).map(Cow::from));
    let values = catalog.columns.iter().zip(&meaning.values).filter(|(column, _)| column.is_text);
    texts.extend(values.map(|(column, value)| {
        value.or(column.default).and_then(|value| value.text.as_deref()).unwrap_or_default().into()
    }));
    texts
}

fn sections_of(catalog: &Catalog<'_>, layout: &Layout<'_>) -> Vec<usize> {
    if catalog.sections.is_empty() {
        return Vec::new();
    }
    let sections = layout.rows.iter().map(|row| row.and_then(|row| row.section));
    sections.map(|section| section.map_or(0, |section| section + 1)).collect()
}

/// The static items of an index, and the `Index` made of them.
struct IndexTokens {
    items: TokenStream,
    value: TokenStream,
}

/// In an integer catalog the slot of a code is the place itself.
fn codes_index(catalog: &Catalog<'_>, layout: &Layout<'_>) -> IndexTokens {
    let places = match catalog.raw {
        Raw::Int(_) => Vec::new(),
        Raw::Str => layout.codes.slots.iter().map(|row| row.unwrap_or_default()).collect(),
    };
    index("CODE", &layout.codes, &places)
}

fn names_index(layout: &Layout<'_>) -> IndexTokens {
    let names: Vec<(usize, String)> =
        layout.meanings().map(|(place, meaning)| (place, meaning.name_text())).collect();
    text_index("NAME", &names)
}

/// A symbol that several rows have.
struct SharedSymbol {
    /// A place that has it.
    place: usize,
    /// The rows that have it, in code order.
    ranks: Vec<usize>,
}

/// The index of the symbols, and those that several rows have.
fn symbols_index(layout: &Layout<'_>) -> (IndexTokens, Vec<SharedSymbol>) {
    let mut holders: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (place, meaning) in layout.meanings() {
        let Some(symbol) = &meaning.symbol else { continue };
        holders.entry(&symbol.text).or_default().push((layout.rank(place), place));
    }
    let places = layout.places().count();
    let mut shared = Vec::new();
    let mut found = Vec::new();
    for (symbol, mut rows) in holders {
        let place = rows[0].1;
        rows.sort_unstable();
        rows.dedup_by_key(|(rank, _)| *rank);
        if rows.len() == 1 {
            found.push((place, symbol.to_owned()));
        } else {
            found.push((places + shared.len(), symbol.to_owned()));
            shared.push(SharedSymbol { place, ranks: rows.into_iter().map(|(rank, _)| rank).collect() });
        }
    }
    (text_index("SYMBOL", &found), shared)
}

fn text_index(what: &str, found: &[(usize, String)]) -> IndexTokens {
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    let lookup = lookup::of_texts(&texts);
    let places: Vec<_> = lookup.slots.iter().map(|key| key.map_or(0, |key| found[key].0)).collect();
    index(what, &lookup, &places)
}

fn index(what: &str, lookup: &Lookup, places: &[usize]) -> IndexTokens {
    let [bucket_shift, offset_shift] =
        [lookup.bucket_shift, lookup.offset_shift].map(Literal::u32_unsuffixed);
    let [multiplier, offset_mask] = [lookup.multiplier, lookup.offset_mask].map(Literal::u64_unsuffixed);
    let whole = lookup.whole;
    let displacements = Packed::new(&format!("{what}_HASH"), &lookup.displacements);
    let places = Packed::new(&format!("{what}_PLACES"), places);
    let items = [displacements.item, places.item];
    let (displacements, places) = (displacements.value, places.value);
    IndexTokens {
        items: quote!(#(#items)*),
        value: quote! {
            __p::Index::new(
                #multiplier, #bucket_shift, #offset_shift, #offset_mask, #whole, #displacements, #places
            )
        },
    }
}

/// Numbers as one byte string, in a static so that they are in a program once, however often they are inlined.
struct Packed {
    item: TokenStream,
    value: TokenStream,
}

impl Packed {
    fn new(name: &str, numbers: &[usize]) -> Self {
        if numbers.is_empty() {
            let value = quote!(__p::Packed::NONE);
            return Self { item: TokenStream::new(), value };
        }
        let (width, bytes) = packed(numbers);
        let name = Ident::new(name, Span::call_site());
        let count = numbers.len() * width_of(numbers);
        let count = Literal::usize_unsuffixed(count);
        Self {
            item: quote!(static #name: [::core::primitive::u8; #count] = *#bytes;),
            value: quote!(__p::Packed::new(#width, &#name)),
        }
    }
}

/// How many bytes each of the numbers gets, and all of them as one byte string, little-endian.
fn packed(numbers: &[usize]) -> (Literal, Literal) {
    let width = width_of(numbers);
    let bytes: Vec<u8> =
        numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width)).collect();
    (Literal::usize_unsuffixed(width), Literal::byte_string(&bytes))
}

fn width_of(numbers: &[usize]) -> usize {
    let largest = numbers.iter().max().and_then(|largest| largest.checked_ilog2());
    largest.map_or(1, |bits| bits as usize / 8 + 1)
}

fn optional(text: Option<&str>) -> TokenStream {
    text.map_or_else(
        || quote!(::core::option::Option::None),
        |text| quote!(::core::option::Option::Some(#text)),
    )
}

// ---- impls

/// A catalog with a success in it is no error type.
fn error_impl(catalog: &Catalog<'_>) -> TokenStream {
    if catalog.rows.iter().any(|row| row.success) {
        return TokenStream::new();
    }
    let name = catalog.name;
    quote!(impl ::core::error::Error for #name {})
}

fn shared_impls(catalog: &Catalog<'_>) -> TokenStream {
    let Catalog { runtime, vis, name, .. } = catalog;
    match catalog.raw {
        Raw::Int(int) => {
            let raw = Ident::new(int.name, Span::call_site());
            quote!(#runtime::__integer_catalog!(#vis #name: #raw);)
        }
        Raw::Str => quote!(#runtime::__string_catalog!(#vis #name);),
    }
}
