//! What is said at most once about the whole catalog, and which codes mean success.

use super::Draft;
use super::codes::{Codes, rows_by_code};
use super::texts::text_is_clean;
use crate::Report;
use crate::model::Code;
use crate::syntax::ast::{self, Statement, Text};
use proc_macro2::TokenStream;
use std::collections::HashMap;

/// The one statement of its kind. All but the first are reported.
pub(super) fn once<'a, T>(statements: &[&'a Statement<T>], report: &mut Report) -> Option<&'a T> {
    let (first, others) = statements.split_first()?;
    for other in others {
        let keyword = &other.keyword;
        report.error(keyword.span(), format!("`{keyword}` is given already: keep one"));
    }
    if !others.is_empty() {
        let keyword = &first.keyword;
        report.error(keyword.span(), format!("`{keyword}` is first given here"));
    }
    Some(&first.value)
}

pub(super) fn statement_text<'a>(
    what: &str,
    statements: &[&'a Statement<Text>],
    report: &mut Report,
) -> Option<&'a str> {
    let text = once(statements, report)?;
    text_is_clean(what, text, report);
    Some(&text.value)
}

/// Returns whether a reply without a code is a success.
pub(super) fn absence_is_declared_once(success: &ast::Success, report: &mut Report) -> bool {
    for again in success.absent.iter().skip(1) {
        report.error(again.span(), "`absent` is given twice: keep one".to_owned());
    }
    !success.absent.is_empty()
}

pub(super) fn success_codes<'a>(
    written: &'a [ast::Code],
    codes: &Codes<'_>,
    report: &mut Report,
) -> Vec<(Code, &'a TokenStream)> {
    let mut success: Vec<(Code, &TokenStream)> = Vec::new();
    for code in written {
        if let Some(value) = codes.value(code, report) {
            success.push((value, &code.tokens));
        }
    }
    let mut seen: HashMap<&Code, usize> = HashMap::new();
    let mut is_first = Vec::new();
    for (index, (code, tokens)) in success.iter().enumerate() {
        is_first.push(seen.insert(code, index).is_none());
        if !is_first[index] {
            report.error_at(tokens, format!("code {code} is declared a success twice: keep one"));
        }
    }
    let mut is_first = is_first.into_iter();
    success.retain(|_| is_first.next() == Some(true));
    success
}

pub(super) fn success_codes_have_rows(
    success: &[(Code, &TokenStream)],
    drafts: &[Draft<'_>],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    if success.is_empty() {
        return;
    }
    let rows = rows_by_code(drafts);
    for (code, tokens) in success {
        if !rows.contains_key(code) {
            let catalog = codes.catalog;
            let message = format!(
                "success code {code} is no row of `{catalog}`: add `{code} => Ok \"message\"`, or remove it"
            );
            report.error_at(tokens, message);
        }
    }
}

pub(super) fn the_catalog_has_rows(ast: &ast::Catalog, report: &mut Report) {
    if ast.rows.is_empty() {
        let message = format!("catalog `{}` has no rows: declare one, `40001 => Name \"message\"`", ast.name);
        report.error(ast.name.span(), message);
    }
}
