//! The vendor's symbols, former ones included: each belongs to one meaning, unless `shared symbol` declares that several
//! share it.

use super::Draft;
use crate::Report;
use crate::syntax::ast;
use crate::syntax::identifier::symbol_source;
use proc_macro2::Ident;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Iterates over the symbols, each with the name of its meaning.
fn symbols<'a>(drafts: &'a [Draft<'_>]) -> impl Iterator<Item = (&'a ast::Symbol, &'a Ident)> {
    let meanings = drafts.iter().filter(|draft| !draft.is_copy).flat_map(|draft| &draft.meanings);
    meanings.flat_map(|meaning| {
        let symbols = meaning.symbol.iter().chain(meaning.former_symbols);
        symbols.map(|symbol| (symbol, &meaning.name))
    })
}

pub(super) fn check_unique_symbols(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    let shared: HashSet<&str> = shared.iter().map(|symbol| symbol.text.as_str()).collect();
    let mut first_uses: HashMap<&str, (&ast::Symbol, &Ident)> = HashMap::new();
    let mut reported: HashSet<&str> = HashSet::new();
    for (symbol, name) in symbols(drafts) {
        let text = symbol.text.as_str();
        let (first, earlier) = match first_uses.entry(text) {
            Entry::Vacant(entry) => {
                entry.insert((symbol, name));
                continue;
            }
            Entry::Occupied(_) if shared.contains(text) => continue,
            Entry::Occupied(entry) => *entry.get(),
        };
        if earlier == name {
            let message = format!("symbol `{text}` of `{name}` is given twice: remove it from `was`");
            report.error(symbol.span, message);
            continue;
        }
        let message = format!(
            "symbol `{text}` is already used by `{earlier}`; if the vendor really shares it, declare `shared symbol {};`",
            symbol_source(text),
        );
        report.error(symbol.span, message);
        if reported.insert(text) {
            report.error(first.span, format!("symbol `{text}` is first used here"));
        }
    }
}

pub(super) fn check_shared_symbols(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    if shared.is_empty() {
        return;
    }
    let mut holders: HashMap<&str, Vec<&Ident>> = HashMap::new();
    for (symbol, name) in symbols(drafts) {
        holders.entry(&symbol.text).or_default().push(name);
    }
    let mut declared: HashSet<&str> = HashSet::new();
    for symbol in shared {
        let text = symbol.text.as_str();
        if !declared.insert(text) {
            report.error(symbol.span, format!("symbol `{text}` is declared shared twice: keep one"));
            continue;
        }
        let holders = match holders.get(text).map(Vec::as_slice) {
            None | Some([]) => "no row has".to_owned(),
            Some([only]) => format!("only `{only}` has"),
            Some(_) => continue,
        };
        let message =
            format!("{holders} the symbol `{text}`, so it is not shared: remove it from `shared symbol`");
        report.error(symbol.span, message);
    }
}
