//! SQL: a table with the types of its values, and one INSERT for each meaning.

use super::fields::{fields, meanings};
use crate::catalog::table::Table;
use crate::catalog::value::CellValue;
use std::io::{self, Write};

/// Writes the statements that create and fill the table.
pub(crate) fn write_sql(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let fields = fields(table);
    let rows: Vec<Vec<CellValue>> = meanings(table)
        .map(|(row, meaning)| fields.iter().map(|(field, _)| field.value(table, row, meaning)).collect())
        .collect();
    let types: Vec<&str> =
        (0..fields.len()).map(|column| sql_type(rows.iter().map(|row| &row[column]))).collect();
    let name = table.name.to_lowercase();

    writeln!(out, "BEGIN;")?;
    writeln!(out, "CREATE TABLE \"{name}\" (")?;
    for ((_, heading), sql_type) in fields.iter().zip(&types) {
        let required = ["catalog", "code", "name", "message", "success"].contains(&heading.as_str());
        let required = if required { " NOT NULL" } else { "" };
        writeln!(out, "  \"{heading}\" {sql_type}{required},")?;
    }
    // A code may have several meanings; a name has one.
    writeln!(out, "  PRIMARY KEY (\"name\")\n);")?;
    for row in &rows {
        let values: Vec<String> =
            row.iter().zip(&types).map(|(cell, sql_type)| sql_literal(cell, sql_type)).collect();
        writeln!(out, "INSERT INTO \"{name}\" VALUES ({});", values.join(", "))?;
    }
    writeln!(out, "COMMIT;")
}

/// Returns the SQL type that holds every value of a column without loss.
fn sql_type<'a>(cells: impl Iterator<Item = &'a CellValue>) -> &'static str {
    let mut types = cells.filter_map(|cell| match cell {
        CellValue::Nothing => None,
        CellValue::Bool(_) => Some("BOOLEAN"),
        CellValue::Integer(value) if i64::try_from(*value).is_ok() => Some("BIGINT"),
        CellValue::Float(_) => Some("DOUBLE PRECISION"),
        CellValue::Integer(_) | CellValue::Text(_) | CellValue::Retry(_) | CellValue::Other(_) => {
            Some("TEXT")
        }
    });
    match types.next() {
        Some(first) if types.all(|other| other == first) => first,
        _ => "TEXT",
    }
}

fn sql_literal(cell: &CellValue, sql_type: &str) -> String {
    match cell {
        CellValue::Nothing => "NULL".to_owned(),
        CellValue::Bool(true) if sql_type == "BOOLEAN" => "TRUE".to_owned(),
        CellValue::Bool(false) if sql_type == "BOOLEAN" => "FALSE".to_owned(),
        cell if sql_type != "TEXT" => cell.to_field(),
        cell => format!("'{}'", cell.to_field().replace('\'', "''")),
    }
}
