//! The statements that a catalog may have only once.

use super::texts::check_text;
use crate::Report;
use crate::syntax::ast::{Statement, Text};

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
