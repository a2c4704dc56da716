//! The statements that a catalog has at most once, and its success codes.

use super::Draft;
use super::codes::{Codes, rows_by_code};
use super::texts::check_text;
use crate::Report;
use crate::model::Code;
use crate::syntax::ast::{self, Statement, Text};
use std::collections::HashSet;

/// Returns the value of a statement that is allowed once. Reports any repetition.
pub(super) fn check_given_once<'a, T>(statements: &[&'a Statement<T>], report: &mut Report) -> Option<&'a T> {
    let (first, others) = statements.split_first()?;
    for other in others {
        let keyword = &other.keyword;
        report.error(keyword.span(), format!("`{keyword}` is declared twice: keep one"));
    }
    if !others.is_empty() {
        let keyword = &first.keyword;
        report.error(keyword.span(), format!("`{keyword}` is first declared here"));
    }
    Some(&first.value)
}

pub(super) fn check_statement_text<'a>(
    what: &str,
    statements: &[&'a Statement<Text>],
    report: &mut Report,
) -> Option<&'a str> {
    let text = check_given_once(statements, report)?;
    check_text(what, text, report);
    Some(&text.value)
}

/// Returns whether a reply without a code is a success.
pub(super) fn check_absence(success: &ast::Success, report: &mut Report) -> bool {
    for again in success.absent.iter().skip(1) {
        report.error(again.span(), "`absent` is given twice: keep one".to_owned());
    }
    !success.absent.is_empty()
}

pub(super) fn check_success_codes<'a>(
    written: &'a [ast::Code],
    codes: &Codes<'_>,
    report: &mut Report,
) -> Vec<(Code, &'a ast::Code)> {
    let mut success: Vec<(Code, &ast::Code)> = Vec::new();
    let mut seen = HashSet::new();
    for code in written {
        let Some(value) = codes.value(code, report) else { continue };
        if seen.insert(value.clone()) {
            success.push((value, code));
        } else {
            report.error_at(
                &code.tokens,
                format!("code {} is declared a success twice: keep one", code.source()),
            );
        }
    }
    success
}

pub(super) fn check_success_codes_have_rows(
    success: &[(Code, &ast::Code)],
    drafts: &[Draft<'_>],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    if success.is_empty() {
        return;
    }
    let rows = rows_by_code(drafts);
    for (code, written) in success {
        if !rows.contains_key(code) {
            let (catalog, source) = (codes.catalog, written.source());
            let whole = drafts.iter().map(|draft| &draft.written.code).find(|row| row.is_written_as(written));
            let message = match whole {
                Some(row) => format!(
                    "no row of `{catalog}` has the success code {source}: outside of rows, codes include the base, so write `{}`",
                    row.source()
                ),
                None => format!(
                    "no row of `{catalog}` has the success code {source}: add `{source} => Ok \"message\"`, or remove it"
                ),
            };
            report.error_at(&written.tokens, message);
        }
    }
}

pub(super) fn check_catalog_has_rows(ast: &ast::Catalog, report: &mut Report) {
    if ast.rows.is_empty() {
        let message = format!("catalog `{}` has no rows: declare one, `40001 => Name \"message\"`", ast.name);
        report.error(ast.name.span(), message);
    }
}
