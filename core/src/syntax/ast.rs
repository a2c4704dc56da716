//! The syntax tree of a declaration. Each node has the spans that errors and edits need, and nothing is checked yet.
//!
//! A row, a statement or a section starts at its first token and ends at its last punctuation.

#![allow(missing_debug_implementations, reason = "nothing prints a node, and to derive it is slow to build")]

use crate::syntax::attribute::{first_paragraph, has_path};
pub use crate::syntax::code_literal::{CodeLiteral, Range};
use crate::syntax::identifier::unraw;
use proc_macro2::extra::DelimSpan;
use proc_macro2::{Ident, Span, TokenStream};
use std::borrow::Cow;
use syn::Meta;

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
    /// All items of the table, rows of sections included, in the order of the source.
    pub items: Vec<Item>,
    /// The sections, in the order of the source.
    pub sections: Vec<Section>,
    /// The rows, those of sections included, in the order of the source.
    pub rows: Vec<Row>,
    /// The variant names found in rows that could not be parsed.
    pub unread_names: Vec<Ident>,
}

/// An item of a table. Sections and rows are referred to by their index, because a row names its section by one.
pub enum Item {
    /// `title "…";`
    Title(Statement<Text>),
    /// `source "…";`
    Source(Statement<Text>),
    /// `lang "…";`
    Lang(Statement<Text>),
    /// `display "0x{code:08x}";`
    Display(Statement<Text>),
    /// `baseline "gateway.baseline";`
    Baseline(Statement<Text>),
    /// `envelope code "ret", text "msg";`
    Envelope(Statement<Vec<EnvelopeKey>>),
    /// `success 0, 2, absent;`
    Success(Statement<Success>),
    /// `unknown UnknownStatus;`
    Unknown(Statement<Ident>),
    /// `exhaustive;`
    Exhaustive(Statement<()>),
    /// `error ShopFailure;`
    ErrorType(Statement<ErrorType>),
    /// `base 6000;`
    Base(Statement<CodeLiteral>),
    /// `reserved 7, 20..=29 "never assigned";`
    Reserved(Statement<Reserved>),
    /// `shared symbol E_BUSY, "isv.busy";`
    SharedSymbols(Statement<Vec<Symbol>>),
    /// `column name: Type = default;` or `translation en = default;`
    Column(Column),
    /// `section Name "title" { … }`, by its index in `Catalog::sections`. Its rows follow as items of their own.
    Section(usize),
    /// `code => meaning,`, by its index in `Catalog::rows`.
    Row(usize),
}

impl Catalog {
    pub(crate) fn push_row(&mut self, row: Row) {
        self.items.push(Item::Row(self.rows.len()));
        self.rows.push(row);
    }

    /// Adds a section, and returns its index.
    pub(crate) fn push_section(&mut self, section: Section) -> usize {
        let index = self.sections.len();
        self.items.push(Item::Section(index));
        self.sections.push(section);
        index
    }
}

/// A statement: a keyword, a value and a semicolon. The tree keeps repeated statements, which the checks reject.
pub struct Statement<T> {
    /// The word that begins it.
    pub keyword: Ident,
    /// The parsed content.
    pub value: T,
    /// The `;` that ends it, unless it was missing and reported.
    pub semicolon: Option<Span>,
}

/// `7, 20..=29 "never assigned"`
pub struct Reserved {
    /// The codes, at least one range.
    pub ranges: Vec<Range>,
    /// The reason that no row may use them.
    pub reason: Option<Text>,
}

/// `0, 2, absent`
pub struct Success {
    /// The codes.
    pub codes: Vec<CodeLiteral>,
    /// The words `absent`: a reply without a code is a success. One of them is allowed.
    pub absent: Vec<Ident>,
}

/// A part of an envelope.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum EnvelopePart {
    /// `code`
    Code,
    /// `text`: the server's message.
    Text,
    /// `payload`: the whole payload. Without this key, its fields are next to the envelope's keys.
    Payload,
    /// `request`: the vendor's id of the request.
    Request,
}

