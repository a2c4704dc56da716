//! The rules of a catalog, one function a rule. Every breach is reported at the token that is wrong; the rows
//! that can be kept go on to `expand`.

use crate::model::{Catalog, Code, Column, Deprecated, Int, Meaning, Raw, Row, Section};
use error_catalog_syntax::ast::{self, Name, Statement, Text, Value};
use error_catalog_syntax::names::{is_generated, is_usable, unraw};
use error_catalog_syntax::{Report, nearest};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};

pub(crate) fn catalog<'a>(
    ast: &'a ast::Catalog,
    runtime: &'a TokenStream,
    report: &mut Report,
) -> Catalog<'a> {
    // What a row that could not be read has declared is unknown: "nothing declares this" would be a guess.
    let every_row_was_read = report.is_empty();
    let codes = Codes { catalog: &ast.name, raw: raw_type(ast, report) };
    let mut columns = columns(ast, report);
    let mut drafts: Vec<Draft<'_>> =
        ast.rows.iter().filter_map(|row| draft(row, &codes, &columns, report)).collect();

    let shared: Vec<&ast::Symbol> =
        ast.shared_symbols.iter().flat_map(|statement| &statement.value).collect();
    let reserved: Vec<&ast::Range> = ast.reserved.iter().flat_map(|statement| &statement.value).collect();
    codes_are_unique(&mut drafts, report);
    names_are_unique(&mut drafts, &columns, report);
    symbols_are_unique(&drafts, &shared, report);
    codes_are_not_reserved(&drafts, &reserved, &codes, report);
    sections_are_distinct(&ast.sections, &codes, report);
    codes_are_in_their_sections(&drafts, &ast.sections, &codes, report);
    let success = once(&ast.success, report).map(Vec::as_slice).unwrap_or_default();
    let success = success_codes(success, &codes, report);
    if every_row_was_read {
        the_catalog_has_rows(ast, report);
        sections_have_rows(ast, report);
        shared_symbols_are_shared(&drafts, &shared, report);
        success_codes_have_rows(&success, &drafts, &codes, report);
    }
    for title in ast.sections.iter().map(|section| &section.title) {
        text_is_clean("the title of the section", title, report);
    }
    let title = statement_text("the title", &ast.title, report);
    let source = statement_text("the source", &ast.source, report);
    let lang = statement_text("the language", &ast.lang, report);
    let exhaustive = once(&ast.exhaustive, report).is_some();
    let sections = ast.sections.iter();
    let sections = sections.map(|it| Section { name: unraw(&it.name), title: &it.title.value }).collect();

    let stand_ins = stand_ins(&drafts, &ast.unread_names);
    let mut rows: Vec<Row<'_>> =
        drafts.into_iter().filter(|draft| draft.keep).filter_map(|draft| draft.into_row(&success)).collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    the_catalog_is_within_limits(&ast.name, &rows, &columns, report);
    if rows.is_empty() {
        columns.retain(|column| column.is_text || column.default.is_some());
        rows.push(placeholder(&codes, columns.len()));
    }
    Catalog {
        runtime,
        attrs: attributes_of_the_enum(&ast.attrs, report),
        vis: &ast.vis,
        name: &ast.name,
        raw: codes.raw,
        title,
        source,
        lang,
        exhaustive,
        columns,
        sections,
        rows,
        stand_ins,
    }
}

/// A row on its way through the rules.
struct Draft<'a> {
    written: &'a ast::Row,
    attrs: Vec<&'a ast::Attribute>,
    /// `None` where the code as written has no value in this catalog.
    code: Option<Code>,
    meanings: Vec<Meaning<'a>>,
    /// Whether the row can be part of the enum in spite of what was reported about it.
    keep: bool,
    /// Whether it repeats the code and the name of an earlier row: one mistake, and not one a rule.
    is_copy: bool,
}

impl<'a> Draft<'a> {
    fn into_row(self, success: &[(Code, &TokenStream)]) -> Option<Row<'a>> {
        let code = self.code?;
        Some(Row {
            attrs: self.attrs,
            success: success.iter().any(|(success, _)| *success == code),
            code,
            deprecated: self.written.attrs.iter().find_map(deprecated),
            section: self.written.section,
            meanings: self.meanings,
        })
    }

    /// The row's name, for messages about it.
    fn name(&self) -> &Ident {
        &self.meanings[0].name
    }
}

