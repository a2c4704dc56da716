//! C: a header of its own, from C99 on. Constants, and functions that answer NULL or false for a code that the catalog
//! does not have.

use super::{Constant, constants, is_text, preface, quoted, successes, within};
use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::Cell;
use crate::output::escape::{Escaped, is_unsafe};
use heck::{ToShoutySnakeCase, ToSnakeCase};
use std::fmt::Write as _;
use std::io::{self, Write};

/// How the codes are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codes {
    /// Constants of an enumeration, which are `int`.
    Int,
    /// Macros of this type.
    Wide {
        raw: &'static str,
        constant: &'static str,
    },
    Text,
}

impl Codes {
    fn of(table: &Table) -> Self {
        if is_text(table) {
            Self::Text
        } else if within(table, i32::MIN.into(), i32::MAX.into()) {
            Self::Int
        } else if within(table, i64::MIN.into(), i64::MAX.into()) {
            Self::Wide { raw: "int64_t", constant: "INT64_C" }
        } else {
            Self::Wide { raw: "uint64_t", constant: "UINT64_C" }
        }
    }

    fn raw(self) -> &'static str {
        match self {
            Self::Int => "int",
            Self::Wide { raw, .. } => raw,
            Self::Text => "const char *",
        }
    }

    fn literal(self, code: &Cell) -> String {
        match (self, code) {
            (Self::Text, _) => literal(&code.to_string()),
            // In C the minus is an operator, and what it stands before has to fit.
            (Self::Int, Cell::Integer(value)) if *value == i32::MIN.into() => "(-2147483647 - 1)".to_owned(),
            (Self::Wide { constant, .. }, Cell::Integer(value)) if *value == i64::MIN.into() => {
                format!("({constant}(-9223372036854775807) - 1)")
            }
            (Self::Wide { constant, .. }, _) => format!("{constant}({code})"),
            (Self::Int, _) => code.to_string(),
        }
    }
}

pub(crate) fn c(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let codes = Codes::of(table);
    let prefix = ascii(&table.name.to_snake_case());
    let guard = format!("{}_H", prefix.to_uppercase());
    comment(out, "", &preface(table, "c"))?;
    writeln!(
        out,
        "#ifndef {guard}
#define {guard}

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* clang-format off: a message is not broken. */"
    )?;
    named(table, codes, &prefix, out)?;
    meanings(table, codes, &prefix, out)?;
    lookups(table, codes, &prefix, out)?;
    writeln!(out, "\n#endif")
}

