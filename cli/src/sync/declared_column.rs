//! The columns of a declaration. Those of texts, integers and booleans are compared with a page.

use crate::import::declaration::literal;
use crate::import::document::integer;
use error_catalog_core::syntax::ast::{self, Meaning, Value};
use error_catalog_core::syntax::identifier::unraw;
use error_catalog_core::syntax::literal::Constant;
use error_catalog_core::syntax::{Raw, is_static_str};
use proc_macro2::TokenTree;
use std::borrow::Cow;

pub(super) struct DeclaredColumn<'a> {
    /// Without `r#`.
    pub(super) name: String,
    /// The name as it is written in a row.
    pub(super) written: String,
    pub(super) default: Option<&'a Value>,
    kind: ValueType,
}

enum ValueType {
    Text,
    Integer(i128, i128),
    Bool,
    /// Another type, whose values are Rust expressions.
    Other,
}

impl<'a> DeclaredColumn<'a> {
    pub(super) fn of(column: &'a ast::Column) -> Self {
        let kind = match (&column.ty, Raw::of(&column.ty)) {
            (_, Some(Raw::Int(int))) if !int.is_nonzero() => ValueType::Integer(int.min, int.max),
            (ty, _) if ty.to_string() == "bool" => ValueType::Bool,
            (ty, _) if column.is_translation || is_static_str(ty) => ValueType::Text,
            _ => ValueType::Other,
        };
        Self {
            name: unraw(&column.name),
            written: column.name.to_string(),
            default: column.default.as_ref(),
            kind,
        }
    }

    /// Returns the value of a row as `diff` prints it, or `None` if it is not a literal.
    pub(super) fn text_of(&self, meaning: &'a Meaning) -> Option<Cow<'a, str>> {
        let value = meaning.fields.iter().find(|field| field.key == self.name).map(|field| &field.value);
        let Some(value) = value.or(self.default) else {
            // A row that lacks a value does not compile, so the value of the page is inserted.
            return (!matches!(self.kind, ValueType::Other)).then_some("".into());
        };
        match (&self.kind, &value.text) {
            (ValueType::Text, Some(text)) => Some(text.into()),
            (ValueType::Integer(..), _) => integer_of(value).map(|value| value.to_string().into()),
            (ValueType::Bool, _) => {
                let text = value.tokens.to_string();
                matches!(text.as_str(), "true" | "false").then_some(text.into())
            }
            _ => None,
        }
    }

    /// Returns the Rust expression of a value of a page, if the column can have it.
    pub(super) fn value(&self, text: &str) -> Option<String> {
        match self.kind {
            ValueType::Text => Some(literal(text)),
            ValueType::Integer(min, max) => {
                integer(text).filter(|value| (min..=max).contains(value)).map(|value| value.to_string())
            }
            ValueType::Bool => matches!(text, "true" | "false").then(|| text.to_owned()),
            ValueType::Other => None,
        }
    }

    /// Checks whether the default is empty.
    pub(super) fn is_empty_by_default(&self) -> bool {
        self.default.is_some_and(|default| default.text.as_deref() == Some(""))
    }

    /// Checks whether a page can have values of the column's type.
    pub(super) fn is_known(&self) -> bool {
        !matches!(self.kind, ValueType::Other)
    }

    pub(super) fn is_text(&self) -> bool {
        matches!(self.kind, ValueType::Text)
    }
}

/// Returns an integer literal, with or without a minus.
fn integer_of(value: &Value) -> Option<i128> {
    let tokens: Vec<TokenTree> = value.tokens.clone().into_iter().collect();
    let (is_negative, literal) = match tokens.as_slice() {
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => (true, literal),
        [TokenTree::Literal(literal)] => (false, literal),
        _ => return None,
    };
    let Constant::Integer(integer) = Constant::of(literal) else { return None };
    let value = integer.value()?;
    Some(if is_negative { -value } else { value })
}
