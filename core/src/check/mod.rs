//! The rules of a catalog: one function per rule, one file per family of rules. Each mistake is reported at the token that
//! is wrong. `expand` gets the rows without mistakes.

mod attributes;
mod baseline;
mod codes;
mod columns;
mod computed;
mod display;
mod envelope;
mod error_values;
mod given_once;
pub(crate) mod limits;
mod names;
mod sections;
mod success;
mod symbols;
mod texts;
mod translations;
mod unknown;

use crate::Report;
use crate::model::{Catalog, Code, Column, Deprecated, ErrorType, Meaning, Raw, Row, Section};
use crate::syntax::ast;
use crate::syntax::identifier::unraw;
pub(crate) use attributes::conditions;
use attributes::{EnumAttrs, check_column_attrs, check_deprecated, check_enum_attrs, check_row_attr};
use codes::{Codes, check_codes_not_reserved, check_unique_codes};
use columns::{check_columns, check_fields};
use computed::compute_values;
use display::{check_display, check_printed_codes};
use envelope::check_envelope;
use error_values::{check_error_type, check_successes_have_no_values, check_values};
use given_once::{check_given_once, check_statement_text};
use limits::{check_catalog_has_rows, check_limits};
use names::{check_former_names, check_free_former_names, check_unique_names, check_variant_name, stand_ins};
use proc_macro2::{Ident, TokenStream};
use sections::{
    check_base, check_codes_fit_base, check_codes_in_sections, check_distinct_sections,
    check_prefixes_not_repeated, check_section_titles, check_sections_have_rows,
};
use std::collections::HashSet;
use success::{check_absent, check_success_codes, check_success_codes_have_rows};
use symbols::{check_shared_symbols, check_unique_symbols};
use texts::{check_message, check_word};
use translations::{check_distinct_languages, check_language_of_messages, check_titles};
use unknown::check_unknown;

pub(crate) fn check_catalog<'a>(
    ast: &'a ast::Catalog,
    runtime: &'a TokenStream,
    report: &mut Report,
) -> Catalog<'a> {
    // A row that could not be parsed may declare anything, so checks for something missing would guess.
    let every_row_was_read = report.is_empty();
    let codes = Codes::of(ast, report);
    check_word("the name of the catalog", &unraw(&ast.name), ast.name.span(), report);
    let EnumAttrs { attrs, is_deprecated } = check_enum_attrs(&ast.attrs, report);
    let statements = ast.statements();
    check_column_attrs(&statements.columns, report);
    let (mut columns, rejected) = check_columns(ast, report);
    let error_type = check_error_type(&ast.name, &statements.error_type, report);
    let lang = statements.lang.first().map(|lang| &lang.keyword);
    let needs_message = lang.or_else(|| statements.error_type.first().map(|error_type| &error_type.keyword));
    let read =
        |row| draft_row(row, &codes, (&columns, &rejected), error_type.as_ref(), needs_message, report);
    let mut drafts: Vec<Draft<'_>> = ast.rows.iter().filter_map(read).collect();

    let shared: Vec<_> = statements.shared_symbols.iter().flat_map(|statement| &statement.value).collect();
    let reserved: Vec<_> = statements.reserved.iter().flat_map(|statement| &statement.value.ranges).collect();
    check_unique_codes(&mut drafts, report);
    check_unique_names(&mut drafts, &columns, report);
    check_free_former_names(&mut drafts, &columns, report);
    check_unique_symbols(&drafts, &shared, report);
    check_codes_not_reserved(&drafts, &statements.reserved, &codes, report);
    let ranges = check_distinct_sections(&ast.sections, &codes, report);
    check_codes_in_sections(&drafts, &ast.sections, &ranges, report);
    check_prefixes_not_repeated(&drafts, &ast.sections, report);
    if let Some(base) =
        check_given_once(&statements.base, report).filter(|base| check_base(base, &codes, report))
    {
        check_codes_fit_base(&drafts, base, &ranges, report);
    }
    let success = check_given_once(&statements.success, report);
    let success_if_absent = success.is_some_and(|success| check_absent(success, report));
    let success = success.map(|success| success.codes.as_slice()).unwrap_or_default();
    let success = check_success_codes(success, &codes, report);
    if every_row_was_read {
        check_catalog_has_rows(ast, report);
        check_sections_have_rows(ast, report);
        check_shared_symbols(&drafts, &shared, report);
        check_success_codes_have_rows(&success, &drafts, &codes, report);
    }
    check_section_titles(&ast.sections, report);
    let baseline =
        baseline::check_baseline(ast, &drafts, &codes, &reserved, &success, every_row_was_read, report);
    let title = check_statement_text("the title", &statements.title, report);
    let source = check_statement_text("the source", &statements.source, report);
    let lang = check_language_of_messages(&statements.lang, report);
    check_distinct_languages(lang.as_deref(), &columns, report);
    let envelope = check_envelope(&statements.envelope, success_if_absent, report);
    let exhaustive = check_given_once(&statements.exhaustive, report).is_some();
    let unknown =
        check_unknown(&statements.unknown, &drafts, &success, codes.catalog, every_row_was_read, report);
    let display = check_display(&statements.display, codes.raw, report);
    let titles = |section| check_titles(section, &columns, every_row_was_read, report);
    let sections = checked_sections(&ast.sections, ranges, codes.raw, titles);
    let stand_ins = stand_ins(&drafts, &columns, &ast.unread_names);
    let success: HashSet<&Code> = success.iter().map(|(code, _)| code).collect();
    check_successes_have_no_values(&success, &drafts, report);
    let kept = drafts.into_iter().filter(|draft| draft.keep);
    let mut rows: Vec<Row<'_>> = kept.filter_map(|draft| draft.into_row(&success)).collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    if let Some((text, format)) = &display {
        check_printed_codes(&mut rows, text, format, report);
    }
    compute_values(&mut rows, &columns, error_type.is_some(), report);
    check_limits(&ast.name, &rows, &columns, report);
    if rows.is_empty() {
        columns.retain(|column| column.is_text || column.default.is_some() && !column.is_computed);
        rows.push(placeholder(&codes, columns.len()));
    }
    Catalog {
        runtime,
        attrs,
        conditions: conditions(&ast.attrs),
        is_deprecated,
        vis: &ast.vis,
        name: &ast.name,
        raw: codes.raw,
        title,
        source,
        lang,
        display: display.map(|(text, format)| (text.value.as_str(), format)),
        literals: codes.literals,
        baseline: baseline.as_ref().map(|kept| kept.path),
        retired: baseline.map_or_else(Vec::new, |kept| kept.reserved),
        envelope,
        exhaustive,
        unknown,
        error_type,
        columns,
        sections,
        rows,
        stand_ins,
    }
}

