//! The documentation of a variant, from what its row says; and what rustdoc's search finds it by.

use crate::model::{Code, Row};
use error_catalog_syntax::ast::Attribute;

pub(super) fn is_doc(attribute: &Attribute) -> bool {
    attribute.body.clone().into_iter().next().is_some_and(|path| path.to_string() == "doc")
}

/// Code, symbol, message and help of each meaning, after what the row's own doc comment says.
pub(super) fn documentation(row: &Row<'_>, follows_own_docs: bool) -> String {
    let code = match &row.code {
        Code::Int(code) => code.to_string(),
        Code::Str(code) => code.clone(),
    };
    let mut docs = String::from(if follows_own_docs { "\n\n" } else { "" });
    for (index, meaning) in row.meanings.iter().enumerate() {
        docs.push_str(if index == 0 { "" } else { "\n\n" });
        push_code_span(&mut docs, &code);
        if let Some(symbol) = &meaning.symbol {
            docs.push(' ');
            push_code_span(&mut docs, &symbol.text);
        }
        docs.push(' ');
        push_escaped(&mut docs, &meaning.message);
        if let Some(help) = &meaning.help {
            docs.push_str("\n\n");
            push_escaped(&mut docs, help);
        }
    }
    docs
}

fn push_code_span(docs: &mut String, text: &str) {
    if text.contains('`') {
        push_escaped(docs, text);
    } else {
        docs.extend(["`", text, "`"]);
    }
}

/// Vendor text with everything escaped that Markdown would take for markup, or rustdoc for quotes and dots to make
/// pretty. The colon keeps `http://` from being a bare link.
fn push_escaped(docs: &mut String, text: &str) {
    for char in text.chars() {
        if char.is_ascii_punctuation() && !matches!(char, ',' | ';' | '/' | '?' | '@' | '$' | '%' | '^' | '=')
        {
            docs.push('\\');
        }
        docs.push(char);
    }
}

/// What finds the variant in rustdoc's search beside its name: the code and every symbol. rustdoc rejects an
/// alias that repeats the name, has quotes, or starts or ends with a blank.
pub(super) fn row_aliases(row: &Row<'_>) -> Vec<String> {
    let code = match &row.code {
        Code::Int(code) => code.to_string(),
        Code::Str(code) => code.clone(),
    };
    let symbols = row.meanings.iter().filter_map(|meaning| meaning.symbol.as_ref());
    let mut aliases: Vec<String> = Vec::new();
    for alias in std::iter::once(code).chain(symbols.map(|symbol| symbol.text.clone())) {
        let is_allowed = !alias.is_empty()
            && alias.trim() == alias
            && !alias
                .contains(|char: char| matches!(char, '"' | '\'') || char.is_whitespace() && char != ' ')
            && alias != row.meanings[0].name_text();
        if is_allowed && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases
}
