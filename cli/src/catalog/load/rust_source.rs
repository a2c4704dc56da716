//! Reads a catalog from its declaration, without compiling it.

use crate::catalog::table::{EnvelopeKeys, ErrorValue, Meaning, Row, Table};
use crate::catalog::value::CellValue;
use error_catalog::{Deprecated, Retry, Section};
use error_catalog_core::syntax::ast::{self, EnvelopePart, KeyStep, Name};
use error_catalog_core::syntax::attribute::{Deprecation, parse_deprecated};
use error_catalog_core::syntax::identifier::{name_from_code, name_from_integer, unraw};
use error_catalog_core::syntax::language::{tag, tag_of_identifier};
use error_catalog_core::syntax::literal::{self, Constant};
use error_catalog_core::syntax::sections::ranges;
use error_catalog_core::syntax::{Code, CodeFormat, Raw, RowTexts, compute, type_source};
use proc_macro2::{Ident, TokenTree};
use std::sync::OnceLock;

/// Reads a declaration that has no errors of syntax.
///
/// # Errors
///
/// Returns an error with the position of a type or code that only the compiler can evaluate.
pub(super) fn table(ast: &ast::Catalog) -> Result<Table, String> {
    let line = |span: proc_macro2::Span| span.start().line;
    let raw = Raw::of(&ast.raw).ok_or_else(|| {
        format!(
            "line {}: the type of the codes must be a primitive integer or `&'static str`",
            line(ast.name.span())
        )
    })?;
    let code = |code: &ast::CodeLiteral| {
        let span = ast::span_of(&code.tokens).unwrap_or_else(proc_macro2::Span::call_site);
        code.value().ok_or_else(|| {
            format!("line {}: a code must be a literal, because errcat does not expand macros", line(span))
        })
    };
    let statements = ast.statements();
    let success: Vec<Code> = statements
        .success
        .iter()
        .flat_map(|statement| &statement.value.codes)
        .filter_map(ast::CodeLiteral::value)
        .collect();
    let texts = |statements: &[&ast::Statement<ast::Text>]| {
        statements.first().map(|statement| leak(&statement.value.value))
    };
    let lang = texts(&statements.lang).map(|lang| tag(lang).map_or(lang, |tag| leak(&tag)));
    let sections: Vec<Section> =
        (0..ast.sections.len()).map(|index| section(&ast.sections, index, lang)).collect();
    let sections: &'static [Section] = sections.leak();
    let display = statements.display.first();
    let display = display.and_then(|display| CodeFormat::parse(&display.value.value, raw).ok());
    let mut rows = Vec::with_capacity(ast.rows.len());
    for row in &ast.rows {
        let code = code(&row.code)?;
        let meanings = row.meanings.iter();
        let meanings = meanings.enumerate().map(|(index, meaning)| {
            let message = row.message(index).map(|message| leak(&message.value));
            self::meaning(&statements.columns, meaning, message, &code, display.as_ref())
        });
        let meanings = meanings.collect();
        let former = row.meanings.iter().flat_map(|meaning| &meaning.former);
        let former_symbols = row.meanings.iter().flat_map(|meaning| &meaning.former_symbols);
        rows.push(Row {
            success: success.contains(&code),
            deprecated: row.attrs.iter().find_map(deprecated),
            section: row.section.map(|section| &sections[section]),
            meanings,
            former: former.map(|name| leak(&unraw(name))).collect(),
            former_symbols: former_symbols.map(|symbol| leak(&symbol.text)).collect(),
            code: code.into(),
            printed: None,
        });
    }
    let columns: Vec<&'static str> =
        statements.columns.iter().map(|column| leak(&unraw(&column.name))).collect();
    let translations = statements.columns.iter().enumerate().filter(|(_, column)| column.is_translation);
    let translations: Vec<_> = translations.map(|(index, column)| (leak_tag(&column.name), index)).collect();
    let reserved = statements.reserved.iter().flat_map(|statement| &statement.value.ranges);
    let is_published = !statements.baseline.is_empty();
    rows.sort_by_cached_key(|row| row.code.to_code());
    let mut table = Table {
        name: leak(&unraw(&ast.name)),
        title: texts(&statements.title),
        source: texts(&statements.source),
        lang,
        languages: lang.into_iter().chain(translations.iter().map(|(tag, _)| *tag)).collect(),
        translations: translations.leak(),
        raw: match raw {
            Raw::Int(int) => int.name,
            Raw::Str => "&'static str",
        },
        display: None,
        columns: columns.leak(),
        column_types: Some(statements.columns.iter().map(|column| type_source(&column.ty)).collect()),
        exhaustive: !statements.exhaustive.is_empty(),
        unknown: statements.unknown.first().map(|unknown| leak(&unraw(&unknown.value))),
        error_type: statements.error_type.first().map(|it| leak(&unraw(&it.value.name))),
        sections,
        rows,
        retired: reserved.filter(|_| is_published).filter_map(ast::Range::values).collect(),
        envelope: envelope(&statements.envelope),
        index: OnceLock::new(),
    };
    if let Some(display) = statements.display.first() {
        let in_line = |error| format!("line {}: {error}", line(display.value.span));
        table.set_display(Some(leak(&display.value.value))).map_err(in_line)?;
    }
    Ok(table)
}

