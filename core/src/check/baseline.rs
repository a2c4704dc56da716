//! Compares the declaration with the published state in the file of its `baseline`.

use super::Draft;
use super::codes::{Codes, rows_by_code};
use super::given_once::check_given_once;
use super::texts::check_text;
use crate::baseline::{At, Breach, Published, PublishedErrorType, Unreadable};
use crate::model::{Code, Meaning, Raw};
use crate::syntax::identifier::unraw;
use crate::syntax::{ast, type_source};
use crate::{Baseline, Report};
use proc_macro2::Ident;
use std::collections::{BTreeMap, HashMap};
use std::io::ErrorKind;
use std::path::{Component, Path};

/// A baseline that could be read.
pub(super) struct ReadBaseline<'a> {
    /// The path as it is written.
    pub(super) path: &'a str,
    /// The reserved ranges, as first and last code.
    pub(super) reserved: Vec<(Code, Code)>,
}

pub(super) fn check_baseline<'a>(
    ast: &'a ast::Catalog,
    drafts: &[Draft<'_>],
    codes: &Codes<'_>,
    reserved: &[&ast::Range],
    success: &[(Code, &ast::CodeLiteral)],
    every_row_was_read: bool,
    report: &mut Report,
) -> Option<ReadBaseline<'a>> {
    let path = check_given_once(&ast.statements().baseline, report)?;
    check_text("the baseline", path, report);
    let published = match read_baseline(&path.value, &ast.name) {
        Ok(published) => published,
        Err(message) => {
            report.error(path.span, message);
            return None;
        }
    };
    // `check_codes_not_reserved` reports wrong ranges.
    let quiet = &mut Report::default();
    let reserved: Vec<_> = reserved.iter().filter_map(|range| codes.range(range, quiet)).collect();
    // Rows that could not be parsed may declare what seems to be missing.
    if every_row_was_read {
        let now = declared_state(ast, codes.raw, drafts, success);
        let is_reserved = |code: &Code| reserved.iter().any(|(first, last)| (first..=last).contains(&code));
        let spans = BreachSpans::of(ast, drafts);
        let show_code = |code: &Code| match (spans.rows.get(code), &codes.literals) {
            (Some(row), _) => row.node.code.source(),
            (None, Some(literals)) => literals.print(code, "", None),
            (None, None) => code.to_string(),
        };
        for breach in published.breaches_showing(&now, &is_reserved, &show_code) {
            spans.report(&breach, report);
        }
    }
    Some(ReadBaseline { path: &path.value, reserved })
}

fn read_baseline(path: &str, catalog: &Ident) -> Result<Baseline, String> {
    let is_within = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !Path::new(path).components().all(is_within) {
        return Err(
            "the baseline must be inside the package, so that it is published too: write a path relative to \
                    Cargo.toml, without `..`"
                .to_owned(),
        );
    }
    let Some(package) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        return Err(
            "cannot find the baseline, because CARGO_MANIFEST_DIR is not set: build with cargo, or set it to the \
                    directory of Cargo.toml"
                .to_owned(),
        );
    };
    let package = Path::new(&package);
    let file = package.join(path);
    let published = Baseline::check_in_package(&file, package).and_then(|()| Baseline::open(&file));
    let published = published.map_err(|why| match why {
        Unreadable::Damaged(damage) => format!("the baseline {path:?}, {damage}"),
        Unreadable::Io(error) if error.kind() == ErrorKind::NotFound => format!(
            "there is no baseline {path:?} in the directory of Cargo.toml: remove this statement, run `errcat baseline \
             {catalog} --update {path}`, then add the statement again"
        ),
        why => format!("cannot read the baseline {path:?} in the directory of Cargo.toml: {why}"),
    })?;
    if unraw(catalog) == published.catalog {
        Ok(published)
    } else {
        let of = &published.catalog;
        Err(format!("the baseline {path:?} belongs to `{of}`: use the baseline of `{catalog}`"))
    }
}

