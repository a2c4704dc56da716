//! The declaration of a catalog, printed from a vendor's table so that it compiles as it is: names made from the
//! symbols, shared codes joined, shared symbols declared. What a person has to decide is left to them.

use crate::document::{Document, Entry, Role, integer};
use crate::error::{Error, Result};
use crate::escape::is_unsafe;
use heck::ToUpperCamelCase;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// What the user says beside the table.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    pub(crate) name: &'a str,
    pub(crate) title: Option<&'a str>,
    pub(crate) source: Option<&'a str>,
    pub(crate) lang: Option<&'a str>,
    pub(crate) success: &'a [String],
}

/// The source text, and what the user should know about it.
#[derive(Debug)]
pub(crate) struct Declaration {
    pub(crate) text: String,
    pub(crate) notes: Vec<String>,
}

/// The entries that have one code.
struct Row<'a> {
    code: &'a str,
    meanings: Vec<&'a Entry>,
}

/// Prints the declaration of what the document says.
pub(crate) fn declaration(document: &Document, head: &Head<'_>) -> Result<Declaration> {
    let mut notes = Vec::new();
    let rows = joined(&document.entries, &mut notes);
    for success in head.success {
        if !rows.iter().any(|row| row.code == success) {
            return Err(Error::Success { code: success.clone() });
        }
    }
    let is_text = rows.iter().any(|row| integer(row.code).is_none());
    let code = |code: &str| if is_text { literal(code) } else { code.to_owned() };

    let mut text = String::from("use error_catalog::error_catalog;\n\nerror_catalog! {\n");
    let mut line = |indent: usize, line: &str| {
        // Writing to a string cannot fail.
        _ = writeln!(text, "{:width$}{line}", "", width = indent * 4);
    };
    line(1, &format!("/// The error codes of {}.", head.name));
    line(1, &format!("pub enum {}: {} {{", head.name, raw(&rows, is_text)));
    for (keyword, value) in [("title", head.title), ("source", head.source), ("lang", head.lang)] {
        if let Some(value) = value {
            line(2, &format!("{keyword} {};", literal(value)));
        }
    }
    if !head.success.is_empty() {
        let codes: Vec<String> = head.success.iter().map(|success| code(success)).collect();
        line(2, &format!("success {};", codes.join(", ")));
    } else if rows.iter().any(|row| row.code == "0") {
        line(2, "// If 0 means that a call succeeded: success 0;");
    }
    for symbol in shared_symbols(&rows) {
        line(
            2,
            &format!(
                "shared symbol {};",
                if is_symbol_token(symbol) { symbol.to_owned() } else { literal(symbol) }
            ),
        );
    }
    for role in &document.roles {
        if let Role::Column(name) = role {
            line(
                2,
                &format!(
                    "column {name}: &'static str{};",
                    if given_everywhere(&rows, name) { "" } else { " = \"\"" }
                ),
            );
        }
    }

    let mut names = Names::new(&rows, is_text);
    for (title, rows) in sections(&rows) {
        line(0, "");
        let indent = if let Some(title) = title {
            line(2, &format!("section {} {} {{", names.section(title), literal(title)));
            3
        } else {
            2
        };
        for row in rows {
            for written in written(row, &code(row.code), &mut names, indent * 4) {
                line(indent, &written);
            }
        }
        if title.is_some() {
            line(2, "}");
        }
    }
    line(1, "}");
    line(0, "}");
    Ok(Declaration { text, notes })
}

/// The rows in the order in which they first appear, each with all its meanings.
fn joined<'a>(entries: &'a [Entry], notes: &mut Vec<String>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut of_code: HashMap<&str, usize> = HashMap::new();
    for entry in entries {
        let place = *of_code.entry(&entry.code).or_insert(rows.len());
        let Some(row) = rows.get_mut(place) else {
            rows.push(Row { code: &entry.code, meanings: vec![entry] });
            continue;
        };
        let says = |entry: &Entry| {
            (entry.symbol.clone(), entry.message.clone(), entry.help.clone(), entry.columns.clone())
        };
        if let Some(earlier) = row.meanings.iter().find(|earlier| says(earlier) == says(entry)) {
            notes.push(format!(
                "line {}: code {} says what line {} says already",
                entry.line, entry.code, earlier.line
            ));
            continue;
        }
        let first = row.meanings[0];
        if first.section != entry.section {
            notes.push(format!(
                "line {}: code {} moves from section {:?} to that of line {}, since it is one row",
                entry.line,
                entry.code,
                entry.section.as_deref().unwrap_or(""),
                first.line
            ));
        }
        row.meanings.push(entry);
    }
    rows
}

