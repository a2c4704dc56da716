//! The limits of a catalog: at least one row, and at most as many rows and bytes as the tables hold.

use crate::Report;
use crate::model::{Code, Column, Meaning, Row};
use crate::syntax::ast;
use proc_macro2::Ident;

/// The limit of rows and `or` meanings. With more, rustc takes minutes to compile the list of variants.
pub(crate) const MAX_MEANINGS: usize = 100_000;

/// The limit of all texts in bytes, because offsets have three bytes.
pub(crate) const MAX_TOTAL_TEXT_BYTES: usize = (1 << 24) - 1;

/// The limit of one text in bytes.
pub(crate) const MAX_TEXT_BYTES: usize = u16::MAX as usize;

pub(super) fn check_limits(name: &Ident, rows: &[Row<'_>], columns: &[Column<'_>], report: &mut Report) {
    let meanings = rows.iter().map(|row| row.meanings.len()).sum::<usize>();
    if meanings > MAX_MEANINGS {
        let message = format!(
            "catalog `{name}` has {meanings} rows and `or`s, more than the limit of {MAX_MEANINGS}: split the table"
        );
        report.error(name.span(), message);
    }
    let column_text_bytes = |meaning: &Meaning<'_>| -> usize {
        let texts = columns.iter().enumerate().filter(|(_, column)| column.is_text);
        let values = texts.filter_map(|(index, column)| meaning.value(index).or(column.default));
        values.filter_map(|value| value.text.as_ref()).map(String::len).sum()
    };
    let mut bytes = 0;
    for row in rows {
        let code = if let Code::Str(code) = &row.code { code.len() } else { 0 };
        for meaning in &row.meanings {
            let symbol = meaning.symbol.as_ref().map_or(0, |symbol| symbol.text.len());
            let help = meaning.help.as_ref().map_or(0, String::len);
            bytes += code
                + meaning.name_text().len()
                + symbol
                + meaning.message.len()
                + help
                + column_text_bytes(meaning);
        }
    }
    if bytes > MAX_TOTAL_TEXT_BYTES {
        let message = format!(
            "the texts of catalog `{name}` have {bytes} bytes, more than the limit of {MAX_TOTAL_TEXT_BYTES}: split the table"
        );
        report.error(name.span(), message);
    }
}

pub(super) fn check_catalog_has_rows(ast: &ast::Catalog, report: &mut Report) {
    if ast.rows.is_empty() {
        let message = format!("catalog `{}` has no rows: declare one, `40001 => Name \"message\"`", ast.name);
        report.error(ast.name.span(), message);
    }
}