fn draft<'a>(
    written: &'a ast::Row,
    codes: &Codes<'_>,
    columns: &[Column<'a>],
    report: &mut Report,
) -> Option<Draft<'a>> {
    let attrs = written.attrs.iter().filter(|attribute| keeps_the_row(attribute, report)).collect();
    let code = codes.value(&written.code, report);
    let mut keep = code.is_some();
    let mut meanings = Vec::with_capacity(written.meanings.len());
    for meaning in &written.meanings {
        let Some(name) = variant_name(&meaning.name, code.as_ref(), report) else {
            keep = false;
            continue;
        };
        text_is_clean("the message", &meaning.message, report);
        let fields = fields(meaning, &name, columns, report);
        keep &= fields.complete;
        meanings.push(Meaning {
            name,
            symbol: fields.symbol,
            message: meaning.message.value.clone(),
            help: fields.help,
            values: fields.values,
        });
    }
    (!meanings.is_empty()).then_some(Draft { written, attrs, code, meanings, keep, is_copy: false })
}

// ---- codes

/// How this catalog reads a code: by value, in its own type.
struct Codes<'a> {
    catalog: &'a Ident,
    raw: Raw,
}

impl Codes<'_> {
    fn value(&self, code: &ast::Code, report: &mut Report) -> Option<Code> {
        match (self.raw, &code.literal) {
            (Raw::Int(int), syn::Lit::Int(literal)) => self.integer(int, code, literal, report),
            (Raw::Str, syn::Lit::Str(literal)) if !code.negative && literal.suffix().is_empty() => {
                string_code(literal, report)
            }
            (Raw::Int(int), _) => {
                let message = format!(
                    "the codes of `{}` are integers (`{}`): write the number, or declare `enum {}: &'static str`",
                    self.catalog, int.name, self.catalog,
                );
                report.error_at(&code.tokens, message);
                None
            }
            (Raw::Str, _) => {
                let message = format!(
                    "the codes of `{}` are strings: write it in double quotes, or declare `enum {}: i32`",
                    self.catalog, self.catalog,
                );
                report.error_at(&code.tokens, message);
                None
            }
        }
    }

    fn integer(
        &self,
        int: Int,
        code: &ast::Code,
        literal: &syn::LitInt,
        report: &mut Report,
    ) -> Option<Code> {
        let sign = if code.negative { "-" } else { "" };
        let digits = literal.base10_digits();
        if !literal.suffix().is_empty() && literal.suffix() != int.name {
            let message = format!(
                "code `{sign}{literal}` has the suffix of another type, but the codes of `{}` are `{}`: write `{sign}{digits}`",
                self.catalog, int.name,
            );
            report.error_at(&code.tokens, message);
            return None;
        }
        let value = digits.parse::<i128>().ok().map(|value| if code.negative { -value } else { value });
        if let Some(value) = value.filter(|value| (int.min..=int.max).contains(value)) {
            return Some(Code::Int(value));
        }
        let message = if code.negative && int.min == 0 {
            format!(
                "code -{digits} is negative, but the codes of `{}` are `{}`: declare a signed type, `enum {}: {}`",
                self.catalog,
                int.name,
                self.catalog,
                int.name.replacen('u', "i", 1),
            )
        } else {
            format!(
                "code {sign}{digits} is out of range for `{}`, which holds {} to {}: declare `enum {}` with a wider type",
                int.name, int.min, int.max, self.catalog,
            )
        };
        report.error_at(&code.tokens, message);
        None
    }

    fn range(&self, range: &ast::Range, report: &mut Report) -> Option<(Code, Code)> {
        let first = self.value(&range.first, report)?;
        let last = match &range.last {
            Some(last) => self.value(last, report)?,
            None => first.clone(),
        };
        if last < first {
            let message = format!("the range {first}..={last} is backwards: write {last}..={first}");
            report.error_at(&range.tokens, message);
            return None;
        }
        Some((first, last))
    }
}