/// Leaks a text, because catalogs live until the process ends.
pub(super) fn leak(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// Returns the tag of a language that is written as an identifier. Returns the identifier itself if it is not one, because
/// the declaration is not checked.
fn leak_tag(lang: &Ident) -> &'static str {
    let written = unraw(lang);
    leak(&tag_of_identifier(&written).unwrap_or(written))
}

fn section(sections: &[ast::Section], index: usize, lang: Option<&'static str>) -> Section {
    let section = &sections[index];
    let titles: Vec<_> =
        section.titles.iter().map(|title| (leak_tag(&title.lang), leak(&title.text.value))).collect();
    let of = Section::new(leak(&unraw(&section.name)), leak(&section.title.value))
        .with_titles(lang.unwrap_or_default(), titles.leak());
    if let Some(prefix) = &section.prefix {
        return of.with_prefix(leak(&prefix.value));
    }
    with_ranges(of, ranges(sections, index))
}

/// Adds ranges to a section, each given by its first and last code. Leaves out a range whose ends have different types.
pub(super) fn with_ranges(section: Section, ranges: impl IntoIterator<Item = (Code, Code)>) -> Section {
    let (mut integers, mut strings) = (Vec::new(), Vec::new());
    for range in ranges {
        match range {
            (Code::Int(first), Code::Int(last)) => integers.push((first, last)),
            (Code::Str(first), Code::Str(last)) => strings.push((leak(&first), leak(&last))),
            _ => {}
        }
    }
    if strings.is_empty() {
        section.with_integers(integers.leak())
    } else {
        section.with_strings(strings.leak())
    }
}

fn meaning(
    columns: &[&ast::Column],
    meaning: &ast::Meaning,
    message: Option<&'static str>,
    code: &Code,
    display: Option<&CodeFormat>,
) -> Meaning {
    let value = |key: &str| meaning.fields.iter().find(|field| field.key == key).map(|field| &field.value);
    let text = |key| value(key).and_then(|value| value.text.as_deref());
    let symbol = meaning.symbol.as_ref().map(|symbol| symbol.text.as_str()).or_else(|| text("symbol"));
    let name = match (&meaning.name, code) {
        (Name::Given(name), _) => unraw(name),
        (Name::Unnamed(_), Code::Int(code)) => name_from_integer(*code),
        (Name::Unnamed(_), Code::Str(code)) => name_from_code(code).unwrap_or_else(|| "_".to_owned()),
    };
    let printed = display.map_or_else(|| code.text(), |display| display.print(code, &name, symbol).into());
    let texts = RowTexts { code: &printed, name: &name, symbol };
    let columns = columns.iter().map(|column| match (value(&unraw(&column.name)), &column.default) {
        (Some(value), _) => to_cell_value(value),
        // A value that only the compiler can evaluate, such as `include_str!`, is shown as it is written.
        (None, Some(default)) => {
            compute(default, texts).map_or_else(|| to_cell_value(default), |it| to_cell_value(&it.value))
        }
        (None, None) => CellValue::Nothing,
    });
    let columns: Vec<CellValue> = columns.collect();
    let name = leak(&name);
    let source = meaning.source();
    let is_source = |value: &ast::ErrorValue| source.is_some_and(|source| std::ptr::eq(source, value));
    let values = meaning.values.iter().filter(|value| !is_source(value));
    Meaning {
        name,
        symbol: symbol.map(leak),
        message: message.unwrap_or(name),
        help: text("help").map(leak),
        columns,
        is_template: meaning.value_braces.is_some(),
        values: values.map(error_value).collect::<Vec<_>>().leak(),
        error_source: source.map(error_value),
    }
}

