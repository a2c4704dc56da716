//! The names of variants, of `or` meanings and of former names: each is a usable identifier, and none is used twice.

use super::Draft;
use super::texts::check_word;
use crate::Report;
use crate::model::{Code, Column, Meaning};
use crate::syntax::ast::{self, Name};
use crate::syntax::identifier::{is_generated, is_usable, name_from_code, name_from_integer, unraw};
use proc_macro2::{Ident, Span};
use std::collections::{HashMap, HashSet};
use std::iter;

/// Returns the name of a variant, unless it cannot be one.
pub(super) fn check_variant_name(name: &Name, code: Option<&Code>, report: &mut Report) -> Option<Ident> {
    match name {
        Name::Given(ident) => check_given_name(ident, report),
        Name::Unnamed(span) => name_after_code(*span, code?, report),
    }
}

fn check_given_name(ident: &Ident, report: &mut Report) -> Option<Ident> {
    let text = ident.to_string();
    let message = if !is_usable(&text) {
        format!("`{text}` is a keyword of Rust and cannot name a variant: choose another name")
    } else if is_generated(text.strip_prefix("r#").unwrap_or(&text)) {
        format!("every catalog already has an item `{text}`: choose another name")
    } else {
        check_word("the name", &text, ident.span(), report);
        return Some(ident.clone());
    };
    report.error(ident.span(), message);
    None
}

fn name_after_code(span: Span, code: &Code, report: &mut Report) -> Option<Ident> {
    let name = match code {
        Code::Int(code) => Some(name_from_integer(*code)),
        Code::Str(code) => name_from_code(code).filter(|name| is_usable(name) && !is_generated(name)),
    };
    if name.is_none() {
        report
            .error(span, format!("no name can be derived from the code {code}: write a name instead of `_`"));
    }
    Some(Ident::new(&name?, span))
}

/// Returns the former names of a meaning that can be constants.
pub(super) fn check_former_names(meaning: &ast::Meaning, report: &mut Report) -> Vec<Ident> {
    meaning.former.iter().filter_map(|former| check_given_name(former, report)).collect()
}

/// Checks that no current name is used twice, and drops the later use. Names of columns count too, because each is an
/// accessor of the enum.
pub(super) fn check_unique_names(drafts: &mut [Draft<'_>], columns: &[Column<'_>], report: &mut Report) {
    let mut first_uses: HashMap<String, FirstUse> =
        columns.iter().map(|column| (column.key.clone(), FirstUse::at(column.name.span()))).collect();
    let mut is_free = |meaning: &Meaning<'_>, report: &mut Report| {
        let (name, span) = (meaning.name_text(), meaning.name.span());
        let Some(first) = first_uses.get_mut(&name) else {
            first_uses.insert(name, FirstUse::at(span));
            return true;
        };
        report.error(span, format!("the name `{name}` is already used: rename one of the two"));
        if !std::mem::replace(&mut first.is_reported, true) {
            report.error(first.span, format!("the name `{name}` is first used here"));
        }
        false
    };
    for draft in drafts.iter_mut().filter(|draft| !draft.is_copy) {
        draft.keep &= is_free(&draft.meanings[0], report);
        // The first meaning is never dropped, so that later checks find the name of the row.
        let mut is_own = true;
        draft.meanings.retain(|meaning| std::mem::take(&mut is_own) || is_free(meaning, report));
    }
}

struct FirstUse {
    span: Span,
    is_reported: bool,
}

impl FirstUse {
    fn at(span: Span) -> Self {
        Self { span, is_reported: false }
    }
}

/// Checks that former names, which are constants of the enum, differ from all current names, from the columns and from
/// each other. Drops those that do not.
pub(super) fn check_free_former_names(drafts: &mut [Draft<'_>], columns: &[Column<'_>], report: &mut Report) {
    if drafts.iter().all(|draft| draft.meanings.iter().all(|meaning| meaning.former.is_empty())) {
        return;
    }
    let meanings = drafts.iter().flat_map(|draft| &draft.meanings);
    let mut taken: HashSet<String> = meanings.map(Meaning::name_text).collect();
    taken.extend(columns.iter().map(|column| column.key.clone()));
    for meaning in drafts.iter_mut().flat_map(|draft| &mut draft.meanings) {
        meaning.former.retain(|name| {
            let is_free = taken.insert(unraw(name));
            if !is_free {
                let message = format!("the name `{name}` is already used: remove it from `was`");
                report.error(name.span(), message);
            }
            is_free
        });
    }
}

/// Returns the names of rows that do not become variants, unless another row declares them.
pub(super) fn stand_ins(drafts: &[Draft<'_>], columns: &[Column<'_>], unread: &[Ident]) -> Vec<Ident> {
    let names = |is_kept: bool| {
        let drafts = drafts.iter().filter(move |draft| draft.keep == is_kept);
        drafts
            .flat_map(|draft| &draft.meanings)
            .flat_map(|meaning| iter::once(&meaning.name).chain(&meaning.former))
    };
    let mut dropped: Vec<Ident> = names(false).chain(unread).cloned().collect();
    if dropped.is_empty() {
        return dropped;
    }
    let mut taken: HashSet<String> = columns.iter().map(|column| column.key.clone()).collect();
    taken.extend(names(true).map(unraw));
    dropped.retain(|name| {
        let text = unraw(name);
        is_usable(&name.to_string()) && !is_generated(&text) && taken.insert(text)
    });
    dropped
}