fn string_code(literal: &syn::LitStr, report: &mut Report) -> Option<Code> {
    let value = literal.value();
    let message = if value.trim().is_empty() {
        "a code cannot be empty or blank: write what the server sends".to_owned()
    } else if value.trim() != value {
        format!("code {value:?} has blanks at its ends: write {:?}", value.trim())
    } else if value.contains(char::is_control) {
        format!("code {value:?} has a control character: write what the server sends")
    } else {
        return Some(Code::Str(value));
    };
    report.error(literal.span(), message);
    None
}

fn raw_type(ast: &ast::Catalog, report: &mut Report) -> Raw {
    let written = ast.raw.to_token_stream().to_string().replace(' ', "");
    if let Some(int) = Raw::INTS.into_iter().find(|int| int.name == written) {
        return Raw::Int(int);
    }
    if written == "&'staticstr" {
        return Raw::Str;
    }
    let ints = Raw::INTS.map(|int| format!("`{}`", int.name)).join(", ");
    let message = format!(
        "codes cannot be `{}`: the supported types are {ints} and `&'static str`",
        ast.raw.to_token_stream().to_string().replace("& ", "&"),
    );
    report.push(syn::Error::new_spanned(&ast.raw, message));
    // Carry on with the type that the first row looks like, so that the rows are checked all the same.
    match ast.rows.first().map(|row| &row.code.literal) {
        Some(syn::Lit::Str(_)) => Raw::Str,
        _ => Raw::Int(Int { name: "i64", ..Raw::INTS[3] }),
    }
}

