//! The statements of a catalog, grouped by keyword.

#![allow(missing_debug_implementations, reason = "nothing prints a node, and to derive it is slow to build")]

use super::ast::{
    Catalog, CodeLiteral, Column, EnvelopeKey, ErrorType, Item, Reserved, Statement, Success, Symbol, Text,
};
use proc_macro2::Ident;

/// The statements of a catalog by keyword, each in the order of the source.
#[derive(Default)]
pub struct Statements<'a> {
    /// `title "…";`
    pub title: Vec<&'a Statement<Text>>,
    /// `source "…";`
    pub source: Vec<&'a Statement<Text>>,
    /// `lang "…";`
    pub lang: Vec<&'a Statement<Text>>,
    /// `display "0x{code:08x}";`
    pub display: Vec<&'a Statement<Text>>,
    /// `baseline "gateway.baseline";`
    pub baseline: Vec<&'a Statement<Text>>,
    /// `envelope code "ret", text "msg";`
    pub envelope: Vec<&'a Statement<Vec<EnvelopeKey>>>,
    /// `success 0, 2;`
    pub success: Vec<&'a Statement<Success>>,
    /// `unknown UnknownStatus;`
    pub unknown: Vec<&'a Statement<Ident>>,
    /// `exhaustive;`
    pub exhaustive: Vec<&'a Statement<()>>,
    /// `error ShopFailure;`
    pub error_type: Vec<&'a Statement<ErrorType>>,
    /// `base 6000;`
    pub base: Vec<&'a Statement<CodeLiteral>>,
    /// `reserved 7, 20..=29;`
    pub reserved: Vec<&'a Statement<Reserved>>,
    /// `shared symbol E_BUSY, "isv.busy";`
    pub shared_symbols: Vec<&'a Statement<Vec<Symbol>>>,
    /// `column name: Type = default;` or `translation en = default;`
    pub columns: Vec<&'a Column>,
}

impl Catalog {
    /// Returns the statements by keyword.
    pub fn statements(&self) -> Statements<'_> {
        let mut statements = Statements::default();
        for item in &self.items {
            match item {
                Item::Title(statement) => statements.title.push(statement),
                Item::Source(statement) => statements.source.push(statement),
                Item::Lang(statement) => statements.lang.push(statement),
                Item::Display(statement) => statements.display.push(statement),
                Item::Baseline(statement) => statements.baseline.push(statement),
                Item::Envelope(statement) => statements.envelope.push(statement),
                Item::Success(statement) => statements.success.push(statement),
                Item::Unknown(statement) => statements.unknown.push(statement),
                Item::Exhaustive(statement) => statements.exhaustive.push(statement),
                Item::ErrorType(error_type) => statements.error_type.push(error_type),
                Item::Base(statement) => statements.base.push(statement),
                Item::Reserved(statement) => statements.reserved.push(statement),
                Item::SharedSymbols(statement) => statements.shared_symbols.push(statement),
                Item::Column(column) => statements.columns.push(column),
                Item::Section(_) | Item::Row(_) => {}
            }
        }
        statements
    }
}
