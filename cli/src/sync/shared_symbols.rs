//! Updates the statements `shared symbol`: symbols that the vendor now gives to several rows are added, and those of only
//! one row are removed.

use super::PassEdits;
use super::declared_catalog::{Declared, symbol};
use super::layout::{Block, Layout};
use crate::import::declaration::literal;
use crate::import::identifier::is_symbol_token;
use error_catalog_core::syntax::ast::{Statement, Symbol};
use std::collections::{BTreeMap, HashSet};

/// Adds and removes shared symbols.
pub(super) fn update_shared_symbols(pass: &mut PassEdits, layout: &Layout<'_>, declared: &Declared<'_>) {
    let catalog = declared.ast;
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for text in catalog.rows.iter().flat_map(|row| &row.meanings).filter_map(symbol) {
        *holders.entry(text).or_default() += 1;
    }
    let statements = catalog.statements().shared_symbols;
    for statement in &statements {
        let is_shared = |symbol: &Symbol| holders.get(symbol.text.as_str()).is_some_and(|count| *count > 1);
        remove(pass, layout, statement, &is_shared);
    }
    // New symbols are added after the remaining ones.
    if !pass.edits.is_empty() {
        return;
    }
    let declared: HashSet<&str> =
        statements.iter().flat_map(|statement| &statement.value).map(|symbol| symbol.text.as_str()).collect();
    let new = holders.into_iter().filter(|(symbol, count)| *count > 1 && !declared.contains(symbol));
    let new: Vec<String> = new
        .map(|(symbol, _)| if is_symbol_token(symbol) { symbol.to_owned() } else { literal(symbol) })
        .collect();
    if new.is_empty() {
        return;
    }
    let statements: Vec<Block> =
        new.iter().map(|symbol| Block::of(vec![format!("shared symbol {symbol};")])).collect();
    let edits = &mut pass.edits;
    if let Some(last) = layout.last_shared_symbol().or_else(|| layout.last_statement()) {
        layout.insert_after(edits, &last, &statements);
    } else if let Some(first) = layout.start_of_body() {
        layout.insert_before(edits, first, &statements);
    }
}

/// Removes the symbols that are not shared from a statement, or the whole statement if it has no others.
fn remove(
    pass: &mut PassEdits,
    layout: &Layout<'_>,
    statement: &Statement<Vec<Symbol>>,
    is_shared: &dyn Fn(&Symbol) -> bool,
) {
    let symbols = &statement.value;
    let Some(first_kept) = symbols.iter().position(is_shared) else {
        pass.edits.remove(layout.whole(&layout.statement(statement)));
        return;
    };
    for (index, symbol) in symbols.iter().enumerate().filter(|(_, symbol)| !is_shared(symbol)) {
        let bytes = layout.bytes(symbol.span);
        // The comma between it and its neighbor is removed too.
        pass.edits.remove(if index < first_kept {
            bytes.start..layout.bytes(symbols[index + 1].span).start
        } else {
            layout.bytes(symbols[index - 1].span).end..bytes.end
        });
    }
}
