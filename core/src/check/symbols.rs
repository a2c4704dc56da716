//! The vendor's symbols: each belongs to one meaning, unless `shared symbol` declares that several share it.

use super::Draft;
use crate::Report;
use crate::syntax::ast;
use crate::syntax::names::is_identifier;
use proc_macro2::Ident;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Iterates over the symbols, each with the name of its meaning.
fn symbols<'a>(drafts: &'a [Draft<'_>]) -> impl Iterator<Item = (&'a ast::Symbol, &'a Ident)> {
    let meanings = drafts.iter().filter(|draft| !draft.is_copy).flat_map(|draft| &draft.meanings);
    meanings.filter_map(|meaning| Some((meaning.symbol.as_ref()?, &meaning.name)))
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
        let message = format!(
            "symbol `{text}` is already that of `{earlier}`; if the vendor really shares it, declare `shared symbol {};`",
            symbol_source(text),
        );
        report.error(symbol.span, message);
        if reported.insert(text) {
            report.error(first.span, format!("symbol `{text}` is first used here"));
        }
    }
}

/// Returns a symbol in the form that `shared symbol` takes.
fn symbol_source(symbol: &str) -> String {
    if is_identifier(symbol) { symbol.to_owned() } else { format!("{symbol:?}") }
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
