//! TypeScript: a constant object and its union type, entries, and lookups that take any code a server sends.

use super::{
    Constant, constants, is_text, preface, quoted, separate, successes, type_name, utf16_escape, within,
};
use crate::catalog::table::{Row, Table};
use crate::catalog::value::CellValue;
use crate::output::escape::{Escaped, is_unsafe};
use askama::Template;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The largest integer that a JavaScript number holds without loss.
const SAFE: i128 = (1 << 53) - 1;
/// The other names that the module exports.
const EXPORTS: &[&str] = &["Entry", "entries", "isKnown", "isSuccess", "meanings", "withSymbol"];

/// The JavaScript type of the codes.
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

    fn literal(self, code: &CellValue) -> String {
        match self {
            Self::String => literal(&code.to_string()),
            Self::Number => code.to_string(),
            Self::BigInt => format!("{code}n"),
        }
    }
}

#[derive(Template)]
#[template(path = "catalog.ts.jinja", escape = "none")]
struct Module<'a> {
    table: &'a Table,
    name: String,
    codes: Codes,
    raw: &'static str,
    preface: Vec<String>,
    constants: Vec<Constant<'a>>,
    /// The elements of an array literal.
    successes: String,
}

/// Writes a TypeScript module with the catalog.
pub(crate) fn write_typescript(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let codes = Codes::of(table);
    let successes: Vec<String> = successes(table).map(|row| codes.literal(&row.code)).collect();
    let file = Module {
        table,
        name: type_name(table, EXPORTS),
        codes,
        raw: codes.name(),
        preface: comment_lines(preface(table, "typescript")),
        constants: constants(table, str::to_owned, &["__proto__"]),
        successes: wrapped_list(&successes),
    };
    file.write_into(out)?;
    writeln!(out)
}

impl Module<'_> {
    fn code(&self, row: &Row) -> String {
        self.codes.literal(&row.code)
    }

    fn documentation(&self, constant: &Constant<'_>) -> Vec<String> {
        let mut paragraphs = constant.paragraphs(self.table);
        paragraphs.extend(constant.deprecation().map(|note| format!("@deprecated {note}")));
        comment_lines(separate(paragraphs))
    }
}

/// Escapes lines for a comment that a text must not end early.
fn comment_lines(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| Escaped(&line).to_string().replace("*/", "*\\/")).collect()
}

fn wrapped_list(items: &[String]) -> String {
    let line = items.join(", ");
    if line.len() < 30 { line } else { format!("\n  // prettier-ignore\n  {line},\n") }
}

/// Returns the literal with the space or line break before it. Prettier breaks a line that is wider than 80 columns, but
/// only after a field name of more than four letters.
fn wrapped_literal(field: &str, text: &str) -> String {
    let literal = literal(text);
    let is_wide = 4 + field.len() + 2 + literal.width() + 1 > 80;
    let separator = if is_wide { "\n      " } else { " " };
    format!("{separator}{literal}")
}

fn literal(text: &str) -> String {
    let count = |quote| text.matches(quote).count();
    let double = quoted(text, |character| is_unsafe(character).then(|| utf16_escape(character)));
    if count('"') <= count('\'') {
        return double;
    }
    let inner = &double[1..double.len() - 1];
    format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "\\'"))
}
