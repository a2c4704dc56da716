//! The documentation of a variant, from the texts of its row, and its aliases in rustdoc's search.

use super::lex::{lex, push_literal};
use crate::model::{Catalog, Meaning, Row, Section};
use crate::syntax::ast::{Attribute, Value};
use crate::syntax::attribute::{effective, has_path};
use crate::syntax::is_advice;
use proc_macro2::TokenStream;
use std::collections::HashSet;

/// Returns whether the attribute is documentation, or contains some in a `cfg_attr`.
pub(super) fn is_doc(attribute: &Attribute) -> bool {
    effective(&attribute.meta).iter().any(|attribute| has_path(&attribute.meta, "doc"))
}

/// The columns and sections that the documentation shows: text columns, and those of type `Retry`. Only one translation is
/// shown, English if there is one. More would be noise, and slow to compile.
pub(super) struct Documented {
    columns: Vec<ColumnItem>,
    /// The documentation of each section: its title, and the English one.
    sections: Vec<String>,
}

/// The list item that shows a column in a variant's documentation.
struct ColumnItem {
    /// The index of the column.
    column: usize,
    /// The text before the value.
    label: String,
    /// The list item with the default of the column; empty if there is nothing to show.
    default: String,
}

impl Documented {
    pub(super) fn of(catalog: &Catalog<'_>) -> Self {
        let languages = || catalog.columns.iter().filter_map(|column| column.translation.as_deref());
        let language = languages().find(|lang| is_english(lang)).or_else(|| languages().next());
        let shown = catalog.columns.iter().enumerate().filter(|(_, column)| {
            let is_other_language = column.translation.is_some() && column.translation.as_deref() != language;
            column.is_text && !is_other_language || column.key == "retry" || is_advice(column.ty)
        });
        let columns = shown.map(|(index, column)| {
            let label = format!("\n- `{}`: ", column.key);
            let default = column.default.map(|value| list_item(&label, value)).unwrap_or_default();
            ColumnItem { column: index, label, default }
        });
        Self { columns: columns.collect(), sections: catalog.sections.iter().map(section_docs).collect() }
    }

    fn push_columns(&self, docs: &mut String, meaning: &Meaning<'_>) {
        let start = docs.len();
        for ColumnItem { column, label, default } in &self.columns {
            match meaning.value(*column) {
                Some(value) => docs.push_str(&list_item(label, value)),
                None => docs.push_str(default),
            }
        }
        if docs.len() > start {
            docs.insert(start, '\n');
        }
    }
}

fn is_english(lang: &str) -> bool {
    lang == "en" || lang.starts_with("en-")
}

fn section_docs(section: &Section<'_>) -> String {
    let mut title = String::from("\n\nSection: ");
    push_escaped(&mut title, section.title);
    if let Some((_, english)) = section.titles.iter().find(|(lang, _)| is_english(lang)) {
        title.push_str(" (");
        push_escaped(&mut title, english);
        title.push(')');
    }
    title
}

fn list_item(label: &str, value: &Value) -> String {
    let mut item = String::from(label);
    match &value.text {
        Some(text) if text.is_empty() => item.clear(),
        Some(text) => push_escaped(&mut item, text),
        None => push_code_span(&mut item, &value_source(value)),
    }
    item
}

/// Returns an expression nearly as it is written. Outside of a macro, `proc_macro2` would put spaces between all tokens.
fn value_source(value: &Value) -> String {
    let source = value.tokens.to_string();
    source.replace(" :: ", "::").replace(" (", "(").replace(['\n', '`'], " ")
}

/// Returns the documentation of a row: that of each meaning, after the row's own doc comment.
fn row_docs(row: &Row<'_>, documented: &Documented, follows_own_docs: bool) -> String {
    let mut docs = String::from(if follows_own_docs { "\n\n" } else { "" });
    for (index, meaning) in row.meanings.iter().enumerate() {
        docs.push_str(if index == 0 { "" } else { "\n\n" });
        push_meaning(&mut docs, row, meaning, documented);
    }
    if let Some(section) = row.section {
        docs.push_str(&documented.sections[section]);
    }
    docs
}

/// Returns the documentation of a meaning after `or`, with a link to its variant. It leaves out the other meanings,
/// because a code may have thousands.
fn later_meaning_docs(row: &Row<'_>, meaning: &Meaning<'_>, documented: &Documented) -> String {
    let mut docs = String::new();
    push_meaning(&mut docs, row, meaning, documented);
    let variant = &row.meanings[0].name;
    let equal =
        format!("\n\nThe vendor gives this code to [`{variant}`](Self::{variant}) too: they are equal.");
    docs.push_str(&equal);
    docs
}

