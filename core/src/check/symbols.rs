//! The vendor's symbols: each once, unless the declaration says that rows share it.

use super::Draft;
use crate::Report;
use crate::syntax::ast;
use crate::syntax::names::is_identifier;
use proc_macro2::Ident;
use std::collections::HashMap;

/// Each symbol with the name of what has it.
fn symbols<'a>(drafts: &'a [Draft<'_>]) -> Vec<(&'a ast::Symbol, &'a Ident)> {
    let mut symbols = Vec::new();
    for draft in drafts.iter().filter(|draft| !draft.is_copy) {
        let found =
            draft.meanings.iter().filter_map(|meaning| Some((meaning.symbol.as_ref()?, &meaning.name)));
        symbols.extend(found);
    }
    symbols
}

pub(super) fn symbols_are_unique(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    let mut is_shared: HashMap<&str, usize> = HashMap::new();
    for (index, symbol) in shared.iter().enumerate() {
        is_shared.insert(&symbol.text, index);
    }
    let symbols = symbols(drafts);
    let mut first_use: HashMap<&str, usize> = HashMap::with_capacity(symbols.len());
    let mut is_reported = vec![false; symbols.len()];
    for (index, (symbol, _)) in symbols.iter().enumerate() {
        let text = symbol.text.as_str();
        let Some(&first) = first_use.get(text) else {
            first_use.insert(text, index);
            continue;
        };
        if is_shared.contains_key(text) {
            continue;
        }
        let (earliest, earlier) = symbols[first];
        let message = format!(
            "symbol `{text}` is already that of `{earlier}`; if the vendor really shares it, declare `shared symbol {};`",
            declared(text),
        );
        report.error(symbol.span, message);
        if !std::mem::replace(&mut is_reported[first], true) {
            report.error(earliest.span, format!("symbol `{text}` is first used here"));
        }
    }
}

/// A symbol as the `shared symbol` statement takes it.
fn declared(symbol: &str) -> String {
    if is_identifier(symbol) { symbol.to_owned() } else { format!("{symbol:?}") }
}

pub(super) fn shared_symbols_are_shared(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    if shared.is_empty() {
        return;
    }
    let symbols = symbols(drafts);
    // The first and the last that has it.
    let (mut first, mut last): (HashMap<&str, usize>, HashMap<&str, usize>) = Default::default();
    for (index, (symbol, _)) in symbols.iter().enumerate() {
        let text = symbol.text.as_str();
        if last.insert(text, index).is_none() {
            first.insert(text, index);
        }
    }
    let mut declared: HashMap<&str, usize> = HashMap::new();
    for (index, symbol) in shared.iter().enumerate() {
        let text = symbol.text.as_str();
        if declared.insert(text, index).is_some() {
            report.error(symbol.span, format!("symbol `{text}` is declared shared twice: keep one"));
            continue;
        }
        let holders = match first.get(text) {
            None => "no row has".to_owned(),
            Some(only) if last.get(text) == Some(only) => format!("only `{}` has", symbols[*only].1),
            Some(_) => continue,
        };
        let message =
            format!("{holders} the symbol `{text}`, so it is not shared: remove it from `shared symbol`");
        report.error(symbol.span, message);
    }
}