/// The smallest type of the usual ones that holds all codes.
fn raw(rows: &[Row<'_>], is_text: bool) -> &'static str {
    let fits = |row: &Row<'_>| integer(row.code).is_some_and(|code| i32::try_from(code).is_ok());
    match (is_text, rows.iter().all(fits)) {
        (true, _) => "&'static str",
        (false, true) => "i32",
        (false, false) => "i64",
    }
}

/// The rows of each section; those without one come first.
fn sections<'r, 'a>(rows: &'r [Row<'a>]) -> Vec<(Option<&'a str>, Vec<&'r Row<'a>>)> {
    let mut sections: Vec<(Option<&str>, Vec<&Row<'_>>)> = Vec::new();
    for row in rows {
        let title = row.meanings[0].section.as_deref();
        match sections.iter_mut().find(|(other, _)| *other == title) {
            Some((_, rows)) => rows.push(row),
            None => sections.push((title, vec![row])),
        }
    }
    sections.sort_by_key(|(title, _)| title.is_some());
    sections
}

fn shared_symbols<'a>(rows: &[Row<'a>]) -> Vec<&'a str> {
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for symbol in rows.iter().flat_map(|row| &row.meanings).filter_map(|meaning| meaning.symbol.as_deref()) {
        *holders.entry(symbol).or_default() += 1;
    }
    holders.into_iter().filter(|(_, holders)| *holders > 1).map(|(symbol, _)| symbol).collect()
}

fn given_everywhere(rows: &[Row<'_>], column: &str) -> bool {
    rows.iter().flat_map(|row| &row.meanings).all(|meaning| value(meaning, column).is_some())
}

fn value<'a>(entry: &'a Entry, column: &str) -> Option<&'a str> {
    let found = entry.columns.iter().find(|(name, _)| name == column);
    found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
}

/// The lines of a row, without their indentation.
fn written(row: &Row<'_>, code: &str, names: &mut Names, indent: usize) -> Vec<String> {
    /// As wide as rustfmt lets a line be by default, so that rows are read side by side where they can be.
    const WIDTH: usize = 100;

    let mut lines = Vec::new();
    if let Some(note) = row.meanings.iter().find_map(|meaning| meaning.deprecated.as_deref()) {
        lines.push(format!("#[deprecated(note = {})]", literal(note)));
    }
    let last = row.meanings.len() - 1;
    for (index, meaning) in row.meanings.iter().enumerate() {
        let mut head = if index == 0 { format!("{code} => ") } else { "    or ".to_owned() };
        head.push_str(&names.variant(meaning, index));
        let mut fields = Vec::new();
        if let Some(symbol) = &meaning.symbol {
            if is_symbol_token(symbol) {
                _ = write!(head, " {symbol}");
            } else {
                fields.push(format!("symbol: {}", literal(symbol)));
            }
        }
        _ = write!(head, " {}", literal(&meaning.message));
        let columns = meaning.columns.iter().filter(|(_, value)| !value.is_empty());
        fields.extend(columns.map(|(name, value)| format!("{name}: {}", literal(value))));
        fields.extend(meaning.help.iter().map(|help| format!("help: {}", literal(help))));

        let comma = if index == last { "," } else { "" };
        let whole = if fields.is_empty() {
            format!("{head}{comma}")
        } else {
            format!("{head} {{ {} }}{comma}", fields.join(", "))
        };
        if fields.is_empty() || indent + whole.width() <= WIDTH {
            lines.push(whole);
        } else {
            lines.push(format!("{head} {{"));
            lines.extend(fields.iter().map(|field| format!("    {field},")));
            lines.push(format!("}}{comma}"));
        }
    }
    lines
}

/// Gives out names, each once.
struct Names {
    used: HashSet<String>,
    sections: HashSet<String>,
    /// What all symbols begin with, such as `ERRCODE_`.
    prefix: usize,
    /// The catalog's codes are texts.
    is_text: bool,
}