fn codes_are_unique(drafts: &mut [Draft<'_>], report: &mut Report) {
    let mut first_use: HashMap<Code, usize> = HashMap::new();
    let mut first_reported = HashSet::new();
    for index in 0..drafts.len() {
        let Some(code) = drafts[index].code.clone() else { continue };
        let Some(&first) = first_use.get(&code) else {
            first_use.insert(code, index);
            continue;
        };
        let earlier = drafts[first].name().clone();
        drafts[index].keep = false;
        drafts[index].is_copy = *drafts[index].name() == earlier;
        let message = format!(
            "code {code} is already used by `{earlier}`; if the vendor really shares it, join the rows with `or`"
        );
        report.error_at(&drafts[index].written.code.tokens, message);
        if first_reported.insert(first) {
            report.error_at(&drafts[first].written.code.tokens, format!("code {code} is first used here"));
        }
    }
}

fn codes_are_not_reserved(
    drafts: &[Draft<'_>],
    reserved: &[&ast::Range],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    let reserved: Vec<_> = reserved
        .iter()
        .filter_map(|range| codes.range(range, report).map(|values| (values, &range.tokens)))
        .collect();
    for (index, ((first, last), tokens)) in reserved.iter().enumerate() {
        if reserved[..index].iter().any(|((a, b), _)| first <= b && a <= last) {
            let what = if first == last { format!("{first}") } else { format!("{first}..={last}") };
            report.error_at(tokens, format!("{what} is reserved already: remove what is reserved twice"));
        }
    }
    for draft in drafts {
        let Some(code) = &draft.code else { continue };
        if reserved.iter().any(|((first, last), _)| (first..=last).contains(&code)) {
            let message =
                format!("code {code} is reserved: give `{}` another, or end the reservation", draft.name());
            report.error_at(&draft.written.code.tokens, message);
        }
    }
}

// ---- sections

fn sections_are_distinct(sections: &[ast::Section], codes: &Codes<'_>, report: &mut Report) {
    let mut names: HashMap<String, &Ident> = HashMap::new();
    let mut ranges: Vec<(Code, Code, &Ident)> = Vec::new();
    for section in sections {
        if let Some(first) = names.insert(unraw(&section.name), &section.name) {
            let message = format!("section `{}` is declared twice: move the rows into one", section.name);
            report.error(section.name.span(), message);
            report.error(first.span(), format!("section `{first}` is first declared here"));
        }
        let Some(range) = &section.range else { continue };
        let Some((first, last)) = codes.range(range, report) else { continue };
        if let Some((a, b, other)) = ranges.iter().find(|(a, b, _)| first <= *b && *a <= last) {
            let message = format!(
                "section `{}` ({first}..={last}) overlaps section `{other}` ({a}..={b}): a code belongs to one section",
                section.name,
            );
            report.error_at(&range.tokens, message);
        }
        ranges.push((first, last, &section.name));
    }
}

fn codes_are_in_their_sections(
    drafts: &[Draft<'_>],
    sections: &[ast::Section],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    // The ranges themselves are reported on by `sections_are_distinct`.
    let quiet = &mut Report::default();
    let ranges: Vec<_> = sections
        .iter()
        .map(|section| section.range.as_ref().and_then(|range| codes.range(range, quiet)))
        .collect();
    for draft in drafts {
        let (Some(section), Some(code)) = (draft.written.section, &draft.code) else { continue };
        let Some((first, last)) = &ranges[section] else { continue };
        if !(first..=last).contains(&code) {
            let message = format!(
                "code {code} is outside section `{}`, which holds {first}..={last}: move the row or widen the range",
                sections[section].name,
            );
            report.error_at(&draft.written.code.tokens, message);
        }
    }
}

fn sections_have_rows(ast: &ast::Catalog, report: &mut Report) {
    for (index, section) in ast.sections.iter().enumerate() {
        if !ast.rows.iter().any(|row| row.section == Some(index)) {
            let message = format!("section `{}` has no rows: give it one or remove it", section.name);
            report.error(section.name.span(), message);
        }
    }
}

// ---- names

fn variant_name(name: &Name, code: Option<&Code>, report: &mut Report) -> Option<Ident> {
    match name {
        Name::Given(ident) => {
            let text = ident.to_string();
            if !is_usable(&text) {
                let message =
                    format!("`{text}` is a keyword of Rust and cannot name a variant: choose another name");
                report.error(ident.span(), message);
                return None;
            }
            if is_generated(text.strip_prefix("r#").unwrap_or(&text)) {
                let message = format!("`{text}` is what every catalog has already: choose another name");
                report.error(ident.span(), message);
                return None;
            }
            Some(ident.clone())
        }
        Name::Unnamed(span) => match code? {
            Code::Int(code) if *code >= 0 => Some(Ident::new(&format!("E{code}"), *span)),
            Code::Int(_) => {
                report.error(
                    *span,
                    "`_` names a variant after its code, which a minus rules out: write a name",
                );
                None
            }
            Code::Str(_) => {
                report.error(
                    *span,
                    "`_` names a variant after its number, and a string code has none: write a name",
                );
                None
            }
        },
    }
}

fn names_are_unique(drafts: &mut [Draft<'_>], columns: &[Column<'_>], report: &mut Report) {
    // A column is an accessor on the enum, so it takes its name too.
    let mut first_use: HashMap<String, Span> =
        columns.iter().map(|column| (column.key.clone(), column.name.span())).collect();
    let mut first_reported = HashSet::new();
    for draft in drafts.iter_mut().filter(|draft| !draft.is_copy) {
        let mut is_row_itself = true;
        draft.meanings.retain(|meaning| {
            let is_row = std::mem::take(&mut is_row_itself);
            let name = meaning.name_text();
            let Some(first) = first_use.get(&name) else {
                first_use.insert(name, meaning.name.span());
                return true;
            };
            let message = format!("the name `{name}` is used already: rename one of the two");
            report.error(meaning.name.span(), message);
            if first_reported.insert(name.clone()) {
                report.error(*first, format!("the name `{name}` is first used here"));
            }
            draft.keep &= !is_row;
            is_row
        });
    }
}

/// The names of rows that do not become variants, less those that another row declares.
fn stand_ins(drafts: &[Draft<'_>], unread: &[Ident]) -> Vec<Ident> {
    let (kept, dropped): (Vec<_>, Vec<_>) = drafts.iter().partition(|draft| draft.keep);
    let names = |drafts: &[&Draft<'_>]| -> Vec<Ident> {
        drafts.iter().flat_map(|draft| draft.meanings.iter().map(|meaning| meaning.name.clone())).collect()
    };
    let mut taken: HashSet<String> = names(&kept).iter().map(unraw).collect();
    let mut stand_ins = names(&dropped);
    stand_ins.extend(unread.iter().cloned());
    stand_ins.retain(|name| {
        let text = unraw(name);
        is_usable(&name.to_string()) && !is_generated(&text) && taken.insert(text)
    });
    stand_ins
}

// ---- symbols

fn symbols<'a>(drafts: &'a [Draft<'_>]) -> impl Iterator<Item = (&'a ast::Symbol, &'a Ident)> {
    let meanings = drafts.iter().filter(|draft| !draft.is_copy).flat_map(|draft| &draft.meanings);
    meanings.filter_map(|meaning| meaning.symbol.as_ref().map(|symbol| (symbol, &meaning.name)))
}

fn symbols_are_unique(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    let mut first_use: HashMap<&str, (&ast::Symbol, &Ident)> = HashMap::new();
    let mut first_reported = HashSet::new();
    for (symbol, name) in symbols(drafts) {
        let text = symbol.text.as_str();
        let Some((first, earlier)) = first_use.get(text) else {
            first_use.insert(text, (symbol, name));
            continue;
        };
        if shared.iter().any(|shared| shared.text == text) {
            continue;
        }
        let message = format!(
            "symbol `{text}` is already that of `{earlier}`; if the vendor really shares it, declare `shared symbol {};`",
            declared(text),
        );
        report.error(symbol.span, message);
        if first_reported.insert(text) {
            report.error(first.span, format!("symbol `{text}` is first used here"));
        }
    }
}

/// A symbol as the `shared symbol` statement takes it.
fn declared(symbol: &str) -> String {
    if syn::parse_str::<Ident>(symbol).is_ok() { symbol.to_owned() } else { format!("{symbol:?}") }
}

fn shared_symbols_are_shared(drafts: &[Draft<'_>], shared: &[&ast::Symbol], report: &mut Report) {
    for (index, symbol) in shared.iter().enumerate() {
        let text = &symbol.text;
        if shared[..index].iter().any(|earlier| earlier.text == *text) {
            report.error(symbol.span, format!("symbol `{text}` is declared shared twice: keep one"));
            continue;
        }
        let users: Vec<_> = symbols(drafts).filter(|(used, _)| used.text == *text).collect();
        let holders = match users.as_slice() {
            [] => "no row has".to_owned(),
            [(_, name)] => format!("only `{name}` has"),
            _ => continue,
        };
        let message =
            format!("{holders} the symbol `{text}`, so it is not shared: remove it from `shared symbol`");
        report.error(symbol.span, message);
    }
}

// ---- statements

/// The one statement of its kind. All but the first are reported.
fn once<'a, T>(statements: &'a [Statement<T>], report: &mut Report) -> Option<&'a T> {
    let (first, others) = statements.split_first()?;
    for other in others {
        let keyword = &other.keyword;
        report.error(keyword.span(), format!("`{keyword}` is given already: keep one"));
    }
    if !others.is_empty() {
        let keyword = &first.keyword;
        report.error(keyword.span(), format!("`{keyword}` is first given here"));
    }
    Some(&first.value)
}

fn statement_text<'a>(what: &str, statements: &'a [Statement<Text>], report: &mut Report) -> Option<&'a str> {
    let text = once(statements, report)?;
    text_is_clean(what, text, report);
    Some(&text.value)
}

fn success_codes<'a>(
    written: &'a [ast::Code],
    codes: &Codes<'_>,
    report: &mut Report,
) -> Vec<(Code, &'a TokenStream)> {
    let mut success: Vec<(Code, &TokenStream)> = Vec::new();
    for code in written {
        let Some(value) = codes.value(code, report) else { continue };
        if success.iter().any(|(earlier, _)| *earlier == value) {
            report.error_at(&code.tokens, format!("code {value} is declared a success twice: keep one"));
        } else {
            success.push((value, &code.tokens));
        }
    }
    success
}