/// Returns the state that the next release would publish.
fn declared_state(
    ast: &ast::Catalog,
    raw: Raw,
    drafts: &[Draft<'_>],
    success: &[(Code, &ast::CodeLiteral)],
) -> Baseline {
    let mut rows: BTreeMap<Code, Published> = BTreeMap::new();
    for draft in drafts {
        let Some(code) = &draft.code else { continue };
        let row = rows.entry(code.clone()).or_default();
        for meaning in &draft.meanings {
            row.names.push(meaning.name_text());
            row.names.extend(meaning.former.iter().map(unraw));
            let symbols = meaning.symbol.iter().chain(meaning.former_symbols);
            row.symbols.extend(symbols.map(|symbol| symbol.text.clone()));
        }
    }
    for (code, _) in success {
        if let Some(row) = rows.get_mut(code) {
            row.success = true;
        }
    }
    let raw = match raw {
        Raw::Int(int) => int.name,
        Raw::Str => "&'static str",
    };
    let mut now = Baseline::empty(&unraw(&ast.name), raw);
    now.rows = rows;
    let statements = ast.statements();
    now.error_type = statements.error_type.first().map(|it| PublishedErrorType {
        name: unraw(&it.value.name),
        variants: error_variants(drafts.iter().filter(|draft| {
            draft.code.as_ref().is_some_and(|code| now.rows.get(code).is_some_and(|row| !row.success))
        })),
    });
    now.unknown = statements.unknown.first().map(|unknown| unraw(&unknown.value));
    now.exhaustive = !statements.exhaustive.is_empty();
    for column in statements.columns {
        if column.is_translation {
            now.translations.insert(unraw(&column.name));
        } else {
            now.columns.insert(unraw(&column.name), type_source(&column.ty));
        }
    }
    now
}

/// Returns the variants of the error type, with the types of their values.
fn error_variants<'a>(
    errors: impl Iterator<Item = &'a Draft<'a>>,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let meanings = errors.flat_map(|draft| &draft.meanings);
    let variant = |meaning: &Meaning<'_>| {
        let values = meaning.error_values.iter().map(|value| (value.key.clone(), type_source(value.ty)));
        (meaning.name_text(), values.collect())
    };
    meanings.map(variant).collect()
}

/// The tokens of the declaration that breaches point at.
struct BreachSpans<'a> {
    ast: &'a ast::Catalog,
    rows: HashMap<&'a Code, &'a Draft<'a>>,
}

impl<'a> BreachSpans<'a> {
    fn of(ast: &'a ast::Catalog, drafts: &'a [Draft<'a>]) -> Self {
        Self { ast, rows: rows_by_code(drafts) }
    }

    fn report(&self, breach: &Breach<'_>, report: &mut Report) {
        let message = &breach.message;
        let row = |code: &Code| self.rows.get(code);
        let meanings = |code: &Code| row(code).map_or(&[][..], |row| &row.meanings);
        let variant = |name: &str| {
            let mut meanings = self.rows.values().flat_map(|row| &row.meanings);
            meanings.find(|meaning| unraw(&meaning.name) == name)
        };
        match breach.at {
            At::Catalog => report.error(self.ast.name.span(), message),
            At::Raw => report.error_at(&self.ast.raw, message),
            At::Column(name) => {
                let columns = self.ast.statements().columns;
                if let Some(column) = columns.iter().find(|column| unraw(&column.name) == name) {
                    report.error(column.name.span(), message);
                }
            }
            At::Row(code) => {
                if let Some(row) = row(code) {
                    report.error_at(&row.node.code.tokens, message);
                }
            }
            At::Name(code, name) => {
                let has_name = |ident: &&Ident| unraw(ident) == name;
                let ident = meanings(code).iter().find_map(|meaning| {
                    Some(&meaning.name).filter(has_name).or_else(|| meaning.former.iter().find(has_name))
                });
                if let Some(ident) = ident {
                    report.error(ident.span(), message);
                }
            }
            At::Unknown => {
                if let Some(unknown) = self.ast.statements().unknown.first() {
                    report.error(unknown.value.span(), message);
                }
            }
            At::ErrorType => {
                if let Some(declared) = self.ast.statements().error_type.first() {
                    report.error(declared.value.name.span(), message);
                }
            }
            At::Variant(name) => {
                if let Some(meaning) = variant(name) {
                    report.error(meaning.name.span(), message);
                }
            }
            At::Value(name, value) => {
                let mut values = variant(name).into_iter().flat_map(|meaning| &meaning.error_values);
                if let Some(value) = values.find(|found| found.key == value) {
                    report.error(value.name.span(), message);
                }
            }
            At::Symbol(code, symbol) => {
                let meanings = meanings(code).iter();
                let mut symbols = meanings.flat_map(|it| it.symbol.iter().chain(it.former_symbols));
                if let Some(found) = symbols.find(|found| found.text == symbol) {
                    report.error(found.span, message);
                }
            }
        }
    }
}