/// The codes by name.
fn named(table: &Table, codes: Codes, prefix: &str, out: &mut dyn Write) -> io::Result<()> {
    let upper = prefix.to_uppercase();
    let convention = |name: &str| format!("{upper}_{}", ascii(&name.to_shouty_snake_case()));
    let taken = ["H", "DEPRECATED"].map(|name| format!("{upper}_{name}"));
    let constants = constants(table, convention, &taken.each_ref().map(String::as_str));
    if codes == Codes::Int {
        writeln!(
            out,
            "
#if defined(__GNUC__)
#define {upper}_DEPRECATED(note) __attribute__((deprecated(note)))
#else
#define {upper}_DEPRECATED(note)
#endif

/* The codes that the catalog has. What a server sends is any int. */
enum {prefix}_code {{"
        )?;
    }
    for constant in &constants {
        let code = codes.literal(&constant.row.code);
        if codes == Codes::Int {
            comment(out, "    ", &documentation(table, constant))?;
            let deprecation = constant.deprecation();
            let deprecation = deprecation.map(|note| format!(" {upper}_DEPRECATED({})", literal(&note)));
            writeln!(out, "    {}{} = {code},", constant.name, deprecation.unwrap_or_default())?;
        } else {
            comment(out, "", &documentation(table, constant))?;
            writeln!(out, "#define {} {code}", constant.name)?;
        }
    }
    if codes == Codes::Int {
        writeln!(out, "}};")?;
    }
    Ok(())
}

/// The table.
fn meanings(table: &Table, codes: Codes, prefix: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "
/* One meaning of a code. What the vendor does not say is NULL. */
struct {prefix}_meaning {{
    {raw}{space}code;
    const char *name;
    const char *symbol;
    const char *message;
    const char *help;
}};

/* Every meaning, in the order of the codes. A code that the vendor shares has several, one behind the other. */
static const struct {prefix}_meaning {prefix}_meanings[] = {{",
        raw = codes.raw(),
        space = if codes == Codes::Text { "" } else { " " },
    )?;
    for row in &table.rows {
        for meaning in &row.meanings {
            entry(out, codes, row, meaning)?;
        }
    }
    writeln!(
        out,
        "}};

/* How many meanings there are. */
static const size_t {prefix}_meaning_count = sizeof {prefix}_meanings / sizeof {prefix}_meanings[0];"
    )
}

/// What answers for any code.
fn lookups(table: &Table, codes: Codes, prefix: &str, out: &mut dyn Write) -> io::Result<()> {
    let raw = if codes == Codes::Text { "const char *".to_owned() } else { format!("{} ", codes.raw()) };
    let (less, equal) = match codes {
        Codes::Text => (
            format!("strcmp({prefix}_meanings[middle].code, code) < 0"),
            format!("strcmp({prefix}_meanings[first].code, code) == 0"),
        ),
        _ => (
            format!("{prefix}_meanings[middle].code < code"),
            format!("{prefix}_meanings[first].code == code"),
        ),
    };
    let successes: Vec<String> = successes(table)
        .map(|row| {
            let code = codes.literal(&row.code);
            if codes == Codes::Text {
                format!("strcmp(code, {code}) == 0")
            } else {
                format!("code == {code}")
            }
        })
        .collect();
    let success = if successes.is_empty() {
        "(void)code;\n    return false".to_owned()
    } else {
        format!("return {}", successes.join(" || "))
    };
    writeln!(
        out,
        "
/* The first meaning of a code; NULL for one that the catalog does not have. */
static inline const struct {prefix}_meaning *{prefix}_find({raw}code) {{
    size_t first = 0;
    size_t count = {prefix}_meaning_count;
    while (count > 0) {{
        size_t middle = first + count / 2;
        if ({less}) {{
            count -= middle + 1 - first;
            first = middle + 1;
        }} else {{
            count = middle - first;
        }}
    }}
    return first < {prefix}_meaning_count && {equal} ? &{prefix}_meanings[first] : NULL;
}}

/* The vendor's message; NULL for a code that the catalog does not have. */
static inline const char *{prefix}_message({raw}code) {{
    const struct {prefix}_meaning *meaning = {prefix}_find(code);
    return meaning ? meaning->message : NULL;
}}

/* What to do about it; NULL where the vendor says nothing, and for a code that the catalog does not have. */
static inline const char *{prefix}_help({raw}code) {{
    const struct {prefix}_meaning *meaning = {prefix}_find(code);
    return meaning ? meaning->help : NULL;
}}

/* Whether the code means success. One that the catalog does not have does not. */
static inline bool {prefix}_is_success({raw}code) {{
    {success};
}}"
    )
}

fn entry(out: &mut dyn Write, codes: Codes, row: &Row, meaning: &Meaning) -> io::Result<()> {
    let optional = |text: Option<&str>| text.map_or("NULL".to_owned(), literal);
    let [symbol, help] = [meaning.symbol, meaning.help].map(optional);
    let [name, message] = [meaning.name, meaning.message].map(literal);
    writeln!(out, "    {{{}, {name}, {symbol}, {message}, {help}}},", codes.literal(&row.code))
}

/// C99 takes letters beyond ASCII only as `\u`, and linkers not always.
fn ascii(name: &str) -> String {
    let mut ascii = String::new();
    for character in name.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            // Writing to a string cannot fail.
            _ = write!(ascii, "U{:04X}", u32::from(character));
        }
    }
    ascii
}

fn documentation(table: &Table, constant: &Constant<'_>) -> Vec<String> {
    let mut lines = constant.paragraphs(table);
    lines.extend(constant.deprecation().map(|note| format!("Deprecated: {note}")));
    lines
}

/// `??/` is a backslash to an old compiler, inside a comment too.
fn comment(out: &mut dyn Write, indent: &str, lines: &[String]) -> io::Result<()> {
    for (index, line) in lines.iter().enumerate() {
        let mut text = Escaped(line).to_string();
        for (from, to) in [("*/", "* /"), ("/*", "/ *"), ("??", "? ?")] {
            while text.contains(from) {
                text = text.replace(from, to);
            }
        }
        let start = if index == 0 { "/*" } else { " *" };
        writeln!(out, "{indent}{start} {text}")?;
    }
    writeln!(out, "{indent} */")
}

/// Escapes have three octal digits, which no digit behind them can join. Of two question marks the second is escaped:
/// with a third character they would be a trigraph.
fn literal(text: &str) -> String {
    let escaped = quoted(text, |character| {
        let octal = |escaped: String, byte| escaped + &format!("\\{byte:03o}");
        is_unsafe(character).then(|| character.encode_utf8(&mut [0; 4]).bytes().fold(String::new(), octal))
    });
    escaped.replace("??", "?\\?")
}
