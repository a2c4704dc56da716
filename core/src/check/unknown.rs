//! The statement `unknown`: the row that unknown codes are read as. It exists and is not a success.

use super::Draft;
use super::given_once::check_given_once;
use crate::Report;
use crate::model::{Code, Meaning};
use crate::spelling::nearest;
use crate::syntax::ast;
use crate::syntax::identifier::unraw;
use proc_macro2::Ident;

/// Returns the variant of the row.
pub(super) fn check_unknown(
    statements: &[&ast::Statement<Ident>],
    drafts: &[Draft<'_>],
    success: &[(Code, &ast::CodeLiteral)],
    catalog: &Ident,
    every_row_was_read: bool,
    report: &mut Report,
) -> Option<Ident> {
    let name = check_given_once(statements, report)?;
    let row = drafts.iter().find(|draft| draft.meanings.iter().any(|meaning| is_named(meaning, name)));
    let Some(row) = row else {
        // A row that could not be parsed may have the name.
        if every_row_was_read {
            report.error(name.span(), missing_row(name, drafts, catalog));
        }
        return None;
    };
    if success.iter().any(|(code, _)| Some(code) == row.code.as_ref()) {
        let message = format!("`{name}` is a success, and an unknown code is never one: name another row");
        report.error(name.span(), message);
        return None;
    }
    row.keep.then(|| row.name().clone())
}

fn is_named(meaning: &Meaning<'_>, name: &Ident) -> bool {
    unraw(&meaning.name) == unraw(name)
}

fn missing_row(name: &Ident, drafts: &[Draft<'_>], catalog: &Ident) -> String {
    let meanings = || drafts.iter().flat_map(|draft| &draft.meanings);
    let has_former_name = |meaning: &&Meaning<'_>| meaning.former.iter().any(|it| unraw(it) == unraw(name));
    if let Some(renamed) = meanings().find(has_former_name) {
        return format!("`{name}` is the former name of a row: write `unknown {};`", renamed.name);
    }
    let names: Vec<String> = meanings().map(Meaning::name_text).collect();
    match nearest(&unraw(name), names.iter().map(String::as_str)) {
        Some(nearest) => format!("`{catalog}` has no row `{name}`; did you mean `{nearest}`?"),
        None => format!("`{catalog}` has no row `{name}`: declare it, or remove this statement"),
    }
}