impl Names {
    fn new(rows: &[Row<'_>], is_text: bool) -> Self {
        let symbols: Vec<&str> = rows
            .iter()
            .flat_map(|row| &row.meanings)
            .filter_map(|meaning| meaning.symbol.as_deref())
            .collect();
        Self { used: HashSet::new(), sections: HashSet::new(), prefix: common_prefix(&symbols), is_text }
    }

    /// The name of a meaning, the number `index` of its row: what the table calls it, or its symbol without the
    /// prefix, or `_` where the macro can name it after its code.
    fn variant(&mut self, meaning: &Entry, index: usize) -> String {
        let from_symbol = |symbol: &String| {
            let rest = symbol.get(self.prefix..).unwrap_or(symbol);
            let name: String = rest.to_upper_camel_case().chars().filter(|c| is_name_char(*c)).collect();
            if name.starts_with(|first: char| first.is_ascii_digit()) { format!("E{name}") } else { name }
        };
        let own = meaning.name.clone().filter(|name| name.chars().all(is_name_char));
        let own = own.or_else(|| meaning.symbol.as_ref().map(from_symbol)).filter(|name| is_identifier(name));
        let number = integer(&meaning.code).filter(|_| !self.is_text);
        let of_code = match number {
            Some(code) if code < 0 => format!("Minus{}", code.unsigned_abs()),
            _ => of_code(&meaning.code),
        };
        let Some(own) = own else {
            let nth = if index == 0 { of_code.clone() } else { format!("{of_code}Or{}", index + 1) };
            let name = self.unused(&nth);
            let can_be_left_out = number.is_some_and(|code| code >= 0) && name == of_code;
            return if can_be_left_out { "_".to_owned() } else { name };
        };
        if self.used.contains(&own) {
            return self.unused(&format!("{own}{}", of_code.strip_prefix('E').unwrap_or(&of_code)));
        }
        self.unused(&own)
    }

    fn section(&mut self, title: &str) -> String {
        let name: String = title.to_upper_camel_case().chars().filter(|c| is_name_char(*c)).collect();
        let name = if is_identifier(&name) { name } else { format!("Section{name}") };
        unused(&mut self.sections, &name)
    }

    fn unused(&mut self, name: &str) -> String {
        unused(&mut self.used, name)
    }
}

fn unused(used: &mut HashSet<String>, name: &str) -> String {
    let mut unused = name.to_owned();
    let mut number = 2;
    while !used.insert(unused.clone()) {
        unused = format!("{name}Or{number}");
        number += 1;
    }
    unused
}

/// `E40001`, `E42P01`; of words, `CardDeclined`.
fn of_code(code: &str) -> String {
    let is_number = code.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    let name = if is_number { code.to_owned() } else { code.to_upper_camel_case() };
    let name: String = name.chars().filter(|c| is_name_char(*c)).collect();
    if is_identifier(&name) { name } else { format!("E{name}") }
}

/// How many bytes of what all symbols begin with can go: up to the last separator.
fn common_prefix(symbols: &[&str]) -> usize {
    let [first, others @ ..] = symbols else { return 0 };
    if others.is_empty() {
        return 0;
    }
    let common = others.iter().fold(first.len(), |length, other| {
        first.bytes().zip(other.bytes()).take(length).take_while(|(a, b)| a == b).count()
    });
    // No symbol may lose all it has.
    let common = symbols.iter().fold(common, |length, symbol| length.min(symbol.len().saturating_sub(1)));
    first.as_bytes()[..common]
        .iter()
        .rposition(|byte| matches!(byte, b'_' | b'-' | b'.'))
        .map_or(0, |at| at + 1)
}

/// Whether a text can name an enum or a variant. The scripts are those that tables are written in.
pub(crate) fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| is_name_char(first) && !first.is_ascii_digit() && first != '_')
        && name.chars().all(is_name_char)
        && !is_taken(name)
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether a symbol can stand before the message as it is.
fn is_symbol_token(symbol: &str) -> bool {
    symbol.starts_with(|first: char| first.is_ascii_alphabetic())
        && symbol.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !KEYWORDS.contains(&symbol)
}

/// Whether Rust or the macro has the name for something else.
pub(crate) fn is_taken(name: &str) -> bool {
    KEYWORDS.contains(&name) || GENERATED.contains(&name) || name.starts_with("__")
}

const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

/// What every catalog has already.
const GENERATED: &[&str] = &[
    "ALL",
    "code",
    "deprecated",
    "from_code",
    "from_name",
    "help",
    "is_success",
    "meanings",
    "message",
    "name",
    "section",
    "symbol",
    "with_symbol",
];

/// A string literal of Rust. Letters stay as they are; what would not be seen is escaped.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            _ if is_unsafe(character) => literal.extend(character.escape_unicode()),
            _ => literal.push(character),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::GENERATED;

    /// The macro's own list is in a crate that can export nothing but the macro.
    #[test]
    fn the_macro_generates_the_same_names() {
        let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/../macros/src/check.rs");
        let rules = std::fs::read_to_string(rules).unwrap();
        let list = rules.split_once("const GENERATED: ").unwrap().1.split_once("];").unwrap().0;
        let names: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert_eq!(names, GENERATED);
    }
}
