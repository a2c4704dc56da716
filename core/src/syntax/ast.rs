//! What was written: the syntax of a catalog, every node with the spans that an error about it, or an edit of it,
//! needs. Nothing here is checked yet.
//!
//! Where a row, a statement or a section begins and ends, `span_of` its first tokens and its last punctuation say.

#![allow(missing_debug_implementations, reason = "nothing prints a node, and to derive it is slow to build")]

use crate::syntax::literal::Constant;
use proc_macro2::extra::DelimSpan;
use proc_macro2::{Ident, Span, TokenStream};

/// One declaration: `pub enum Name: i32 { … }`.
pub struct Catalog {
    /// Doc comments and attributes of the enum.
    pub attrs: Vec<Attribute>,
    /// `pub`, `pub(crate)` and the like, or nothing.
    pub vis: TokenStream,
    /// The name of the enum.
    pub name: Ident,
    /// The type of the codes.
    pub raw: TokenStream,
    /// The braces around the table.
    pub braces: DelimSpan,
    /// `title "…";`
    pub title: Vec<Statement<Text>>,
    /// `source "…";`
    pub source: Vec<Statement<Text>>,
    /// `lang "…";`
    pub lang: Vec<Statement<Text>>,
    /// `baseline "gateway.baseline";`
    pub baseline: Vec<Statement<Text>>,
    /// `envelope code "ret", text "msg";`
    pub envelope: Vec<Statement<Vec<EnvelopeKey>>>,
    /// `success 0, 2;`
    pub success: Vec<Statement<Vec<Code>>>,
    /// `exhaustive;`
    pub exhaustive: Vec<Statement<()>>,
    /// `reserved 7, 20..=29;`
    pub reserved: Vec<Statement<Vec<Range>>>,
    /// `shared symbol E_BUSY, "isv.busy";`
    pub shared_symbols: Vec<Statement<Vec<Symbol>>>,
    /// `column name: Type = default;`
    pub columns: Vec<Column>,
    /// `section Name "title" { … }`, in the order of the source.
    pub sections: Vec<Section>,
    /// In the order of the source, those of sections included.
    pub rows: Vec<Row>,
    /// The variant names found in rows that could not be read.
    pub unread_names: Vec<Ident>,
}

/// A statement: a keyword, what it says, and a semicolon. All that were given are kept, also where one is allowed.
pub struct Statement<T> {
    /// The word that begins it.
    pub keyword: Ident,
    /// What it says.
    pub value: T,
    /// The `;` that ends it, unless it was missing and reported.
    pub semicolon: Option<Span>,
}

/// What a key of an envelope holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum EnvelopePart {
    /// `code`
    Code,
    /// `text`: what the server says to it.
    Text,
    /// `payload`: all of it, which otherwise stands among the envelope's keys.
    Payload,
    /// `request`: what the vendor calls the request.
    Request,
}

/// `code "ret"`
pub struct EnvelopeKey {
    /// What the key holds.
    pub part: EnvelopePart,
    /// The word for it.
    pub keyword: Ident,
    /// What the vendor calls it.
    pub key: Text,
}

/// `column name: Type = default;`
pub struct Column {
    /// Doc comments and attributes, which go on the accessor.
    pub attrs: Vec<Attribute>,
    /// The word `column`.
    pub keyword: Ident,
    /// The name of the accessor and of the field.
    pub name: Ident,
    /// The type of the values.
    pub ty: TokenStream,
    /// What the rows have that do not give it; without one, every row gives it.
    pub default: Option<Value>,
    /// The `;` that ends it, unless it was missing and reported.
    pub semicolon: Option<Span>,
}

/// `section Name "标题" en "title" 1..=99 { rows }`
pub struct Section {
    /// The word `section`.
    pub keyword: Ident,
    /// What the section is called in code.
    pub name: Ident,
    /// What people read, in the language of the catalog.
    pub title: Text,
    /// The same in other languages.
    pub titles: Vec<Title>,
    /// What the codes of its rows must be in.
    pub range: Option<Range>,
    /// The braces around its rows.
    pub braces: DelimSpan,
}

/// `en "title"`
pub struct Title {
    /// The language, as an identifier: `zh_tw`.
    pub lang: Ident,
    /// The title in it.
    pub text: Text,
}