fn success_codes_have_rows(
    success: &[(Code, &TokenStream)],
    drafts: &[Draft<'_>],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    for (code, tokens) in success {
        if !drafts.iter().any(|draft| draft.code.as_ref() == Some(code)) {
            let catalog = codes.catalog;
            let message = format!(
                "success code {code} is no row of `{catalog}`: add `{code} => Ok \"message\"`, or remove it"
            );
            report.error_at(tokens, message);
        }
    }
}

fn the_catalog_has_rows(ast: &ast::Catalog, report: &mut Report) {
    if ast.rows.is_empty() {
        let message = format!("catalog `{}` has no rows: declare one, `40001 => Name \"message\"`", ast.name);
        report.error(ast.name.span(), message);
    }
}

// ---- texts, fields and columns

fn text_is_clean(what: &str, text: &Text, report: &mut Report) {
    let value = &text.value;
    let message = if value.trim().is_empty() {
        let remedy = if what == "the help" { "leave it out" } else { "write what the vendor says" };
        format!("{what} is empty: {remedy}")
    } else if let Some(control) = value.chars().find(|char| char.is_control() || is_invisible(*char)) {
        format!("{what} has a control character ({}): remove it", control.escape_unicode())
    } else if value.trim() != value {
        format!("{what} has blanks at its ends: write {:?}", value.trim())
    } else {
        return text_is_within_limits(what, value, text.span, report);
    };
    report.error(text.span, message);
}

