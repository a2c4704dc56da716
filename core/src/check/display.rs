//! The statement `display`: its form, and the codes that it prints, which are different texts that can be read back.

use super::given_once::check_given_once;
use super::texts::check_text;
use crate::Report;
use crate::model::{CodeFormat, Raw, Row};
use crate::syntax::Shown;
use crate::syntax::ast::{Statement, Text};
use std::collections::HashMap;

pub(super) fn check_display<'a>(
    statements: &[&'a Statement<Text>],
    raw: Raw,
    report: &mut Report,
) -> Option<(&'a Text, CodeFormat)> {
    let text = check_given_once(statements, report)?;
    check_text("the form of printed codes", text, report);
    if text.value.trim().is_empty() {
        return None;
    }
    match CodeFormat::parse(&text.value, raw) {
        Ok(format) => Some((text, format)),
        Err(error) => {
            report.error(text.span, error);
            None
        }
    }
}

/// Sets the printed code of each row. Checks that each row has a symbol if symbols are printed, and that no other code is
/// printed or written the same way. Numbers cannot fail, because `CodeFormat::parse` rejects ambiguous forms.
pub(super) fn check_printed_codes(
    rows: &mut [Row<'_>],
    text: &Text,
    format: &CodeFormat,
    report: &mut Report,
) {
    for row in &mut *rows {
        let meaning = &row.meanings[0];
        let symbol = meaning.symbol.as_ref().map(|symbol| symbol.text.as_str());
        if format.shown == Shown::Symbol && symbol.is_none() {
            let message = format!(
                "`{{symbol}}` prints each code as its symbol, but `{}` has none: give it one, or write `{{code}}` or \
                 `{{name}}`",
                meaning.name
            );
            report.error(text.span, message);
            return;
        }
        row.printed = Some(format.print(&row.code, &meaning.name_text(), symbol));
    }
    if let Shown::Number(_) = format.shown {
        return;
    }
    let mut codes: HashMap<_, _> = rows.iter().map(|row| (row.code.text(), &row.code)).collect();
    for row in &*rows {
        let printed = row.printed_code();
        match codes.get(&printed) {
            Some(code) if **code != row.code => {
                let message = format!(
                    "`display` prints code {} as `{printed}`, like code {code}, so that it cannot be read back: choose \
                     another form",
                    row.code
                );
                report.error(text.span, message);
                return;
            }
            _ => drop(codes.insert(printed, &row.code)),
        }
    }
}
