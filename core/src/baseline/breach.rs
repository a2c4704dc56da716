//! The rules for a later version of a catalog, one function per rule. It may add to what is published, but not remove it.

use super::{Baseline, Published};
use crate::syntax::Code;
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
    /// The row of a code.
    Row(&'a Code),
    /// A name in the row of a code.
    Name(&'a Code, &'a str),
    /// A symbol in the row of a code.
    Symbol(&'a Code, &'a str),
}

impl Baseline {
    /// Returns the differences of a catalog from this baseline that break its users. `reserved` returns whether the
    /// catalog reserves a code.
    pub fn breaches<'a>(&'a self, now: &'a Self, reserved: &dyn Fn(&Code) -> bool) -> Vec<Breach<'a>> {
        let mut breaches = check_type(self, now);
        // If the codes changed from numbers to strings, or back, no rows are left to compare.
        if !breaches.is_empty() && (is_text(&self.raw) || is_text(&now.raw)) {
            return breaches;
        }
        breaches.extend(check_codes(self, now, reserved));
        breaches.extend(check_retired_codes(self, now));
        breaches.extend(check_names(self, now));
        breaches.extend(check_symbols(self, now));
        breaches.extend(check_success(self, now));
        breaches
    }

    /// Iterates over the codes that are still in use, each with its published and its present row.
    fn used<'a>(&'a self, now: &'a Self) -> impl Iterator<Item = (&'a Code, &'a Published, &'a Published)> {
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
    let message = format!(
        "the codes of `{}` are published as `{}`: to change their type breaks whoever stores or matches them",
        published.catalog, published.raw
    );
    vec![Breach { at: At::Raw, message }]
}

fn check_codes<'a>(
    published: &Baseline,
    now: &Baseline,
    reserved: &dyn Fn(&Code) -> bool,
) -> Vec<Breach<'a>> {
    let gone = published.rows.iter().filter(|(code, _)| !now.rows.contains_key(code) && !reserved(code));
    let (retired, gone): (Vec<_>, Vec<_>) = gone.partition(|(_, row)| row.retired);
    let codes = |rows: &[(&Code, &Published)]| {
        rows.iter().map(|(code, _)| code.to_string()).collect::<Vec<_>>().join(", ")
    };
    let mut breaches = Vec::new();
    if !gone.is_empty() {
        let named: Vec<_> =
            gone.iter().map(|(code, row)| format!("{code} (`{}`)", row.names.join("`, `"))).collect();
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

fn check_retired_codes<'a>(published: &'a Baseline, now: &Baseline) -> Vec<Breach<'a>> {
    let retired = published.rows.iter().filter(|(code, row)| row.retired && now.rows.contains_key(code));
    let breach = |(code, row): (&'a Code, &Published)| {
        let was = row.names.join("`, `");
        let message = format!(
            "code {code} is retired for good (it was `{was}`): give the row another, and reserve {code}"
        );
        Breach { at: At::Row(code), message }
    };
    retired.map(breach).collect()
}

fn check_names<'a>(published: &'a Baseline, now: &'a Baseline) -> Vec<Breach<'a>> {
    let holders = holders(now, |row| &row.names);
    let mut breaches = Vec::new();
    for (code, row) in &published.rows {
        let in_use = now.rows.get(code).filter(|_| !row.retired);
        let mut lost = Vec::new();
        for name in &row.names {
            match holders.get(name.as_str()).and_then(|holders| holders.last()) {
                Some(&holder) if holder != code => {
                    let message = format!(
                        "the name `{name}` is published as that of code {code}, and whoever wrote it means that: \
                         choose another name"
                    );
                    breaches.push(Breach { at: At::Name(holder, name), message });
                }
                Some(_) => {}
                None => lost.push(name.clone()),
            }
        }
        if let (Some(now), false) = (in_use, lost.is_empty()) {
            let message = format!(
                "code {code} is published as `{}`: keep the old name, as in `{} was {}`",
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

/// Rejects symbols that moved to another code. Vendors drop symbols and share them, so both are allowed.
fn check_symbols<'a>(published: &'a Baseline, now: &'a Baseline) -> Vec<Breach<'a>> {
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
            for holder in holders.iter().filter(|holder| !had_it(holder) && !took_the_name(holder)) {
                let message = format!(
                    "symbol `{symbol}` is published as that of code {code}: give it back; if the vendor really moved \
                     it, remove it from the line of {code} in the baseline"
                );
                breaches.push(Breach { at: At::Symbol(holder, symbol), message });
            }
        }
    }
    breaches
}

fn check_success<'a>(published: &'a Baseline, now: &'a Baseline) -> Vec<Breach<'a>> {
    let flipped = published.used(now).filter(|(_, published, now)| published.success != now.success);
    let breach = |(code, published, _): (&'a Code, &Published, _)| {
        let message = if published.success {
            format!("code {code} is published as a success: keep `success {code};`")
        } else {
            format!("code {code} is published as no success: remove it from `success`")
        };
        Breach { at: At::Row(code), message }
    };
    flipped.map(breach).collect()
}