/// Returns the sections with their ranges, and their titles in other languages.
fn checked_sections<'a>(
    sections: &'a [ast::Section],
    ranges: Vec<Vec<(Code, Code)>>,
    raw: Raw,
    mut titles: impl FnMut(&'a ast::Section) -> Vec<(String, &'a str)>,
) -> Vec<Section<'a>> {
    let checked = sections.iter().zip(ranges).map(|(section, ranges)| Section {
        name: unraw(&section.name),
        title: &section.title.value,
        titles: titles(section),
        ranges: if section.prefix.is_some() { Vec::new() } else { ranges },
        prefix: section.prefix.as_ref().map(|prefix| prefix.value.as_str()).filter(|_| raw == Raw::Str),
    });
    checked.collect()
}

/// A row that is being checked.
struct Draft<'a> {
    node: &'a ast::Row,
    attrs: Vec<&'a ast::Attribute>,
    /// `None` if the code has no value in this catalog.
    code: Option<Code>,
    deprecated: Option<Deprecated>,
    meanings: Vec<Meaning<'a>>,
    /// True if the row becomes a variant, possibly despite reported mistakes.
    keep: bool,
    /// True if code and name repeat those of an earlier row; only one error is reported then.
    is_copy: bool,
}

impl<'a> Draft<'a> {
    fn into_row(self, success: &HashSet<&Code>) -> Option<Row<'a>> {
        let code = self.code?;
        Some(Row {
            attrs: self.attrs,
            success: success.contains(&code),
            code,
            printed: None,
            deprecated: self.deprecated,
            section: self.node.section,
            meanings: self.meanings,
        })
    }

    /// Returns the row's name, for messages about it.
    pub(super) fn name(&self) -> &Ident {
        &self.meanings[0].name
    }
}

fn draft_row<'a>(
    node: &'a ast::Row,
    codes: &Codes<'_>,
    (columns, rejected): (&[Column<'a>], &[String]),
    error_type: Option<&ErrorType<'_>>,
    needs_message: Option<&Ident>,
    report: &mut Report,
) -> Option<Draft<'a>> {
    let attrs: Vec<_> = node.attrs.iter().filter(|attribute| check_row_attr(attribute, report)).collect();
    let deprecated = attrs.iter().find_map(|attribute| check_deprecated(attribute, report));
    let code = codes.value(&node.code, report);
    let mut keep = code.is_some();
    let mut meanings = Vec::with_capacity(node.meanings.len());
    for (index, meaning) in node.meanings.iter().enumerate() {
        let Some(name) = check_variant_name(&meaning.name, code.as_ref(), report) else {
            keep = false;
            continue;
        };
        let message = node.message(index);
        check_message(message.as_deref(), &name, needs_message, report);
        let fields = check_fields(meaning, &name, columns, rejected, report);
        keep &= fields.is_complete;
        let values =
            check_values(meaning, (codes.catalog, &name), error_type, columns, &fields.values, report);
        meanings.push(Meaning {
            name,
            former: check_former_names(meaning, report),
            symbol: fields.symbol,
            former_symbols: &meaning.former_symbols,
            message: message.map(|message| message.value.clone()).unwrap_or_default(),
            is_message_documented: meaning.message.is_none(),
            help: fields.help,
            error_values: values.values,
            templates: values.templates,
            values: fields.values,
            computed: Vec::new(),
        });
    }
    (!meanings.is_empty()).then_some(Draft { node, attrs, code, deprecated, meanings, keep, is_copy: false })
}

/// Returns a row for a catalog without valid rows, because code that matches on the enum needs a variant.
fn placeholder<'a>(codes: &Codes<'_>, columns: usize) -> Row<'a> {
    Row {
        attrs: Vec::new(),
        code: match codes.raw {
            Raw::Int(_) => Code::Int(0),
            Raw::Str => Code::Str(String::new()),
        },
        printed: None,
        success: false,
        deprecated: None,
        section: None,
        meanings: vec![Meaning {
            name: Ident::new("__Empty", codes.catalog.span()),
            former: Vec::new(),
            symbol: None,
            former_symbols: &[],
            message: String::new(),
            is_message_documented: false,
            help: None,
            error_values: Vec::new(),
            templates: Vec::new(),
            values: vec![None; columns],
            computed: Vec::new(),
        }],
    }
}
