//! TypeScript: a constant object and its union type, entries, and lookups that take any code a server sends.

use super::{Constant, constants, is_text, preface, quoted, successes, type_name, utf16_escape, within};
use crate::catalog::table::{Meaning, Table};
use crate::catalog::value::Cell;
use crate::output::escape::{Escaped, is_unsafe};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The largest integer that JavaScript's numbers hold without loss.
const SAFE: i128 = (1 << 53) - 1;
/// What the module exports beside the object.
const EXPORTS: &[&str] = &["Entry", "entries", "isKnown", "isSuccess", "meanings", "withSymbol"];

/// How the codes are written, and of what type they are.
#[derive(Clone, Copy)]
enum Codes {
    String,
    Number,
    BigInt,
}

impl Codes {
    fn of(table: &Table) -> Self {
        if is_text(table) {
            Self::String
        } else if within(table, -SAFE, SAFE) {
            Self::Number
        } else {
            Self::BigInt
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::BigInt => "bigint",
        }
    }

    fn literal(self, code: &Cell) -> String {
        match self {
            Self::String => literal(&code.to_string()),
            Self::Number => code.to_string(),
            Self::BigInt => format!("{code}n"),
        }
    }
}

pub(crate) fn typescript(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let codes = Codes::of(table);
    let raw = codes.name();
    let name = type_name(table, EXPORTS);
    let constants = constants(table, str::to_owned, &["__proto__"]);

    comment(out, "", &preface(table, "typescript"))?;
    writeln!(out, "\n/** The codes by name. */\nexport const {name} = {{")?;
    for constant in &constants {
        comment(out, "  ", &documentation(table, constant))?;
        writeln!(out, "  {}: {},", constant.name, codes.literal(&constant.row.code))?;
    }
    writeln!(
        out,
        "}} as const;

/** A code that the catalog has. What a server sends is any {raw}. */
export type {name} = (typeof {name})[keyof typeof {name}];

/** One meaning of a code. */
export interface Entry {{
  readonly code: {name};
  readonly name: string;
  readonly symbol?: string;
  readonly message: string;
  readonly help?: string;
}}

/** Every meaning, in the order of the codes. A code that the vendor shares has several. */
export const entries: readonly Entry[] = ["
    )?;
    for row in &table.rows {
        for meaning in &row.meanings {
            entry(out, &codes.literal(&row.code), meaning)?;
        }
    }
    let successes: Vec<String> = successes(table).map(|row| codes.literal(&row.code)).collect();
    let successes = list(&successes);
    write!(
        out,
        "];

const byCode = new globalThis.Map<{raw}, readonly Entry[]>();
for (const entry of entries) {{
  byCode.set(entry.code, [...meanings(entry.code), entry]);
}}

const successes: readonly {raw}[] = [{successes}];

/** Whether the catalog has the code. */
export function isKnown(code: {raw}): code is {name} {{
  return byCode.has(code);
}}

/** All meanings of a code; none of one that the catalog does not have. */
export function meanings(code: {raw}): readonly Entry[] {{
  return byCode.get(code) ?? [];
}}

/** Whether the code means success. One that the catalog does not have does not. */
export function isSuccess(code: {raw}): boolean {{
  return successes.includes(code);
}}

/** The entries that have the symbol: one, several where the vendor shares it, or none. */
export function withSymbol(symbol: string): readonly Entry[] {{
  return entries.filter((entry) => entry.symbol === symbol);
}}
"
    )
}

/// Numbers as prettier fills lines with them.
fn list(items: &[String]) -> String {
    let line = items.join(", ");
    if line.len() < 30 { line } else { format!("\n  // prettier-ignore\n  {line},\n") }
}

fn entry(out: &mut dyn Write, code: &str, meaning: &Meaning) -> io::Result<()> {
    writeln!(out, "  {{\n    code: {code},")?;
    let fields = [
        ("name", Some(meaning.name)),
        ("symbol", meaning.symbol),
        ("message", Some(meaning.message)),
        ("help", meaning.help),
    ];
    for (field, text) in fields {
        let Some(text) = text else { continue };
        let literal = literal(text);
        // As prettier breaks a line that is wider than 80, where the name in front of it is long enough to win by that.
        let wide = field.len() > 4 && 4 + field.len() + 2 + literal.width() + 1 > 80;
        let separator = if wide { "\n      " } else { " " };
        writeln!(out, "    {field}:{separator}{literal},")?;
    }
    writeln!(out, "  }},")
}

fn documentation(table: &Table, constant: &Constant<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in constant.paragraphs(table) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(paragraph);
    }
    if let Some(note) = constant.deprecation() {
        lines.extend([String::new(), format!("@deprecated {note}")]);
    }
    lines
}

/// A comment that ends where it should, whatever the text.
fn comment(out: &mut dyn Write, indent: &str, lines: &[String]) -> io::Result<()> {
    writeln!(out, "{indent}/**")?;
    for line in lines {
        let text = Escaped(line).to_string().replace("*/", "*\\/");
        let space = if text.is_empty() { "" } else { " " };
        writeln!(out, "{indent} *{space}{text}")?;
    }
    writeln!(out, "{indent} */")
}

/// A literal in the quotes of which the text has fewer, as prettier has it.
fn literal(text: &str) -> String {
    let count = |quote| text.matches(quote).count();
    let double = quoted(text, |character| is_unsafe(character).then(|| utf16_escape(character)));
    if count('"') <= count('\'') {
        return double;
    }
    let inner = &double[1..double.len() - 1];
    format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "\\'"))
}
