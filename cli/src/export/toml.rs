//! TOML in the form of TiKV's `error_code.toml`: a table for each code, with its message as `error` and its help as
//! `workaround`.

use super::fields::{fields, meanings};
use crate::catalog::table::Table;
use crate::catalog::value::CellValue;
use crate::import::document::toml_key;
use serde_json::{Map, Value};
use std::io::{self, Write};

/// Writes the catalog. A code with several meanings has an array of tables.
pub(crate) fn write_toml(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let fields = fields(table);
    let mut codes: Map<String, Value> = Map::new();
    for (row, meaning) in meanings(table) {
        let record = fields
            .iter()
            .map(|(field, heading)| (toml_key(heading), value(&field.value(table, row, meaning))));
        let record = Value::Object(record.collect());
        let code = codes.entry(row.code.to_field()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(records) = code {
            records.push(record);
        }
    }
    for records in codes.values_mut() {
        if let Value::Array(several) = records
            && several.len() == 1
        {
            *records = several.remove(0);
        }
    }
    out.write_all(toml::to_string(&codes).map_err(io::Error::other)?.as_bytes())
}

/// Converts a value to one of TOML, which has no null and no integers beyond 64 bits.
fn value(cell: &CellValue) -> Value {
    match cell {
        CellValue::Bool(value) => Value::from(*value),
        CellValue::Float(value) => Value::from(*value),
        CellValue::Integer(value) => {
            i64::try_from(*value).map_or_else(|_| value.to_string().into(), Value::from)
        }
        other => other.to_field().into(),
    }
}
