//! Checks the error type of a catalog, the values of its rows, and the placeholders of their texts.

use super::Draft;
use super::attributes::derived_paths;
use super::given_once::check_given_once;
use super::texts::check_word;
use crate::model::{Code, Column, ErrorType, ErrorValue, Meaning, Role, Template};
use crate::syntax::ast::{self, Attribute, Statement, Text, Value};
use crate::syntax::attribute::has_path;
use crate::syntax::identifier::unraw;
use crate::syntax::template::{Piece, names_in_spec, pieces};
use crate::{Report, nearest};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::HashSet;
use syn::Path;

/// Returns the error type that the catalog declares, if any.
pub(super) fn check_error_type<'a>(
    catalog: &Ident,
    statements: &[&'a Statement<ast::ErrorType>],
    report: &mut Report,
) -> Option<ErrorType<'a>> {
    let ast::ErrorType { attrs, name } = check_given_once(statements, report)?;
    if unraw(name) == unraw(catalog) {
        let message = format!("`{name}` is the catalog itself: choose another name for its error type");
        report.error(name.span(), message);
        return None;
    }
    check_word("the name of the error type", &unraw(name), name.span(), report);
    let mut kept = TokenStream::new();
    let mut derives_debug = false;
    for attribute in attrs {
        let Some(paths) = derived_paths(&attribute.meta) else {
            kept.extend(attribute.tokens.clone());
            continue;
        };
        let paths: Vec<_> = paths.iter().filter(|path| check_derive(path, report)).collect();
        derives_debug |= paths.iter().any(|path| ends_in(path, "Debug"));
        kept.extend(quote!(#[derive(#(#paths),*)]));
    }
    Some(ErrorType { attrs: kept, name, derives_debug })
}

/// Returns whether the error type can derive a trait.
fn check_derive(path: &Path, report: &mut Report) -> bool {
    let Some((derived, provided)) = PROVIDED.iter().find(|(derived, _)| ends_in(path, derived)) else {
        return true;
    };
    report.error_at(path, format!("{provided}: remove `{derived}` from the `derive`"));
    false
}

fn ends_in(path: &Path, name: &str) -> bool {
    path.segments.last().is_some_and(|last| last.ident == name)
}

/// Derives whose traits every error type implements, each with the reason to remove it.
const PROVIDED: [(&str, &str); 5] = [
    ("Error", "every error type already implements `Error`"),
    ("Display", "every error type already implements `Display`"),
    ("Coded", "every error type already implements `Coded`"),
    ("Serialize", "with the feature `serde` of error-catalog every error type implements `Serialize`"),
    ("Diagnostic", "with the feature `miette` of error-catalog every error type implements `Diagnostic`"),
];

/// The values of a meaning, and its texts with placeholders.
#[derive(Default)]
pub(super) struct CheckedValues<'a> {
    pub(super) values: Vec<ErrorValue<'a>>,
    pub(super) templates: Vec<Template>,
}

/// Checks the values of a meaning, and that its texts show only these. `given` has one value per column.
pub(super) fn check_values<'a>(
    meaning: &'a ast::Meaning,
    (catalog, name): (&Ident, &Ident),
    error_type: Option<&ErrorType<'_>>,
    columns: &[Column<'a>],
    given: &[Option<&'a Value>],
    report: &mut Report,
) -> CheckedValues<'a> {
    let Some(braces) = &meaning.value_braces else {
        if error_type.is_some() {
            for (_, text) in message_and_translations(meaning, columns, given) {
                check_no_placeholder(&text, name, report);
            }
        }
        return CheckedValues::default();
    };
    if error_type.is_none() {
        let error_type = format!("{}Failure", unraw(catalog).trim_end_matches("Error"));
        let message = format!("`{name}` has values, which need an error type: add `error {error_type};`");
        report.error(braces.open(), message);
        return CheckedValues::default();
    }
    let values = check_declared_values(meaning, report);
    for (column, value) in columns.iter().zip(given) {
        let default = column.default.filter(|_| !column.is_computed);
        if column.translation.is_some()
            && let Some(value) = value.or(default).filter(|value| value.text.is_none())
        {
            report.error(value.span(), cannot_show_values(column, name));
        }
    }
    let mut templates = Vec::new();
    for (translation, text) in message_and_translations(meaning, columns, given) {
        templates.extend(check_shown_values(
            &text,
            name,
            translation,
            (columns, &values, &templates),
            report,
        ));
    }
    if let Some(help) = meaning.fields.iter().find(|field| field.key == "help")
        && let Some(text) = &help.value.text
        && let Ok(pieces) = pieces(text)
        && let Some(shown) = pieces.iter().find_map(|piece| match piece {
            Piece::Value { name, .. } if values.iter().any(|value| value.key == *name) => Some(name),
            _ => None,
        })
    {
        let message = format!("help texts cannot show values: move `{{{shown}}}` to the message");
        report.error(help.value.span(), message);
    }
    CheckedValues { values, templates }
}