/// Returns the documentation of a variant of the error type.
pub(super) fn error_docs(row: &Row<'_>, meaning: &Meaning<'_>, documented: &Documented) -> String {
    let mut docs = String::new();
    push_meaning(&mut docs, row, meaning, documented);
    docs
}

/// Writes the code as it is printed and as it is sent, then symbol, message, help and columns.
fn push_meaning(docs: &mut String, row: &Row<'_>, meaning: &Meaning<'_>, documented: &Documented) {
    let (printed, code) = (row.printed_code(), row.code.text());
    push_code_span(docs, &printed);
    if printed != code {
        docs.push_str(" (");
        push_code_span(docs, &code);
        docs.push(')');
    }
    if let Some(symbol) = &meaning.symbol {
        docs.push(' ');
        push_code_span(docs, &symbol.text);
    }
    if !meaning.is_message_documented {
        docs.push(' ');
        push_escaped(docs, &meaning.message);
    }
    if let Some(help) = &meaning.help {
        docs.push_str("\n\n");
        push_escaped(docs, help);
    }
    documented.push_columns(docs, meaning);
}

fn push_code_span(docs: &mut String, text: &str) {
    if text.contains('`') {
        push_escaped(docs, text);
    } else {
        docs.push('`');
        docs.push_str(text);
        docs.push('`');
    }
}

/// Writes a vendor's text with all Markdown escaped, and with the quotes and dots that rustdoc would replace. An escaped
/// colon keeps `http://` from being a bare link.
fn push_escaped(docs: &mut String, text: &str) {
    // Uses an index: the macro runs unoptimized in its users' builds, where each step of an iterator is several calls.
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        if is_markup(bytes[at]) {
            docs.push_str(&text[start..at]);
            docs.push('\\');
            start = at;
        }
        at += 1;
    }
    docs.push_str(&text[start..]);
}

const fn is_markup(byte: u8) -> bool {
    byte.is_ascii_punctuation()
        && !matches!(byte, b',' | b';' | b'/' | b'?' | b'@' | b'$' | b'%' | b'^' | b'=')
}

/// Writes the documentation of a variant, and its aliases in rustdoc's search: the code, as it is printed
/// and as it is sent, and every symbol.
pub(super) fn push_attributes(
    attributes: &mut String,
    row: &Row<'_>,
    documented: &Documented,
    follows_own_docs: bool,
) {
    push_doc(attributes, &row_docs(row, documented, follows_own_docs));
    let code = row.code.text();
    let codes = row.printed.as_deref().into_iter().chain([&*code]);
    let symbols = row.meanings.iter().flat_map(|it| it.symbol.iter().chain(it.former_symbols));
    push_aliases(attributes, &row.meanings[0], codes.chain(symbols.map(|symbol| &*symbol.text)));
}

/// Returns the documentation of the constant of a meaning after `or`, and its alias, the symbol.
pub(super) fn attributes_of_later_meaning(
    row: &Row<'_>,
    meaning: &Meaning<'_>,
    documented: &Documented,
) -> TokenStream {
    let mut attributes = String::new();
    push_doc(&mut attributes, &later_meaning_docs(row, meaning, documented));
    let symbols = meaning.symbol.iter().chain(meaning.former_symbols);
    push_aliases(&mut attributes, meaning, symbols.map(|symbol| &*symbol.text));
    lex(&attributes)
}

fn push_doc(attributes: &mut String, docs: &str) {
    attributes.push_str("#[doc = ");
    push_literal(attributes, docs);
    attributes.push(']');
}

/// Writes `#[doc(alias(…))]` with the aliases that rustdoc allows and that differ from the name.
fn push_aliases<'a>(attributes: &mut String, meaning: &Meaning<'_>, aliases: impl Iterator<Item = &'a str>) {
    let name = meaning.name_text();
    let mut aliases: Vec<&str> = aliases.filter(|alias| *alias != name && is_allowed(alias)).collect();
    // Avoids a `HashSet` for the usual two aliases.
    match *aliases {
        [code, symbol] if code == symbol => aliases.truncate(1),
        [_, _, _, ..] => {
            let mut seen = HashSet::new();
            aliases.retain(|alias| seen.insert(*alias));
        }
        _ => {}
    }
    let mut before = "#[doc(alias(";
    for alias in &aliases {
        attributes.push_str(before);
        push_literal(attributes, alias);
        before = ", ";
    }
    if !aliases.is_empty() {
        attributes.push_str("))]");
    }
}

/// Returns whether rustdoc allows the alias: not with quotes, with whitespace other than inner spaces, or empty.
fn is_allowed(alias: &str) -> bool {
    if alias.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return !alias.is_empty();
    }
    let is_refused = |char: char| matches!(char, '"' | '\'') || char.is_whitespace() && char != ' ';
    alias.trim() == alias && !alias.contains(is_refused)
}
