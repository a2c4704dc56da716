//! Columns whose default is computed from the code, the name or the symbol of each row.

use super::columns::check_text_of_column;
use super::error_values::check_computed_translation;
use crate::Report;
use crate::model::{Column, Row};
use crate::syntax::ast::{self, Value};
use crate::syntax::{RowTexts, compute};
use proc_macro2::TokenTree;

const WORDS: [&str; 3] = ["code", "name", "symbol"];

/// Returns an example of the values of a column, if they are computed. Checks that words which seem to name a part of the row
/// are in a macro that the compiler can evaluate.
pub(super) fn check_computed(column: &ast::Column, report: &mut Report) -> Option<Value> {
    let default = column.default.as_ref()?;
    let computed = compute(default, RowTexts::SAMPLE);
    if let Some(unknown) = computed.as_ref().and_then(|computed| computed.unknown.as_ref()) {
        let message = format!(
            "`{unknown}` is not a part of a row: `concat!` joins literals, `code`, `name` and `symbol`"
        );
        report.error(unknown.span(), message);
    }
    if computed.is_none() {
        check_words_are_in_concat(default, report);
    }
    computed.map(|computed| computed.value)
}

/// Rejects `code` alone and `format!("…", code)`, whose word rustc would not find.
fn check_words_are_in_concat(default: &Value, report: &mut Report) {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if WORDS.iter().any(|known| word == known));
    let tokens: Vec<TokenTree> = default.tokens.clone().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(word)] if is_word(&tokens[0]) => {
            report.error(
                word.span(),
                format!("`{word}` is a text of the row in `concat!`: write `concat!({word})`"),
            );
        }
        [TokenTree::Ident(format), TokenTree::Punct(bang), TokenTree::Group(arguments)]
            if format == "format"
                && bang.as_char() == '!'
                && arguments.stream().into_iter().any(|it| is_word(&it)) =>
        {
            let message =
                "the values of a column are constants: write `concat!(\"…\", code)` instead of `format!`";
            report.error(format.span(), message);
        }
        _ => {}
    }
}

/// Computes the values that rows do not give. A row without the symbol that its value shows is an error.
pub(super) fn compute_values(
    rows: &mut [Row<'_>],
    columns: &[Column<'_>],
    has_error_type: bool,
    report: &mut Report,
) {
    for (index, column) in columns.iter().enumerate().filter(|(_, column)| column.is_computed) {
        let Some(default) = column.default else { continue };
        for row in &mut *rows {
            let code = row.printed_code().into_owned();
            for meaning in row.meanings.iter_mut().filter(|meaning| meaning.values[index].is_none()) {
                let name = meaning.name_text();
                let symbol = meaning.symbol.as_ref().map(|symbol| symbol.text.as_str());
                let texts = RowTexts { code: &code, name: &name, symbol };
                let Some(computed) = compute(default, texts) else { continue };
                if computed.missing_symbol.is_some() {
                    let key = &column.key;
                    let message = format!(
                        "`{name}` has no symbol, from which `{key}` is computed: give it one, or add `{{ {key}: … }}`"
                    );
                    report.error(meaning.name.span(), message);
                }
                if column.is_text {
                    check_text_of_column(column, &computed.value, report);
                }
                if has_error_type && column.translation.is_some() {
                    check_computed_translation(meaning, column, &computed.value, columns, report);
                }
                meaning.computed.push((index, computed.value));
            }
        }
    }
}
