//! The codes: each is a literal of the catalog's type, is used once and is not reserved.

use super::Draft;
use super::texts::{check_code_text, check_optional_text};
use crate::Report;
use crate::model::{Code, CodeFormat, Int, Raw};
use crate::syntax::literal::{Constant, Integer};
use crate::syntax::{ast, type_source};
use proc_macro2::Ident;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The type in which the codes of a catalog are evaluated, and the name of the catalog for messages.
pub(super) struct Codes<'a> {
    pub(super) catalog: &'a Ident,
    pub(super) raw: Raw,
    /// The notation of the literals, if it is not decimal.
    pub(super) literals: Option<CodeFormat>,
}

impl<'a> Codes<'a> {
    pub(super) fn of(ast: &'a ast::Catalog, report: &mut Report) -> Self {
        let raw = check_raw_type(ast, report);
        Self { catalog: &ast.name, raw, literals: literals(ast, raw) }
    }

    pub(super) fn value(&self, code: &ast::CodeLiteral, report: &mut Report) -> Option<Code> {
        match (self.raw, &code.literal) {
            (Raw::Int(int), Constant::Integer(integer)) => self.integer(int, code, integer, report),
            (Raw::Str, Constant::Text(text)) if !code.negative => {
                check_code_text(text, &code.tokens, report).then(|| Code::Str(text.clone()))
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
        code: &ast::CodeLiteral,
        integer: &Integer,
        report: &mut Report,
    ) -> Option<Code> {
        let sign = if code.negative { "-" } else { "" };
        let suffix = &integer.suffix;
        let value = code.value().and_then(|value| value.as_int());
        let fits = |value: &i128| int.holds(*value);
        let has_foreign_suffix = !suffix.is_empty() && suffix != int.primitive;
        let fitting = value.filter(fits);
        if let Some(value) = fitting.filter(|_| !has_foreign_suffix) {
            return Some(Code::Int(value));
        }
        if !(int.min..=int.max).contains(&code.base) {
            // An out-of-range base is reported once, where it is declared.
            return None;
        }
        let literal =
            code.tokens.clone().into_iter().last().map_or_else(String::new, |token| token.to_string());
        let unsuffixed = literal.strip_suffix(suffix.as_str()).unwrap_or(&literal).trim_end_matches('_');
        let shown = if code.base == 0 { format!("{sign}{unsuffixed}") } else { code.source() };
        let min = if int.is_nonzero() && int.min == 0 { 1 } else { int.min };
        let message = if value == Some(0) && int.is_nonzero() {
            format!(
                "code {shown} does not exist in `{}`, because `{}` has no zero: write another code, or declare `enum {}: {}`",
                self.catalog, int.name, self.catalog, int.primitive,
            )
        } else if fitting.is_some() {
            format!(
                "code `{sign}{literal}` has the suffix `{suffix}`, but the codes of `{}` are `{}`: write `{sign}{unsuffixed}`",
                self.catalog, int.name,
            )
        } else if let Some(same_bits) =
            value.filter(|_| code.base == 0).and_then(|value| same_bits(&literal, value, int))
        {
            format!(
                "code {sign}{unsuffixed} is out of range for `{}`, which holds {} to {}: write `{same_bits}`, the `{}` with these bits",
                int.name, int.min, int.max, int.name,
            )
        } else {
            let remedy = if shown.starts_with('-') && int.min == 0 {
                let signed = int.name.replace('u', "i").replace('U', "I");
                format!(
                    "code {shown} is negative, but the codes of `{}` are `{}`: declare a signed type, `enum {}: {signed}`",
                    self.catalog, int.name, self.catalog,
                )
            } else {
                format!(
                    "code {shown} is out of range for `{}`, which holds {min} to {}: declare `enum {}` with a wider type",
                    int.name, int.max, self.catalog,
                )
            };
            if has_foreign_suffix { format!("{remedy}, and remove the suffix `{suffix}`") } else { remedy }
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
            let [first, last] =
                [Some(&range.first), range.last.as_ref()].map(|code| code.map(ast::CodeLiteral::source));
            let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
            let message = format!("the range {first}..={last} is backwards: write {last}..={first}");
            report.error_at(&range.tokens, message);
            return None;
        }
        Some((first, last))
    }
}

/// Returns the negative number with the bits of a literal in base 2, 8 or 16. C writes a signed `HRESULT` as `0x80070005`.
fn same_bits(literal: &str, value: i128, int: Int) -> Option<i128> {
    let shows_bits = ["0x", "0o", "0b"].iter().any(|prefix| literal.starts_with(prefix));
    let all_bits = int.max - int.min;
    (shows_bits && int.min < 0 && (int.max + 1..=all_bits).contains(&value)).then(|| value - all_bits - 1)
}

/// Returns the notation of the literals, if it is not decimal.
fn literals(ast: &ast::Catalog, raw: Raw) -> Option<CodeFormat> {
    let Raw::Int(int) = raw else { return None };
    CodeFormat::as_written(ast.rows.iter().map(|row| &row.code), int)
}

fn check_raw_type(ast: &ast::Catalog, report: &mut Report) -> Raw {
    if let Some(raw) = Raw::of(&ast.raw) {
        return raw;
    }
    let (ty, name) = (type_source(&ast.raw), &ast.name);
    let words = || ty.split(|char: char| !char.is_alphanumeric());
    let message = if words().any(|word| ["str", "String"].contains(&word)) {
        format!("codes that are strings are `&'static str`: declare `enum {name}: &'static str`")
    } else if let Some(wide) = words().find(|word| ["i128", "u128"].contains(word)) {
        format!("codes have at most 64 bits: declare `enum {name}: {}64`", &wide[..1])
    } else {
        let ints = Raw::INTS.map(|int| format!("`{}`", int.name)).join(", ");
        format!(
            "codes cannot be `{ty}`: the supported types are {ints}, `&'static str`, and types such as `NonZeroU32` for \
             codes that are never 0"
        )
    };
    report.error_at(&ast.raw, message);
    // Continue with the type of the first row's code, so that the rows are checked too.
    let [_, _, _, i64, ..] = Raw::INTS;
    match ast.rows.first().map(|row| &row.code.literal) {
        Some(Constant::Text(_)) => Raw::Str,
        _ => Raw::Int(i64),
    }
}

pub(super) fn check_unique_codes(drafts: &mut [Draft<'_>], report: &mut Report) {
    let mut first_uses: HashMap<Code, (Ident, &ast::CodeLiteral)> = HashMap::new();
    let mut reported: HashSet<Code> = HashSet::new();
    for draft in drafts {
        let Some(code) = &draft.code else { continue };
        let literal = &draft.node.code;
        let Some((earlier, first)) = first_uses.get(code) else {
            first_uses.insert(code.clone(), (draft.name().clone(), literal));
            continue;
        };
        draft.keep = false;
        draft.is_copy = draft.name() == earlier;
        let source = literal.source();
        let message = format!(
            "code {source} is already used by `{earlier}`; if the vendor really shares it, join the rows with `or`"
        );
        report.error_at(&literal.tokens, message);
        if reported.insert(code.clone()) {
            report.error_at(&first.tokens, format!("code {} is first used here", first.source()));
        }
    }
}

/// Returns the row of each code; for a duplicate code, its last row.
pub(super) fn rows_by_code<'a>(drafts: &'a [Draft<'a>]) -> HashMap<&'a Code, &'a Draft<'a>> {
    drafts.iter().filter_map(|draft| Some((draft.code.as_ref()?, draft))).collect()
}

pub(super) fn check_codes_not_reserved(
    drafts: &[Draft<'_>],
    reserved: &[&ast::Statement<ast::Reserved>],
    codes: &Codes<'_>,
    report: &mut Report,
) {
    let mut ranges = Ranges::default();
    for reason in reserved.iter().filter_map(|statement| statement.value.reason.as_ref()) {
        check_optional_text("the reason", reason, report);
    }
    let all = reserved.iter().enumerate();
    let all =
        all.flat_map(|(number, statement)| statement.value.ranges.iter().map(move |range| (number, range)));
    for (number, range) in all {
        let Some((first, last)) = codes.range(range, report) else { continue };
        if ranges.overlapping(&first, &last).is_some() {
            let message =
                format!("{} overlaps codes that are already reserved: remove the overlap", range.source());
            report.error_at(&range.tokens, message);
        }
        ranges.insert(first, last, number);
    }
    for draft in drafts {
        let Some(code) = &draft.code else { continue };
        if let Some((_, _, number)) = ranges.overlapping(code, code) {
            let reason = reserved[number].value.reason.as_ref();
            let reason = reason.map(|reason| format!(" ({:?})", reason.value)).unwrap_or_default();
            let literal = &draft.node.code;
            let (source, name) = (literal.source(), draft.name());
            let message = format!(
                "code {source} is reserved{reason}: give `{name}` another code, or remove {source} from `reserved`"
            );
            report.error_at(&literal.tokens, message);
        }
    }
}

/// Ranges of codes that do not overlap, each with the index of its owner. Inserting into a sorted list would take
/// quadratic time for ranges in descending order.
#[derive(Default)]
pub(super) struct Ranges {
    by_first: BTreeMap<Code, (Code, usize)>,
}

impl Ranges {
    /// Returns a range that overlaps `first..=last`, and the index of its owner.
    pub(super) fn overlapping(&self, first: &Code, last: &Code) -> Option<(&Code, &Code, usize)> {
        let (a, (b, of)) = self.by_first.range(..=last).next_back()?;
        (b >= first).then_some((a, b, *of))
    }

    /// Adds a range, unless it overlaps another, which the caller has reported.
    pub(super) fn insert(&mut self, first: Code, last: Code, of: usize) {
        if self.overlapping(&first, &last).is_none() {
            self.by_first.insert(first, (last, of));
        }
    }
}
