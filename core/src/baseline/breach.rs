//! The rules for a later version of a catalog, one function per rule. It may add to what is published, but not remove it.

use super::error_type::{check_error_type, is_variant};
use super::{Baseline, Published};
use crate::syntax::Code;
use crate::syntax::identifier::symbol_source;
use std::collections::HashMap;

/// A difference that breaks users of an earlier version.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Breach<'a> {
    /// The part of the declaration that an error points at.
    pub at: At<'a>,
    /// The published state and the remedy, in one sentence.
    pub message: String,
}

/// A part of a declaration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At<'a> {
    /// The name of the enum.
    Catalog,
    /// The type of the codes.
    Raw,
    /// The name of a column or translation.
    Column(&'a str),
    /// The row of a code.
    Row(&'a Code),
    /// A name in the row of a code.
    Name(&'a Code, &'a str),
    /// A symbol in the row of a code.
    Symbol(&'a Code, &'a str),
    /// The name of the row that unknown codes are read as.
    Unknown,
    /// The name of the error type.
    ErrorType,
    /// The name of the row that is a variant of the error type.
    Variant(&'a str),
    /// The name of a value of such a row.
    Value(&'a str, &'a str),
}

/// A function that returns a code as messages show it.
pub(super) type ShowCode<'a> = &'a dyn Fn(&Code) -> String;

impl Baseline {
    /// Returns every difference between this baseline and `now` that breaks users of the catalog. `reserved(code)` returns
    /// true if `now` reserves the code.
    pub fn breaches<'a>(&'a self, now: &'a Self, reserved: &dyn Fn(&Code) -> bool) -> Vec<Breach<'a>> {
        self.breaches_showing(now, reserved, &Code::to_string)
    }

    /// Returns the same as [`breaches`](Self::breaches), with the codes in messages formatted by `show_code`, which uses the
    /// notation of the declaration.
    pub fn breaches_showing<'a>(
        &'a self,
        now: &'a Self,
        reserved: &dyn Fn(&Code) -> bool,
        show_code: ShowCode<'_>,
    ) -> Vec<Breach<'a>> {
        let mut breaches = check_type(self, now);
        // If the codes changed from numbers to strings, or back, no rows are left to compare.
        if !breaches.is_empty() && (is_text(&self.raw) || is_text(&now.raw)) {
            return breaches;
        }
        breaches.extend(check_codes(self, now, reserved, show_code));
        breaches.extend(check_retired_codes(self, now, show_code));
        breaches.extend(check_names(self, now, show_code));
        breaches.extend(check_symbols(self, now, show_code));
        breaches.extend(check_success(self, now, show_code));
        breaches.extend(check_columns(self, now));
        breaches.extend(check_translations(self, now));
        breaches.extend(check_unknown(self, now));
        breaches.extend(check_exhaustive(self, now, show_code));
        breaches.extend(check_error_type(self, now, show_code));
        breaches
    }

    /// Iterates over the codes that are still in use, each with its published and its current row.
    pub(super) fn rows_in_use<'a>(
        &'a self,
        now: &'a Self,
    ) -> impl Iterator<Item = (&'a Code, &'a Published, &'a Published)> {
        let rows = self.rows.iter().filter(|(_, published)| !published.retired);
        rows.filter_map(|(code, published)| Some((code, published, now.rows.get(code)?)))
    }
}

fn is_text(raw: &str) -> bool {
    raw.starts_with('&')
}

fn check_type<'a>(published: &Baseline, now: &Baseline) -> Vec<Breach<'a>> {
    if published.raw == now.raw {
        return Vec::new();
    }
    let Baseline { catalog, raw, .. } = published;
    let message = format!(
        "the codes of `{catalog}` are published as `{raw}`, and users store and match them: keep `enum {catalog}: {raw}`"
    );
    vec![Breach { at: At::Raw, message }]
}

