//! The names of variants and `or`s: usable, and each once.

use super::Draft;
use super::texts::word_is_clean;
use crate::Report;
use crate::model::{Code, Column};
use crate::syntax::ast::{self, Name};
use crate::syntax::names::{is_generated, is_usable, of_code, unraw};
use proc_macro2::{Ident, Span};
use std::collections::HashMap;

pub(super) fn variant_name(name: &Name, code: Option<&Code>, report: &mut Report) -> Option<Ident> {
    match name {
        Name::Given(ident) => {
            let text = ident.to_string();
            if !is_usable(&text) {
                let message =
                    format!("`{text}` is a keyword of Rust and cannot name a variant: choose another name");
                report.error(ident.span(), message);
                return None;
            }
            if is_generated(text.strip_prefix("r#").unwrap_or(&text)) {
                let message = format!("`{text}` is what every catalog has already: choose another name");
                report.error(ident.span(), message);
                return None;
            }
            word_is_clean("the name", &text, ident.span(), report);
            Some(ident.clone())
        }
        Name::Unnamed(span) => match code? {
            Code::Int(code) if *code >= 0 => Some(Ident::new(&format!("E{code}"), *span)),
            Code::Int(_) => {
                report.error(
                    *span,
                    "`_` names a variant after its code, which a minus rules out: write a name",
                );
                None
            }
            Code::Str(code) => {
                let name = of_code(code).filter(|name| is_usable(name) && !is_generated(name));
                if name.is_none() {
                    let message =
                        format!("`_` names a variant after its code, and {code:?} gives no name: write one");
                    report.error(*span, message);
                }
                name.map(|name| Ident::new(&name, *span))
            }
        },
    }
}

/// What the meaning was called, less what can name nothing.
pub(super) fn former_names(meaning: &ast::Meaning, report: &mut Report) -> Vec<Ident> {
    let names = meaning.former.iter().map(|former| Name::Given(former.clone()));
    names.filter_map(|name| variant_name(&name, None, report)).collect()
}

pub(super) fn names_are_unique(drafts: &mut [Draft<'_>], columns: &[Column<'_>], report: &mut Report) {
    // A column is an accessor on the enum, so it takes its name too.
    let mut spans: Vec<Span> = columns.iter().map(|column| column.name.span()).collect();
    let mut names: Vec<String> = columns.iter().map(|column| column.key.clone()).collect();
    for draft in drafts.iter().filter(|draft| !draft.is_copy) {
        for meaning in &draft.meanings {
            spans.push(meaning.name.span());
            names.push(meaning.name_text());
        }
    }
    let mut first_use = by_name(&names[..columns.len()]);
    first_use.reserve(names.len());
    let mut is_reported = vec![false; names.len()];
    let mut next = columns.len();
    for draft in drafts.iter_mut().filter(|draft| !draft.is_copy) {
        let mut is_row_itself = true;
        draft.meanings.retain(|_| {
            let is_row = std::mem::take(&mut is_row_itself);
            let (name, span) = (names[next].as_str(), spans[next]);
            next += 1;
            let Some(&first) = first_use.get(name) else {
                first_use.insert(name, next - 1);
                return true;
            };
            report.error(span, format!("the name `{name}` is used already: rename one of the two"));
            if !std::mem::replace(&mut is_reported[first], true) {
                report.error(spans[first], format!("the name `{name}` is first used here"));
            }
            draft.keep &= !is_row;
            is_row
        });
    }
}

/// The index of each name.
fn by_name(names: &[String]) -> HashMap<&str, usize> {
    let mut indexes = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        indexes.insert(name.as_str(), index);
    }
    indexes
}

/// A former name is a constant on the enum, beside the names of today and the columns.
pub(super) fn former_names_are_free(drafts: &mut [Draft<'_>], columns: &[Column<'_>], report: &mut Report) {
    if drafts.iter().all(|draft| draft.meanings.iter().all(|meaning| meaning.former.is_empty())) {
        return;
    }
    let mut names: Vec<String> = columns.iter().map(|column| column.key.clone()).collect();
    let mut former: Vec<String> = Vec::new();
    for draft in drafts.iter() {
        for meaning in &draft.meanings {
            names.push(meaning.name_text());
            former.extend(meaning.former.iter().map(unraw));
        }
    }
    let mut taken = by_name(&names);
    let mut next = 0;
    for draft in drafts {
        for meaning in &mut draft.meanings {
            meaning.former.retain(|name| {
                let is_free = taken.insert(&former[next], next).is_none();
                next += 1;
                if !is_free {
                    let message = format!("the name `{name}` is used already: remove it from `was`");
                    report.error(name.span(), message);
                }
                is_free
            });
        }
    }
}

/// The names of rows that do not become variants, less those that another row declares.
pub(super) fn stand_ins(drafts: &[Draft<'_>], columns: &[Column<'_>], unread: &[Ident]) -> Vec<Ident> {
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    for draft in drafts {
        let names = if draft.keep { &mut kept } else { &mut dropped };
        for meaning in &draft.meanings {
            names.push(&meaning.name);
            names.extend(&meaning.former);
        }
    }
    dropped.extend(unread);
    if dropped.is_empty() {
        return Vec::new();
    }
    let mut names: Vec<String> = columns.iter().map(|column| column.key.clone()).collect();
    names.extend(kept.iter().copied().map(unraw));
    let mut taken = by_name(&names);
    dropped.retain(|name| is_usable(&name.to_string()) && !is_generated(&unraw(name)));
    let names: Vec<String> = dropped.iter().copied().map(unraw).collect();
    let mut stand_ins = Vec::new();
    for (index, name) in names.iter().enumerate() {
        if taken.insert(name, index).is_none() {
            stand_ins.push(dropped[index].clone());
        }
    }
    stand_ins
}
