//! What was written: the syntax of a catalog, every node with the span that an error about it needs.
//!
//! Nothing here is checked yet; `parse` fills it and `check` reads it.

use proc_macro2::{Ident, Span, TokenStream};

pub(crate) struct Catalog {
    /// The path of the runtime crate, as the wrapper macro passed it.
    pub(crate) runtime: TokenStream,
    pub(crate) attrs: Vec<syn::Attribute>,
    pub(crate) vis: syn::Visibility,
    pub(crate) name: Ident,
    pub(crate) raw: syn::Type,
    pub(crate) title: Vec<Statement<Text>>,
    pub(crate) source: Vec<Statement<Text>>,
    pub(crate) lang: Vec<Statement<Text>>,
    pub(crate) success: Vec<Statement<Vec<Code>>>,
    pub(crate) exhaustive: Vec<Statement<()>>,
    pub(crate) reserved: Vec<Range>,
    pub(crate) shared_symbols: Vec<Symbol>,
    pub(crate) columns: Vec<Column>,
    pub(crate) sections: Vec<Section>,
    /// In the order of the source, those of sections included.
    pub(crate) rows: Vec<Row>,
    /// The variant names found in rows that could not be read.
    pub(crate) unread_names: Vec<Ident>,
}

/// A statement that stands at most once, with its keyword. All that were given are kept.
pub(crate) struct Statement<T> {
    pub(crate) keyword: Ident,
    pub(crate) value: T,
}

pub(crate) struct Column {
    /// Doc comments and attributes, which go on the accessor.
    pub(crate) attrs: TokenStream,
    pub(crate) name: Ident,
    pub(crate) ty: syn::Type,
    pub(crate) default: Option<Value>,
}

pub(crate) struct Section {
    pub(crate) name: Ident,
    pub(crate) title: Text,
    pub(crate) range: Option<Range>,
}

pub(crate) struct Row {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: Code,
    /// The row's own meaning, then those that `or` adds. Never empty.
    pub(crate) meanings: Vec<Meaning>,
    /// Index into `Catalog::sections`.
    pub(crate) section: Option<usize>,
}

/// An outer attribute as it was written, with what is between its brackets.
pub(crate) struct Attribute {
    pub(crate) tokens: TokenStream,
    pub(crate) body: TokenStream,
}

pub(crate) struct Meaning {
    pub(crate) name: Name,
    pub(crate) symbol: Option<Symbol>,
    pub(crate) message: Text,
    pub(crate) fields: Vec<Field>,
}

pub(crate) enum Name {
    Given(Ident),
    /// `_`: the variant is named after the code.
    Unnamed(Span),
}

pub(crate) struct Field {
    pub(crate) name: Ident,
    /// The name without `r#`, which is compared often.
    pub(crate) key: String,
    pub(crate) value: Value,
}

/// An expression, kept as tokens: rustc reads it, and reports what is wrong with it where it stands.
#[derive(Clone)]
pub(crate) struct Value {
    pub(crate) tokens: TokenStream,
    /// What it says, if it is a string literal.
    pub(crate) text: Option<String>,
}

impl Value {
    pub(crate) fn span(&self) -> Span {
        span_of(&self.tokens).unwrap_or_else(Span::call_site)
    }
}

/// The span of all tokens, for an error about them. Only for that: to join two spans, rustc counts the characters
/// of the file up to them, so that a catalog that joined some for each row would take quadratic time.
pub(crate) fn span_of(tokens: &TokenStream) -> Option<Span> {
    let mut tokens = tokens.clone().into_iter();
    let first = tokens.next()?.span();
    Some(tokens.last().and_then(|last| first.join(last.span())).unwrap_or(first))
}

/// A code as it was written: an optional minus, then a literal.
#[derive(Clone)]
pub(crate) struct Code {
    pub(crate) negative: bool,
    pub(crate) literal: syn::Lit,
    /// Both, for errors to point at.
    pub(crate) tokens: TokenStream,
}

/// One code, or an inclusive range of them.
pub(crate) struct Range {
    pub(crate) first: Code,
    pub(crate) last: Option<Code>,
    /// All of it, for errors to point at.
    pub(crate) tokens: TokenStream,
}

#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Span,
}

#[derive(Clone)]
pub(crate) struct Symbol {
    pub(crate) text: String,
    pub(crate) span: Span,
}

/// An identifier's text without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