fn check_codes<'a>(
    published: &Baseline,
    now: &Baseline,
    reserved: &dyn Fn(&Code) -> bool,
    show_code: ShowCode<'_>,
) -> Vec<Breach<'a>> {
    let gone = published.rows.iter().filter(|(code, _)| !now.rows.contains_key(code) && !reserved(code));
    let (retired, gone): (Vec<_>, Vec<_>) = gone.partition(|(_, row)| row.retired);
    let codes = |rows: &[(&Code, &Published)]| {
        rows.iter().map(|(code, _)| show_code(code)).collect::<Vec<_>>().join(", ")
    };
    let mut breaches = Vec::new();
    if !gone.is_empty() {
        let named: Vec<_> = gone
            .iter()
            .map(|(code, row)| format!("{} (`{}`)", show_code(code), row.names.join("`, `")))
            .collect();
        let message = format!(
            "published codes are gone: {}; keep the row, with `#[deprecated]` if nothing sends it any more, or retire \
             the code with `reserved {};`",
            named.join(", "),
            codes(&gone)
        );
        breaches.push(Breach { at: At::Catalog, message });
    }
    if !retired.is_empty() {
        let codes = codes(&retired);
        let message = format!("retired codes are no longer reserved: {codes}; keep `reserved {codes};`");
        breaches.push(Breach { at: At::Catalog, message });
    }
    breaches
}

fn check_retired_codes<'a>(
    published: &'a Baseline,
    now: &Baseline,
    show_code: ShowCode<'_>,
) -> Vec<Breach<'a>> {
    let retired = published.rows.iter().filter(|(code, row)| row.retired && now.rows.contains_key(code));
    let breach = |(code, row): (&'a Code, &Published)| {
        let (was, shown_code) = (row.names.join("`, `"), show_code(code));
        let message = format!(
            "code {shown_code} is permanently retired (it was `{was}`): give the row another code, and reserve {shown_code}"
        );
        Breach { at: At::Row(code), message }
    };
    retired.map(breach).collect()
}

fn check_names<'a>(published: &'a Baseline, now: &'a Baseline, show_code: ShowCode<'_>) -> Vec<Breach<'a>> {
    let holders = holders(now, |row| &row.names);
    let mut breaches = Vec::new();
    for (code, row) in &published.rows {
        let in_use = now.rows.get(code).filter(|_| !row.retired);
        let mut lost = Vec::new();
        for name in &row.names {
            match holders.get(name.as_str()).and_then(|holders| holders.last()) {
                Some(&holder) if holder != code => {
                    let message = format!(
                        "the name `{name}` is published for code {}, and existing callers mean that code: \
                         choose another name",
                        show_code(code)
                    );
                    breaches.push(Breach { at: At::Name(holder, name), message });
                }
                Some(_) => {}
                None if is_variant(published, now, row, name) => {}
                None => lost.push(name.clone()),
            }
        }
        if let (Some(now), false) = (in_use, lost.is_empty()) {
            let message = format!(
                "code {} is published as `{}`: keep the old name, as in `{} was {}`",
                show_code(code),
                lost.join("`, `"),
                now.names[0],
                lost.join(" was "),
            );
            breaches.push(Breach { at: At::Row(code), message });
        }
    }
    breaches
}

/// Returns the codes of each name or symbol.
fn holders(now: &Baseline, texts: fn(&Published) -> &Vec<String>) -> HashMap<&str, Vec<&Code>> {
    let mut holders: HashMap<&str, Vec<&Code>> = HashMap::new();
    for (code, row) in &now.rows {
        for text in texts(row) {
            holders.entry(text).or_default().push(code);
        }
    }
    holders
}

/// Rejects symbols that are lost, or that moved to another code. Vendors share symbols, so another code may have it too.
fn check_symbols<'a>(published: &'a Baseline, now: &'a Baseline, show_code: ShowCode<'_>) -> Vec<Breach<'a>> {
    let holders = holders(now, |row| &row.symbols);
    let mut breaches = Vec::new();
    for (code, row) in &published.rows {
        for symbol in &row.symbols {
            let holders = holders.get(symbol.as_str()).map(Vec::as_slice).unwrap_or_default();
            if holders.contains(&code) {
                continue;
            }
            let had_it =
                |holder: &Code| published.rows.get(holder).is_some_and(|row| row.symbols.contains(symbol));
            // `check_names` reports a row that has another code now.
            let took_the_name = |holder: &Code| {
                now.rows.get(holder).is_some_and(|now| row.names.iter().any(|name| now.names.contains(name)))
            };
            let is_in_use = !row.retired && now.rows.contains_key(code);
            if is_in_use && holders.iter().all(|holder| had_it(holder)) {
                let current_symbol =
                    now.rows[code].symbols.first().map_or("_".to_owned(), |it| symbol_source(it));
                let message = format!(
                    "code {} is published with the symbol `{symbol}`: keep it, as in `{current_symbol} was {}`",
                    show_code(code),
                    symbol_source(symbol)
                );
                breaches.push(Breach { at: At::Row(code), message });
            }
            for holder in holders.iter().filter(|holder| !had_it(holder) && !took_the_name(holder)) {
                let code = show_code(code);
                let message = format!(
                    "symbol `{symbol}` is published for code {code}: move it back, or, if the vendor really moved it, \
                     remove it from the line of {code} in the baseline"
                );
                breaches.push(Breach { at: At::Symbol(holder, symbol), message });
            }
        }
    }
    breaches
}

