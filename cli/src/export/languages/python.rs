//! Python: an enumeration whose members are the raw codes, with what the catalog says about each as properties.

use super::{Constant, constants, is_text, preface, quoted, successes, type_name};
use crate::catalog::table::Table;
use crate::catalog::value::Cell;
use crate::output::escape::{Escaped, is_unsafe};
use heck::ToShoutySnakeCase;
use std::io::{self, Write};

/// What the module has beside the class, and Python's words with a capital.
const TAKEN: &[&str] = &["Enum", "False", "IntEnum", "Meaning", "NamedTuple", "None", "True"];

pub(crate) fn python(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let is_text = is_text(table);
    let literal = |code: &Cell| if is_text { literal(&code.to_string()) } else { code.to_string() };
    let (raw, base, import) =
        if is_text { ("str", "str, Enum", "Enum") } else { ("int", "IntEnum", "IntEnum") };
    let name = type_name(table, TAKEN);
    let own = constants(table, member, &[]);

    docstring(out, "", &preface(table, "python"))?;
    writeln!(
        out,
        "
from __future__ import annotations

from enum import {import}
from typing import NamedTuple


class Meaning(NamedTuple):
    \"\"\"What the vendor says about a code; None where it says nothing.\"\"\"

    name: str
    symbol: str | None
    message: str
    help: str | None


class {name}({base}):
    \"\"\"The codes that the catalog has. What a server sends is any {raw}: see from_code.\"\"\"
"
    )?;
    for constant in &own {
        writeln!(out, "    {} = {}", constant.name, literal(&constant.row.code))?;
        docstring(out, "    ", &documentation(table, constant))?;
        writeln!(out)?;
    }
    writeln!(
        out,
        "    @classmethod
    def from_code(cls, code: {raw}) -> {name} | None:
        \"\"\"The member with this code; None for a code that the catalog does not have.\"\"\"
        return cls._value2member_map_.get(code)  # type: ignore[return-value]

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        \"\"\"All meanings of the code, several where the vendor shares it.\"\"\"
        return _MEANINGS[self.value]

    @property
    def message(self) -> str:
        \"\"\"The vendor's message. Of several meanings, the first one's.\"\"\"
        return self.meanings[0].message

    @property
    def help(self) -> str | None:
        \"\"\"What the vendor says to do about it. Of several meanings, the first one's.\"\"\"
        return self.meanings[0].help

    @property
    def symbol(self) -> str | None:
        \"\"\"The vendor's own identifier. Of several meanings, the first one's.\"\"\"
        return self.meanings[0].symbol


def is_success(code: {raw}) -> bool:
    \"\"\"Whether the code means success. One that the catalog does not have does not.\"\"\"
    return code in _SUCCESSES


def with_symbol(symbol: str) -> list[{name}]:
    \"\"\"The members that have the symbol: one, several where it is shared, or none.\"\"\"
    rows = []
    for row in {name}:
        if any(symbol == meaning.symbol for meaning in row.meanings):
            rows.append(row)
    return rows

"
    )?;
    write!(out, "_SUCCESSES: frozenset[{raw}] = frozenset(")?;
    let successes: Vec<String> = successes(table).map(|row| literal(&row.code)).collect();
    match successes.as_slice() {
        [] => writeln!(out, ")")?,
        [one] => writeln!(out, "({one},))")?,
        several => writeln!(out, "({}))", several.join(", "))?,
    }
    writeln!(out, "\n_MEANINGS: dict[{raw}, tuple[Meaning, ...]] = {{")?;
    for row in &table.rows {
        writeln!(out, "    {}: (", literal(&row.code))?;
        for meaning in &row.meanings {
            writeln!(out, "        Meaning(")?;
            for text in [Some(meaning.name), meaning.symbol, Some(meaning.message), meaning.help] {
                let text = text.map_or("None".to_owned(), self::literal);
                writeln!(out, "            {text},")?;
            }
            writeln!(out, "        ),")?;
        }
        writeln!(out, "    ),")?;
    }
    writeln!(out, "}}")
}

/// `INVALID_SECRET`.
fn member(name: &str) -> String {
    let name = name.to_shouty_snake_case();
    if name.starts_with(|first: char| first.is_alphabetic()) { name } else { format!("E{name}") }
}

fn documentation(table: &Table, constant: &Constant<'_>) -> Vec<String> {
    let mut lines = constant.paragraphs(table);
    lines.extend(constant.deprecation().map(|note| format!(".. deprecated:: {note}")));
    lines
}

/// A paragraph each, which black leaves as they are.
fn docstring(out: &mut dyn Write, indent: &str, paragraphs: &[String]) -> io::Result<()> {
    let paragraphs =
        paragraphs.iter().map(|text| Escaped(text).to_string().replace('\\', "\\\\").replace('"', "\\\""));
    let paragraphs: Vec<String> = paragraphs.collect();
    if let [one] = paragraphs.as_slice() {
        return writeln!(out, "{indent}\"\"\"{}\"\"\"", one.trim());
    }
    writeln!(out, "{indent}\"\"\"{}\n", paragraphs[0].trim())?;
    for (index, text) in paragraphs[1..].iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{indent}{}", text.trim())?;
    }
    writeln!(out, "{indent}\"\"\"")
}

/// A literal in the quotes that need fewer escapes, as black has it.
fn literal(text: &str) -> String {
    let count = |quote| text.matches(quote).count();
    let double = quoted(text, |character| {
        let code = u32::from(character);
        is_unsafe(character)
            .then(|| if code > 0xffff { format!("\\U{code:08x}") } else { format!("\\u{code:04x}") })
    });
    if count('"') == 0 || count('\'') > 0 && count('"') <= count('\'') {
        return double;
    }
    let inner = &double[1..double.len() - 1];
    format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "\\'"))
}
