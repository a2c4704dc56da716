//! The rules of a catalog, one function a rule, a file a family of rules. Every breach is reported at the token that is
//! wrong; the rows that can be kept go on to `expand`.

mod attributes;
mod baseline;
mod codes;
mod columns;
mod envelope;
pub(crate) mod limits;
mod names;
mod sections;
mod statements;
mod symbols;
mod texts;

use crate::Report;
use crate::model::{Catalog, Code, Column, Deprecated, Meaning, Raw, Row, Section};
use crate::order::sort;
use crate::syntax::ast;
use crate::syntax::names::unraw;
use attributes::{OfTheEnum, attributes_of_the_enum, columns_are_not_conditional, deprecated, keeps_the_row};
use codes::{Codes, codes_are_not_reserved, codes_are_unique, raw_type};
use columns::{columns, fields};
use envelope::envelope;
use limits::the_catalog_is_within_limits;
use names::{former_names, former_names_are_free, names_are_unique, stand_ins, variant_name};
use proc_macro2::{Ident, TokenStream};
use sections::{
    codes_are_in_their_sections, sections_are_distinct, sections_have_rows, titles_are_told_once_a_language,
};
use statements::{
    absence_is_declared_once, once, statement_text, success_codes, success_codes_have_rows,
    the_catalog_has_rows,
};
use std::collections::HashMap;
use symbols::{shared_symbols_are_shared, symbols_are_unique};
use texts::{text_is_clean, word_is_clean};

pub(crate) fn catalog<'a>(
    ast: &'a ast::Catalog,
    runtime: &'a TokenStream,
    report: &mut Report,
) -> Catalog<'a> {
    // What a row that could not be read has declared is unknown: "nothing declares this" would be a guess.
    let every_row_was_read = report.is_empty();
    let codes = Codes { catalog: &ast.name, raw: raw_type(ast, report) };
    word_is_clean("the name of the catalog", &unraw(&ast.name), ast.name.span(), report);
    let OfTheEnum { attrs, conditions } = attributes_of_the_enum(&ast.attrs, report);
    let statements = ast.statements();
    columns_are_not_conditional(&statements.columns, report);
    let mut columns = columns(ast, report);
    let mut drafts: Vec<Draft<'_>> =
        ast.rows.iter().filter_map(|row| draft(row, &codes, &columns, report)).collect();

    let (mut shared, mut reserved) = (Vec::new(), Vec::new());
    for statement in &statements.shared_symbols {
        shared.extend(&statement.value);
    }
    for statement in &statements.reserved {
        reserved.extend(&statement.value);
    }
    codes_are_unique(&mut drafts, report);
    names_are_unique(&mut drafts, &columns, report);
    former_names_are_free(&mut drafts, &columns, report);
    symbols_are_unique(&drafts, &shared, report);
    codes_are_not_reserved(&drafts, &reserved, &codes, report);
    sections_are_distinct(&ast.sections, &codes, report);
    codes_are_in_their_sections(&drafts, &ast.sections, &codes, report);
    let success = once(&statements.success, report);
    let success_if_absent = success.is_some_and(|success| absence_is_declared_once(success, report));
    let success = success.map(|success| success.codes.as_slice()).unwrap_or_default();
    let success = success_codes(success, &codes, report);
    if every_row_was_read {
        the_catalog_has_rows(ast, report);
        sections_have_rows(ast, report);
        shared_symbols_are_shared(&drafts, &shared, report);
        success_codes_have_rows(&success, &drafts, &codes, report);
    }
    titles_are_told_once_a_language(&ast.sections, report);
    let baseline = baseline::what_is_published_is_kept(
        ast,
        &drafts,
        &codes,
        &reserved,
        &success,
        every_row_was_read,
        report,
    );
    let title = statement_text("the title", &statements.title, report);
    let source = statement_text("the source", &statements.source, report);
    let lang = statement_text("the language", &statements.lang, report);
    let envelope = envelope(&statements.envelope, success_if_absent, report);
    let exhaustive = once(&statements.exhaustive, report).is_some();
    let sections = ast.sections.iter().map(|section| Section {
        name: unraw(&section.name),
        title: &section.title.value,
        titles: section.titles.iter().map(|title| (unraw(&title.lang), title.text.value.as_str())).collect(),
        // `sections_are_distinct` has reported a range that is wrong.
        range: section.range.as_ref().and_then(|range| codes.range(range, &mut Report::default())),
    });

    let stand_ins = stand_ins(&drafts, &columns, &ast.unread_names);
    let mut is_success: HashMap<&Code, usize> = HashMap::new();
    for (index, (code, _)) in success.iter().enumerate() {
        is_success.insert(code, index);
    }
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    sort(&mut order, &|a, b| drafts[a].code.cmp(&drafts[b].code));
    let mut drafts: Vec<Option<Draft<'_>>> = drafts.into_iter().map(Some).collect();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for index in order {
        rows.extend(
            drafts[index].take().filter(|draft| draft.keep).and_then(|draft| draft.into_row(&is_success)),
        );
    }
    the_catalog_is_within_limits(&ast.name, &rows, &columns, report);
    if rows.is_empty() {
        columns.retain(|column| column.is_text || column.default.is_some());
        rows.push(placeholder(&codes, columns.len()));
    }
    Catalog {
        runtime,
        attrs,
        conditions,
        vis: &ast.vis,
        name: &ast.name,
        raw: codes.raw,
        title,
        source,
        lang,
        baseline: baseline.as_ref().map(|kept| kept.path),
        retired: baseline.map_or_else(Vec::new, |kept| kept.reserved),
        envelope,
        exhaustive,
        columns,
        sections: sections.collect(),
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
    deprecated: Option<Deprecated>,
    meanings: Vec<Meaning<'a>>,
    /// Whether the row can be part of the enum in spite of what was reported about it.
    keep: bool,
    /// Whether it repeats the code and the name of an earlier row: one mistake, and not one a rule.
    is_copy: bool,
}

impl<'a> Draft<'a> {
    fn into_row(self, is_success: &HashMap<&Code, usize>) -> Option<Row<'a>> {
        let code = self.code?;
        Some(Row {
            attrs: self.attrs,
            success: is_success.contains_key(&code),
            code,
            deprecated: self.deprecated,
            section: self.written.section,
            meanings: self.meanings,
        })
    }

    /// The row's name, for messages about it.
    pub(super) fn name(&self) -> &Ident {
        &self.meanings[0].name
    }
}

fn draft<'a>(
    written: &'a ast::Row,
    codes: &Codes<'_>,
    columns: &[Column<'a>],
    report: &mut Report,
) -> Option<Draft<'a>> {
    let attrs: Vec<_> = written.attrs.iter().filter(|attribute| keeps_the_row(attribute, report)).collect();
    let deprecated = attrs.iter().find_map(|attribute| deprecated(attribute, report));
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
            former: former_names(meaning, report),
            symbol: fields.symbol,
            message: meaning.message.value.clone(),
            help: fields.help,
            values: fields.values,
        });
    }
    (!meanings.is_empty()).then_some(Draft {
        written,
        attrs,
        code,
        deprecated,
        meanings,
        keep,
        is_copy: false,
    })
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
            former: Vec::new(),
            symbol: None,
            message: String::new(),
            help: None,
            values: vec![None; columns],
        }],
    }
}