/// `code => meaning or meaning,`
pub struct Row {
    /// Doc comments and attributes of the variant. The row begins with the first.
    pub attrs: Vec<Attribute>,
    /// What is on the wire.
    pub code: Code,
    /// The row's own meaning, then those that `or` adds. Never empty.
    pub meanings: Vec<Meaning>,
    /// The `,` that ends it, which the last row of a table may leave out.
    pub comma: Option<Span>,
    /// Index into `Catalog::sections`.
    pub section: Option<usize>,
}

/// An outer attribute as it was written, with what is between its brackets.
pub struct Attribute {
    /// All of it, from the `#`.
    pub tokens: TokenStream,
    /// What is between the brackets, out of the invisible group of a `$attribute:meta`.
    pub body: TokenStream,
}

/// `Name was Former SYMBOL "message" { field: value, … }`
pub struct Meaning {
    /// The `or` before it, unless it is the row's own.
    pub or: Option<Span>,
    /// What it is called in code.
    pub name: Name,
    /// What it was called, a `was` each, the latest first.
    pub former: Vec<Ident>,
    /// The vendor's identifier, where it is one of Rust too; else it is the field `symbol`.
    pub symbol: Option<Symbol>,
    /// The text for people.
    pub message: Text,
    /// What stands in braces.
    pub fields: Vec<Field>,
    /// The braces around the fields, if there are any.
    pub braces: Option<DelimSpan>,
}

/// How a meaning is called.
pub enum Name {
    /// By a name of its own.
    Given(Ident),
    /// `_`: the variant is named after the code.
    Unnamed(Span),
}

/// `name: value`
pub struct Field {
    /// The column, `help` or `symbol`.
    pub name: Ident,
    /// The name without `r#`, which is compared often.
    pub key: String,
    /// What it is given.
    pub value: Value,
    /// The `,` behind it.
    pub comma: Option<Span>,
}

/// One expression, kept as tokens, because only rustc needs to know what is in it.
#[derive(Clone)]
pub struct Value {
    /// Never empty.
    pub tokens: TokenStream,
    /// What it says, if it is a string literal.
    pub text: Option<String>,
}

impl Value {
    /// The span of all of it.
    pub fn span(&self) -> Span {
        span_of(&self.tokens).unwrap_or_else(Span::call_site)
    }
}

/// The span of all tokens, for an error about them. Only for that: to join two spans, rustc counts the characters
/// of the file up to them, so that a catalog that joined some for each row would take quadratic time.
pub fn span_of(tokens: &TokenStream) -> Option<Span> {
    let mut tokens = tokens.clone().into_iter();
    let first = tokens.next()?.span();
    Some(tokens.last().and_then(|last| first.join(last.span())).unwrap_or(first))
}

/// A code as it was written: an optional minus, then a literal.
#[derive(Clone)]
pub struct Code {
    /// Whether a minus stands before the literal.
    pub negative: bool,
    /// A number or a string; any literal.
    pub literal: Constant,
    /// Both, for errors to point at.
    pub tokens: TokenStream,
}

impl Code {
    /// What it says, whatever type the codes have; `None` for a literal that no code can be.
    pub fn value(&self) -> Option<crate::syntax::Code> {
        match &self.literal {
            Constant::Integer(integer) => {
                let value = integer.value()?;
                Some(crate::syntax::Code::Int(if self.negative { -value } else { value }))
            }
            Constant::Text(text) if !self.negative => Some(crate::syntax::Code::Str(text.clone())),
            _ => None,
        }
    }
}

/// One code, or an inclusive range of them.
pub struct Range {
    /// The code, or the lowest one.
    pub first: Code,
    /// The highest one, behind `..=`.
    pub last: Option<Code>,
    /// All of it, for errors to point at.
    pub tokens: TokenStream,
}

/// A string literal.
#[derive(Clone)]
pub struct Text {
    /// What it says.
    pub value: String,
    /// The literal, quotes included.
    pub span: Span,
}

/// A vendor's identifier, written as one or as a string literal.
#[derive(Clone)]
pub struct Symbol {
    /// What it says.
    pub text: String,
    /// The identifier or the literal.
    pub span: Span,
}
