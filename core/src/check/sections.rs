//! The sections: each is declared once, has rows and titles, and contains the codes of its rows.

use super::Draft;
use super::codes::{Codes, Ranges};
use super::texts::{check_text, check_word};
use crate::Report;
use crate::model::{Code, Raw};
use crate::syntax::identifier::unraw;
use crate::syntax::{ast, sections};
use std::collections::HashMap;

/// Checks that no section is declared twice and that none overlap. Returns the first and the last code of each range of
/// each section. Invalid ranges are left out.
pub(super) fn check_distinct_sections(
    sections: &[ast::Section],
    codes: &Codes<'_>,
    report: &mut Report,
) -> Vec<Vec<(Code, Code)>> {
    let names: Vec<String> = sections.iter().map(|section| unraw(&section.name)).collect();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut ranges = Ranges::default();
    let mut found = Vec::with_capacity(sections.len());
    for (number, section) in sections.iter().enumerate() {
        let name = names[number].as_str();
        check_word("the name of the section", name, section.name.span(), report);
        if let Some(first) = numbers.insert(name, number) {
            let first = &sections[first].name;
            let message = format!("section `{}` is declared twice: move the rows into one", section.name);
            report.error(section.name.span(), message);
            report.error(first.span(), format!("section `{first}` is first declared here"));
        }
        let bounds = check_bounds(sections, number, codes, report);
        for (index, (first, last)) in bounds.iter().enumerate() {
            if let Some((_, _, other)) = ranges.overlapping(first, last) {
                let message = if other == number {
                    format!("the ranges of section `{}` overlap: join them", section.name)
                } else {
                    let [this, other] = [section, &sections[other]].map(section_source);
                    format!("section {this} overlaps section {other}: a code belongs to one section")
                };
                match (&section.prefix, section.ranges.get(index), &section.base) {
                    (Some(prefix), ..) => report.error(prefix.span, message),
                    (_, Some(range), _) => report.error_at(&range.tokens, message),
                    (_, _, base) => report.error_at(base.as_ref().map(|base| &base.tokens), message),
                }
            }
            ranges.insert(first.clone(), last.clone(), number);
        }
        found.push(bounds);
    }
    found
}

/// Returns the first and the last code of each range of a section, and reports a wrong range, prefix or base.
fn check_bounds(
    sections: &[ast::Section],
    number: usize,
    codes: &Codes<'_>,
    report: &mut Report,
) -> Vec<(Code, Code)> {
    let section = &sections[number];
    if let Some(prefix) = &section.prefix {
        if codes.raw != Raw::Str {
            let message = format!(
                "the codes of `{}` are integers, which have no prefix: write a base instead, as in `base 1000`",
                codes.catalog
            );
            report.error(prefix.span, message);
            return Vec::new();
        }
        check_text("the prefix", prefix, report);
        return sections::ranges(sections, number);
    }
    if let Some(base) = &section.base {
        if !check_base(base, codes, report) {
            return Vec::new();
        }
        if section.ranges.is_empty() {
            if base.room().is_none() {
                let message = format!(
                    "base {} has no trailing zeros, so it has no room for codes: add a range, as in `base 50 51..=99`",
                    base.source()
                );
                report.error_at(&base.tokens, message);
            }
            return sections::ranges(sections, number);
        }
    }
    section.ranges.iter().filter_map(|range| codes.range(range, report)).collect()
}

/// Checks the base of a section or of the catalog, and returns whether codes can be added to it.
pub(super) fn check_base(base: &ast::CodeLiteral, codes: &Codes<'_>, report: &mut Report) -> bool {
    if codes.raw == Raw::Str {
        let message = format!(
            "the codes of `{}` are strings, which have no base: give each section the start of its codes, as in `prefix \"23\"`",
            codes.catalog
        );
        report.error_at(&base.tokens, message);
        return false;
    }
    codes.value(base, report).is_some()
}

/// Returns the name of a section with its ranges, prefix or base.
fn section_source(section: &ast::Section) -> String {
    let name = &section.name;
    match (&section.prefix, &section.base, &*section.ranges) {
        (Some(prefix), ..) => format!("`{name}` (prefix {:?})", prefix.value),
        (_, Some(base), []) => format!("`{name}` (base {})", base.source()),
        (.., []) => format!("`{name}`"),
        (.., ranges) => format!("`{name}` ({})", ranges_source(ranges)),
    }
}

fn ranges_source(ranges: &[ast::Range]) -> String {
    ranges.iter().map(ast::Range::source).collect::<Vec<_>>().join(", ")
}

