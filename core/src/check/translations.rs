//! Languages: the catalog's own and those of its translations are language tags, each declared once.

use super::given_once::check_given_once;
use crate::Report;
use crate::model::Column;
use crate::syntax::ast::{self, Statement, Text};
use crate::syntax::identifier::unraw;
use crate::syntax::language::{is_unmistakable, suggestion, tag, tag_of_identifier};
use proc_macro2::{Ident, TokenStream};

/// Returns the tag of the language of the messages.
pub(super) fn check_language_of_messages(
    statements: &[&Statement<Text>],
    report: &mut Report,
) -> Option<String> {
    let text = check_given_once(statements, report)?;
    let tag = tag(&text.value);
    if tag.is_none() {
        let remedy = suggestion(&text.value)
            .map_or("write one such as `\"en\"` or `\"zh-CN\"`".to_owned(), |tag| format!("write `{tag:?}`"));
        report.error(text.span, format!("{:?} is not a BCP 47 language tag: {remedy}", text.value));
    }
    tag
}

/// Returns the language tag of a translation. Reports a text column that is named like a language, because an older grammar
/// declared translations that way.
pub(super) fn check_translation(column: &ast::Column, report: &mut Report) -> Option<String> {
    if column.is_translation {
        return check_language(&column.name, report);
    }
    let name = unraw(&column.name);
    if !is_text(&column.ty) || !is_unmistakable(&name) {
        return None;
    }
    let default = column.default.as_ref().map_or(String::new(), |_| " = …".to_owned());
    let message =
        format!("`column {name}` does not declare a language: write `translation {name}{default};`");
    report.error(column.name.span(), message);
    tag_of_identifier(&name)
}

/// Returns the tag of a language that is written as an identifier.
fn check_language(name: &Ident, report: &mut Report) -> Option<String> {
    let identifier = unraw(name);
    let tag = tag_of_identifier(&identifier);
    if tag.is_none() {
        let remedy = suggestion(&identifier)
            .map_or("write one such as `en` or `zh_Hant`".to_owned(), |tag| {
                format!("write `{}`", tag.replace('-', "_"))
            });
        report.error(name.span(), format!("`{identifier}` is not a BCP 47 language tag: {remedy}"));
    }
    tag
}

fn is_text(ty: &TokenStream) -> bool {
    let ty: String = ty.clone().into_iter().map(|token| token.to_string()).collect();
    matches!(&*ty, "&'staticstr" | "Option<&'staticstr>")
}

pub(super) fn check_distinct_languages(lang: Option<&str>, columns: &[Column<'_>], report: &mut Report) {
    for (index, column) in columns.iter().enumerate() {
        let Some(tag) = &column.translation else { continue };
        let name = column.name;
        if lang == Some(tag) {
            let message =
                format!("the messages are already in {tag:?}, as `lang` declares: remove this translation");
            report.error(name.span(), message);
        } else if columns[..index].iter().any(|earlier| earlier.translation.as_ref() == Some(tag)) {
            report.error(name.span(), format!("the translation into {tag:?} is declared twice: keep one"));
        }
    }
}

/// Checks that the titles of a section are in languages that the catalog declares, each once, and returns each with the tag
/// of its language. A statement that could not be parsed may declare the language.
pub(super) fn check_titles<'a>(
    section: &'a ast::Section,
    columns: &[Column<'_>],
    every_statement_was_read: bool,
    report: &mut Report,
) -> Vec<(String, &'a str)> {
    let mut titles: Vec<(String, &str)> = Vec::new();
    for title in &section.titles {
        let Some(tag) = check_language(&title.lang, report) else { continue };
        let lang = &title.lang;
        if let Some(first) = titles.iter().position(|(earlier, _)| *earlier == tag) {
            let first = &section.titles[first].lang;
            let message = format!("the title of `{}` in `{lang}` is given twice: keep one", section.name);
            report.error(lang.span(), message);
            report.error(first.span(), format!("the title in `{first}` is first given here"));
        } else if every_statement_was_read
            && !columns.iter().any(|column| column.translation.as_ref() == Some(&tag))
        {
            let message = format!(
                "the catalog has no translation into `{lang}`: declare it with `translation {lang};`, or remove the title"
            );
            report.error(lang.span(), message);
        } else {
            titles.push((tag, &title.text.value));
        }
    }
    titles
}
