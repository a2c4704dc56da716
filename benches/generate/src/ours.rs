//! Writes a catalog in the syntax of this library.

use crate::Row;
use std::fmt::Write;

/// The languages of the European Union and of some neighbors.
const LANGUAGES: [&str; 28] = [
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt",
    "nl", "no", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "tr", "uk",
];

/// Returns the declaration of `pub enum Catalog` with these rows and their messages in this number of other languages, at most
/// 28.
pub fn in_languages(rows: &[Row], languages: usize) -> String {
    let mut source =
        String::from("error_catalog::error_catalog! {\n    /// A catalog.\n    pub enum Catalog: i32 {\n");
    let all = || LANGUAGES.iter().take(languages);
    let lines = all().map(|language| format!("        translation {language};\n"));
    source.extend(lines);
    for Row { code, name, message, .. } in rows {
        let texts = all().map(|language| format!("{language}: \"{language}: {message}\""));
        let texts = texts.collect::<Vec<_>>().join(", ");
        writeln!(source, "        {code} => {name} {message:?} {{ {texts} }},")
            .expect("a string can be written to");
    }
    source + "    }\n}\n"
}

/// Returns the declaration of `pub enum Catalog` with these rows.
pub fn ours(rows: &[Row]) -> String {
    let mut source = String::from(
        "error_catalog::error_catalog! {\n    /// A catalog.\n    pub enum Catalog: i32 {\n        success 0;\n",
    );
    for Row { code, name, symbols, message, help } in rows {
        let symbol = symbols.first().map(|symbol| format!("{symbol} ")).unwrap_or_default();
        let help = help.as_ref().map(|help| format!(" {{ help: {help:?} }}")).unwrap_or_default();
        writeln!(source, "        {code} => {name} {symbol}{message:?}{help},")
            .expect("a string can be written to");
    }
    source + "    }\n}\n"
}