fn error_value(value: &ast::ErrorValue) -> ErrorValue {
    ErrorValue { name: leak(&unraw(&value.name)), type_name: leak(&type_source(&value.ty)) }
}

/// Reads a value of a column. An expression that only the compiler can evaluate is kept as source text.
fn to_cell_value(value: &ast::Value) -> CellValue {
    if let Some(text) = &value.text {
        return CellValue::Text(leak(text));
    }
    let tokens: Vec<TokenTree> = value.tokens.clone().into_iter().collect();
    let other = || CellValue::Other(value.tokens.to_string());
    let number = |literal: &proc_macro2::Literal, is_negative: bool| {
        if let Constant::Integer(integer) = Constant::of(literal) {
            integer.value().map(|value| CellValue::Integer(if is_negative { -value } else { value }))
        } else {
            let text = literal.to_string().replace('_', "");
            let float: f64 = text.trim_end_matches("f64").trim_end_matches("f32").parse().ok()?;
            Some(CellValue::Float(if is_negative { -float } else { float }))
        }
    };
    match tokens.as_slice() {
        [TokenTree::Ident(name), TokenTree::Punct(bang), TokenTree::Group(arguments)]
            if bang.as_char() == '!' =>
        {
            CellValue::Other(format!("{name}!{arguments}"))
        }
        [TokenTree::Ident(word)] if word == "true" => CellValue::Bool(true),
        [TokenTree::Ident(word)] if word == "false" => CellValue::Bool(false),
        [TokenTree::Ident(word)] if word == "None" => CellValue::Nothing,
        [TokenTree::Literal(literal)] => number(literal, false).unwrap_or_else(other),
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => {
            number(literal, true).unwrap_or_else(other)
        }
        [TokenTree::Ident(word), TokenTree::Group(group)] if word == "Some" => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            match inner.as_slice() {
                [TokenTree::Literal(text)] => {
                    literal::read(text).map_or_else(other, |text| CellValue::Text(leak(&text)))
                }
                _ => other(),
            }
        }
        [.., TokenTree::Ident(word)] => advice(&word.to_string(), None).map_or_else(other, CellValue::Retry),
        [.., TokenTree::Ident(word), TokenTree::Group(group)] => {
            let times = group.stream().to_string().parse().ok();
            advice(&word.to_string(), times).map_or_else(other, CellValue::Retry)
        }
        _ => other(),
    }
}

/// Returns the advice with this name, as Rust or an export spells it.
pub(super) fn advice(name: &str, times: Option<u8>) -> Option<Retry> {
    Some(match (name, times) {
        ("Never" | "never", None) => Retry::Never,
        ("Allowed" | "allowed", None) => Retry::Allowed,
        ("Later" | "later", None) => Retry::Later,
        ("AfterRenewal" | "after_renewal", None) => Retry::AfterRenewal,
        ("UpTo" | "up_to", Some(times)) => Retry::UpTo(times),
        _ => return None,
    })
}

/// Reads the keys of replies: the last key of each path of `envelope`.
fn envelope(statements: &[&ast::Statement<Vec<ast::EnvelopeKey>>]) -> Option<EnvelopeKeys> {
    let keys = |part| {
        let keys = statements.iter().flat_map(|statement| &statement.value);
        let paths = keys.filter(move |key| key.part == part).flat_map(|key| &key.paths);
        paths.filter_map(|path| match path.steps.last()? {
            KeyStep::Key(key) => Some(leak(&key.value)),
            _ => None,
        })
    };
    let mut siblings: Vec<&'static str> = keys(EnvelopePart::Text).collect();
    if siblings.is_empty() {
        siblings.push("errmsg");
    }
    siblings.extend(keys(EnvelopePart::Request));
    EnvelopeKeys::new(keys(EnvelopePart::Code).next()?, siblings)
}

fn deprecated(attribute: &ast::Attribute) -> Option<&'static Deprecated> {
    let Deprecation { since, note } = parse_deprecated(&attribute.meta)?;
    let [since, note] = [since, note].map(|text| text.map(|text| leak(&text.value)));
    Some(Box::leak(Box::new(Deprecated::new(since, note))))
}
