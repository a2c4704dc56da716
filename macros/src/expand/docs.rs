//! The documentation of a variant, from what its row says; and what rustdoc's search finds it by.

use crate::model::{Catalog, Code, Meaning, Row};
use error_catalog_syntax::ast::{Attribute, Value};
use error_catalog_syntax::names::is_language;

pub(super) fn is_doc(attribute: &Attribute) -> bool {
    attribute.body.clone().into_iter().next().is_some_and(|path| path.to_string() == "doc")
}

/// What the documentation says of a catalog's columns: the texts, and the advice. Of messages in other languages it has
/// one, the English if there is, for those who do not read the vendor's; thirty would be noise, and slow to check.
pub(super) struct Documented {
    columns: Vec<Item>,
}

/// What is shown of a column: an item of a list, each on a line of its own.
struct Item {
    /// The number of the column.
    column: usize,
    /// What stands before the value.
    label: String,
    /// The item of a meaning that does not give the column; empty where there is nothing to show.
    default: String,
}

impl Documented {
    pub(super) fn of(catalog: &Catalog<'_>) -> Self {
        let languages = || catalog.columns.iter().map(|column| &column.key).filter(|name| is_language(name));
        let language = languages().find(|name| *name == "en").or_else(|| languages().next());
        let shown = catalog.columns.iter().enumerate().filter(|(_, column)| {
            let is_other_language = is_language(&column.key) && Some(&column.key) != language;
            column.is_text && !is_other_language || column.key == "retry"
        });
        let columns = shown.map(|(index, column)| {
            let label = format!("\n- `{}`: ", column.key);
            let default = column.default.map(|value| item(&label, value)).unwrap_or_default();
            Item { column: index, label, default }
        });
        Self { columns: columns.collect() }
    }

    fn push(&self, docs: &mut String, meaning: &Meaning<'_>) {
        let start = docs.len();
        for Item { column, label, default } in &self.columns {
            match meaning.values[*column] {
                Some(value) => docs.push_str(&item(label, value)),
                None => docs.push_str(default),
            }
        }
        if docs.len() > start {
            docs.insert(start, '\n');
        }
    }
}

fn item(label: &str, value: &Value) -> String {
    let mut item = String::from(label);
    match &value.text {
        Some(text) if text.is_empty() => item.clear(),
        Some(text) => push_escaped(&mut item, text),
        None => push_code_span(&mut item, &source(value)),
    }
    item
}

/// An expression as it is written, or nearly: `proc_macro2` on its own puts blanks between all tokens.
fn source(value: &Value) -> String {
    let source = value.tokens.to_string();
    source.replace(" :: ", "::").replace(" (", "(").replace(['\n', '`'], " ")
}

/// Code, symbol, message, help and columns of each meaning, after what the row's own doc comment says.
pub(super) fn documentation(row: &Row<'_>, documented: &Documented, follows_own_docs: bool) -> String {
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
        documented.push(&mut docs, meaning);
    }
    docs
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

/// Vendor text with everything escaped that Markdown would take for markup, or rustdoc for quotes and dots to make
/// pretty. The colon keeps `http://` from being a bare link. A line end is a blank: what is indented behind it would be
/// code, and a test.
fn push_escaped(docs: &mut String, text: &str) {
    // By index: the macro runs unoptimised in its users' builds, where an iterator's every step is calls.
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] == b'\n' || bytes[at] == b'\r' {
            docs.push_str(&text[start..at]);
            docs.push(' ');
            start = at + 1;
        } else if is_markup(bytes[at]) {
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