/// Checks that each code is in a range of its section. `ranges` has those of each section.
pub(super) fn check_codes_in_sections(
    drafts: &[Draft<'_>],
    sections: &[ast::Section],
    ranges: &[Vec<(Code, Code)>],
    report: &mut Report,
) {
    for draft in drafts {
        let (Some(number), Some(code)) = (draft.node.section, &draft.code) else { continue };
        let (section, ranges) = (&sections[number], &ranges[number]);
        if ranges.is_empty() || contain(ranges, code) {
            continue;
        }
        let literal = &draft.node.code;
        let message = match (&section.base, &*section.ranges) {
            (Some(base), _) if includes_base(literal, ranges) => base_included_message(literal, base),
            (Some(base), []) => outside_base_message(literal, base, &ranges[0]),
            (_, declared) => format!(
                "code {} is outside section `{}`, which holds {}: move the row or widen the range",
                literal.source(),
                section.name,
                ranges_source(declared),
            ),
        };
        report.error_at(&literal.tokens, message);
    }
}

/// Checks that each code fits in the zeros of the catalog's base, unless its section has ranges.
pub(super) fn check_codes_fit_base(
    drafts: &[Draft<'_>],
    base: &ast::CodeLiteral,
    ranges: &[Vec<(Code, Code)>],
    report: &mut Report,
) {
    let Some(room) = sections::from_base(base, &[]) else { return };
    let room = [room];
    for draft in drafts {
        let has_ranges = draft.node.section.is_some_and(|section| !ranges[section].is_empty());
        let (false, Some(code)) = (has_ranges, &draft.code) else { continue };
        let literal = &draft.node.code;
        if contain(&room, code) {
            continue;
        }
        let message = if includes_base(literal, &room) {
            base_included_message(literal, base)
        } else {
            outside_base_message(literal, base, &room[0])
        };
        report.error_at(&literal.tokens, message);
    }
}

fn contain(ranges: &[(Code, Code)], code: &Code) -> bool {
    ranges.iter().any(|(first, last)| (first..=last).contains(&code))
}

/// Returns whether a row writes the whole code, so that the base would be added twice.
fn includes_base(literal: &ast::CodeLiteral, ranges: &[(Code, Code)]) -> bool {
    let whole = literal.value().and_then(|code| code.as_int());
    whole.is_some_and(|whole| contain(ranges, &Code::Int(whole - literal.base)))
}

fn base_included_message(literal: &ast::CodeLiteral, base: &ast::CodeLiteral) -> String {
    let whole = literal.value().and_then(|code| code.as_int()).unwrap_or_default() - literal.base;
    format!(
        "code {} already includes the base {}, which the macro adds: write `{}`",
        literal.in_notation(whole),
        base.source(),
        literal.in_notation(whole - literal.base),
    )
}

fn outside_base_message(
    literal: &ast::CodeLiteral,
    base: &ast::CodeLiteral,
    (first, last): &(Code, Code),
) -> String {
    let [first, last] = [first, last].map(|code| base.in_notation(code.as_int().unwrap_or_default()));
    format!(
        "code {} is outside base {}, which holds {first}..={last}: remove a digit, move the row, or give the section a range",
        literal.source(),
        base.source(),
    )
}

/// Checks that no row repeats the prefix of its section. A code may repeat it by chance, as `"00000"` does after `"00"`, if
/// it is not longer than the catalog's other codes.
pub(super) fn check_prefixes_not_repeated(
    drafts: &[Draft<'_>],
    sections: &[ast::Section],
    report: &mut Report,
) {
    let mut repeating = Vec::new();
    let mut longest = None;
    for draft in drafts {
        let Some(code) = draft.code.as_ref().and_then(Code::as_str) else { continue };
        let prefix = draft.node.section.and_then(|section| sections[section].prefix.as_ref());
        let prefix = prefix.map(|prefix| &*prefix.value).filter(|prefix| !prefix.is_empty());
        let whole = prefix.and_then(|prefix| Some((prefix, code.strip_prefix(prefix)?)));
        match whole.filter(|(prefix, rest)| rest.starts_with(prefix)) {
            Some((prefix, rest)) => repeating.push((draft, prefix, rest)),
            None => longest = longest.max(Some(code.len())),
        }
    }
    let is_alone = longest.is_none() && repeating.len() == 1;
    for (draft, prefix, rest) in repeating {
        // After a separator, such as the `.` of `isv.`, a repetition is not a coincidence.
        let ends_in_separator = prefix.ends_with(|last: char| !last.is_alphanumeric());
        let is_longest = !is_alone && Some(prefix.len() + rest.len()) > longest;
        if ends_in_separator || is_longest {
            let message = format!(
                "code {rest:?} already includes the prefix {prefix:?}, which the macro adds: write {:?}",
                &rest[prefix.len()..],
            );
            report.error_at(&draft.node.code.tokens, message);
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