/// `code "ret" or "error" / "code"`
pub struct EnvelopeKey {
    /// The part that the paths lead to.
    pub part: EnvelopePart,
    /// The word for the part.
    pub keyword: Ident,
    /// The paths, at least one.
    pub paths: Vec<KeyPath>,
}

/// `"errors" / 0 / "code"`
pub struct KeyPath {
    /// At least one.
    pub steps: Vec<KeyStep>,
}

/// A step from a value of a reply to one in it.
pub enum KeyStep {
    /// The vendor's key.
    Key(Text),
    /// The index of an item in a list.
    Index(usize, Span),
    /// `_`: any key.
    Any(Span),
}

/// `column name: Type = default;` or `translation en = default;`
pub struct Column {
    /// Doc comments and attributes, which go on the accessor.
    pub attrs: Vec<Attribute>,
    /// The word `column` or `translation`.
    pub keyword: Ident,
    /// The name of the accessor and of the field: of a translation, its language.
    pub name: Ident,
    /// True if the values are the messages in another language.
    pub is_translation: bool,
    /// The type of the values, `&'static str` for a translation.
    pub ty: TokenStream,
    /// The value of rows that do not give one. Without a default, every row gives a value.
    pub default: Option<Value>,
    /// The `;` that ends it, unless it was missing and reported.
    pub semicolon: Option<Span>,
}

/// The enum of a catalog's errors with their values.
pub struct ErrorType {
    /// Doc comments and attributes, which go on the enum.
    pub attrs: Vec<Attribute>,
    /// The name of the enum.
    pub name: Ident,
}

/// `section Name "标题" en "title" 1..=99 { rows }`, or with `prefix "23"` in place of the range, or `base 0x100` before it
pub struct Section {
    /// The word `section`.
    pub keyword: Ident,
    /// The identifier of the section.
    pub name: Ident,
    /// The title in the language of the catalog.
    pub title: Text,
    /// The titles in other languages.
    pub titles: Vec<Title>,
    /// The ranges that contain the codes of its rows.
    pub ranges: Vec<Range>,
    /// The number that its rows' codes leave out.
    pub base: Option<CodeLiteral>,
    /// The start of its rows' codes, which the rows leave out.
    pub prefix: Option<Text>,
    /// The braces around its rows.
    pub braces: DelimSpan,
}

impl Section {
    /// Returns whether its rows leave out a part of their codes.
    pub fn is_composed(&self) -> bool {
        self.prefix.is_some() || self.base.is_some()
    }
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
    /// The code on the wire.
    pub code: CodeLiteral,
    /// The row's own meaning, then those that `or` adds. Never empty.
    pub meanings: Vec<Meaning>,
    /// The `,` that ends it, which the last row of a table may leave out.
    pub comma: Option<Span>,
    /// Index into `Catalog::sections`.
    pub section: Option<usize>,
}

impl Row {
    /// Returns the message of a meaning, which for the row's own may be the first paragraph of its doc comment.
    pub fn message(&self, index: usize) -> Option<Cow<'_, Text>> {
        match &self.meanings[index].message {
            Some(message) => Some(Cow::Borrowed(message)),
            None if index == 0 => first_paragraph(&self.attrs).map(Cow::Owned),
            None => None,
        }
    }
}

/// An outer attribute.
pub struct Attribute {
    /// The attribute as it is written, from the `#`.
    pub tokens: TokenStream,
    /// The path and the arguments between the brackets.
    pub meta: Meta,
}

/// `Name was Former { name: Type, … } SYMBOL was FORMER "message" { field: value, … }`
pub struct Meaning {
    /// The `or` before it, unless it is the row's own.
    pub or: Option<Span>,
    /// The name of the variant or of the constant.
    pub name: Name,
    /// The former names, each after a `was`, the latest first.
    pub former: Vec<Ident>,
    /// The values of one occurrence of the error.
    pub values: Vec<ErrorValue>,
    /// The braces around the values, if there are any.
    pub value_braces: Option<DelimSpan>,
    /// The vendor's symbol if it is a Rust identifier. Other symbols are the field `symbol`.
    pub symbol: Option<Symbol>,
    /// The former symbols, each after a `was`, the latest first.
    pub former_symbols: Vec<Symbol>,
    /// The text for people, unless the row has none.
    pub message: Option<Text>,
    /// The fields in braces.
    pub fields: Vec<Field>,
    /// The braces around the fields, if there are any.
    pub braces: Option<DelimSpan>,
}