/// Checks a computed translation of a meaning like one that its row gives.
pub(super) fn check_computed_translation(
    meaning: &mut Meaning<'_>,
    column: &Column<'_>,
    value: &Value,
    columns: &[Column<'_>],
    report: &mut Report,
) {
    let Meaning { name, error_values: values, templates, .. } = meaning;
    let Some(text) = value.text.clone().map(|text| Text { value: text, span: value.span() }) else {
        if !values.is_empty() {
            report.error(value.span(), cannot_show_values(column, name));
        }
        return;
    };
    if values.is_empty() {
        check_no_placeholder(&text, name, report);
    } else {
        templates.extend(check_shown_values(&text, name, Some(column), (columns, values, templates), report));
    }
}

fn cannot_show_values(translation: &Column<'_>, name: &Ident) -> String {
    format!(
        "`{}` of `{name}` cannot show values, because it is not a literal: write a literal, or join literals with `concat!`",
        translation.key
    )
}

/// Checks that a text of a meaning shows only values of the meaning, and that a translation shows those of the message, which
/// is the first of the texts that were checked before.
fn check_shown_values(
    text: &Text,
    name: &Ident,
    translation: Option<&Column<'_>>,
    (columns, values, earlier): (&[Column<'_>], &[ErrorValue<'_>], &[Template]),
    report: &mut Report,
) -> Option<Template> {
    let shown = check_template(text, name, values, report)?;
    if let (Some(column), Some(main)) = (translation, earlier.first())
        && main.translation.is_none()
    {
        check_same_values(text, column.name, main, &shown, values, report);
    }
    let translation = translation.map(|column| translation_number(columns, column));
    Some(Template { translation, text: text.value.clone(), span: text.span, shown })
}

/// Returns the index of a translation among those of the catalog.
fn translation_number(columns: &[Column<'_>], column: &Column<'_>) -> usize {
    let translations = columns.iter().filter(|column| column.translation.is_some());
    translations.take_while(|other| other.name != column.name).count()
}

/// Returns the message of a meaning, then its translations, each with its column.
fn message_and_translations<'a, 'b>(
    meaning: &'b ast::Meaning,
    columns: &'b [Column<'a>],
    given: &'b [Option<&'a Value>],
) -> impl Iterator<Item = (Option<&'b Column<'a>>, Text)> {
    let translations = columns.iter().zip(given).filter_map(|(column, value)| {
        column.translation.as_ref()?;
        let value = value.or(column.default)?;
        let text = value.text.clone().filter(|text| !text.is_empty())?;
        Some((Some(column), Text { value: text, span: value.span() }))
    });
    meaning.message.iter().map(|message| (None, message.clone())).chain(translations)
}

fn check_declared_values<'a>(meaning: &'a ast::Meaning, report: &mut Report) -> Vec<ErrorValue<'a>> {
    let mut values: Vec<ErrorValue<'_>> = Vec::with_capacity(meaning.values.len());
    let source = meaning.source();
    for value in &meaning.values {
        let key = unraw(&value.name);
        if values.iter().any(|earlier| earlier.key == key) {
            report.error(value.name.span(), format!("the value `{key}` is declared twice: keep one"));
            continue;
        }
        check_word("the name of the value", &key, value.name.span(), report);
        let is_source =
            source.is_some_and(|source| std::ptr::eq(source, value)) || value.has_marker("source");
        let role = match (value.has_marker("from"), is_source) {
            (true, _) => Role::From,
            (_, true) => Role::Source,
            _ => Role::Plain,
        };
        let kept = |attribute: &&Attribute| {
            !["from", "source", "optional"].iter().any(|word| has_path(&attribute.meta, word))
        };
        let attrs = value.attrs.iter().filter(kept).collect();
        let is_optional = value.has_marker("optional");
        values.push(ErrorValue { attrs, name: &value.name, key, ty: &value.ty, role, is_optional });
    }
    let marked = values.iter().filter(|value| value.role != Role::Plain).count();
    if marked > 1 {
        let last = values.iter().rev().find(|value| value.role != Role::Plain);
        let message = "an error has one source: remove one of `#[source]` and `#[from]`";
        if let Some(last) = last {
            report.error(last.name.span(), message);
        }
    }
    if let (Some(from), true, true) =
        (values.iter().find(|value| value.role == Role::From), values.len() > 1, marked == 1)
    {
        let message = "`#[from]` converts one value into the whole error: write `#[source]`, or remove the other values";
        report.error(from.name.span(), message);
    }
    values
}