fn text_is_within_limits(what: &str, text: &str, span: Span, report: &mut Report) {
    if text.len() > BYTES_OF_A_TEXT {
        let message =
            format!("{what} has {} bytes, and holds {BYTES_OF_A_TEXT} at most: shorten it", text.len());
        report.error(span, message);
    }
}

/// What changes how the text around it looks, and is not to be seen itself: zero-width and bidirectional controls.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn columns<'a>(ast: &'a ast::Catalog, report: &mut Report) -> Vec<Column<'a>> {
    let mut columns: Vec<Column<'a>> = Vec::new();
    for column in &ast.columns {
        let text = unraw(&column.name);
        let message = if columns.iter().any(|earlier| earlier.key == text) {
            format!("column `{text}` is declared already: keep one")
        } else if is_generated(&text) {
            format!("`{text}` is what every row has already: choose another name for the column")
        } else if !is_usable(&column.name.to_string()) {
            format!("`{text}` is a keyword of Rust and cannot name a column: choose another name")
        } else {
            let is_text =
                is_static_str(&column.ty) && column.default.as_ref().is_none_or(|it| it.text.is_some());
            let (attrs, name, ty) = (&column.attrs, &column.name, &column.ty);
            columns.push(Column { attrs, name, key: text, ty, is_text, default: column.default.as_ref() });
            continue;
        };
        report.error(column.name.span(), message);
    }
    let fields = ast.rows.iter().flat_map(|row| &row.meanings).flat_map(|meaning| &meaning.fields);
    let other_than_texts: HashSet<&str> =
        fields.filter(|field| field.value.text.is_none()).map(|field| field.key.as_str()).collect();
    for column in &mut columns {
        column.is_text &= !other_than_texts.contains(column.key.as_str());
        if let Some(default) = column.default.filter(|_| column.is_text) {
            column_text_is_within_limits(column, default, report);
        }
    }
    columns
}

fn column_text_is_within_limits(column: &Column<'_>, value: &Value, report: &mut Report) {
    if let Some(text) = value.text.as_ref().filter(|text| text.len() > BYTES_OF_A_TEXT) {
        text_is_within_limits(&format!("`{}`", column.key), text, value.span(), report);
    }
}

fn is_static_str(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Reference(reference)
        if reference.mutability.is_none()
            && reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static")
            && matches!(&*reference.elem, syn::Type::Path(path) if path.path.is_ident("str")))
}

struct Fields<'a> {
    symbol: Option<ast::Symbol>,
    help: Option<String>,
    values: Vec<Option<&'a Value>>,
    /// Whether every column without a default has a value.
    complete: bool,
}