fn check_success<'a>(published: &'a Baseline, now: &'a Baseline, show_code: ShowCode<'_>) -> Vec<Breach<'a>> {
    let flipped = published.rows_in_use(now).filter(|(_, published, now)| published.success != now.success);
    let breach = |(code, published, _): (&'a Code, &Published, _)| {
        let shown = show_code(code);
        let message = if published.success {
            format!("code {shown} is published as a success: keep `success {shown};`")
        } else {
            format!("code {shown} is published as an error: remove it from `success`")
        };
        Breach { at: At::Row(code), message }
    };
    flipped.map(breach).collect()
}

fn check_columns<'a>(published: &'a Baseline, now: &Baseline) -> Vec<Breach<'a>> {
    let mut breaches = Vec::new();
    for (name, ty) in &published.columns {
        match now.columns.get(name) {
            Some(current) if current == ty => {}
            // The accessor of a translation returns the same type.
            None if now.translations.contains(name) && ty == "&'static str" => {}
            Some(_) => breaches.push(Breach {
                at: At::Column(name),
                message: format!(
                    "the column `{name}` is published with the type `{ty}`: keep the type as it was written, \
                     because users depend on it"
                ),
            }),
            None => breaches.push(Breach {
                at: At::Catalog,
                message: format!(
                    "the column `{name}` is published, and users call its accessor: keep `column {name}: {ty};`"
                ),
            }),
        }
    }
    breaches
}

fn check_translations<'a>(published: &'a Baseline, now: &Baseline) -> Vec<Breach<'a>> {
    let lost = published.translations.iter().filter(|name| !now.translations.contains(*name));
    let breach = |name: &'a String| {
        let at = if now.columns.contains_key(name) { At::Column(name) } else { At::Catalog };
        Breach { at, message: format!("the translation `{name}` is published: keep `translation {name};`") }
    };
    lost.map(breach).collect()
}

/// Rejects another row for unknown codes, and none. The row may be renamed.
fn check_unknown<'a>(published: &Baseline, now: &Baseline) -> Option<Breach<'a>> {
    let name = published.unknown.as_ref()?;
    let row = now.rows.values().find(|row| row.names.contains(name));
    let at = match &now.unknown {
        Some(unknown) if row.is_some_and(|row| row.names.contains(unknown)) => return None,
        Some(_) => At::Unknown,
        None => At::Catalog,
    };
    let current_name = row.map_or(name, |row| &row.names[0]);
    let message = format!(
        "unknown codes are published as `{current_name}`, and users match it: keep `unknown {current_name};`"
    );
    Some(Breach { at, message })
}

/// Rejects new rows of an exhaustive catalog, because users' matches have no arm for them.
fn check_exhaustive<'a>(published: &Baseline, now: &'a Baseline, show_code: ShowCode<'_>) -> Vec<Breach<'a>> {
    if !published.exhaustive {
        return Vec::new();
    }
    let catalog = &published.catalog;
    if !now.exhaustive {
        let message = format!("`{catalog}` is published as exhaustive: keep `exhaustive;`");
        return vec![Breach { at: At::Catalog, message }];
    }
    let new = now.rows.iter().filter(|(code, _)| !published.rows.contains_key(code));
    let breach = |(code, row): (&'a Code, &Published)| {
        let message = format!(
            "code {} is new, and `{catalog}` is published as exhaustive, so it breaks users' matches: remove the \
             row, or in a new major version add the line `{}` to the baseline",
            show_code(code),
            row.line(code)
        );
        Breach { at: At::Row(code), message }
    };
    new.map(breach).collect()
}
