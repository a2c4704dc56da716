//! The sections, translations and columns of a catalog as typed fields of the other languages.

use super::unused;
use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::export::fields::{Field, fields, meanings};
use std::collections::HashSet;

/// The type of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnType {
    Text,
    /// An integer that fits `i64`.
    Integer,
    /// An integer that fits only `u64`.
    Unsigned,
    Float,
    Bool,
    Retry,
}

/// A field of each meaning: its code as it is printed, a title or name of its section, its message in another language, or a column.
pub(super) struct ExportColumn {
    field: Field,
    pub(super) name: String,
    pub(super) kind: ColumnType,
    /// True if some meanings have no value. Only texts are optional.
    pub(super) is_optional: bool,
}

impl ExportColumn {
    /// Returns whether the field is the message in the language of this column of the catalog.
    pub(super) fn is_message_in(&self, column: usize) -> bool {
        self.field == Field::MessageIn(column)
    }

    /// Returns whether the field is the code as it is printed.
    pub(super) fn is_printed_code(&self) -> bool {
        self.field == Field::Printed
    }

    /// Returns the value of a meaning, or `None` if it has none. Values of types that the other languages lack are texts.
    pub(super) fn value(&self, table: &Table, row: &Row, meaning: &Meaning) -> Option<CellValue> {
        Some(self.field.value(table, row, meaning)).filter(|cell| *cell != CellValue::Nothing)
    }
}

/// Returns the fields of the sections, translations and columns, named by the language's convention. A name that is
/// taken or is a keyword gets the suffix `_`.
pub(super) fn columns(
    table: &Table,
    convention: impl Fn(&str) -> String,
    taken: &[&str],
) -> Vec<ExportColumn> {
    let mut used = HashSet::new();
    let has_sections = !table.sections.is_empty();
    let is_carried = |field: &Field| match field {
        Field::Section | Field::SectionName | Field::SectionIn(_) => has_sections,
        Field::Printed | Field::MessageIn(_) | Field::Column(_) => true,
        _ => false,
    };
    let fields = fields(table).into_iter().filter(|(field, _)| is_carried(field));
    let column = |(field, heading): (Field, String)| {
        let name = match convention(&heading) {
            name if name.starts_with(char::is_alphabetic) => name,
            name => convention(&format!("column_{name}")),
        };
        let name = unused(&name, taken, &mut used);
        let cells: Vec<CellValue> =
            meanings(table).map(|(row, meaning)| field.value(table, row, meaning)).collect();
        ExportColumn { field, name, kind: kind(&cells), is_optional: cells.contains(&CellValue::Nothing) }
    };
    fields.map(column).collect()
}

/// Returns the type that holds all values without loss.
fn kind(cells: &[CellValue]) -> ColumnType {
    let is_all = |is: fn(&CellValue) -> bool| !cells.is_empty() && cells.iter().all(is);
    let fits = |cell: &CellValue| matches!(cell, CellValue::Integer(value) if i64::try_from(*value).is_ok());
    if is_all(|cell| matches!(cell, CellValue::Bool(_))) {
        ColumnType::Bool
    } else if is_all(|cell| matches!(cell, CellValue::Float(_))) {
        ColumnType::Float
    } else if is_all(|cell| matches!(cell, CellValue::Retry(_))) {
        ColumnType::Retry
    } else if is_all(fits) {
        ColumnType::Integer
    } else if is_all(|cell| matches!(cell, CellValue::Integer(value) if u64::try_from(*value).is_ok())) {
        ColumnType::Unsigned
    } else {
        ColumnType::Text
    }
}

/// Returns whether a catalog has a column of retry advice, so that its type is declared.
pub(super) fn has_advice(columns: &[ExportColumn]) -> bool {
    columns.iter().any(|column| column.kind == ColumnType::Retry)
}
