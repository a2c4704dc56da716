//! Writes the same catalog with other crates, each used as its documentation recommends.

use crate::Row;
use std::fmt::Write;

/// Returns one enum with the derives that together match a catalog: conversions from and to codes (`num_enum`), `Display`
/// (`thiserror`), conversions from and to symbols, help texts and the list of variants (`strum`).
pub fn in_one_enum(rows: &[Row]) -> String {
    let mut source = String::from(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error,\n\
         \x20   num_enum::TryFromPrimitive, num_enum::IntoPrimitive,\n\
         \x20   strum::EnumString, strum::IntoStaticStr, strum::EnumMessage, strum::VariantArray)]\n\
         #[repr(i32)]\npub enum Catalog {\n",
    );
    for row in rows {
        let Row { code, name, message, help, .. } = row;
        let help = help.as_ref().map(|help| format!(", detailed_message = {help:?}")).unwrap_or_default();
        let symbols = if row.symbols.is_empty() { String::new() } else { format!(", {}", serialize(row)) };
        line(&mut source, &format!("    #[error(\"{code} {}\")]", in_format(message)));
        line(&mut source, &format!("    #[strum(message = {message:?}{help}{symbols})]"));
        line(&mut source, &format!("    {name} = {code},"));
    }
    source + "}\n"
}

/// Returns a module with one enum, function or map for each peer, so that no peer's time contains another's:
///
/// - `number` (`num_enum`), `by_match`, `CODES` (`phf`), and `ROWS` to fill the hash maps;
/// - if rows have symbols, `symbol` (`strum`) and `SYMBOLS` (`phf`);
/// - with `all`, also `symbol_by_match`, `Json` (`serde_repr`), and `Text` (`thiserror`, and messages of `strum`), which
///   take the compiler minutes for thousands of rows.
///
/// `number` and `symbol` are functions, so that they are compiled once and not in each loop that calls them.
pub fn peers(rows: &[Row], all: bool) -> String {
    let mut source = String::new();
    let variant = |row: &Row| format!("{} = {},", row.name, row.code);

    let number_enum =
        "#[derive(Clone, Copy, PartialEq, Eq, num_enum::TryFromPrimitive)]\n#[repr(i32)]\npub enum Number {";
    block(&mut source, number_enum, rows.iter().map(variant), "}");
    line(&mut source, "pub fn number(code: i32) -> Option<Number> { Number::try_from(code).ok() }");
    let plain_enum = "#[derive(Clone, Copy, PartialEq, Eq)]\n#[repr(i32)]\npub enum Plain {";
    block(&mut source, plain_enum, rows.iter().map(variant), "}");

    let by_match = "pub fn by_match(code: i32) -> Option<Plain> {\n    Some(match code {";
    let arms = rows.iter().map(|row| format!("{} => Plain::{},", row.code, row.name));
    block(&mut source, by_match, arms.clone(), "_ => return None })\n}");
    let mut codes = phf_codegen::Map::new();
    rows.iter().for_each(|row| _ = codes.entry(row.code, format!("Plain::{}", row.name)));
    block(&mut source, "pub static CODES: phf::Map<i32, Plain> =", [codes.build().to_string()], ";");
    let entries =
        rows.iter().map(|row| format!("(Plain::{}, &[{}]),", row.name, quoted(&row.symbols).join(", ")));
    block(&mut source, "pub static ROWS: &[(Plain, &[&str])] = &[", entries, "];");

    if rows.iter().any(|row| !row.symbols.is_empty()) {
        symbols(&mut source, rows, all);
    }
    if all {
        let json_enum = "#[derive(Clone, Copy, serde_repr::Deserialize_repr, serde_repr::Serialize_repr)]\n\
                    #[repr(i32)]\npub enum Json {";
        block(&mut source, json_enum, rows.iter().map(variant), "}");
        let text_enum = "#[derive(Debug, Clone, Copy, thiserror::Error, strum::EnumMessage)]\n#[repr(i32)]\npub enum Text {";
        let rows = rows.iter().map(|row| {
            let (code, message) = (row.code, &row.message);
            format!(
                "#[error(\"{code} {}\")] #[strum(message = {message:?})] {}",
                in_format(message),
                variant(row)
            )
        });
        block(&mut source, text_enum, rows, "}");
        let text_arms = arms.map(|arm| arm.replace("Plain", "Text"));
        block(
            &mut source,
            &by_match.replace("Plain", "Text").replace("by_match", "text"),
            text_arms,
            "_ => return None })\n}",
        );
    }
    source
}

fn symbols(source: &mut String, rows: &[Row], all: bool) {
    let symbol_enum =
        "#[derive(Clone, Copy, PartialEq, Eq, strum::EnumString)]\n#[repr(i32)]\npub enum Symbol {";
    let variants =
        rows.iter().map(|row| format!("#[strum({})] {} = {},", serialize(row), row.name, row.code));
    block(source, symbol_enum, variants, "}");
    line(source, "pub fn symbol(symbol: &str) -> Option<Symbol> { symbol.parse().ok() }");

    if all {
        let symbol_by_match =
            "pub fn symbol_by_match(symbol: &str) -> Option<Plain> {\n    Some(match symbol {";
        let with_symbol = rows.iter().filter(|row| !row.symbols.is_empty());
        let arms =
            with_symbol.map(|row| format!("{} => Plain::{},", quoted(&row.symbols).join(" | "), row.name));
        block(source, symbol_by_match, arms, "_ => return None })\n}");
    }

    let mut map = phf_codegen::Map::new();
    for row in rows {
        for symbol in &row.symbols {
            map.entry(symbol, format!("Plain::{}", row.name));
        }
    }
    block(source, "pub static SYMBOLS: phf::Map<&str, Plain> =", [map.build().to_string()], ";");
}

fn block(source: &mut String, head: &str, lines: impl IntoIterator<Item = String>, end: &str) {
    line(source, head);
    lines.into_iter().for_each(|text| line(source, &text));
    line(source, end);
}

fn line(source: &mut String, line: &str) {
    writeln!(source, "{line}").expect("a string can be written to");
}

fn serialize(row: &Row) -> String {
    let symbols: Vec<String> =
        quoted(&row.symbols).iter().map(|symbol| format!("serialize = {symbol}")).collect();
    symbols.join(", ")
}

fn quoted(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| format!("{text:?}")).collect()
}

/// Escapes a text for a format string, without the quotes around it.
fn in_format(text: &str) -> String {
    let text = format!("{:?}", text.replace('{', "{{").replace('}', "}}"));
    text[1..text.len() - 1].to_owned()
}
