//! The success codes: each is declared once and has a row.

use super::Draft;
use super::codes::{Codes, rows_by_code};
use crate::Report;
use crate::model::Code;
use crate::syntax::ast;
use std::collections::HashSet;

/// Returns whether a reply without a code is a success.
pub(super) fn check_absent(success: &ast::Success, report: &mut Report) -> bool {
    for again in success.absent.iter().skip(1) {
        report.error(again.span(), "`absent` is given twice: keep one".to_owned());
    }
    !success.absent.is_empty()
}

pub(super) fn check_success_codes<'a>(
    declared: &'a [ast::CodeLiteral],
    codes: &Codes<'_>,
    report: &mut Report,
) -> Vec<(Code, &'a ast::CodeLiteral)> {
    let mut success: Vec<(Code, &ast::CodeLiteral)> = Vec::new();
    let mut seen = HashSet::new();
    for code in declared {
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
    success: &[(Code, &ast::CodeLiteral)],
    drafts: &[Draft<'_>],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    if success.is_empty() {
        return;
    }
    let rows = rows_by_code(drafts);
    for (code, literal) in success {
        if !rows.contains_key(code) {
            let (catalog, source) = (codes.catalog, literal.source());
            let whole =
                drafts.iter().map(|draft| &draft.node.code).find(|row| row.equals_without_base(literal));
            let message = match whole {
                Some(row) => format!(
                    "no row of `{catalog}` has the success code {source}: outside of rows, codes include the base, so write `{}`",
                    row.source()
                ),
                None => format!(
                    "no row of `{catalog}` has the success code {source}: add `{source} => Ok \"message\"`, or remove it"
                ),
            };
            report.error_at(&literal.tokens, message);
        }
    }
}