fn fields<'a>(
    meaning: &'a ast::Meaning,
    name: &Ident,
    columns: &[Column<'a>],
    report: &mut Report,
) -> Fields<'a> {
    let mut fields = Fields {
        symbol: meaning.symbol.clone(),
        help: None,
        values: vec![None; columns.len()],
        complete: true,
    };
    let mut unknown = Vec::new();
    for (index, field) in meaning.fields.iter().enumerate() {
        let key = field.key.as_str();
        if meaning.fields[..index].iter().any(|earlier| earlier.key == key) {
            report.error(field.name.span(), format!("`{key}` of `{name}` is given already: keep one"));
            continue;
        }
        if let Some(column) = columns.iter().position(|column| column.key == key) {
            fields.values[column] = Some(&field.value);
            if columns[column].is_text {
                column_text_is_within_limits(&columns[column], &field.value, report);
            }
            continue;
        }
        match (key, field.value.text.clone()) {
            ("help" | "symbol", None) => {
                report.error(field.value.span(), format!("`{key}` is a string in double quotes"));
            }
            ("help", Some(help)) => {
                let text = Text { value: help, span: field.value.span() };
                text_is_clean("the help", &text, report);
                fields.help = Some(text.value);
            }
            ("symbol", Some(_)) if fields.symbol.is_some() => {
                let message = format!("`{name}` has a symbol already, before its message: keep one");
                report.error(field.name.span(), message);
            }
            ("symbol", Some(symbol)) => {
                let text = Text { value: symbol, span: field.value.span() };
                text_is_clean("the symbol", &text, report);
                fields.symbol = Some(ast::Symbol { text: text.value, span: text.span });
            }
            _ => {
                report.error(field.name.span(), unknown_field(key, columns));
                unknown.push(key);
            }
        }
    }
    for (column, value) in columns.iter().zip(&fields.values) {
        if value.is_none() && column.default.is_none() {
            fields.complete = false;
            let column = column.key.as_str();
            if unknown.iter().any(|unknown| nearest(unknown, [column]).is_some()) {
                continue;
            }
            let message = format!(
                "`{name}` has no `{column}`, which every row gives: add `{{ {column}: … }}`, or declare a default"
            );
            report.error(name.span(), message);
        }
    }
    fields
}