/// Returns the indexes of the values that a text shows, or `None` after an error.
fn check_template(
    text: &Text,
    name: &Ident,
    values: &[ErrorValue<'_>],
    report: &mut Report,
) -> Option<Vec<usize>> {
    let pieces = match pieces(&text.value) {
        Ok(pieces) => pieces,
        Err(error) => {
            report.error(text.span, format!("in the text of `{name}`, {error}"));
            return None;
        }
    };
    let mut shown = Vec::new();
    let mut is_valid = true;
    for piece in pieces {
        let Piece::Value { name: shown_name, spec, .. } = piece else { continue };
        for used in std::iter::once(shown_name).chain(names_in_spec(spec).filter(|name| !name.is_empty())) {
            match values.iter().position(|value| value.key == used) {
                Some(index) if !shown.contains(&index) => shown.push(index),
                Some(_) => {}
                None => {
                    report.error(text.span, unknown_value(used, name, values));
                    is_valid = false;
                }
            }
        }
    }
    is_valid.then_some(shown)
}

fn unknown_value(used: &str, name: &Ident, values: &[ErrorValue<'_>]) -> String {
    match nearest(used, values.iter().map(|value| value.key.as_str())) {
        Some(nearest) => format!("`{name}` has no value `{used}`; did you mean `{{{nearest}}}`?"),
        None => format!("`{name}` has no value `{used}`: declare it, `{name} {{ {used}: … }}`"),
    }
}

/// Checks that a translation shows the values that the message shows.
fn check_same_values(
    text: &Text,
    translation: &Ident,
    main: &Template,
    shown: &[usize],
    values: &[ErrorValue<'_>],
    report: &mut Report,
) {
    for (index, value) in values.iter().enumerate() {
        if value.is_optional {
            continue;
        }
        let key = value.key.as_str();
        let message = match (main.shown.contains(&index), shown.contains(&index)) {
            (true, false) => format!(
                "the message shows `{{{key}}}`, and `{translation}` does not: show it, or mark the value `#[optional]`"
            ),
            (false, true) => format!(
                "`{translation}` shows `{{{key}}}`, and the message does not: remove it, or mark the value `#[optional]`"
            ),
            _ => continue,
        };
        report.error(text.span, message);
    }
}

/// Reports a placeholder in the text of a row without values. Other braces are text.
fn check_no_placeholder(text: &Text, name: &Ident, report: &mut Report) {
    let Ok(pieces) = pieces(&text.value) else { return };
    let shown = pieces.iter().find_map(|piece| match piece {
        Piece::Value { name, .. } => Some(*name),
        Piece::Text(_) => None,
    });
    if let Some(shown) = shown {
        let message = format!(
            "`{name}` has no value `{shown}`: declare it after the name, `{name} {{ {shown}: … }} \"…\"`"
        );
        report.error(text.span, message);
    }
}

/// Checks that no success has values.
pub(super) fn check_successes_have_no_values(
    success: &HashSet<&Code>,
    drafts: &[Draft<'_>],
    report: &mut Report,
) {
    for draft in drafts {
        let is_success = draft.code.as_ref().is_some_and(|code| success.contains(code));
        for meaning in draft.node.meanings.iter().filter(|_| is_success) {
            if let Some(braces) = &meaning.value_braces {
                let message = format!(
                    "`{}` is a success, and only errors have values: remove the values",
                    draft.name()
                );
                report.error(braces.open(), message);
            }
        }
    }
}
