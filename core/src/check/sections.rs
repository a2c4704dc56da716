//! The sections: each is declared once, has rows and titles, and contains the codes of its rows.

use super::Draft;
use super::codes::{Codes, Ranges};
use super::texts::{check_text, check_word};
use crate::Report;
use crate::model::{Code, Raw};
use crate::syntax::ast;
use crate::syntax::names::unraw;
use std::collections::HashMap;

pub(super) fn check_distinct_sections(sections: &[ast::Section], codes: &Codes<'_>, report: &mut Report) {
    let names: Vec<String> = sections.iter().map(|section| unraw(&section.name)).collect();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut ranges = Ranges::default();
    for (number, section) in sections.iter().enumerate() {
        let name = names[number].as_str();
        check_word("the name of the section", name, section.name.span(), report);
        if let Some(first) = numbers.insert(name, number) {
            let first = &sections[first].name;
            let message = format!("section `{}` is declared twice: move the rows into one", section.name);
            report.error(section.name.span(), message);
            report.error(first.span(), format!("section `{first}` is first declared here"));
        }
        let Some((first, last)) = bounds(section, codes, report) else { continue };
        if let Some((_, _, other)) = ranges.overlapping(&first, &last) {
            let message = format!(
                "section `{} overlaps section `{}: a code belongs to one section",
                section_source(section, codes),
                section_source(&sections[other], codes),
            );
            match (&section.range, &section.prefix) {
                (None, Some(prefix)) => report.error(prefix.span, message),
                (range, _) => report.error_at(range.as_ref().map(|range| &range.tokens), message),
            }
        }
        ranges.insert(first, last, number);
    }
}

/// Returns the first and the last code that can belong to the section, and reports a wrong range or prefix.
fn bounds(section: &ast::Section, codes: &Codes<'_>, report: &mut Report) -> Option<(Code, Code)> {
    let Some(prefix) = &section.prefix else { return codes.range(section.range.as_ref()?, report) };
    if codes.raw != Raw::Str {
        let message = format!(
            "the codes of `{}` are integers, which have no prefix: write the range of the section, as in `1..=99`",
            codes.catalog
        );
        report.error(prefix.span, message);
        return None;
    }
    check_text("the prefix", prefix, report);
    // No text has a greater character.
    Some((Code::Str(prefix.value.clone()), Code::Str(format!("{}{}", prefix.value, char::MAX))))
}

/// Returns the name of a section with its range or prefix.
fn section_source(section: &ast::Section, codes: &Codes<'_>) -> String {
    let range = section.range.as_ref().and_then(|range| codes.range(range, &mut Report::default()));
    match (&section.prefix, range) {
        (Some(prefix), _) => format!("{}` (prefix {:?})", section.name, prefix.value),
        (None, Some((first, last))) => format!("{}` ({first}..={last})", section.name),
        (None, None) => format!("{}`", section.name),
    }
}

pub(super) fn check_codes_in_sections(
    drafts: &[Draft<'_>],
    sections: &[ast::Section],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    // The ranges themselves are reported on by `check_distinct_sections`.
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

pub(super) fn check_section_titles(sections: &[ast::Section], report: &mut Report) {
    for section in sections {
        check_text("the title of the section", &section.title, report);
        for title in &section.titles {
            check_text("the title of the section", &title.text, report);
        }
    }
}

pub(super) fn check_sections_have_rows(ast: &ast::Catalog, report: &mut Report) {
    let mut has_rows = vec![false; ast.sections.len()];
    for section in ast.rows.iter().filter_map(|row| row.section) {
        has_rows[section] = true;
    }
    for (section, has_rows) in ast.sections.iter().zip(has_rows) {
        if !has_rows {
            let message = format!("section `{}` has no rows: give it one or remove it", section.name);
            report.error(section.name.span(), message);
        }
    }
}
