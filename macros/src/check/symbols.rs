//! The vendor's symbols: each once, unless the declaration says that rows share it.

use super::Draft;
use error_catalog_syntax::Report;
use error_catalog_syntax::ast;
use proc_macro2::Ident;
use std::collections::{HashMap, HashSet};

fn symbols<'a>(drafts: &'a [Draft<'_>]) -> impl Iterator<Item = (&'a ast::Symbol, &'a Ident)> {
    let meanings = drafts.iter().filter(|draft| !draft.is_copy).flat_map(|draft| &draft.meanings);
    meanings.filter_map(|meaning| meaning.symbol.as_ref().map(|symbol| (symbol, &meaning.name)))
}

pub(super) fn symbols_are_unique(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    let shared: HashSet<&str> = shared.iter().map(|symbol| symbol.text.as_str()).collect();
    let mut first_use: HashMap<&str, (&ast::Symbol, &Ident)> = HashMap::new();
    let mut first_reported = HashSet::new();
    for (symbol, name) in symbols(drafts) {
        let text = symbol.text.as_str();
        let Some((first, earlier)) = first_use.get(text) else {
            first_use.insert(text, (symbol, name));
            continue;
        };
        if shared.contains(text) {
            continue;
        }
        let message = format!(
            "symbol `{text}` is already that of `{earlier}`; if the vendor really shares it, declare `shared symbol {};`",
            declared(text),
        );
        report.error(symbol.span, message);
        if first_reported.insert(text) {
            report.error(first.span, format!("symbol `{text}` is first used here"));
        }
    }
}

/// A symbol as the `shared symbol` statement takes it.
fn declared(symbol: &str) -> String {
    if syn::parse_str::<Ident>(symbol).is_ok() { symbol.to_owned() } else { format!("{symbol:?}") }
}

pub(super) fn shared_symbols_are_shared(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    // The first that has it, and whether others have.
    let mut holders: HashMap<&str, (&Ident, bool)> = HashMap::new();
    for (symbol, name) in symbols(drafts) {
        let holder = holders.entry(&symbol.text);
        holder.and_modify(|(_, have_others)| *have_others = true).or_insert((name, false));
    }
    let mut declared = HashSet::new();
    for symbol in shared {
        let text = symbol.text.as_str();
        if !declared.insert(text) {
            report.error(symbol.span, format!("symbol `{text}` is declared shared twice: keep one"));
            continue;
        }
        let holders = match holders.get(text) {
            None => "no row has".to_owned(),
            Some((name, false)) => format!("only `{name}` has"),
            Some((_, true)) => continue,
        };
        let message =
            format!("{holders} the symbol `{text}`, so it is not shared: remove it from `shared symbol`");
        report.error(symbol.span, message);
    }
}
