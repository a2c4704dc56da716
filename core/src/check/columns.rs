//! Checks the columns of a catalog, and the fields in which its rows give their values.

use super::computed::check_computed;
use super::texts::{check_column_text, check_optional_text, check_word};
use super::translations::check_translation;
use crate::model::Column;
use crate::syntax::ast::{self, Text, Value};
use crate::syntax::identifier::{is_generated, is_usable, unraw};
use crate::syntax::language::is_unmistakable;
use crate::syntax::{is_advice, is_static_str, type_source};
use crate::{Report, nearest};
use proc_macro2::{Ident, TokenStream};

/// Returns the columns, and the names of those with a mistake, about which rows need no further error.
pub(super) fn check_columns<'a>(
    ast: &'a ast::Catalog,
    report: &mut Report,
) -> (Vec<Column<'a>>, Vec<String>) {
    let (mut columns, mut rejected) = (Vec::<Column<'a>>::new(), Vec::new());
    for column in ast.statements().columns {
        let text = unraw(&column.name);
        let message = if columns.iter().any(|earlier| earlier.key == text) {
            format!("column `{text}` is declared twice: keep one")
        } else if is_generated(&text) {
            format!("every row already has `{text}`: choose another name for the column")
        } else if !is_usable(&column.name.to_string()) {
            format!("`{text}` is a keyword of Rust and cannot name a column: choose another name")
        } else {
            let translation = check_translation(column, report);
            let is_text_type =
                column.is_translation || is_static_str(&column.ty) || has_owned_text(column, report);
            let computed = check_computed(column, report);
            let evaluated = computed.as_ref().or(column.default.as_ref());
            let is_text = is_text_type && evaluated.is_none_or(|it| it.text.is_some());
            check_word("the name of the column", &text, column.name.span(), report);
            let mut attrs = TokenStream::new();
            for attribute in &column.attrs {
                attrs.extend(attribute.tokens.clone());
            }
            let (name, ty) = (&column.name, &column.ty);
            let default = column.default.as_ref();
            let is_computed = computed.is_some();
            columns.push(Column { attrs, name, key: text, ty, is_text, translation, default, is_computed });
            continue;
        };
        report.error(column.name.span(), message);
        rejected.push(text);
    }
    for row in &ast.rows {
        for meaning in &row.meanings {
            for field in &meaning.fields {
                if field.value.text.is_none()
                    && let Some(column) = columns.iter_mut().find(|column| column.key == field.key)
                {
                    column.is_text = false;
                }
            }
        }
    }
    // An owned text that is not a literal cannot be in a constant, which rustc would report again.
    columns.retain(|column| {
        let is_kept = column.is_text || !is_owned_text(column.ty);
        if !is_kept {
            rejected.push(column.key.clone());
        }
        is_kept
    });
    check_advice(&columns, report);
    for column in &columns {
        if let Some(default) = column.default.filter(|_| column.is_text && !column.is_computed) {
            check_text_of_column(column, default, report);
        }
    }
    (columns, rejected)
}

/// Checks that at most one column has the type `Retry`, or that one of them is named `retry`.
fn check_advice(columns: &[Column<'_>], report: &mut Report) {
    let advice: Vec<_> = columns.iter().filter(|column| is_advice(column.ty)).collect();
    if let [first, second, ..] = advice.as_slice()
        && advice.iter().all(|column| column.key != "retry")
    {
        let message = format!(
            "`{}` and `{}` both have the type `Retry`: give the name `retry` to the column that `Failure::retry` \
             should return",
            first.key, second.key
        );
        report.error(second.name.span(), message);
    }
}

/// Returns whether the type of the column is a text that cannot be in a constant, and reports such a type.
fn has_owned_text(column: &ast::Column, report: &mut Report) -> bool {
    let has_one = is_owned_text(&column.ty);
    if has_one {
        let message = format!(
            "a column cannot have the type `{}`, because its values are constants: declare `column {}: &'static str`",
            type_source(&column.ty),
            column.name
        );
        report.error_at(&column.ty, message);
    }
    has_one
}

fn is_owned_text(ty: &TokenStream) -> bool {
    ["String", "str", "&str", "Box<str>"].contains(&type_source(ty).as_str())
}

pub(super) fn check_text_of_column(column: &Column<'_>, value: &Value, report: &mut Report) {
    if let Some(text) = &value.text {
        check_column_text(&column.key, text, &|| value.span(), report);
    }
}

/// The values of the fields of a meaning.
pub(super) struct FieldValues<'a> {
    pub(super) symbol: Option<ast::Symbol>,
    pub(super) help: Option<String>,
    pub(super) values: Vec<Option<&'a Value>>,
    /// True if every column without a default has a value.
    pub(super) is_complete: bool,
}

pub(super) fn check_fields<'a>(
    meaning: &'a ast::Meaning,
    name: &Ident,
    columns: &[Column<'a>],
    rejected: &[String],
    report: &mut Report,
) -> FieldValues<'a> {
    let mut fields = FieldValues {
        symbol: meaning.symbol.clone(),
        help: None,
        values: vec![None; columns.len()],
        is_complete: true,
    };
    for symbol in meaning.symbol.iter().chain(&meaning.former_symbols) {
        check_word("the symbol", &symbol.text, symbol.span, report);
    }
    let mut unknown = Vec::new();
    for (index, field) in meaning.fields.iter().enumerate() {
        let key = field.key.as_str();
        if meaning.fields[..index].iter().any(|earlier| earlier.key == key) {
            report.error(field.name.span(), format!("`{key}` of `{name}` is given twice: keep one"));
            continue;
        }
        if let Some(column) = columns.iter().position(|column| column.key == key) {
            fields.values[column] = Some(&field.value);
            if columns[column].is_text {
                check_text_of_column(&columns[column], &field.value, report);
            }
            continue;
        }
        match (key, field.value.text.clone()) {
            ("help" | "symbol", None) => {
                report.error(field.value.span(), format!("`{key}` is a string in double quotes"));
            }
            ("help", Some(help)) => {
                let text = Text { value: help, span: field.value.span() };
                check_optional_text("the help text", &text, report);
                fields.help = Some(text.value);
            }
            ("symbol", Some(_)) if fields.symbol.is_some() => {
                let message = format!("`{name}` already has a symbol before its message: keep one");
                report.error(field.name.span(), message);
            }
            ("symbol", Some(symbol)) => {
                let text = Text { value: symbol, span: field.value.span() };
                check_optional_text("the symbol", &text, report);
                fields.symbol = Some(ast::Symbol { text: text.value, span: text.span });
            }
            _ if rejected.contains(&field.key) => {}
            _ => {
                report.error(field.name.span(), unknown_field(key, columns));
                unknown.push(key);
            }
        }
    }
    for (column, value) in columns.iter().zip(&fields.values) {
        if value.is_none() && column.default.is_none() {
            fields.is_complete = false;
            let column = column.key.as_str();
            if unknown.iter().any(|unknown| nearest(unknown, [column]).is_some()) {
                continue;
            }
            let message = format!(
                "`{name}` has no value for `{column}`, which has no default: add `{{ {column}: … }}` to the row, or declare a \
                 default"
            );
            report.error(name.span(), message);
        }
    }
    fields
}

fn unknown_field(key: &str, columns: &[Column<'_>]) -> String {
    if key == "message" {
        return "the message comes before the braces: `Name \"…\" { … }`".to_owned();
    }
    if is_generated(key) {
        return format!("every row already has `{key}`: remove the field");
    }
    let known = columns.iter().map(|column| column.key.as_str()).chain(["help", "symbol"]);
    match nearest(key, known) {
        Some(nearest) => format!("there is no column `{key}`; did you mean `{nearest}`?"),
        None if is_unmistakable(key) => {
            format!("there is no translation `{key}`: declare it with `translation {key};`")
        }
        None => format!("there is no column `{key}`: declare it with `column {key}: …;`"),
    }
}
