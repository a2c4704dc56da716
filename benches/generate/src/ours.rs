//! A catalog in this library's own syntax.

use crate::Row;
use std::fmt::Write;

/// The declaration of `pub enum Catalog` with these rows and, in as many columns, their messages in other languages.
pub fn in_languages(rows: &[Row], languages: usize) -> String {
    let mut source =
        String::from("error_catalog::error_catalog! {\n    /// A catalog.\n    pub enum Catalog: i32 {\n");
    let all = || 0..languages;
    let lines = all().map(|language| format!("        column language{language}: &'static str;\n"));
    source.extend(lines);
    for Row { code, name, message, .. } in rows {
        let texts = all().map(|language| format!("language{language}: \"{language}: {message}\""));
        let texts = texts.collect::<Vec<_>>().join(", ");
        writeln!(source, "        {code} => {name} {message:?} {{ {texts} }},")
            .expect("a string can be written to");
    }
    source + "    }\n}\n"
}

/// The declaration of `pub enum Catalog` with these rows.
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
