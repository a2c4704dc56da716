//! The codes: what is written, in the catalog's type; each once, none reserved.

use super::Draft;
use super::texts::code_is_clean;
use crate::Report;
use crate::model::{Code, Int, Raw};
use crate::syntax::ast;
use crate::syntax::literal::{Constant, Integer};
use proc_macro2::Ident;
use std::collections::{BTreeMap, HashMap};

/// How this catalog reads a code: by value, in its own type.
pub(super) struct Codes<'a> {
    pub(super) catalog: &'a Ident,
    pub(super) raw: Raw,
}

impl Codes<'_> {
    pub(super) fn value(&self, code: &ast::Code, report: &mut Report) -> Option<Code> {
        match (self.raw, &code.literal) {
            (Raw::Int(int), Constant::Integer(integer)) => self.integer(int, code, integer, report),
            (Raw::Str, Constant::Text(text)) if !code.negative => {
                code_is_clean(text, &code.tokens, report).then(|| Code::Str(text.clone()))
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

    fn integer(&self, int: Int, code: &ast::Code, integer: &Integer, report: &mut Report) -> Option<Code> {
        let sign = if code.negative { "-" } else { "" };
        let Integer { digits, suffix } = integer;
        if !suffix.is_empty() && suffix != int.name {
            let literal =
                code.tokens.clone().into_iter().last().map_or_else(String::new, |token| token.to_string());
            let message = format!(
                "code `{sign}{literal}` has the suffix of another type, but the codes of `{}` are `{}`: write `{sign}{digits}`",
                self.catalog, int.name,
            );
            report.error_at(&code.tokens, message);
            return None;
        }
        if let Some(Code::Int(value)) = code.value()
            && (int.min..=int.max).contains(&value)
        {
            return Some(Code::Int(value));
        }
        let message = if code.negative && int.min == 0 {
            format!(
                "code -{digits} is negative, but the codes of `{}` are `{}`: declare a signed type, `enum {}: i{}`",
                self.catalog,
                int.name,
                self.catalog,
                int.name.trim_start_matches('u'),
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

    pub(super) fn range(&self, range: &ast::Range, report: &mut Report) -> Option<(Code, Code)> {
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

pub(super) fn raw_type(ast: &ast::Catalog, report: &mut Report) -> Raw {
    if let Some(raw) = Raw::of(&ast.raw) {
        return raw;
    }
    let ints = Raw::INTS.map(|int| format!("`{}`", int.name)).join(", ");
    let message = format!(
        "codes cannot be `{}`: the supported types are {ints} and `&'static str`",
        ast.raw.to_string().replace("& ", "&"),
    );
    report.error_at(&ast.raw, message);
    // Carry on with the type that the first row looks like, so that the rows are checked all the same.
    let [_, _, _, i64, ..] = Raw::INTS;
    match ast.rows.first().map(|row| &row.code.literal) {
        Some(Constant::Text(_)) => Raw::Str,
        _ => Raw::Int(i64),
    }
}

pub(super) fn codes_are_unique(drafts: &mut [Draft<'_>], report: &mut Report) {
    let codes: Vec<Option<Code>> = drafts.iter().map(|draft| draft.code.clone()).collect();
    let mut first_use: HashMap<&Code, usize> = HashMap::with_capacity(codes.len());
    let mut is_reported = vec![false; drafts.len()];
    for (index, code) in codes.iter().enumerate() {
        let Some(code) = code else { continue };
        let Some(&first) = first_use.get(code) else {
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
        if !std::mem::replace(&mut is_reported[first], true) {
            report.error_at(&drafts[first].written.code.tokens, format!("code {code} is first used here"));
        }
    }
}

/// For each code the number of its row; of several, the last one's.
pub(super) fn rows_by_code<'a>(drafts: &'a [Draft<'_>]) -> HashMap<&'a Code, usize> {
    let mut rows = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        if let Some(code) = &draft.code {
            rows.insert(code, index);
        }
    }
    rows
}

pub(super) fn codes_are_not_reserved(
    drafts: &[Draft<'_>],
    reserved: &[&ast::Range],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    let mut ranges = Ranges::default();
    for (number, range) in reserved.iter().enumerate() {
        let Some((first, last)) = codes.range(range, report) else { continue };
        if ranges.overlapping(&first, &last).is_some() {
            let what = if first == last { format!("{first}") } else { format!("{first}..={last}") };
            let message = format!("{what} is reserved already: remove what is reserved twice");
            report.error_at(&range.tokens, message);
        }
        ranges.insert(first, last, number);
    }
    for draft in drafts {
        let Some(code) = &draft.code else { continue };
        if ranges.overlapping(code, code).is_some() {
            let message =
                format!("code {code} is reserved: give `{}` another, or end the reservation", draft.name());
            report.error_at(&draft.written.code.tokens, message);
        }
    }
}

/// Ranges of codes that do not overlap, each with the number of what it is of. A sorted list would be quadratic where they
/// are declared downwards.
#[derive(Default)]
pub(super) struct Ranges {
    by_first: BTreeMap<Code, (Code, usize)>,
}

impl Ranges {
    /// A range that has a code in common with `first..=last`.
    pub(super) fn overlapping(&self, first: &Code, last: &Code) -> Option<(&Code, &Code, usize)> {
        let (a, (b, of)) = self.by_first.range(..=last).next_back()?;
        (b >= first).then_some((a, b, *of))
    }

    /// Adds a range. One that overlaps another is left out, which has been reported.
    pub(super) fn insert(&mut self, first: Code, last: Code, of: usize) {
        if self.overlapping(&first, &last).is_none() {
            self.by_first.insert(first, (last, of));
        }
    }
}