fn unknown_field(key: &str, columns: &[Column<'_>]) -> String {
    let known = columns.iter().map(|column| column.key.as_str()).chain(["help", "symbol"]);
    match nearest(key, known) {
        Some(nearest) => format!("there is no column `{key}`; did you mean `{nearest}`?"),
        None => format!("there is no column `{key}`: declare it with `column {key}: …;`"),
    }
}

// ---- attributes

/// What the expansion derives or implements on every catalog.
const DERIVED: [&str; 8] = ["Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Debug"];

/// The attributes that go on the enum: all but those that the expansion gives it already.
fn attributes_of_the_enum(attributes: &[syn::Attribute], report: &mut Report) -> TokenStream {
    let mut kept = TokenStream::new();
    for attribute in attributes {
        if attribute.path().is_ident("repr") {
            let message = "the type of the codes decides how the enum is represented: remove `#[repr]`";
            report.error_at(&attribute.to_token_stream(), message);
            continue;
        }
        let derives = attribute.path().is_ident("derive").then(|| {
            attribute
                .parse_args_with(syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated)
        });
        let Some(Ok(derives)) = derives else {
            attribute.to_tokens(&mut kept);
            continue;
        };
        let is_ours = |path: &&syn::Path| {
            path.segments.last().is_some_and(|it| DERIVED.iter().any(|ours| it.ident == ours))
        };
        let (ours, theirs): (Vec<_>, Vec<_>) = derives.iter().partition(is_ours);
        for path in ours {
            let name = path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
            let message = format!("every catalog is `{name}` already: remove it from the `derive`");
            report.error_at(&path.to_token_stream(), message);
        }
        if !theirs.is_empty() {
            kept.extend(quote::quote!(#[derive(#(#theirs),*)]));
        }
    }
    kept
}

/// Whether the attribute can stand on a row, which all but `#[cfg]` can.
fn keeps_the_row(attribute: &ast::Attribute, report: &mut Report) -> bool {
    let mut body = attribute.body.clone().into_iter();
    let conditional = match (body.next(), body.next()) {
        (Some(TokenTree::Ident(path)), _) if path == "cfg" => Some(path.span()),
        (Some(TokenTree::Ident(path)), Some(TokenTree::Group(group))) if path == "cfg_attr" => {
            let is_cfg = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "cfg");
            group.stream().into_iter().find(is_cfg).map(|cfg| cfg.span())
        }
        _ => None,
    };
    if let Some(span) = conditional {
        let message = "a row cannot be conditional, since the tables are built from all rows: \
                       put `#[cfg]` on the catalog";
        report.error(span, message);
    }
    conditional.is_none()
}

/// `#[deprecated]`, `#[deprecated = "note"]` or `#[deprecated(since = "…", note = "…")]`. Other forms are
/// rustc's to report.
fn deprecated(attribute: &ast::Attribute) -> Option<Deprecated> {
    let meta: syn::Meta = syn::parse2(attribute.body.clone()).ok()?;
    if !meta.path().is_ident("deprecated") {
        return None;
    }
    let mut deprecated = Deprecated::default();
    match &meta {
        syn::Meta::Path(_) => {}
        syn::Meta::NameValue(note) => {
            let note: Option<syn::LitStr> = syn::parse2(note.value.to_token_stream()).ok();
            deprecated.note = note.map(|note| note.value());
        }
        syn::Meta::List(list) => {
            let parsed = list.parse_nested_meta(|meta| {
                let text = meta.value()?.parse::<syn::LitStr>()?.value();
                if meta.path.is_ident("since") {
                    deprecated.since = Some(text);
                } else {
                    deprecated.note = Some(text);
                }
                Ok(())
            });
            parsed.ok()?;
        }
    }
    Some(deprecated)
}

/// The row of a catalog without a good one: an enum that can be named and matched has at least one variant.
fn placeholder<'a>(codes: &Codes<'_>, columns: usize) -> Row<'a> {
    Row {
        attrs: Vec::new(),
        code: match codes.raw {
            Raw::Int(_) => Code::Int(0),
            Raw::Str => Code::Str(String::new()),
        },
        success: false,
        deprecated: None,
        section: None,
        meanings: vec![Meaning {
            name: Ident::new("__Empty", codes.catalog.span()),
            symbol: None,
            message: String::new(),
            help: None,
            values: vec![None; columns],
        }],
    }
}

// ---- limits

/// So many rows and `or`s. With more, rustc takes minutes over the list of the variants.
pub(crate) const MEANINGS: usize = 100_000;

/// So many bytes of text, three bytes can number.
pub(crate) const BYTES_OF_TEXT: usize = (1 << 24) - 1;

/// What is longer is no message.
pub(crate) const BYTES_OF_A_TEXT: usize = u16::MAX as usize;

fn the_catalog_is_within_limits(name: &Ident, rows: &[Row<'_>], columns: &[Column<'_>], report: &mut Report) {
    let meanings = rows.iter().map(|row| row.meanings.len()).sum::<usize>();
    if meanings > MEANINGS {
        let message = format!(
            "catalog `{name}` has {meanings} rows and `or`s, and holds {MEANINGS} at most: split the table"
        );
        report.error(name.span(), message);
    }
    let of_columns = |meaning: &Meaning<'_>| -> usize {
        let texts = columns.iter().zip(&meaning.values).filter(|(column, _)| column.is_text);
        texts.filter_map(|(column, value)| value.or(column.default)?.text.as_ref()).map(String::len).sum()
    };
    let bytes: usize = rows
        .iter()
        .flat_map(|row| row.meanings.iter().map(move |meaning| (&row.code, meaning)))
        .map(|(code, meaning)| {
            let code = if let Code::Str(code) = code { code.len() } else { 0 };
            let symbol = meaning.symbol.as_ref().map_or(0, |symbol| symbol.text.len());
            let help = meaning.help.as_ref().map_or(0, String::len);
            code + meaning.name_text().len() + symbol + meaning.message.len() + help + of_columns(meaning)
        })
        .sum();
    if bytes > BYTES_OF_TEXT {
        let message = format!(
            "the texts of catalog `{name}` have {bytes} bytes, and it holds {BYTES_OF_TEXT} at most: split the table"
        );
        report.error(name.span(), message);
    }
}