impl Meaning {
    /// Returns the last token before the fields.
    pub fn end_of_head(&self) -> Span {
        let name = match &self.name {
            Name::Given(name) => name.span(),
            Name::Unnamed(span) => *span,
        };
        let message = self.message.as_ref().map(|message| message.span);
        let former_symbol = || self.former_symbols.last().map(|symbol| symbol.span);
        let symbol = || self.symbol.as_ref().map(|symbol| symbol.span);
        let values = || self.value_braces.map(|braces| braces.close());
        let former = || self.former.last().map(Ident::span);
        message.or_else(former_symbol).or_else(symbol).or_else(values).or_else(former).unwrap_or(name)
    }
}

/// `name: Type`, a value that each occurrence of an error has of its own.
pub struct ErrorValue {
    /// Doc comments and attributes of the field.
    pub attrs: Vec<Attribute>,
    /// The name of the field and of its placeholders.
    pub name: Ident,
    /// The type of the field.
    pub ty: TokenStream,
}

impl Meaning {
    /// Returns the value that is the source: the one with `#[source]` or `#[from]`, or else the one named `source`.
    pub fn source(&self) -> Option<&ErrorValue> {
        let marked = |value: &&ErrorValue| value.has_marker("source") || value.has_marker("from");
        let mut values = self.values.iter();
        self.values.iter().find(marked).or_else(|| values.find(|value| unraw(&value.name) == "source"))
    }
}

impl ErrorValue {
    /// Returns whether the value has an attribute of the grammar: `#[source]`, `#[from]` or `#[optional]`.
    pub(crate) fn has_marker(&self, word: &str) -> bool {
        self.attrs.iter().any(|attribute| has_path(&attribute.meta, word))
    }
}

/// The name of a meaning.
pub enum Name {
    /// A name of its own.
    Given(Ident),
    /// `_`: the variant is named after the code.
    Unnamed(Span),
}

impl Name {
    /// Returns the name as it is written.
    pub fn source(&self) -> String {
        match self {
            Self::Given(name) => name.to_string(),
            Self::Unnamed(_) => "_".to_owned(),
        }
    }
}

/// `name: value`
pub struct Field {
    /// The column, `help` or `symbol`.
    pub name: Ident,
    /// The name without `r#`, which is compared often.
    pub key: String,
    /// The value.
    pub value: Value,
    /// The `,` after it.
    pub comma: Option<Span>,
}

/// One expression, kept as tokens, because only rustc interprets it.
#[derive(Clone)]
pub struct Value {
    /// Never empty.
    pub tokens: TokenStream,
    /// The text of a string literal.
    pub text: Option<String>,
}

impl Value {
    /// Returns the span of the whole value.
    pub fn span(&self) -> Span {
        span_of(&self.tokens).unwrap_or_else(Span::call_site)
    }
}

/// Returns the span of all tokens, for an error about them. rustc counts the characters of the file up to two joined
/// spans, so calling this for each row would take quadratic time.
pub fn span_of(tokens: &TokenStream) -> Option<Span> {
    let mut tokens = tokens.clone().into_iter();
    let first = tokens.next()?.span();
    Some(tokens.last().and_then(|last| first.join(last.span())).unwrap_or(first))
}

/// A string literal.
#[derive(Clone)]
pub struct Text {
    /// The text.
    pub value: String,
    /// The literal, quotes included.
    pub span: Span,
}

/// A vendor's identifier, written as one or as a string literal.
#[derive(Clone)]
pub struct Symbol {
    /// The text.
    pub text: String,
    /// The identifier or the literal.
    pub span: Span,
}
